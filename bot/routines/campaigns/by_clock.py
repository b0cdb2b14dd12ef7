"""What happens to campaigns by the clock: they close, and a result that nobody sums up is asked for."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime

from bot.messages.campaigns import results as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.campaigns import DAYS_TO_SUM_UP, Campaign, CampaignState, is_enough
from bot.model.everybody import Roster
from bot.model.publishing import FEWEST
from bot.ports import Clock
from bot.routines.campaigns import connecting, pulse, student_voice
from bot.routines.campaigns.asking import channels
from bot.routines.staff_input.telling import opening_of
from bot.routines.timetable import Due, not_before
from storage.unit_of_work import UnitOfWork


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The ends of what is open, and the results that are owed; the staff pulse twice a year."""
    found = await pulse.due(work, after, until)
    running = await work.campaigns.in_state((CampaignState.OPEN, CampaignState.CLOSED))
    if not running:
        return found
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    ends = [_end(one, calendar, roster, work, after, until) for one in running]
    return [*found, *(one for one in ends if one is not None and after < one.at <= until)]


def _end(
    campaign: Campaign,
    calendar: SchoolCalendar,
    roster: Roster,
    work: UnitOfWork,
    after: datetime,
    until: datetime,
) -> Due | None:
    if campaign.closes_on is None:
        return None
    try:
        day = calendar.on_or_after(campaign.closes_on)
    except NoSchoolAhead:
        day = campaign.closes_on
    if campaign.state is CampaignState.OPEN:
        at = not_before(calendar.at(day, calendar.closes_on(day)), after)
        return _closing(campaign, day, at, opening_of(calendar, until), roster, work)
    try:
        owed_on = calendar.shift(day, DAYS_TO_SUM_UP)
    except NoSchoolAhead:
        return None
    return _owed(campaign, owed_on, calendar, work)


def _closing(
    campaign: Campaign, day: date, at: datetime, due_at: datetime, roster: Roster, work: UnitOfWork
) -> Due:
    """It closes in quiet times too, and with the routine off: nobody's answers wait for that."""
    asker = roster.person(campaign.asked_by)
    reader = asker if asker and asker.active else roster.triager()
    audience = Audience.person(reader.id) if reader else Audience.ilt()
    key = f"campaign/{campaign.id}/closes/{day}"

    async def act() -> None:
        told = await _close(campaign, due_at, work)
        if told is not None:
            await work.outbox.post(audience, told, key=key, due_at=due_at)

    return Due(
        key=key,
        at=at,
        what=f"{campaign.label} closes",
        why="the school days it was to be open are over",
        audience=audience,
        act=act,
        speaks=False,
    )


async def _close(campaign: Campaign, due_at: datetime, work: UnitOfWork) -> Message | None:
    """Close it. With too few answers all of them are deleted at once, and where it was asked that is said."""
    if not campaign.become(CampaignState.CLOSED):
        return None
    fewest = max(FEWEST, (await work.settings.now()).k)
    campaign.answers = await work.campaigns.count(campaign.id)
    if is_enough(campaign.answers, fewest):
        return wording.closed(campaign)
    campaign.become(CampaignState.POSTED)
    campaign.answers = 0
    await work.campaigns.forget_answers(campaign.id)
    for audience in channels(campaign):
        key = f"campaign/{campaign.id}/result/{audience.key}"
        await work.outbox.post(audience, wording.too_few(campaign, fewest), key=key, due_at=due_at)
    return wording.came_to_little(campaign, fewest)


def _owed(campaign: Campaign, day: date, calendar: SchoolCalendar, work: UnitOfWork) -> Due:
    async def act() -> Message | None:
        return wording.owed(campaign)

    return Due(
        key=f"campaign/{campaign.id}/owed/{day}",
        at=calendar.at(day, calendar.morning),
        what=f"The result of {campaign.label} is owed",
        why="five school days after it closed",
        audience=Audience.ilt(),
        act=act,
        reason=f"campaign-owed:{campaign.id}",
    )


async def _is_open(campaign_id: str, work: UnitOfWork, clock: Clock) -> bool:
    return await _is(campaign_id, work, CampaignState.OPEN)


async def _is_owed(campaign_id: str, work: UnitOfWork, clock: Clock) -> bool:
    return await _is(campaign_id, work, CampaignState.CLOSED)


async def _is(campaign_id: str, work: UnitOfWork, state: CampaignState) -> bool:
    campaign = await work.campaigns.find(campaign_id)
    return campaign is not None and campaign.state is state


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "campaign-open": _is_open,
    "campaign-owed": _is_owed,
    "pulse-open": pulse.is_open,
    "student-voice": student_voice.is_waiting,
    "connect": connecting.still_wants,
}
"""What makes a letter about a question worth sending, looked up again before it goes out."""
