"""Once a week: a decision that is six weeks old and has no follow-up is asked about, once (R-076)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from bot.messages.home import HomeShare
from bot.messages.threads import asked as wording
from bot.messages.vocabulary import Message
from bot.model.decisions import Decision, DecisionState
from bot.model.threads import asked_on, has_followed
from bot.ports import Clock
from bot.routines.decisions.review_days import asked
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """One question for each decision, on the first morning of the week in which its six weeks are over."""
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    found: list[Due] = []
    for decision in await work.decisions.lasting():
        if decision.state is not DecisionState.RELAYED or decision.relayed_at is None:
            continue
        day = asked_on(calendar.today(decision.relayed_at), calendar)
        if day is None or not after < (at := calendar.morning_of(day)) <= until:
            continue
        found.append(
            Due(
                key=f"decision/{decision.id}/follow-up/{day}",
                at=at,
                what=f"No follow-up yet on {decision.label}",
                why="six weeks after it went out",
                audience=asked(decision, roster),
                act=partial(_ask, decision, work),
                reason=f"decision-follow-up:{decision.id}",
            )
        )
    return found


async def _ask(decision: Decision, work: UnitOfWork) -> Message | None:
    return wording.prompt(decision) if await is_without(decision, work) else None


async def is_without(decision: Decision, work: UnitOfWork) -> bool:
    """Whether nothing has followed, and nothing is being asked just now."""
    if any(one.decision == decision.id for one in await work.relay.open_rounds()):
        return False
    rounds = await work.relay.rounds_about(decision.id)
    return not has_followed(await work.decisions.history(decision.id), rounds)


async def still_without(decision_id: str, work: UnitOfWork, clock: Clock) -> bool:
    decision = await work.decisions.find(decision_id)
    stands = decision is not None and decision.state is DecisionState.RELAYED
    return decision is not None and stands and await is_without(decision, work)


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "decision-follow-up": still_without
}


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """Threads are opened from the register and from one's own input."""
    return HomeShare()
