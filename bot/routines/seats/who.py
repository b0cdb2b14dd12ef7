"""Who speaks for whom, as each person sees it."""

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from bot.messages.home import HomeShare, Waiting
from bot.messages.seats import inviting as invitations
from bot.messages.seats import suggesting
from bot.messages.seats import who as wording
from bot.messages.seats.who import Who
from bot.model.people import Actor, Relation
from bot.model.seats import SeatState
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.charter.in_force import purpose_in_force
from bot.routines.requests import Question
from bot.routines.seats.sheets import Chairs, chairs, chairs_for
from bot.routines.seats.topics import find_about
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


class SeeWho(Question):
    """`/ilt who`, with a topic, a team or a person if somebody asks about one."""

    about: Annotated[str, Field(max_length=200)] = ""


class SeeSeats(Question):
    """All seats, to look after them."""


async def see(question: SeeWho, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Who:
    """Who speaks for whom, gaps first; or whom to go to about what was asked."""
    permit(actor, "who")
    seen = await chairs(actor, work=work, clock=clock)
    about = await find_about(question.about, seen.sees, work) if question.about else None
    return replace(seen.page(), purpose=await purpose_in_force(work), about=about)


async def see_seats(question: SeeSeats, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Who:
    """Every seat, with what it lacks and what can be done about it."""
    permit(actor, "seats")
    return (await chairs(actor, work=work, clock=clock)).page()


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """Who speaks for whom, and what waits: an invitation, a question about a suggestion, incomplete seats."""
    if viewer.actor.is_any(Relation.STRANGER) or not may(viewer.actor, "who"):
        return HomeShare()
    seen = await chairs_for(viewer, work)
    page = seen.page()
    waiting = [*_invited(seen), *await _asked(viewer, work)]
    if page.keeps and page.incomplete:
        waiting.append(wording.to_complete(len(page.incomplete)))
    return wording.share(page, waiting)


def _invited(seen: Chairs) -> list[Waiting]:
    seat = seen.of(seen.sees.actor.person_id, SeatState.INVITED)
    return [invitations.waits(seen.offer(seat))] if seat else []


async def _asked(viewer: Viewer, work: UnitOfWork) -> list[Waiting]:
    me = viewer.actor.person_id
    return [
        suggesting.waits(one.id, viewer.roster.name(one.by))
        for one in await work.seats.suggestions()
        if one.person == me and not one.agreed
    ]
