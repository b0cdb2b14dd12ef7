"""Reading an agenda as it stands, and settling its draft."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import takewhile

from bot.messages.away import named
from bot.model.agenda import TREND, Sheet, build, dive_of, without_learning
from bot.model.agenda_items import AgendaItem, Suggestion
from bot.model.calendar import NoSchoolAhead
from bot.model.everybody import Roster
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting, MeetingState
from bot.routines.meetings.shapes import templates_of
from bot.routines.meetings.suggestions import keep, put_on_agenda
from bot.routines.meetings.turns import share_out
from storage.unit_of_work import UnitOfWork


async def sheet_of(meeting: Meeting, plan: Plan, roster: Roster, work: UnitOfWork, now: datetime) -> Sheet:
    """The agenda of a meeting, with everything that is said around it."""
    holders = await work.meetings.roles(meeting.day)
    items = await items_of(meeting, plan, work, now)
    template = (await templates_of(work)).shaping(meeting.template, meeting.minutes + meeting.returned)
    return Sheet(
        meeting,
        build(meeting, await work.strategies.ever(), items, plan, template),
        plan.moments(meeting),
        plan.calendar.zone,
        {role: holder.person for role, holder in holders.items()},
        {person.id: named(person, roster, meeting.on) for person in roster.people},
        scope.name if (scope := roster.team(meeting.scope)) else "",
        meeting.purpose if meeting.is_published else await _chartered(work),
        operational_at_most=(await work.settings.now()).tags.operational_at_most,
        without_learning=without_learning(meeting, plan),
        pledge=await _pledged(meeting, work),
    )


async def _pledged(meeting: Meeting, work: UnitOfWork) -> str:
    before = await work.closings.before(meeting.day)
    return before.pledge if before else ""


async def go_out(sheet: Sheet, work: UnitOfWork) -> None:
    """Publish an agenda. Its meeting keeps the purpose of this day whatever the charter says later (R-024),
    and what its minutes are for."""
    meeting = sheet.meeting
    meeting.split = sheet.agenda.split
    meeting.purpose = await _chartered(work)
    meeting.reach(MeetingState.PUBLISHED)


async def _chartered(work: UnitOfWork) -> str:
    adopted = await work.charters.adopted()
    return adopted.purpose if adopted else ""


async def items_of(meeting: Meeting, plan: Plan, work: UnitOfWork, now: datetime) -> Sequence[AgendaItem]:
    """The open items a meeting takes up: its own, and what meetings before it left or could not take up."""
    sooner = takewhile(lambda other: other.day < meeting.day, plan.ahead(now))
    taken = max((other.day for other in sooner), default=date.min)
    return [item for item in await work.meetings.open_items() if taken < item.day <= meeting.day]


async def settle_draft(
    meeting: Meeting, plan: Plan, roster: Roster, work: UnitOfWork, now: datetime
) -> Meeting:
    """Settle what the draft holds: the trend, the deep dive and the roles; once."""
    meeting = keep(meeting, work, plan)
    if meeting.is_drafted:
        return meeting
    await close_past(plan, work, now)
    await _bring_the_trend(work, now)
    dive = dive_of(meeting, await work.strategies.ever())
    meeting.deep_dive = dive.key if dive else None
    await share_out(meeting, plan, roster, work)
    meeting.reach(MeetingState.DRAFTED)
    await work.flush()
    return meeting


async def close_past(plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """Close the meetings that took place and are over; what each looked at closely is remembered."""
    for meeting in sorted(plan.written.values(), key=lambda one: one.day):
        if meeting.is_drafted and meeting.ends_at <= now and plan.takes_place(meeting.day):
            await close_one(meeting, work)


async def close_one(meeting: Meeting, work: UnitOfWork) -> None:
    """Close a meeting, once: remember what it looked at closely, and take what was only read off."""
    if not meeting.reach(MeetingState.CLOSED):
        return
    for strategy in await work.strategies.ever():
        if strategy.key == meeting.deep_dive:
            strategy.last_dive = meeting.day
    for item in await work.meetings.open_items():
        if item.memo and item.day <= meeting.day:
            item.finish()
    for holder in (await work.meetings.roles(meeting.day)).values():
        holder.passed = ()


async def _bring_the_trend(work: UnitOfWork, now: datetime) -> None:
    """Put the walkthrough trend on the agenda, unless a meeting has already dealt with this very one."""
    trend = await _trend(work, now)
    if trend is None:
        return
    before = await work.meetings.last_about(trend.provenance, trend.source)
    if before is None or (before.title, before.label) != (trend.title, trend.label):
        await put_on_agenda(replace(trend, minutes=TREND), work=work, now=now)


async def _trend(work: UnitOfWork, now: datetime) -> Suggestion | None:
    from bot.routines import walkthroughs  # they put trends on agendas, and so know this module

    try:
        return await walkthroughs.trend_for_agenda(work, now)
    except NoSchoolAhead:  # they look back some school days, which a young year does not have
        return None
