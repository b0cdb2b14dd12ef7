"""Reading the charter, and what of it waits for somebody on Home."""

from datetime import date

from bot.errors import NotFound
from bot.messages.calendar import rebooking
from bot.messages.charter import page as wording
from bot.messages.charter.page import Page
from bot.messages.home import HomeShare, Waiting
from bot.model.charter import Charter, CharterState
from bot.model.people import Actor, Relation, Role
from bot.model.protected import conflicts, protected_time
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.charter import support, trust
from bot.routines.charter.in_force import purpose_in_force
from bot.routines.charter.shown import NO_SUCH, preview_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

IN_THE_MAKING = frozenset({CharterState.DRAFT, CharterState.PROPOSED})


class SeeCharter(Question):
    """`/ilt charter`: what holds; with a number that version."""

    number: int | None = None


async def see(question: SeeCharter, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Page:
    """The version that holds, or one the ILT is working on; without a charter what the ILT is for."""
    permit(actor, "charter")
    sees = await viewer(actor, work=work, clock=clock)
    on_ilt = may(actor, "write-charter")
    held, ahead = await work.charters.adopted(), await work.charters.ahead()
    shown = held or (ahead if on_ilt else None)
    if question.number is not None:
        shown = await work.charters.numbered(question.number)
        if shown is None or (shown.state in IN_THE_MAKING and not on_ilt):
            raise NotFound(NO_SUCH)
    return await _page(shown, held, ahead, sees, work)


async def _page(
    shown: Charter | None, held: Charter | None, ahead: Charter | None, sees: Viewer, work: UnitOfWork
) -> Page:
    on_ilt = may(sees.actor, "write-charter")
    purpose = await purpose_in_force(work)
    if shown is None:
        return Page(None, purpose, on_ilt, sees.today)
    members = [person.id for person in sees.roster.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER)]
    signers = [person for person in await work.charters.signers(shown) if person in members]
    making = shown.state in IN_THE_MAKING
    held_as_planned = protected_time(await plan_of(work), sees.now)
    return Page(
        shown,
        purpose,
        on_ilt,
        sees.today,
        signers=tuple(sees.roster.name(person) for person in signers) if on_ilt else (),
        members=len(members),
        signed=sees.actor.person_id in signers,
        adopted_on=sees.calendar.today(shown.adopted_at) if shown.adopted_at else None,
        ahead=ahead if on_ilt and ahead is not shown else None,
        adopted=held.number if held else None,
        preview=await preview_of(shown.cadence, sees, work) if on_ilt and making else None,
        may_adopt=may(sees.actor, "adopt-charter") and is_ripe(shown, sees),
        ripe_on=shown.ripe_on(sees.calendar),
        drafted_by=sees.roster.name(shown.drafted_by),
        protected=rebooking.why_not(held_as_planned) if on_ilt else rebooking.share_kept(held_as_planned),
    )


def is_ripe(one: Charter, sees: Viewer) -> bool:
    """Whether it may be adopted today."""
    ripe: date | None = one.ripe_on(sees.calendar)
    return one.state is CharterState.PROPOSED and (ripe is None or ripe <= sees.today)


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """What waits: a version to sign, the ILT's question, and for the school leader one to adopt, what the ILT
    still needs, and a meeting that falls on a day without school."""
    if viewer.actor.is_any(Relation.STRANGER) or not may(viewer.actor, "sign-charter"):
        return HomeShare()
    return wording.share(
        [
            *await _versions(viewer, work),
            *await trust.waiting(viewer, work),
            *await support.waiting(viewer, work),
            *await _conflicts(viewer, work),
        ]
    )


async def _conflicts(viewer: Viewer, work: UnitOfWork) -> list[Waiting]:
    """The next meeting that the calendar leaves without a day, for whoever may give it one (R-049)."""
    if not may(viewer.actor, "rebook-meeting"):
        return []
    found = conflicts(await plan_of(work), viewer.now)
    return [rebooking.conflict(one) for one in found[:1]]


async def _versions(viewer: Viewer, work: UnitOfWork) -> list[Waiting]:
    waiting: list[Waiting] = []
    held, ahead = await work.charters.adopted(), await work.charters.ahead()
    if held is not None and viewer.actor.person_id not in await work.charters.signers(held):
        waiting.append(wording.to_sign(held))
    if ahead is not None and may(viewer.actor, "adopt-charter") and is_ripe(ahead, viewer):
        waiting.append(wording.to_adopt(ahead))
    return waiting
