"""Taking a calendar from a file: looked at as a whole, previewed, and applied like any other change."""

from typing import Annotated

from pydantic import Field

from bot.errors import Refusal
from bot.messages.dates import day as in_words
from bot.model.calendar import SchoolCalendar
from bot.model.calendar_changes import DayEntry, entry_of
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.calendar.changing import Preview, propose
from bot.routines.calendar.read_csv import read_csv
from bot.routines.calendar.read_ics import read_ics
from bot.routines.calendar.reading import LARGEST, Read
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork


class ImportCalendar(Command):
    """The text of a CSV or an ICS file; numbers and names of days in it are a calendar's own."""

    name_staff = frozenset({"text"})

    text: Annotated[str, Field(min_length=1, max_length=LARGEST)]


class OpenImport(Question):
    """Before the form is shown."""


async def before_importing(question: OpenImport, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    permit(actor, "import-calendar")


async def import_calendar(
    command: ImportCalendar, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Preview:
    """Keep what the file says for Apply, and say what it would bring; nothing changes yet."""
    permit(actor, "import-calendar")
    calendar, now = await work.calendar.whole(), clock.now()
    found = read_file(command.text, calendar, clock)
    known = {entry_of(day) for day in await work.calendar.days()}
    _refuse_bad_days(found, calendar, known, clock)
    preview = await propose(found.entries, actor=actor, work=work, now=now)
    return Preview(preview.change, preview.effects, found.left_out)


def read_file(text: str, calendar: SchoolCalendar, clock: Clock) -> Read:
    if "BEGIN:VCALENDAR" in text[:1000].upper():
        return read_ics(text, calendar, calendar.today(clock.now()))
    return read_csv(text)


def _refuse_bad_days(found: Read, calendar: SchoolCalendar, known: set[DayEntry], clock: Clock) -> None:
    """Days that are over, or outside the school year, unless the calendar says the same of them already."""
    today = calendar.today(clock.now())
    new = [entry.day for entry in found.entries if entry not in known]
    over = [day for day in new if day < today]
    outside = [day for day in new if (calendar.first or day) > day or (calendar.last or day) < day]
    if outside:
        raise Refusal(
            f"{in_words(outside[0])}, {outside[0].year} is outside the school year. Check the year, or mend "
            "the school year first. Nothing was taken from the file.",
            field="text",
        )
    if over:
        raise Refusal(
            f"{in_words(over[0])}, {over[0].year} is over, and the calendar says something else of it. "
            "Take that line out. Nothing was taken from the file.",
            field="text",
        )
