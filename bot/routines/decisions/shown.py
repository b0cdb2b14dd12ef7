"""What every routine about decisions needs: the decision itself, with its names, for whoever may see it."""

from datetime import datetime

from bot.errors import NotFound, OutOfDate
from bot.messages.decisions import relay as posts
from bot.messages.decisions.words import Telling
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import Decision
from bot.model.decisions_record import is_open
from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.routines.decisions import sources
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

NO_SUCH = "I do not find this decision. /ilt decisions lists them all."
NO_LONGER_OPEN = "This decision no longer stands, so its record stays as it was. See: /ilt decisions"


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
    credits = await sources.credits(decision, roster, work)
    window = await sources.window(decision, work)
    return Telling(decision, roster, replaced.label if replaced else "", credits, window)


def author(decision: Decision, actor: Actor) -> list[Relation]:
    """What this person is to the decision: whoever took its review on stands in for whoever recorded it."""
    return [Relation.AUTHOR] if actor.person_id in (decision.decided_by, decision.reviewer) else []


async def open_record(decision_id: str, verb: str, *, actor: Actor, work: UnitOfWork) -> Decision:
    """The decision, if this person may add to its record; else `NotFound`, `NotPermitted`, `OutOfDate`."""
    decision = await found(decision_id, actor=actor, work=work)
    permit(actor, verb, *author(decision, actor))
    if not is_open(decision):
        raise OutOfDate(NO_LONGER_OPEN)
    return decision


async def rewrite(decision: Decision, sees: Viewer, work: UnitOfWork) -> int:
    """Let every post about it say what it says now, from now on; the number of posts that change."""
    told, edit, copies = await telling(decision, sees.roster, work), new_id(), 0
    for team in (*decision.teams, None):
        letter = key(decision, team)
        copies += await work.outbox.edit(letter, posts.post(told, team), edit=edit, due_at=sees.now)
        await work.outbox.edit(f"{letter}/full", posts.in_full(told), edit=edit, due_at=sees.now)
    return copies


EVERYBODY = "all_staff"


def key(decision: Decision, team: str | None) -> str:
    """The letter to one team; it goes out once, whatever happens to the calendar later."""
    return f"decision/{decision.id}/relay/{team or EVERYBODY}"


def opening(calendar: SchoolCalendar, now: datetime) -> datetime:
    """When the bot may start to speak; now, when the calendar has no school day left to wait for."""
    try:
        return calendar.next_open(now)
    except NoSchoolAhead:
        return now
