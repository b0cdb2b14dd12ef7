"""By when a sender hears, and on which mornings whoever owes the answer is reminded."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.staff_input.given import UNTOUCHED, InputState, StaffInput

PROMISED_DAYS = 10
"""Within so many school days a sender knows what became of it, or where it stands and the next date."""

LATE_EVERY = 5
TRIAGE_DAYS = 2


def first_answer_by(received_at: datetime, calendar: SchoolCalendar) -> date:
    """The school day after the one on which whoever answers gets to know of it.

    Raises `NoSchoolAhead` when the calendar has no such day.
    """
    return calendar.shift(calendar.today(calendar.next_open(received_at)), 1)


def outcome_by(received_at: datetime, calendar: SchoolCalendar) -> date:
    """The last of the promised school days after the local date of receipt, or the last there is.

    Raises `NoSchoolAhead` when the calendar has none at all.
    """
    start = calendar.today(received_at)
    days = list(islice(following(start, calendar), PROMISED_DAYS))
    return days[-1] if days else calendar.shift(start, 1)


def next_date(given: StaffInput, calendar: SchoolCalendar, today: date) -> date | None:
    """The next date the sender may count on; None when there is nothing left to wait for."""
    if given.awaits_outcome(today):
        return next((day for day in _promised(given, calendar) if day >= today), None)
    if given.state is InputState.ON_AGENDA:
        return given.meeting_on
    return given.look_again if given.state is InputState.DECLINED else None


def nudge_days(given: StaffInput, calendar: SchoolCalendar, last: date) -> Iterator[date]:
    """The school days, up to `last`, on whose morning whoever owes the answer is reminded.

    Untouched: the day by which a first answer is due and the second school day, unless whoever answers says
    that it is read; the day before the promise ends, its last day, and
    every fifth from then. On an agenda: the day after the meeting. Declined: the look-again day. Both
    again every fifth.
    """
    yield from _until(_nudges(given, calendar), last)


def late_days(given: StaffInput, calendar: SchoolCalendar, last: date) -> Iterator[date]:
    """The school days, up to `last`, on which an untouched input is tenth, twentieth, ... day old."""
    days = following(calendar.today(given.received_at), calendar)
    if given.state in UNTOUCHED:
        yield from _until(islice(days, PROMISED_DAYS - 1, None, PROMISED_DAYS), last)


def following(day: date, calendar: SchoolCalendar) -> Iterator[date]:
    """Every school day after `day`, until the calendar has no more."""
    while True:
        try:
            day = calendar.shift(day, 1)
        except NoSchoolAhead:
            return
        yield day


def _nudges(given: StaffInput, calendar: SchoolCalendar) -> Iterator[date]:
    if given.state is InputState.ON_AGENDA and given.meeting_on:
        yield from islice(following(given.meeting_on, calendar), 0, None, LATE_EVERY)
    elif given.state is InputState.DECLINED and given.look_again:
        yield from islice(following(given.look_again - A_DAY, calendar), 0, None, LATE_EVERY)
    elif given.state in UNTOUCHED:
        if given.triaged_at is None:
            yield from sorted({*_first_look(given, calendar), *_second_look(given, calendar)})
        for n, day in enumerate(following(calendar.today(given.received_at), calendar), 1):
            if n == PROMISED_DAYS - 1 or (n >= PROMISED_DAYS and n % LATE_EVERY == 0):
                yield day


def _first_look(given: StaffInput, calendar: SchoolCalendar) -> Iterator[date]:
    try:
        yield first_answer_by(given.passed_at or given.received_at, calendar)
    except NoSchoolAhead:
        return


def _second_look(given: StaffInput, calendar: SchoolCalendar) -> Iterator[date]:
    """The second school day after it came: whoever answers has not said that they have read it (R-122)."""
    came = calendar.today(given.passed_at or given.received_at)
    yield from islice(following(came, calendar), TRIAGE_DAYS - 1, TRIAGE_DAYS)


def _promised(given: StaffInput, calendar: SchoolCalendar) -> Iterator[date]:
    """The days a sender may count on: first answer, outcome, and every tenth school day after that."""
    yield from _first_look(given, calendar)
    days = list(islice(following(calendar.today(given.received_at), calendar), PROMISED_DAYS * 30))
    yield from days[PROMISED_DAYS - 1 :: PROMISED_DAYS] or days[-1:]


def _until(days: Iterator[date], last: date) -> Iterator[date]:
    for day in days:
        if day > last:
            return
        yield day
