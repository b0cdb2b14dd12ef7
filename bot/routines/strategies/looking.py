"""Reading the strategies: what each is, how it changed, and the ILT's minutes for it."""

from datetime import timedelta

from bot.messages import strategies as wording
from bot.messages.home import HomeShare
from bot.messages.strategies import Page
from bot.model.people import Actor, Relation
from bot.model.strategies import term_of
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.requests import Nothing
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

A_MONTH = timedelta(days=31)
RUNS = 12
"""More meetings than an ILT holds in a month."""


async def look(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Page:
    permit(actor, "strategies")
    return await page(await viewer(actor, work=work, clock=clock), work)


async def page(sees: Viewer, work: UnitOfWork, done: str = "") -> Page:
    """The strategies as this person sees them; `done` is what they have just done."""
    strategies = await work.strategies.ever()
    first, _ = term_of(sees.roster.school.first_day, sees.roster.school.last_day, sees.today)
    runs = [run for run in await work.live.latest(RUNS) if run.day > sees.today - A_MONTH]
    took = [one for run in runs for one in run.took() if one.line]
    active = {one.key for one in strategies if one.active}
    whole = sum(one.actual for one in took)
    on = sum(one.actual for one in took if one.line and one.line.strategy in active)
    is_ilt = sees.actor.is_any(Relation.ILT_MEMBER, Relation.SCHOOL_LEADER)
    last = runs[0] if runs and is_ilt else None
    lines = [one for one in last.took() if one.line] if last else []
    minutes = {
        key: sum(one.actual for one in lines if one.line and one.line.strategy == key) for key in active
    }
    return Page(
        strategies,
        changes=sum(len(one.changes_since(first)) for one in strategies),
        since=first,
        may_change=may(sees.actor, "change-strategy"),
        minutes=minutes if last else {},
        total=sum(one.actual for one in lines),
        met_on=last.day if last else None,
        share=round(100 * on / whole) if whole else None,
        done=done,
    )


async def home(sees: Viewer, *, work: UnitOfWork) -> HomeShare:
    """What the school works on, for everybody who works there."""
    active = await work.strategies.active()
    if not active or sees.actor.is_any(Relation.STRANGER):
        return HomeShare()
    return HomeShare(sections=(wording.section(active),))
