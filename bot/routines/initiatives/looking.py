"""Reading what staff are asked to do now, what ended, and where each initiative stands."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.messages import initiatives as wording
from bot.messages.home import HomeShare
from bot.messages.initiatives import Load, Standing
from bot.model.calendar import A_DAY
from bot.model.decisions import DecisionState
from bot.model.initiatives import Ask, asks_of, new_in
from bot.model.people import Actor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.requests import Nothing
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

LATELY = timedelta(days=60)
IN_FORCE = frozenset({DecisionState.RELAYED})
ENDED = frozenset({DecisionState.SUPERSEDED, DecisionState.REVERSED, DecisionState.EXPIRED})
GONE = "a strategy that has ended"


async def load(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Load:
    permit(actor, "load")
    return await load_of(await viewer(actor, work=work, clock=clock), work)


async def load_of(sees: Viewer, work: UnitOfWork, done: str = "") -> Load:
    """What staff have been told and is in force; nothing of what is still to go out."""
    register, initiatives = await work.decisions.register(), await work.initiatives.all()
    now = asks_of(
        (one for one in register if one.state in IN_FORCE),
        (one for one in initiatives if one.ended_on is None),
    )
    public = asks_of((one for one in register if one.is_public), initiatives)
    teams = [
        (team.name, sum(team.key in ask.teams for ask in now), new_in(public, team.key, sees.today))
        for team in sees.roster.teams
    ]
    since = sees.today - LATELY
    ended = [(one.label, one.name, one.ended_on) for one in initiatives if one.ended_on]
    over = [one for one in register if one.state in ENDED]
    ended += [(one.label, one.statement, one.news_on) for one in over if one.news_on]
    return Load(
        now,
        [one for one in teams if any(one[1:])],
        sorted((one for one in ended if one[2] > since), key=lambda one: one[2], reverse=True),
        await board(sees, work),
        may_add=may(sees.actor, "new-initiative"),
        done=done,
    )


async def board(sees: Viewer, work: UnitOfWork) -> list[Standing]:
    """Every initiative that has not ended, with the school days it has been where it is."""
    names = {one.key: one.name for one in await work.strategies.ever()}
    return [
        Standing(
            one,
            names.get(one.strategy, GONE),
            sum(1 for _ in sees.calendar.school_days(one.since + A_DAY, sees.today)),
        )
        for one in await work.initiatives.all()
        if one.ended_on is None
    ]


async def asks_so_far(work: UnitOfWork) -> list[Ask]:
    """Everything asked of staff, what has not gone out yet included: for whoever records one more."""
    return asks_of(await work.decisions.register(), await work.initiatives.all())


async def home(sees: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The board, for the ILT; nothing while nothing is tried."""
    if not may(sees.actor, "move-initiative"):
        return HomeShare()
    standing = await board(sees, work)
    return HomeShare(sections=(wording.section(standing),)) if standing else HomeShare()


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """Nothing happens to initiatives by the clock."""
    return ()


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {}
