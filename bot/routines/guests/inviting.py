"""Inviting somebody for one item of one meeting, their answer, and taking the invitation back."""

from datetime import date, datetime
from typing import Literal

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages import guests as wording
from bot.messages.guests import Invitation, Inviting
from bot.messages.vocabulary import Message
from bot.model.agenda import Sheet
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.guests import GuestKind, GuestSeat, GuestState
from bot.model.people import Actor, Person, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.guests.looking import invitation
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.roles import ahead
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.standing import roles_at
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NO_ITEMS = "Nothing is on this agenda yet that a guest could be invited for. Add an item first."
ON_THE_ILT = "Please choose somebody who is not on the ILT, or leave it empty."
NO_SUCH_ITEM = "This item is not on the agenda any more. Please choose again."
NO_SEAT = "This invitation is not there any more."
TAKEN_BACK = "This invitation was taken back, so you need not answer."


class AboutGuests(Question):
    day: date


class InviteGuest(Command):
    day: date
    item: str
    kind: GuestKind
    person: str | None = None


class AnswerGuest(Command):
    seat: str
    comes: Literal["yes", "no"]


class WithdrawGuest(Command):
    seat: str


async def prepare(question: AboutGuests, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Inviting:
    permit(actor, "invite-guest", *await roles_at(question.day, actor, work))
    sees = await viewer(actor, work=work, clock=clock)
    sheet = await _sheet(question.day, sees, work)
    items = [(line.item, line.title) for line in sheet.agenda.items if line.item]
    if not items:
        raise Refusal(NO_ITEMS)
    return Inviting(
        sheet.meeting.day, sheet.meeting.on, items, [(one.id, one.name) for one in others(sees.roster)]
    )


def others(roster: Roster) -> list[Person]:
    """Who can be a guest: those of the school who are not on the ILT."""
    ours = {Relation.ILT_MEMBER, Relation.SCHOOL_LEADER}
    return [one for one in roster.people if one.active and not ours & roster.relations(one.id)]


async def invite(command: InviteGuest, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Invitation:
    """Keep a seat, and ask the guest in contract hours. The same guest is invited once for a meeting."""
    permit(actor, "invite-guest", *await roles_at(command.day, actor, work))
    sees = await viewer(actor, work=work, clock=clock)
    sheet = await _sheet(command.day, sees, work)
    if command.item not in {line.item for line in sheet.agenda.items}:
        raise OutOfDate(NO_SUCH_ITEM, field="item")
    if command.person is not None and command.person not in {one.id for one in others(sees.roster)}:
        raise Refusal(ON_THE_ILT, field="person")
    before = [one for one in await work.guests.of(command.day) if one.person and one.person == command.person]
    if before:
        raise OutOfDate("They are invited to this meeting already.", field="person")
    seat = GuestSeat(
        school=work.school,
        day=sheet.meeting.day,
        kind=command.kind,
        invited_by=actor.person_id,
        item=command.item,
        person=command.person,
    )
    work.guests.add(seat)
    await work.flush()
    result = invitation(seat, sheet)
    if seat.person is not None:
        await _tell(result, seat.person, wording.asked(result), _key(seat), sees, work)
    return result


async def answer(command: AnswerGuest, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Invitation:
    """Take a guest's yes or no; who invited them is told."""
    seat = await _seat(command.seat, work)
    permit(actor, "answer-guest", *([Relation.AUTHOR] if seat.person == actor.person_id else []))
    sees = await viewer(actor, work=work, clock=clock)
    sheet, before = await _sheet(seat.day, sees, work), seat.state
    if not seat.answer(comes=command.comes == "yes"):
        raise OutOfDate(TAKEN_BACK)
    result = invitation(seat, sheet)
    if seat.state is not before:
        key = key_of(seat.day, f"guest/{seat.id}/answered/{sees.now:%Y%m%d%H%M%S}")
        await _tell(result, seat.invited_by, wording.told(result), key, sees, work)
    return result


async def withdraw(command: WithdrawGuest, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Invitation:
    """Take an invitation back; what the guest read says so then."""
    seat = await _seat(command.seat, work)
    permit(actor, "withdraw-guest", *await roles_at(seat.day, actor, work))
    sees = await viewer(actor, work=work, clock=clock)
    sheet = await _sheet(seat.day, sees, work)
    result = invitation(seat, sheet)
    if seat.state is not GuestState.WITHDRAWN:
        seat.state = GuestState.WITHDRAWN
        await work.outbox.edit(_key(seat), wording.not_needed(result), edit="withdrawn", due_at=_at(sees))
    return result


async def _seat(seat_id: str, work: UnitOfWork) -> GuestSeat:
    seat = await work.guests.find(seat_id)
    if seat is None:
        raise NotFound(NO_SEAT)
    return seat


async def _sheet(day: date, sees: Viewer, work: UnitOfWork) -> Sheet:
    """The agenda of a meeting that is not over."""
    plan = await plan_of(work)
    return await sheet_of(ahead(plan, day, sees.now), plan, sees.roster, work, sees.now)


def _key(seat: GuestSeat) -> str:
    return key_of(seat.day, f"guest/{seat.id}")


def _at(sees: Viewer) -> datetime:
    return sees.calendar.opening(sees.now) or sees.now


async def _tell(
    result: Invitation, person: str, message: Message, key: str, sees: Viewer, work: UnitOfWork
) -> None:
    await work.outbox.post(
        Audience.person(person),
        message,
        key=key,
        due_at=_at(sees),
        stale_at=result.sheet.meeting.ends_at,
        reason=f"meeting:{result.seat.day.isoformat()}",
    )
