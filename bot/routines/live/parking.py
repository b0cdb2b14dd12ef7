"""Putting something off: into the parking lot, or to a small group with a date."""

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import Field

from bot.errors import Refusal
from bot.messages import dates
from bot.messages.live import cards
from bot.messages.live.forms import GROUP, TITLE, AtHand
from bot.messages.live.replies import PutOff
from bot.model.agenda_items import AgendaItem, Outcome, Provenance
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY
from bot.model.everybody import Roster
from bot.model.live import Result, RunLine
from bot.model.live_room import Room
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting
from bot.model.parking import Parked
from bot.model.people import Actor, Role
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.live.going import settle
from bot.routines.live.room import at_hand, live_key, running, standing
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

MINUTES = 5
NO_POINT = "Say which question you park. The standing item itself comes back on every agenda."
NOT_OF_THE_ILT = "Please choose somebody of the ILT."


class AboutLine(Question):
    day: date
    line: int


class ParkItem(Command):
    """With a `point` only that is parked, and the item goes on; without, the item itself is."""

    day: date
    line: int
    point: Annotated[str, Field(max_length=TITLE)] = ""
    owner: str


class GiveToGroup(Command):
    name_staff: ClassVar[frozenset[str]] = frozenset({"group"})

    day: date
    line: int
    group: Annotated[str, Field(max_length=GROUP)] = ""
    owner: str
    due_on: date


async def before_parking(question: AboutLine, *, actor: Actor, work: UnitOfWork, clock: Clock) -> AtHand:
    """The line at hand and the people of the ILT, for whoever leads the meeting."""
    return await _at_hand("park-item", question, actor, work, clock)


async def before_giving(question: AboutLine, *, actor: Actor, work: UnitOfWork, clock: Clock) -> AtHand:
    """The same, for a small group."""
    return await _at_hand("give-to-group", question, actor, work, clock)


async def _at_hand(verb: str, question: AboutLine, actor: Actor, work: UnitOfWork, clock: Clock) -> AtHand:
    room = await running(question.day, work)
    permit(actor, verb, *standing(room, actor))
    line = at_hand(room, question.line)
    members = (await work.people.roster()).holders(Role.ILT_MEMBER)
    following = _following(room.meeting, await plan_of(work), clock.now())
    people = [(one.id, one.name) for one in members]
    return AtHand(room, line, people, following.on if following else None)


async def park(command: ParkItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> PutOff:
    """Put the item at hand, or one question of it, into the parking lot; it is on the next draft."""
    room, now = await running(command.day, work), clock.now()
    permit(actor, "park-item", *standing(room, actor))
    line, owner = at_hand(room, command.line), _owner(command.owner, await work.people.roster())
    plan = await plan_of(work)
    if command.point:
        item = await new_item(command.point, line, room, plan, owner, work, now)
    else:
        item = _item_of(line, room)
    back = await _put_off(item, owner, room, plan, work, now)
    went = None if command.point else await settle(room, Result.PARKED, work, now)
    return PutOff(item.title, room.name(owner), back, went)


async def give(command: GiveToGroup, *, actor: Actor, work: UnitOfWork, clock: Clock) -> PutOff:
    """Give the item at hand to a small group; it is on the agenda of the first meeting from its date on."""
    room, now = await running(command.day, work), clock.now()
    permit(actor, "give-to-group", *standing(room, actor))
    line, owner = at_hand(room, command.line), _owner(command.owner, await work.people.roster())
    plan = await plan_of(work)
    if command.due_on <= plan.calendar.today(now):
        raise Refusal("Choose a day ahead.", field="due_on")
    if plan.landing(command.due_on, now) is None:
        raise Refusal("No meeting is planned after that day. Choose an earlier one.", field="due_on")
    item = _item_of(line, room) if line.item else None
    if item is None:
        item = await new_item(room.title(line), line, room, plan, owner, work, now)
    back = await _put_off(item, owner, room, plan, work, now, group=command.group, due_on=command.due_on)
    return PutOff(item.title, room.name(owner), back, await settle(room, Result.GROUP, work, now))


def _owner(person_id: str, roster: Roster) -> str:
    if not any(one.id == person_id for one in roster.holders(Role.ILT_MEMBER)):
        raise Refusal(NOT_OF_THE_ILT, field="owner")
    return person_id


def _item_of(line: RunLine, room: Room) -> AgendaItem:
    item = room.items.get(line.item or "")
    if item is None:
        raise Refusal(NO_POINT, field="point")
    return item


def _following(meeting: Meeting, plan: Plan, now: datetime) -> Meeting | None:
    return plan.landing(meeting.day + A_DAY, now)


async def new_item(
    title: str, line: RunLine | None, room: Room, plan: Plan, by: str, work: UnitOfWork, now: datetime
) -> AgendaItem:
    """An agenda item for the meeting after this one; of the line it came up in it has the strategy."""
    following = _following(room.meeting, plan, now)
    item = AgendaItem(
        school=work.school,
        day=following.day if following else room.meeting.day + A_DAY,
        title=title,
        minutes=MINUTES,
        provenance=Provenance.MEMBER,
        added_at=now,
        outcome=Outcome.DISCUSS,
        by=by,
        strategy=line.strategy if line else None,
    )
    work.meetings.add(item)
    await work.flush()
    return item


async def _put_off(
    item: AgendaItem,
    owner: str,
    room: Room,
    plan: Plan,
    work: UnitOfWork,
    now: datetime,
    *,
    group: str = "",
    due_on: date | None = None,
) -> date | None:
    """Keep it in the parking lot, tell its owner, and return the day of the meeting it comes back to."""
    landing = plan.landing(max(due_on or item.day, room.meeting.day + A_DAY), now)
    if due_on is not None and landing is not None:
        item.day = landing.day
    before = await work.live.parked_item(item.id)
    entry = before or Parked(
        school=work.school, item=item.id, day=room.run.day, parked_on=plan.calendar.today(now)
    )
    entry.owner, entry.group, entry.due_on = owner, group, due_on
    if before is None:
        work.live.add(entry)
    await work.flush()
    back = landing.on if landing else None
    await work.outbox.post(
        Audience.person(owner),
        cards.yours(room, item.title, dates.day(back) if back else "", group),
        key=live_key(room.run.day, f"yours/{entry.id}/{now:%H%M%S}"),
        due_at=now,
        reason=f"parked:{entry.id}",
    )
    return back
