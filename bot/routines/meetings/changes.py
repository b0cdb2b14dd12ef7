"""Changing what is on the agenda: rewording, taking off, ticking off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.meetings import posts
from bot.messages.meetings.forms import Added, Choosing, Ended
from bot.model.agenda import Sheet
from bot.model.agenda_items import AgendaItem, Provenance
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY
from bot.model.everybody import Roster
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting
from bot.model.people import Actor, Relation
from bot.model.rotation import MeetingRole
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.said import SaidOfItem, name_nobody, offers, require_prepared, write
from bot.routines.meetings.sheets import items_of, sheet_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

A_TERM = timedelta(days=45)
GONE = "That item is no longer on the agenda. Type /ilt agenda to see what is."
NOTHING_HERE = (
    "There is nothing on the agenda that you can change. Whoever added an item can until the agenda is "
    "published; the facilitator and the school leader always can."
)


class ChooseItem(Question):
    """The items somebody may change or take off."""

    item: str | None = None


class DropItem(Command):
    item: str


class ChangeItem(SaidOfItem):
    item: str


class ChooseFinished(Question):
    """What was on the agenda of the meeting that is on, or was last."""


class FinishItems(Command):
    items: Annotated[tuple[str, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class OnAgenda:
    """The meetings ahead with their open items, and what somebody is to them."""

    plan: Plan
    roster: Roster
    items: Mapping[str, tuple[AgendaItem, Meeting]]
    facilitators: Mapping[date, str]

    def standing(self, item: AgendaItem, meeting: Meeting, actor: Actor) -> tuple[Relation, ...]:
        """What a person is to an item: its author while the agenda is open, its meeting's facilitator."""
        author = item.is_own(actor.person_id) and not meeting.is_published
        facilitates = self.facilitators.get(meeting.day) == actor.person_id
        return (*([Relation.AUTHOR] if author else []), *([Relation.FACILITATOR] if facilitates else []))

    def open_to(self, actor: Actor, verb: str) -> list[AgendaItem]:
        """The items this person may do this to."""
        placed = self.items.values()
        return [item for item, meeting in placed if may(actor, verb, *self.standing(item, meeting, actor))]

    def permitted(self, item_id: str, actor: Actor, verb: str) -> tuple[AgendaItem, Meeting]:
        """The item and its meeting; a `Refusal` when it has gone, or this person may not do this to it."""
        if item_id not in self.items:
            raise OutOfDate(GONE, field="item")
        item, meeting = self.items[item_id]
        standing = self.standing(item, meeting, actor)
        if item.is_own(actor.person_id) and not may(actor, verb, *standing):
            raise OutOfDate("The agenda is published. Ask the facilitator to change it.", field="item")
        permit(actor, verb, *standing)
        return item, meeting


async def on_agenda(work: UnitOfWork, clock: Clock) -> OnAgenda:
    """Read what is on the agendas ahead."""
    plan, now = await plan_of(work), clock.now()
    items = {}
    for item in await work.meetings.open_items():
        meeting = plan.landing(item.day, now)
        if meeting is not None:
            items[item.id] = (item, meeting)
    days = {meeting.day for _, meeting in items.values()}
    facilitators = await work.meetings.holders(MeetingRole.FACILITATOR, days)
    return OnAgenda(plan, await work.people.roster(), items, facilitators)


