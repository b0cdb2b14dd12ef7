"""Putting together what is handed on when the leadership of a school changes (R-099)."""

from collections import Counter
from collections.abc import Mapping
from itertools import islice

from bot.messages.decisions.handover import Pack, Standing
from bot.model.decisions import Decision, DecisionState
from bot.model.decisions_life import is_up_for_review, review_day
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Nothing
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

MEETINGS = 3


async def hand_over(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Pack:
    """What stands, what is open and what comes next. What people asked or gave is counted, never quoted."""
    permit(actor, "handover")
    sees = await viewer(actor, work=work, clock=clock)
    asked = Counter(one.decision for one in await work.decisions.open_questions())
    lasting = await work.decisions.lasting()
    plan = await plan_of(work)
    return Pack(
        school=sees.roster.school.name,
        on=sees.today,
        strategies=tuple(one.name for one in await work.strategies.active()),
        in_force=tuple(standing(one, asked, sees) for one in lasting if one.state is DecisionState.RELAYED),
        paused=tuple(standing(one, asked, sees) for one in lasting if one.state is DecisionState.PAUSED),
        to_go_out=tuple(standing(one, asked, sees) for one in await work.decisions.to_come()),
        items=tuple(one.title for one in await work.meetings.open_items()),
        inputs=len(await work.inputs.unsettled()),
        meetings=tuple(one.on for one in islice(plan.ahead(sees.now), MEETINGS)),
    )


def standing(decision: Decision, asked: Mapping[str, int], sees: Viewer) -> Standing:
    return Standing(
        decision,
        sees.roster.name(decision.helper),
        review_day(decision, sees.calendar) or decision.review_on,
        is_up_for_review(decision, sees.calendar, sees.today),
        asked.get(decision.id, 0),
    )
