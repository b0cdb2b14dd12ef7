"""Taking up a hard issue, parking it or closing it, each with a reason but the first (R-014)."""

from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.agenda_items import hard as wording
from bot.messages.agenda_items.hard import WHY, Dealt
from bot.model.agenda_items import AgendaItem, ItemState
from bot.model.audiences import Audience
from bot.model.hard_issues import WAITING
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.suggestions import NO_MEETING, keep, plan_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

SETTLED = "Somebody has already dealt with this one. /ilt agenda shows what is ahead."
Why = Annotated[str, Field(min_length=3, max_length=WHY)]


class AboutHard(Question):
    item: str


class AddHard(Command):
    item: str


class ParkHard(Command):
    item: str
    why: Why


class CloseHard(Command):
    item: str
    why: Why


async def before_parking(question: AboutHard, *, actor: Actor, work: UnitOfWork, clock: Clock) -> AgendaItem:
    permit(actor, "park-hard")
    return await _waiting(question.item, work)


async def before_closing(question: AboutHard, *, actor: Actor, work: UnitOfWork, clock: Clock) -> AgendaItem:
    permit(actor, "close-hard")
    return await _waiting(question.item, work)


async def add_hard(command: AddHard, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Dealt:
    """Put it on the next agenda that is open; one that is on it already stays there."""
    permit(actor, "add-hard")
    item, plan, now = await _waiting(command.item, work), await plan_of(work), clock.now()
    landing = plan.landing(item.day, now) if item.state is ItemState.OPEN else plan.next_unpublished(now)
    if landing is None:
        raise Refusal(NO_MEETING)
    day = item.day if item.state is ItemState.OPEN else landing.day
    item.take_on(day, plan.calendar.today(now))
    return Dealt(item.title, keep(landing, work, plan).on)


async def park_hard(command: ParkHard, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Dealt:
    """Leave it for now; the reason is said where the ILT was asked."""
    permit(actor, "park-hard")
    item, plan = await _waiting(command.item, work), await plan_of(work)
    item.park(command.why, plan.calendar.today(clock.now()))
    await _say(item, work, clock, is_closed=False)
    return Dealt(item.title)


async def close_hard(command: CloseHard, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Dealt:
    """Let it go for good, with the reason."""
    permit(actor, "close-hard")
    item = await _waiting(command.item, work)
    item.drop()
    item.why = command.why
    await _say(item, work, clock, is_closed=True)
    return Dealt(item.title, is_closed=True)


async def _waiting(item_id: str, work: UnitOfWork) -> AgendaItem:
    item = await work.meetings.item(item_id)
    if item is None or not item.hard or item.state not in WAITING:
        raise OutOfDate(SETTLED)
    return item


async def _say(item: AgendaItem, work: UnitOfWork, clock: Clock, *, is_closed: bool) -> None:
    plan, now = await plan_of(work), clock.now()
    meeting = plan.next(now)
    if meeting is not None:
        await work.outbox.post(
            Audience.ilt(),
            wording.said(item.title, item.why, is_closed=is_closed),
            key=f"agenda-item/{item.id}/news/{now:%Y%m%dT%H%M%S}",
            due_at=plan.calendar.next_open(now),
            thread=key_of(meeting.day, "call"),
        )