async def choose_to_drop(question: ChooseItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Choosing:
    """The items somebody may take off; a `Refusal` when there is none."""
    return _choice(question, (await on_agenda(work, clock)).open_to(actor, "drop-item"))


async def choose_to_change(question: ChooseItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Choosing:
    """The item somebody wants to change, with its words; a `Refusal` when they may not."""
    listed = await on_agenda(work, clock)
    item, _ = listed.permitted(question.item or "", actor, "change-item")
    return Choosing((item,), item, await offers(work))


def _choice(question: ChooseItem, items: Sequence[AgendaItem]) -> Choosing:
    if not items:
        raise Refusal(NOTHING_HERE)
    return Choosing(items, next((item for item in items if item.id == question.item), None))


async def drop(command: DropItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Ended:
    """Take an item off; staff input moves to the meeting after, because somebody waits for an answer."""
    listed = await on_agenda(work, clock)
    item, meeting = listed.permitted(command.item, actor, "drop-item")
    moved_to = _put_off(item, meeting, listed.plan, clock) if item.provenance is Provenance.INPUT else None
    if moved_to is None and item.hard:
        item.park("", listed.plan.calendar.today(clock.now()))
    elif moved_to is None:
        item.drop()
    await say_afterwards(f"“{item.title}” is off", item, meeting, listed, work, clock)
    return Ended(item, await sheet_after(meeting, listed, work, clock), moved_to.day if moved_to else None)


def _put_off(item: AgendaItem, meeting: Meeting, plan: Plan, clock: Clock) -> Meeting:
    following = plan.landing(meeting.day + A_DAY, clock.now())
    if following is None:
        raise Refusal(
            "This is staff input and no further meeting is planned. Answer it first with /ilt inputs.",
            field="item",
        )
    item.day = following.day
    return following


async def change(command: ChangeItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Added:
    """Reword an item, or give it more or fewer minutes."""
    listed = await on_agenda(work, clock)
    item, meeting = listed.permitted(command.item, actor, "change-item")
    require_prepared(command)
    name_nobody(command, listed.roster)
    await write(item, command, work, listed.plan.calendar.today(clock.now()))
    words = (
        f"“{item.title}” is in the memo" if item.memo else f"“{item.title}” now has {item.minutes} minutes"
    )
    await say_afterwards(words, item, meeting, listed, work, clock)
    return Added(item, await sheet_after(meeting, listed, work, clock))


async def sheet_after(meeting: Meeting, listed: OnAgenda, work: UnitOfWork, clock: Clock) -> Sheet:
    await work.flush()
    return await sheet_of(meeting, listed.plan, listed.roster, work, clock.now())


async def say_afterwards(
    words: str, item: AgendaItem, meeting: Meeting, listed: OnAgenda, work: UnitOfWork, clock: Clock
) -> None:
    """Once an agenda is out, a change to it is said in its thread."""
    if not meeting.is_published:
        return
    await work.outbox.post(
        Audience.ilt(),
        posts.changed_afterwards(meeting.on, [words]),
        key=key_of(meeting.day, f"changed/{item.id}/{clock.now():%Y%m%dT%H%M%S}"),
        due_at=listed.plan.calendar.next_open(clock.now()),
        thread=key_of(meeting.day, "agenda"),
        reason=f"meeting:{meeting.day.isoformat()}",
    )


async def choose_finished(
    question: ChooseFinished, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Choosing:
    """What can be ticked off; a `Refusal` when everything is."""
    permit(actor, "finish-items")
    items = await _of_last_meeting(work, clock)
    if not items:
        raise Refusal("There is nothing left to tick off. Type /ilt agenda to see what is ahead.")
    return Choosing(items)


async def finish(
    command: FinishItems, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Sequence[AgendaItem]:
    """Tick items off, so that they do not come back."""
    permit(actor, "finish-items")
    ticked = [item for item in await _of_last_meeting(work, clock) if item.id in command.items]
    if not ticked:
        raise OutOfDate("These have already been ticked off or taken off.", field="items")
    for item in ticked:
        item.finish()
    return ticked


async def _of_last_meeting(work: UnitOfWork, clock: Clock) -> Sequence[AgendaItem]:
    plan, now = await plan_of(work), clock.now()
    today = plan.calendar.today(now)
    begun = [meeting for meeting in plan.held(today - A_TERM, today) if meeting.starts_at <= now]
    return await items_of(begun[-1], plan, work, now) if begun else []
