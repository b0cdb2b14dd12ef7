"""A school leader's own week."""

from typing import Any

from bot.messages import principal as wording
from bot.routines.principal import weeks
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="my-week",
        help="See your week beside your own plan; only you see it",
        usage="my-week",
        command=Nothing,
        routine=weeks.my_week,
        reply=wording.week,
    ),
    Interaction(
        verb="plan-week",
        help="Plan your next week; only you see it",
        command=weeks.PlanWeek,
        routine=weeks.plan,
        asking=Asking(Nothing, weeks.prepare_plan, wording.plan),
        reply=wording.planned,
    ),
    Interaction(
        verb="visited-team",
        help="Note that you visited a team's meeting",
        command=weeks.VisitedTeam,
        routine=weeks.visited,
        asking=Asking(Nothing, weeks.prepare_visit, wording.visited),
        reply=wording.week,
    ),
    Interaction(
        verb="quiet-mondays",
        help="Get no list on Mondays for this term",
        command=weeks.QuietMondays,
        routine=weeks.quiet_mondays,
        reply=wording.quieted,
    ),
)
