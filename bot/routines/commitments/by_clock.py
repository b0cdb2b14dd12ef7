"""By the clock: an owner is asked two school days before, once; what nobody speaks of comes to rest."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import date, datetime

from bot.messages import dates
from bot.messages.commitments import posts
from bot.messages.commitments.words import Known
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.commitments import NUDGED, RESTS_AFTER, Commitment, CommitmentState
from bot.model.everybody import Roster
from bot.ports import Clock
from bot.routines.commitments.shown import known, on_the_ilt
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The questions to owners, and the day on which something comes to rest."""
    found = [one for one in await work.commitments.open_ones() if one.is_waited_for]
    if not found:
        return ()
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    names = known(roster, found)
    return [each for one in found for each in _around(one, calendar, roster, names)]


def _around(one: Commitment, calendar: SchoolCalendar, roster: Roster, names: Known) -> Iterator[Due]:
    asked_on = _day(calendar, one.due_on, -NUDGED)
    spoken = max(one.made_on, one.said_on or one.made_on)
    if asked_on is not None and spoken < asked_on:
        yield from (
            _nudge(one, owner, asked_on, calendar, names)
            for owner in one.owners
            if owner in on_the_ilt(roster)
        )
    rests_on = _day(calendar, one.last_word, RESTS_AFTER)
    if rests_on is not None:
        yield Due(
            key=f"commitment/{one.id}/rests/{one.last_word.isoformat()}",
            at=calendar.morning_of(rests_on),
            what="Something people said they would do comes to rest",
            why=f"{dates.days(RESTS_AFTER)} without a word",
            audience=Audience.ilt(),
            act=_rest(one, rests_on),
            speaks=False,
        )


def _day(calendar: SchoolCalendar, day: date, school_days: int) -> date | None:
    try:
        return calendar.shift(day, school_days)
    except NoSchoolAhead:
        return None


def _nudge(one: Commitment, owner: str, on: date, calendar: SchoolCalendar, names: Known) -> Due:
    async def act() -> Message | None:
        return posts.nudge(one, names)

    return Due(
        key=f"commitment/{one.id}/nudge/{owner}",
        at=calendar.morning_of(on),
        what="How something stands that is due soon",
        why=f"{dates.days(NUDGED)} before {dates.day(one.due_on)}",
        audience=Audience.person(owner),
        act=act,
        stale_at=calendar.at(one.due_on, calendar.closes_on(one.due_on)),
        reason=f"commitment:{one.id}",
    )


def _rest(one: Commitment, on: date) -> Callable[[], Awaitable[Message | None]]:
    async def act() -> None:
        one.become(CommitmentState.RESTS, on)

    return act


async def is_open(commitment_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether it is neither done nor let go."""
    one = await work.commitments.find(commitment_id)
    return one is not None and one.is_open


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {"commitment": is_open}
