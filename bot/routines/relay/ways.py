"""Who approves what families read, and how the School Improvement Team gets its digest."""

from dataclasses import replace

from bot.errors import Refusal
from bot.messages.relay.ways import WaysSheet
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.model.relay_ways import DigestWay, RelayWays
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.passing_on import tellers
from bot.routines.requests import Command, Nothing
from storage.unit_of_work import UnitOfWork


class SetRelay(Command):
    approver: str | None = None
    digest: DigestWay = DigestWay.OFF
    digest_team: str | None = None


async def prepare(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> WaysSheet:
    permit(actor, "set-relay")
    return sheet((await work.settings.now()).relay, await work.people.roster())


def sheet(ways: RelayWays, roster: Roster) -> WaysSheet:
    return WaysSheet(ways, tellers(roster), {team.key: team.name for team in roster.teams if team.channel})


async def set_relay(command: SetRelay, *, actor: Actor, work: UnitOfWork, clock: Clock) -> WaysSheet:
    permit(actor, "set-relay")
    before, roster = await work.settings.now(), await work.people.roster()
    now = sheet(RelayWays(command.approver or "", command.digest, command.digest_team or ""), roster)
    if command.approver and command.approver not in now.people:
        raise Refusal("This person no longer works here. Please choose again.", field="approver")
    if command.digest is DigestWay.CHANNEL and command.digest_team not in now.teams:
        raise Refusal("Choose the team whose channel gets it.", field="digest_team")
    about = ("Families and improvement team: changed.",)
    await work.settings.change(
        replace(before, relay=now.ways), by=actor.person_id, at=clock.now(), about=about
    )
    return now
