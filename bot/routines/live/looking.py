"""Looking at the meeting that runs, at how meetings went, and at the parking lot."""

from datetime import date, datetime, timedelta

from bot.messages.home import HomeShare
from bot.messages.live import home as wording
from bot.messages.live.home import Shown
from bot.messages.vocabulary import Part
from bot.model.agenda_items import AgendaItem
from bot.model.calendar import SchoolCalendar
from bot.model.meeting_plan import Plan
from bot.model.parking import Lot, Parked, Waits, soon_settled
from bot.model.people import Actor, Relation
from bot.model.punctuality import punctuality
from bot.model.rotation import MeetingRole
from bot.permissions import may
from bot.routines.live.room import room_of, standing
from bot.routines.live.starting import refusal_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

LAST = 10
A_YEAR = timedelta(days=365)


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The meeting somebody leads, how meetings start and end, and what is parked; for the ILT."""
    if not may(viewer.actor, "parking-lot"):
        return HomeShare()
    return wording.home(await shown(viewer.actor, work, viewer.now))


async def lines(actor: Actor, work: UnitOfWork, now: datetime) -> tuple[Part, ...]:
    """What the ILT reads beside an agenda."""
    if not may(actor, "parking-lot"):
        return ()
    return wording.beside(await shown(actor, work, now))


async def shown(actor: Actor, work: UnitOfWork, now: datetime) -> Shown:
    """What somebody of the ILT sees of meetings besides the agenda."""
    plan = await plan_of(work)
    run = await work.live.running()
    room = await room_of(run, plan, work) if run else None
    leads = room is not None and may(actor, "next-item", *standing(room, actor))
    begins = None if run else await _about_to_begin(actor, plan, work, now)
    punctual = punctuality(await work.live.latest(LAST))
    return Shown(room, leads, begins, punctual, await lot_of(plan, work, now))


async def _about_to_begin(actor: Actor, plan: Plan, work: UnitOfWork, now: datetime) -> date | None:
    """The day of the meeting that this person can start now."""
    meeting = plan.next(now)
    if meeting is None or refusal_of(meeting, plan, now) is not None:
        return None
    if await work.live.run(meeting.day) is not None:
        return None
    holder = (await work.meetings.roles(meeting.day)).get(MeetingRole.FACILITATOR)
    facilitates = holder is not None and holder.person == actor.person_id
    given = (Relation.FACILITATOR,) if facilitates else ()
    return meeting.day if may(actor, "start-meeting", *given) else None


async def lot_of(plan: Plan, work: UnitOfWork, now: datetime) -> Lot:
    """The parking lot as it stands: of each thing its item's own words, and its age in school days."""
    calendar, today = plan.calendar, plan.calendar.today(now)
    entries = await work.live.parking_lot()
    items = await work.live.items([one.item for one in entries])
    waits = [_waits(one, items.get(one.item), calendar, today) for one in entries]
    year = await work.live.parked_since(today - A_YEAR)
    held = [one.on for one in plan.held(today - A_YEAR, today)]
    return Lot(tuple(one for one in waits if one), soon_settled(year, held))


def _waits(entry: Parked, item: AgendaItem | None, calendar: SchoolCalendar, today: date) -> Waits | None:
    if item is None:
        return None
    age = sum(1 for _ in calendar.school_days(entry.parked_on, today)) - 1
    return Waits(entry, item.title, max(0, age))
