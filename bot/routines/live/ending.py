"""The end of a meeting, and what follows from it."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime

from pydantic import Field

from bot.errors import Refusal
from bot.messages.live import receipt
from bot.model.audiences import Audience
from bot.model.live import FINISHED, Met, Result
from bot.model.live_room import Room
from bot.model.meeting_plan import Plan
from bot.model.parking import ParkedState
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.live import asking, rounds
from bot.routines.live.room import live_key, repaint, running, standing
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.sheets import close_one
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork


class BeforeEnding(Question):
    day: date


class EndMeeting(Command):
    """`objectives` are answered by their place ("0"), `outcomes` by the number of the line ("3")."""

    day: date
    objectives: dict[str, Met] = Field(default_factory=dict)
    outcomes: dict[str, Result] = Field(default_factory=dict)


async def before_ending(question: BeforeEnding, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Room:
    """The meeting as it stands, for whoever leads it."""
    room = await running(question.day, work)
    permit(actor, "end-meeting", *standing(room, actor))
    return room


async def end(command: EndMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Room:
    """End the meeting now, with what its facilitator says of its objectives and its items."""
    room = await running(command.day, work)
    permit(actor, "end-meeting", *standing(room, actor))
    room.run.met = _met(command, room)
    _refuse_what_was_not_parked(command, room)
    await finish(room, await plan_of(work), work, clock.now(), results=_results(command))
    return room


def _met(command: EndMeeting, room: Room) -> tuple[Met, ...]:
    places = [str(place) for place in range(len(room.meeting.objectives))]
    missing = next((place for place in places if place not in command.objectives), None)
    if missing is not None:
        raise Refusal("Please say of each objective whether it was met.", field=f"objectives.{missing}")
    return tuple(command.objectives[place] for place in places)


def _results(command: EndMeeting) -> dict[int, Result]:
    return {int(number): result for number, result in command.outcomes.items() if number.isdecimal()}


def _refuse_what_was_not_parked(command: EndMeeting, room: Room) -> None:
    """Parking needs an owner, so the form at the end cannot do it; it can leave it as it is."""
    for number, result in _results(command).items():
        line = room.run.numbered(number)
        if result in (Result.PARKED, Result.GROUP) and (line is None or line.result is not result):
            raise Refusal("Choose what became of it; “Comes back” keeps it.", field=f"outcomes.{number}")


async def finish(
    room: Room,
    plan: Plan,
    work: UnitOfWork,
    now: datetime,
    *,
    at: datetime | None = None,
    results: dict[int, Result] | None = None,
) -> None:
    """End a run at a moment (`at`, else now), then do everything that follows, in order."""
    number = room.run.line.number if room.run.line else None
    room.run.facilitator = room.facilitator
    room.run.finish(at or now, results)
    if number is not None:
        await repaint(room, number, work, now)
        line = room.run.numbered(number)
        if line is not None:
            await asking.withdraw(room, line, work, now)
            await rounds.forget(room, line, work, now)
    for follow in AFTERWARDS:
        await follow(room, plan, work, now)


async def _settle_items(room: Room, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """What is finished does not come back; all else stays open and is on the next agenda."""
    today = plan.calendar.today(now)
    for line in room.run.lines:
        item = room.items.get(line.item or "")
        if item is not None and line.result in FINISHED:
            item.finish()
            parked = await work.live.parked_item(item.id)
            if parked is not None:
                parked.settle(ParkedState.RESOLVED, today)


async def _close(room: Room, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """The meeting itself is over, whatever the hour."""
    if plan.takes_place(room.run.day):
        await close_one(room.meeting, work)


async def _say_how_it_went(room: Room, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """The time receipt, in the thread: at once, or in contract hours when nobody pressed End."""
    if not plan.takes_place(room.run.day):
        return
    names = {strategy.key: strategy.name for strategy in await work.strategies.ever()}
    at = plan.calendar.opening(now) if room.run.was_left else now
    if at is not None:
        await work.outbox.post(
            Audience.ilt(),
            receipt.receipt(room, names),
            key=live_key(room.run.day, "receipt"),
            due_at=at,
            thread=key_of(room.run.day, "agenda"),
        )


async def _what_remains(room: Room, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """The minutes, and what everybody is asked at the close."""
    from bot.routines.minutes import closing, drafting  # they read runs, and so know this package

    await drafting.draft(room, plan, work, now)
    await closing.ask(room, plan, work, now)


Follows = Callable[[Room, Plan, UnitOfWork, datetime], Awaitable[None]]

AFTERWARDS: tuple[Follows, ...] = (_settle_items, _close, _say_how_it_went, _what_remains)
"""What follows when a meeting has ended, in this order, in the same unit of work: each is given the room of
the run (its `state` is closing, every line has its `result`), the plan, the work and the moment. Whatever
else is to happen at the end of a meeting is added here."""
