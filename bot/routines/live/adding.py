"""Something new while the meeting runs: the parking lot, or minutes that another item loses (R-056)."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.live.forms import LONGEST, PARKING_LOT, SHORTEST, TITLE, Adding
from bot.messages.live.replies import Added
from bot.messages.live.words import minutes
from bot.model.agenda_items import AgendaItem, Outcome, Provenance
from bot.model.live import MeetingRun, RunLine
from bot.model.live_room import Room
from bot.model.parking import Parked
from bot.model.people import Actor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.live.parking import new_item
from bot.routines.live.room import repaint, running, standing
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork


class WhereItGoes(Question):
    day: date


class AddNow(Command):
    day: date
    title: Annotated[str, Field(min_length=1, max_length=TITLE)]
    minutes: Annotated[int, Field(ge=SHORTEST, le=LONGEST)] = 5
    loses: str = PARKING_LOT
    outcome: Outcome = Outcome.DISCUSS


async def before_adding(question: WhereItGoes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Adding:
    """Where something new can go: for all to the parking lot, for whoever leads in place of something."""
    room = await running(question.day, work)
    permit(actor, "add-now", *standing(room, actor))
    return Adding(room, may(actor, "next-item", *standing(room, actor)), losers(room.run))


def losers(run: MeetingRun) -> tuple[RunLine, ...]:
    """The lines that can still lose minutes: those ahead and the one at hand, without the frame."""
    at_hand = (run.line,) if run.line else ()
    return tuple(line for line in (*run.ahead, *at_hand) if not line.is_frame and line.minutes >= SHORTEST)


async def add(command: AddNow, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Added:
    """Park it, or put it next; then the item that loses its minutes has less time from now on."""
    room, now = await running(command.day, work), clock.now()
    permit(actor, "add-now", *standing(room, actor))
    if command.loses == PARKING_LOT:
        return await _park(command, room, actor, work, now)
    permit(actor, "next-item", *standing(room, actor))
    loser = _loser(command, room)
    item = AgendaItem(
        school=work.school,
        day=room.run.day,
        title=command.title,
        minutes=command.minutes,
        provenance=Provenance.MEMBER,
        added_at=now,
        outcome=command.outcome,
        by=actor.person_id,
    )
    work.meetings.add(item)
    await work.flush()
    added = room.run.add(item.id, command.minutes, command.outcome, loser)
    if room.run.line is not None:
        await repaint(room, room.run.line.number, work, now)
    return Added(room, command.title, added, room.run.numbered(loser.number))


def _loser(command: AddNow, room: Room) -> RunLine:
    found = next((line for line in losers(room.run) if str(line.number) == command.loses), None)
    if found is None:
        raise OutOfDate("That item is done already. Please choose another.", field="loses")
    if found.minutes < command.minutes:
        raise Refusal(f"That item has only {minutes(found.minutes)}. Choose fewer.", field="minutes")
    return found


async def _park(command: AddNow, room: Room, actor: Actor, work: UnitOfWork, now: datetime) -> Added:
    plan = await plan_of(work)
    item = await new_item(command.title, None, room, plan, actor.person_id, work, now)
    entry = Parked(
        school=work.school,
        item=item.id,
        day=room.run.day,
        parked_on=plan.calendar.today(now),
        owner=actor.person_id,
    )
    work.live.add(entry)
    return Added(room, command.title)
