"""Recording a visit."""

from datetime import datetime
from typing import Annotated

from pydantic import BeforeValidator, Field

from bot.content.look_fors import look_fors
from bot.errors import OutOfDate, Refusal
from bot.messages import walkthroughs as wording
from bot.messages.walkthroughs.visits import NOTES_LENGTH, Recorded, VisitSheet
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.people import Actor
from bot.model.walkthroughs import FirstVisit, Mark, Visit, Window
from bot.model.walkthroughs.visits import problem_in
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.walkthroughs.sheets import (
    meeting_ahead,
    next_after,
    open_on,
    refresh,
    trend_of,
    visit_sheet,
)
from storage.unit_of_work import UnitOfWork

CHOOSE = "Please choose one of the options."


class OpenVisit(Question):
    """The form for a visit, in one of the open windows."""

    window: str | None = None


async def open_visit(question: OpenVisit, *, actor: Actor, work: UnitOfWork, clock: Clock) -> VisitSheet:
    """What can be filled in now; a sentence with the next window's dates when none is open."""
    permit(actor, "walk")
    windows = await work.walkthroughs.windows()
    today = (await work.calendar.whole()).today(clock.now())
    opened = open_on(windows, today)
    if not opened:
        raise Refusal(wording.none_open(next_after(windows, today)))
    chosen = next((window for window in opened if window.id == question.window), opened[0])
    return await visit_sheet(opened, chosen, work=work, today=today)


def only_marked(marks: object) -> object:
    """Leave out the look-fors that were left empty."""
    return {code: mark for code, mark in marks.items() if mark} if isinstance(marks, dict) else marks


class RecordVisit(Command):
    """What was seen. `window` may be left out while only one is open. `counts` is the look-for whose examples
    were looked at; nothing is kept of that."""

    window: str | None = None
    band: str
    subject: str
    segment: str | None = None
    marks: Annotated[dict[str, Mark], BeforeValidator(only_marked)] = {}
    first_visit: FirstVisit
    notes: Annotated[str, Field(max_length=NOTES_LENGTH)] = ""
    counts: str | None = None


async def record(command: RecordVisit, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Recorded:
    """Keep a visit, and tell the ILT the first time that the window has enough of them."""
    permit(actor, "walk")
    calendar = await work.calendar.whole()
    window = await _window(command, work, calendar, clock.now())
    sheet = await visit_sheet([window], window, work=work, today=calendar.today(clock.now()))
    _check(command, sheet)
    await _check_notes(command.notes, work)
    work.walkthroughs.add(_visit(command, window, actor, calendar, clock.now()))
    await work.flush()
    if window.published is None:
        await _first_trend(window, work, calendar, clock.now())
    count = (await work.walkthroughs.counted())[window.id]
    return Recorded(window, sheet.looked_for, count, command.band, command.subject)


async def _window(command: RecordVisit, work: UnitOfWork, calendar: SchoolCalendar, now: datetime) -> Window:
    windows, today = await work.walkthroughs.windows(), calendar.today(now)
    opened = open_on(windows, today)
    if command.window is not None:
        opened = [window for window in opened if window.id == command.window]
        if not opened:
            raise OutOfDate("This window has closed. Your visit was not saved; /ilt walk shows what is open.")
    if not opened:
        raise Refusal(wording.none_open(next_after(windows, today)))
    if len(opened) > 1:
        raise Refusal("Please choose what you are looking for.", field="window")
    return opened[0]


def _check(command: RecordVisit, sheet: VisitSheet) -> None:
    offered: dict[str, set[str | None]] = {
        "band": {band.key for band in sheet.bands},
        "subject": {subject.key for subject in sheet.subjects},
        "segment": {None, *(segment.key for segment in sheet.segments)},
    }
    for field, keys in offered.items():
        if getattr(command, field) not in keys:
            raise Refusal(CHOOSE, field=field)
    codes = sheet.looked_for.codes
    if not command.marks:
        raise Refusal(wording.NO_MARKS, field=f"marks.{codes[0]}")
    if not set(command.marks) <= set(codes):
        raise OutOfDate("The look-fors have changed since you opened this form. Please open it again.")


async def _check_notes(notes: str, work: UnitOfWork) -> None:
    people = [person.name for person in (await work.people.roster()).people]
    problem = problem_in(notes, people=people, judging_words=look_fors().judging_words)
    if problem is not None:
        raise Refusal(wording.PROBLEMS[problem], field="notes")


def _visit(
    command: RecordVisit, window: Window, actor: Actor, calendar: SchoolCalendar, now: datetime
) -> Visit:
    return Visit(
        school=actor.school,
        window=window.id,
        band=command.band,
        subject=command.subject,
        segment=command.segment,
        marks=command.marks,
        first_visit=command.first_visit,
        notes=command.notes,
        observer=actor.person_id,
        day=calendar.today(now),
    )


async def _first_trend(window: Window, work: UnitOfWork, calendar: SchoolCalendar, now: datetime) -> None:
    if not await refresh(window, work=work, day=calendar.today(now)):
        return
    trend = await trend_of(window, work=work)
    if trend is not None:
        message = wording.card(trend, await meeting_ahead(work, now))
        key = f"walkthroughs/{window.id}/first-trend"
        await work.outbox.post(Audience.ilt(), message, key=key, due_at=next_hours(calendar, now))


def next_hours(calendar: SchoolCalendar, now: datetime) -> datetime:
    """When the bot may speak next; at once when the school year is over."""
    try:
        return calendar.next_open(now)
    except NoSchoolAhead:
        return now
