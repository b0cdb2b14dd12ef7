"""A round of voices on the item at hand. Counts stay, names go with the item (R-082)."""

from datetime import date, datetime
from typing import Literal

from bot.errors import OutOfDate
from bot.messages.live import rounds as wording
from bot.messages.live.rounds import SPOKE, Ended, Turn
from bot.model.live import RunLine
from bot.model.live_room import Room
from bot.model.people import Actor, Relation, Role
from bot.model.rounds import VoiceRound
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.live.room import at_hand, live_key, running, say, standing
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

OVER = "This round is over."


class OpenRound(Command):
    day: date
    line: int


class CloseRound(Command):
    day: date
    line: int


class TakeTurn(Command):
    """One turn, spoken or passed. Nobody is to learn of it, so no log names who took it."""

    day: date
    line: int
    way: Literal["spoke", "passed"]

    @property
    def is_logged_by_name(self) -> bool:
        return False


async def begin(command: OpenRound, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Room:
    """Ask everybody for one turn on the item at hand, once."""
    room = await running(command.day, work)
    permit(actor, "open-round", *standing(room, actor))
    line = at_hand(room, command.line)
    if await work.rounds.on(command.day, line.number) is None:
        members = (await work.people.roster()).holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER)
        opened = VoiceRound(
            school=work.school, day=command.day, line=line.number, eligible=len({one.id for one in members})
        )
        work.rounds.add(opened)
        await work.flush()
        await say(room, wording.asked(room, line), _what(line), work, clock.now())
    return room


async def take(command: TakeTurn, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Turn:
    """Count one turn of a member; the second of the same one counts nothing."""
    permit(actor, "take-turn")
    room = await running(command.day, work)
    line = at_hand(room, command.line)
    found = await _open(command.day, line, work)
    is_new = await work.rounds.tap(found.id, actor.person_id)
    if is_new:
        found.count(spoke=command.way == SPOKE)
    return Turn(is_new)


async def close(command: CloseRound, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Ended:
    """Close the round, and tell the facilitator alone how many voices are left."""
    room = await running(command.day, work)
    facilitates = actor.person_id == room.facilitator
    permit(actor, "close-round", *((Relation.FACILITATOR,) if facilitates else ()))
    line = at_hand(room, command.line)
    found = await _open(command.day, line, work)
    await _end(found, room, line, work, clock.now())
    return Ended(found.left)


async def forget(room: Room, line: RunLine, work: UnitOfWork, now: datetime) -> None:
    """The item is over: its round is, too, and who had their turn is forgotten."""
    found = await work.rounds.on(room.run.day, line.number)
    if found is None:
        return
    if found.is_open:
        await _end(found, room, line, work, now)
    await work.rounds.forget_names(found.id)


async def _end(found: VoiceRound, room: Room, line: RunLine, work: UnitOfWork, now: datetime) -> None:
    found.close()
    over = wording.over(room, line)
    await work.outbox.edit(live_key(room.run.day, _what(line)), over, edit="over", due_at=now)


async def _open(day: date, line: RunLine, work: UnitOfWork) -> VoiceRound:
    found = await work.rounds.on(day, line.number)
    if found is None or not found.is_open:
        raise OutOfDate(OVER)
    return found


def _what(line: RunLine) -> str:
    return f"round/{line.number}/answer"
