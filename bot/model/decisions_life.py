"""What becomes of a decision after staff heard of it: reviewed, and each step kept for good (R-101)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.decisions import LASTING, WEEKS_TO_REVIEW, Decision, DecisionState, Step, usual_review
from bot.model.ids import new_id

DAYS_TO_REVIEW = 5
"""School days after which a review that nobody did is mentioned to the whole ILT."""

LEADS_TO: Mapping[DecisionState, Mapping[Step, DecisionState]] = {
    DecisionState.RELAYED: {
        Step.KEEP: DecisionState.RELAYED,
        Step.ADJUST: DecisionState.RELAYED,
        Step.PAUSE: DecisionState.PAUSED,
        Step.REVERSE: DecisionState.REVERSED,
        Step.EXPIRE: DecisionState.EXPIRED,
    },
    DecisionState.PAUSED: {
        Step.RESUME: DecisionState.RELAYED,
        Step.REVERSE: DecisionState.REVERSED,
        Step.EXPIRE: DecisionState.EXPIRED,
    },
}
"""What a review can come to, by the state it finds. Where nothing stands here, a decision is not reviewed."""

GOES_ON = frozenset({Step.KEEP, Step.ADJUST, Step.PAUSE, Step.RESUME})
"""Outcomes after which the decision is looked at again some day."""


@dataclass(eq=False, kw_only=True)
class DecisionChange:
    """One step in the life of a decision: who took it, when and why.

    `now_do` says what people do from now on; `before` is how the decision was worded until then, where that
    changed; `review_on` is the day it is looked at again.
    """

    school: str
    decision: str
    step: Step
    by: str
    at: datetime
    reason: str = ""
    now_do: str = ""
    before: str = ""
    review_on: date | None = None
    id: str = field(default_factory=new_id)


def outcomes(decision: Decision) -> tuple[Step, ...]:
    """What a review of this decision can come to now; nothing when it is not reviewed any more."""
    return tuple(LEADS_TO.get(decision.state, {}))


def review(
    decision: Decision, step: Step, *, on: date, review_on: date | None = None, statement: str = ""
) -> bool:
    """Let the decision be what the review came to, in these words if any; False when it cannot be."""
    becomes = LEADS_TO.get(decision.state, {}).get(step)
    if becomes is None:
        return False
    decision.state, decision.reviews = becomes, decision.reviews + 1
    decision.review_on = review_on if step in GOES_ON else None
    decision.statement = statement or decision.statement
    if step is not Step.KEEP:
        decision.news, decision.news_on = step, on
    return True


def next_review(calendar: SchoolCalendar, today: date) -> date:
    """Six weeks on, on a school day where the calendar reaches that far."""
    return usual_review(calendar, today) or today + WEEKS_TO_REVIEW * 7 * A_DAY


def review_day(decision: Decision, calendar: SchoolCalendar) -> date | None:
    """The school day on which its review is asked for; None when it has none, or the calendar ends."""
    if decision.state not in LASTING:
        return None
    wanted = decision.review_on or next_review(calendar, calendar.today(decision.decided_at))
    try:
        return calendar.on_or_after(wanted)
    except NoSchoolAhead:
        return None


def is_up_for_review(decision: Decision, calendar: SchoolCalendar, today: date) -> bool:
    """Whether its day has come and nobody has said yet what becomes of it."""
    day = review_day(decision, calendar)
    return day is not None and day <= today
