"""Need help: whoever asks chooses who hears of it, and whether with their name (R-098, R-114)."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, Refusal
from bot.messages.home import Waiting
from bot.messages.relay import helping as wording
from bot.messages.relay.helping import WORDS, Asked, HelpDesk, Queue
from bot.model.audiences import Audience
from bot.model.decisions import Decision
from bot.model.everybody import Roster
from bot.model.going import Going, GoingRound
from bot.model.people import Actor, Person, Relation, Role, Seat
from bot.model.relaying import Hears, HelpRequest
from bot.model.staff_input.anonymous import random_id
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.decisions.shown import opening
from bot.routines.relay import going
from bot.routines.requests import Command, Nothing, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NO_LEAD = "Nobody leads your team at the moment. Please choose again."
GONE = "This is settled already."


class AboutHelp(Question):
    round: str

    @property
    def is_anonymous(self) -> bool:
        return True


class AskForHelp(Command):
    round: str
    hears: Hears
    words: Annotated[str, Field(max_length=WORDS)] = ""

    @property
    def is_anonymous(self) -> bool:
        return True


class SettleHelp(Command):
    help: str


async def prepare(question: AboutHelp, *, actor: Actor, work: UnitOfWork, clock: Clock) -> HelpDesk:
    permit(actor, "need-help")
    asked = await going.open_round(question.round, work)
    decision, roster = await _decision(asked, work), await work.people.roster()
    lead = lead_of(actor.person_id, asked, roster)
    return HelpDesk(asked.id, decision, lead.name if lead else "", bool(coaches(roster)))


async def _decision(asked: GoingRound, work: UnitOfWork) -> Decision:
    decision = await work.decisions.find(asked.decision)
    if decision is None:
        raise NotFound(going.OVER)
    return decision


def lead_of(person: str, asked: GoingRound, roster: Roster) -> Person | None:
    """Who leads, or speaks for, the team somebody answers for; None when that is nobody else."""
    team = going.team_for(person, asked.teams, roster)
    seated = roster.seated(team, Seat.LEAD, Seat.REP) if team else []
    return next((one for one in seated if one.id != person), None)


def coaches(roster: Roster) -> list[Person]:
    return roster.holders(Role.COACH)


async def ask(command: AskForHelp, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asked:
    """Count it, and let those hear of it who were chosen. Without a name no letter tells when."""
    permit(actor, "need-help")
    asked = await going.open_round(command.round, work)
    decision, sees = await _decision(asked, work), await viewer(actor, work=work, clock=clock)
    lead = lead_of(actor.person_id, asked, sees.roster)
    if command.hears is Hears.LEAD and lead is None:
        raise Refusal(NO_LEAD, field="hears")
    is_new = await going.keep(asked, Going.HELP, actor.person_id, work)
    if command.hears is not Hears.NOBODY and (is_new or await _is_news(command, decision, actor, lead, work)):
        await _pass_on(command.hears, command.words, decision, lead, sees, work)
    return Asked(command.hears, lead.name if lead else "")


async def _is_news(
    command: AskForHelp, decision: Decision, actor: Actor, lead: Person | None, work: UnitOfWork
) -> bool:
    """Whether the same words were not sent before; without a name, only words are known again."""
    is_unnamed = command.hears is Hears.UNNAMED
    person = None if is_unnamed else actor.person_id
    known = await work.relay.help_for(lead.id if lead and command.hears is Hears.LEAD else None)
    same = [(one.decision, one.person, one.words) for one in known]
    return bool(command.words or person) and (decision.id, person, command.words) not in same


async def _pass_on(
    hears: Hears, words: str, decision: Decision, lead: Person | None, sees: Viewer, work: UnitOfWork
) -> None:
    person = None if hears is Hears.UNNAMED else sees.actor.person_id
    asked = HelpRequest(
        school=work.school,
        decision=decision.id,
        to=lead.id if lead and hears is Hears.LEAD else None,
        person=person,
        words=words,
        week=sees.today - timedelta(days=sees.today.weekday()),
        id=random_id(),
    )
    await work.relay.ask_for_help(asked)
    if person is None:
        return
    for reader in [lead] if lead and hears is Hears.LEAD else coaches(sees.roster):
        await work.outbox.post(
            Audience.person(reader.id),
            wording.letter(sees.roster.name(person), decision),
            key=f"relay/help/{asked.id}/{reader.id}",
            due_at=opening(sees.calendar, sees.now),
            reason=f"help:{asked.id}",
        )


async def still_asked(help_id: str, work: UnitOfWork, clock: Clock) -> bool:
    return await work.relay.help(help_id) is not None


async def queue(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Queue:
    """What was asked of this person. Only those who chose so are named."""
    permit(actor, "help-queue")
    sees = await viewer(actor, work=work, clock=clock)
    requests = await for_me(actor, work)
    is_coach = actor.is_any(Relation.COACH)
    slots = [one for one in await work.relay.slots_after(sees.now) if one.coach == actor.person_id]
    about = {one.decision for one in requests} | {one.decision for one in slots}
    people = {one.person for one in requests} | {one.booked_by for one in slots}
    names = {person: sees.roster.name(person) for person in people if person}
    decisions = await work.decisions.named(about)
    return Queue(requests, decisions, names, slots, is_coach, sees.calendar.zone)


async def for_me(actor: Actor, work: UnitOfWork) -> list[HelpRequest]:
    mine = await work.relay.help_for(actor.person_id)
    return mine + (await work.relay.help_for(None) if actor.is_any(Relation.COACH) else [])


async def settle(command: SettleHelp, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Queue:
    """Let it go: nobody waits any more."""
    asked = await work.relay.help(command.help)
    mine = asked is not None and (
        asked.to == actor.person_id or (asked.to is None and actor.is_any(Relation.COACH))
    )
    if asked is None:
        raise NotFound(GONE)
    permit(actor, "settle-help", *([Relation.CARRIER] if mine else []))
    await work.relay.settle_help(asked.id)
    return await queue(Nothing(), actor=actor, work=work, clock=clock)


async def waiting(sees: Viewer, work: UnitOfWork) -> list[Waiting]:
    if not may(sees.actor, "help-queue"):
        return []
    many = len(await for_me(sees.actor, work))
    return [wording.waiting(many)] if many else []
