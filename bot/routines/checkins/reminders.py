"""The reminder on the school day before, and the forgetting of what was only to be talked about."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from hashlib import blake2b

from bot.messages import checkins as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, NoSchoolAhead
from bot.model.checkins import CheckInSeries, CheckInTopic, Diary, Occurrence
from bot.model.people import the_clock
from bot.ports import Clock
from bot.routines.checkins.finding import in_step, without_spoken
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.outbox import STANDS
from storage.unit_of_work import UnitOfWork

AROUND = timedelta(days=60)
"""Further than any check-in is moved, and any break lasts, from its day in the rhythm."""

Days = Mapping[tuple[str, date], list[Occurrence]]


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """One reminder per person and day of check-ins, and the end of every topic that is not to be kept."""
    diary, sees = await _whole(work, until)
    first, last = diary.calendar.today(after), diary.calendar.today(until)
    days = by_person_and_day(_within(diary, first, last))
    reminders = [
        _reminder(person, on, reminded, diary, sees, work)
        for (person, on), held in sorted(days.items())
        if (reminded := [one for one in held if _is_reminded(one, diary)])
    ]
    found = [*reminders, *await _forgetting(diary, after, until, work)]
    return [one for one in found if after < one.at <= until]


async def _whole(work: UnitOfWork, now: datetime) -> tuple[Diary, Viewer]:
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    sees = Viewer(the_clock(work.school), roster, calendar, now)
    active = [one for one in await work.checkins.all_series() if one.active]
    return await work.checkins.diary(in_step(active, sees), calendar, sees.today), sees


def _within(diary: Diary, first: date, last: date) -> Iterable[Occurrence]:
    """Every check-in of the pairs that is on a day from `first` to a break's length after `last`."""
    around = (
        one for series in diary.series for one in diary.occurrences(series, first - AROUND, last + AROUND)
    )
    return (one for one in around if one.on >= first)


def by_person_and_day(found: Iterable[Occurrence]) -> Days:
    days: defaultdict[tuple[str, date], list[Occurrence]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.starts_at):
        for person in (one.series.lead, one.series.leader):
            days[person, one.on].append(one)
    return days


def reminded_at(on: date, diary: Diary) -> datetime | None:
    """The morning of the school day before; None when the calendar has none."""
    try:
        return diary.calendar.at(diary.calendar.shift(on, -1), diary.calendar.morning)
    except NoSchoolAhead:
        return None


def _is_reminded(one: Occurrence, diary: Diary) -> bool:
    """Whether a reminder is of use: a check-in moved after that morning was news enough."""
    at = reminded_at(one.on, diary)
    return at is not None and (one.change is None or one.change.changed_at <= at)


def _reminder(
    person: str, on: date, found: list[Occurrence], diary: Diary, sees: Viewer, work: UnitOfWork
) -> Due:
    """Its key names the check-ins: when one is skipped before it goes out, there is another for the rest."""
    day = f"checkin/reminder/{person}/{on}/"
    marks = fingerprint(found)
    at = reminded_at(on, diary) or found[0].starts_at
    return Due(
        key=f"{day}{marks}",
        at=at,
        what="Reminder of a 1:1",
        why="the school day before",
        audience=Audience.person(person),
        act=partial(_remind, person, found, day, diary, sees, work),
        stale_at=found[-1].starts_at,
        reason=f"checkin-day:{person}/{on}/{marks}",
    )


async def _remind(
    person: str, found: list[Occurrence], day: str, diary: Diary, sees: Viewer, work: UnitOfWork
) -> Message | None:
    """None when this person has been reminded of the day: what changed since then was news of its own."""
    if any(one.state in STANDS for one in await work.outbox.standing(day)):
        return None
    return wording.reminder([without_spoken(one, diary, person, sees) for one in found])


def fingerprint(found: Iterable[Occurrence]) -> str:
    """The same letters for the same check-ins at the same times."""
    return digest(f"{one.series.id}{one.starts_at.isoformat()}" for one in found)


def digest(words: Iterable[str]) -> str:
    """Twelve letters that stand for these words in any order."""
    return blake2b(" ".join(sorted(words)).encode(), digest_size=6).hexdigest()


async def _forgetting(diary: Diary, after: datetime, until: datetime, work: UnitOfWork) -> list[Due]:
    """The nights on which spoken topics end; what is overdue ends as soon as the bot is up."""
    nights: defaultdict[date, list[CheckInTopic]] = defaultdict(list)
    for topic in await work.checkins.to_be_forgotten():
        series = _series(topic.series, diary)
        on = diary.talked_about_on(topic, series) if series else topic.day
        nights[on + A_DAY].append(topic)
    return [
        Due(
            key=f"checkin/forget/{night}/{digest(topic.id for topic in topics)}",
            at=at if (at := diary.calendar.at(night, time())) > after else until,
            what="Words that were only to be talked about are deleted",
            why="the day after a 1:1",
            audience=Audience.ilt(),
            act=partial(_forget, topics, work),
            speaks=False,
        )
        for night, topics in nights.items()
    ]


async def _forget(topics: Sequence[CheckInTopic], work: UnitOfWork) -> None:
    await work.checkins.forget(topics)


def _series(series_id: str, diary: Diary) -> CheckInSeries | None:
    return next((one for one in diary.series if one.id == series_id), None)


async def _day_as_told(told: str, work: UnitOfWork, clock: Clock) -> bool:
    person, on, marks = told.split("/")
    diary, _ = await _whole(work, clock.now())
    day = date.fromisoformat(on)
    found = by_person_and_day(_within(diary, day, day)).get((person, day), [])
    return fingerprint(one for one in found if _is_reminded(one, diary)) == marks


async def _moved_as_told(told: str, work: UnitOfWork, clock: Clock) -> bool:
    series_id, day, starts_at = told.split("/")
    diary, _ = await _whole(work, clock.now())
    series = _series(series_id, diary)
    one = diary.occurrence(series, date.fromisoformat(day)) if series else None
    return one is not None and one.starts_at.isoformat() == starts_at


async def _skipped_as_told(told: str, work: UnitOfWork, clock: Clock) -> bool:
    series_id, day = told.split("/")
    diary, _ = await _whole(work, clock.now())
    series = _series(series_id, diary)
    return series is not None and diary.is_skipped(series, date.fromisoformat(day))


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "checkin-day": _day_as_told,
    "checkin-moved": _moved_as_told,
    "checkin-skipped": _skipped_as_told,
}
"""What makes a letter about a check-in worth sending, looked up again before it goes out."""
