"""The meetings' part of the school file."""

from bot.errors import Refusal
from bot.messages.charter.words import CHANGE_IT
from bot.messages.dates import clock_time
from bot.model.everybody import Roster
from bot.model.meeting_series import Every, MeetingSeries
from bot.routines.meetings.suggestions import plan_of
from bot.routines.school_file import MeetingsSection
from storage.unit_of_work import UnitOfWork

GOVERNED_TIMES = ("call_at", "draft_at", "publish_at")
SETTINGS = ("title", "first", "at", "minutes", "call_at", "draft_at", "publish_at", "only_on")


async def establish(section: MeetingsSection | None, *, work: UnitOfWork, roster: Roster) -> list[str]:
    """Make the series what the file says; what is on the agendas stays, and goes with the new dates."""
    series = await work.meetings.series()
    if section is None:
        return await _ended(series, work)
    section = await _as_chartered(section, work)
    changes = _settled(series, section, work)
    await work.flush()
    plan = await plan_of(work)
    for meeting in plan.written.values():
        if not meeting.is_published:
            plan.settle(meeting)
    return changes


async def _as_chartered(section: MeetingsSection, work: UnitOfWork) -> MeetingsSection:
    """The same with the times of the adopted charter; raises `Refusal` where the file wants other ones."""
    adopted = await work.charters.adopted()
    if adopted is None:
        return section
    governed = {name: getattr(adopted.cadence, name) for name in GOVERNED_TIMES}
    for name, at in governed.items():
        if name in section.model_fields_set and getattr(section, name) != at:
            place = f"meetings.{name}"
            says = f"The charter says {clock_time(at)}. {CHANGE_IT}"
            raise Refusal(f"{place}: {says}", field=place)
    return section.model_copy(update=governed)


async def exported(work: UnitOfWork, roster: Roster) -> MeetingsSection | None:
    """The series as a school file says it; None when there is none."""
    series = await work.meetings.series()
    if series is None:
        return None
    settings = {name: getattr(series, name) for name in SETTINGS}
    return MeetingsSection(every=series.every.value, **settings)


async def _ended(series: MeetingSeries | None, work: UnitOfWork) -> list[str]:
    if series is None:
        return []
    await work.meetings.end(series)
    return ["Meetings: none are planned any more."]


def _settled(series: MeetingSeries | None, section: MeetingsSection, work: UnitOfWork) -> list[str]:
    wanted = {"every": Every(section.every)} | {name: getattr(section, name) for name in SETTINGS}
    if series is None:
        work.meetings.add(MeetingSeries(school=work.school, **wanted))
        return [f"Meetings: {section.title}, {section.every} from {section.first:%Y-%m-%d} on."]
    changed = [name for name, value in wanted.items() if getattr(series, name) != value]
    for name in changed:
        setattr(series, name, wanted[name])
    return [f"Meetings: {name.replace('_', ' ')} changed." for name in changed]
