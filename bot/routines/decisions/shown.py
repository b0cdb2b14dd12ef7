"""What every routine about decisions needs: the decision itself, with its names, for whoever may see it."""

from datetime import datetime

from bot.errors import NotFound
from bot.messages.decisions.words import Telling
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import Decision
from bot.model.people import Actor, Relation, Roster
from storage.unit_of_work import UnitOfWork

NO_SUCH = "I do not find this decision. /ilt decisions lists them all."


def sees_all(actor: Actor) -> bool:
    """Whether this person also sees decisions that staff have not been told, and what staff asked."""
    return actor.is_any(Relation.ILT_MEMBER, Relation.SCHOOL_LEADER)


async def found(decision_id: str, *, actor: Actor, work: UnitOfWork) -> Decision:
    """The decision, if it is there for this person; raises `NotFound` otherwise."""
    decision = await work.decisions.find(decision_id)
    if decision is None or not (
        decision.is_public or sees_all(actor) or decision.decided_by == actor.person_id
    ):
        raise NotFound(NO_SUCH)
    return decision


async def telling(decision: Decision, roster: Roster, work: UnitOfWork) -> Telling:
    replaced = await work.decisions.find(decision.replaces) if decision.replaces else None
    return Telling(decision, roster, replaced.label if replaced else "")


def opening(calendar: SchoolCalendar, now: datetime) -> datetime:
    """When the bot may start to speak; now, when the calendar has no school day left to wait for."""
    try:
        return calendar.next_open(now)
    except NoSchoolAhead:
        return now
