"""What the ILT sees of a meeting's guests, and what a guest sees: the one item they are invited for."""

from datetime import date

from bot.messages import guests as wording
from bot.messages.guests import Invitation
from bot.messages.home import HomeShare
from bot.messages.vocabulary import Part
from bot.model.agenda import Sheet
from bot.model.guests import GuestSeat
from bot.model.people import Actor
from bot.permissions import may
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.standing import roles_at
from bot.routines.meetings.suggestions import plan_of
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


def invitation(seat: GuestSeat, sheet: Sheet, *, may_withdraw: bool = False) -> Invitation:
    line = next((one for one in sheet.agenda.items if one.item == seat.item), None)
    return Invitation(seat, sheet, line, may_withdraw)


async def beside(sheet: Sheet, actor: Actor, work: UnitOfWork) -> tuple[Part, ...]:
    """What the ILT reads of guests beside an agenda."""
    day = sheet.meeting.day
    may_withdraw = may(actor, "withdraw-guest", *await roles_at(day, actor, work))
    seats = await work.guests.of(day)
    return wording.beside([invitation(one, sheet, may_withdraw=may_withdraw) for one in seats])


async def for_me(sheet: Sheet, actor: Actor, work: UnitOfWork) -> tuple[Part, ...]:
    """What a guest of this meeting reads beside its published agenda; nothing for anybody else."""
    if not sheet.meeting.is_published:
        return ()
    mine = [one for one in await work.guests.of(sheet.meeting.day) if one.person == actor.person_id]
    return wording.for_me([invitation(one, sheet) for one in mine])


async def advisers(day: date | None, work: UnitOfWork) -> tuple[str, ...]:
    """The guests of the meeting that runs, whose voice in a vote is advisory."""
    seats = await work.guests.of(day) if day else ()
    return tuple(one.person for one in seats if one.person)


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The invitations that wait for my answer."""
    seats = await work.guests.seats_of(viewer.actor.person_id, viewer.today)
    if not seats or not may(viewer.actor, "agenda"):
        return HomeShare()
    plan = await plan_of(work)
    found = []
    for seat in seats:
        if plan.takes_place(seat.day) and (meeting := plan.on(seat.day)).ends_at > viewer.now:
            found.append(invitation(seat, await sheet_of(meeting, plan, viewer.roster, work, viewer.now)))
    return wording.home(found)
