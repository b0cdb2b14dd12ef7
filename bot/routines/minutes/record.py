"""Reading minutes as they stand now, for whoever may read them."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.errors import NotFound
from bot.messages import dates
from bot.messages.minutes import cards
from bot.model.decisions import DecisionState
from bot.model.live import MeetingRun
from bot.model.live_room import Room
from bot.model.meeting_plan import Plan
from bot.model.minutes import STILL_DECIDED, Excerpt, Minutes, Record
from bot.model.parking import ParkedState
from bot.model.people import Actor, Relation
from bot.model.rotation import MeetingRole
from bot.model.rounds import full_of
from bot.permissions import may
from bot.routines.live.room import room_of
from bot.routines.meetings.suggestions import plan_of
from storage.unit_of_work import UnitOfWork

NO_MINUTES = "There are no minutes yet. They are drafted when a meeting ends."


async def record_of(minutes: Minutes, work: UnitOfWork, actor: Actor | None = None) -> Record:
    """The minutes with all they tell, and whether this person may edit them."""
    run = await work.live.run(minutes.day)
    if run is None:
        raise NotFound(NO_MINUTES)
    plan = await plan_of(work)
    room = await room_of(run, plan, work)
    may_edit = actor is not None and may(actor, "edit-minutes", *standing(room, minutes, actor))
    return Record(
        room,
        minutes,
        await _decisions(run, work),
        [f"{room.name(one.owner)}: {one.text}" for one in await work.commitments.made_at(run.day)],
        await _parked(room, plan, work),
        by_place(await work.minutes.excerpts(run.day)),
        full_of(await work.rounds.of(run.day)),
        may_edit,
    )


async def read(day: date | None, work: UnitOfWork, actor: Actor | None = None) -> Record:
    """The last version of a day's minutes, or of the last there are; raises `NotFound` without any."""
    minutes = await work.minutes.latest() if day is None else await work.minutes.of(day)
    if minutes is None:
        raise NotFound(NO_MINUTES if day is None else cards.none(dates.day(day)))
    return await record_of(minutes, work, actor)


def standing(room: Room, minutes: Minutes, actor: Actor) -> tuple[Relation, ...]:
    """Whoever is asked to confirm them stands in for the recorder."""
    records = room.holders.get(MeetingRole.RECORDER) == actor.person_id or actor.person_id in minutes.asked
    leads = room.facilitator == actor.person_id
    return (*((Relation.RECORDER,) if records else ()), *((Relation.FACILITATOR,) if leads else ()))


def by_place(excerpts: Iterable[Excerpt]) -> dict[str, list[Excerpt]]:
    found: dict[str, list[Excerpt]] = {}
    for one in excerpts:
        found.setdefault(one.place, []).append(one)
    return found


async def _decisions(run: MeetingRun, work: UnitOfWork) -> list[str]:
    """What was recorded from the start until a little after the end, and not withdrawn."""
    until = (run.ended_at or run.end) + STILL_DECIDED
    found = [
        one
        for one in await work.decisions.register()
        if run.started_at <= one.decided_at <= until and one.state is not DecisionState.WITHDRAWN
    ]
    return [f"{one.label}: {one.statement}" for one in reversed(found)]


async def _parked(room: Room, plan: Plan, work: UnitOfWork) -> list[str]:
    day = room.run.day
    found: list[str] = []
    for entry in await work.live.parked_since(day):
        item = await work.meetings.item(entry.item)
        if entry.day == day and item is not None and entry.state is not ParkedState.DROPPED:
            found.append(f"{item.title} ({room.name(entry.owner)} looks after it)")
    return found


def soon(run: MeetingRun, plan: Plan, now: datetime) -> datetime | None:
    """Now, until ten minutes after the end of a meeting; after that in contract hours."""
    ended = run.ended_at
    if ended is not None and not run.was_left and now <= ended + STILL_DECIDED:
        return now
    return plan.calendar.opening(now)
