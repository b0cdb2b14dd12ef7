"""What other routines ask of the meetings: put this on the agenda, take it off, when is the next one."""

from datetime import date, datetime
from textwrap import shorten

from bot.errors import Refusal
from bot.model.agenda_items import AgendaItem, Provenance, Suggestion, served
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting
from storage.unit_of_work import UnitOfWork

TITLE_LENGTH = 150
NO_MEETING = (
    "No ILT meeting is planned yet. "
    "Ask whoever looks after ILT Bot here to put the meetings in the school file."
)


async def plan_of(work: UnitOfWork) -> Plan:
    """The school's meetings as they stand now."""
    series, calendar = await work.meetings.series(), await work.calendar.whole()
    written = {meeting.day: meeting for meeting in await work.meetings.written()}
    return Plan(work.school, series, calendar, written)


async def next_meeting(work: UnitOfWork, now: datetime) -> Meeting | None:
    """The meeting that is on now or comes next; None when none is planned."""
    return (await plan_of(work)).next(now)


async def put_on_agenda(suggestion: Suggestion, *, work: UnitOfWork, now: datetime) -> Meeting:
    """Place a suggestion on the next meeting whose agenda is not published yet, and say which that is.

    What is already on an agenda (same provenance and source) stays where it is, in its newest
    words. Raises `Refusal` when no meeting is planned.
    """
    plan = await plan_of(work)
    item = await _known(suggestion, work)
    landing = plan.landing(item.day, now) if item else None
    if item and landing:
        _say_anew(item, suggestion)
        return keep(landing, work, plan)
    meeting = plan.next_unpublished(now)
    if meeting is None:
        raise Refusal(NO_MEETING)
    work.meetings.add(_item(suggestion, meeting, work.school, now))
    await work.flush()
    return keep(meeting, work, plan)


async def take_off(provenance: Provenance, source: str, *, work: UnitOfWork) -> bool:
    """Take what stands for this thing off the agenda and forget its words; False when it was on none."""
    item = await work.meetings.open_about(provenance, source)
    if item is None:
        return False
    item.withdraw()
    return True


async def agenda_day(provenance: Provenance, source: str, *, work: UnitOfWork, now: datetime) -> date | None:
    """The day of the meeting this thing is on the agenda of, carried over or not; None when it is on none."""
    item = await work.meetings.open_about(provenance, source)
    landing = (await plan_of(work)).landing(item.day, now) if item else None
    return landing.day if landing else None


def keep(meeting: Meeting, work: UnitOfWork, plan: Plan) -> Meeting:
    """Write the meeting down unless it already is, so that something can be remembered of it."""
    if meeting.day not in plan.written:
        work.meetings.add(meeting)
    return plan.written.setdefault(meeting.day, meeting)


async def _known(suggestion: Suggestion, work: UnitOfWork) -> AgendaItem | None:
    if not suggestion.source:
        return None
    return await work.meetings.open_about(suggestion.provenance, suggestion.source)


def _item(suggestion: Suggestion, meeting: Meeting, school: str, now: datetime) -> AgendaItem:
    return AgendaItem(
        school=school,
        day=meeting.day,
        title=_fitting(suggestion.title),
        minutes=suggestion.minutes,
        provenance=suggestion.provenance,
        added_at=now,
        outcome=suggestion.outcome,
        source=suggestion.source,
        label=suggestion.label,
        detail=suggestion.detail,
        by=suggestion.by,
        kind=suggestion.kind,
        focus=suggestion.focus or served(suggestion.kind, suggestion.outcome),
        problem=suggestion.problem,
        strategy=suggestion.strategy,
        students=suggestion.students,
    )


def _say_anew(item: AgendaItem, suggestion: Suggestion) -> None:
    item.title, item.label, item.detail = _fitting(suggestion.title), suggestion.label, suggestion.detail
    item.students = suggestion.students or item.students


def _fitting(title: str) -> str:
    return title if len(title) <= TITLE_LENGTH else shorten(title, TITLE_LENGTH, placeholder=" …")
