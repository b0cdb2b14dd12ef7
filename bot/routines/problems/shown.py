"""What every routine about problems needs: the problem itself, for whoever may see it."""

from bot.errors import NotFound, OutOfDate
from bot.messages.problems.words import Sheet
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation
from bot.model.problems import Problem, ProblemState
from bot.permissions import may
from bot.routines.nameless import name_nobody as name_nobody
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

NO_SUCH = "I do not find this problem of practice. /ilt problems lists them all."
OVER = "This problem of practice has come to an end. To take it up again, frame a new one: /ilt problem"


def is_seen(problem: Problem, actor: Actor, roster: Roster) -> bool:
    """Whether this person may read it. A draft is its author's own; the leader's when the author is gone."""
    if problem.state is not ProblemState.DRAFT or problem.framed_by == actor.person_id:
        return True
    return not has_author(problem, roster) and actor.is_any(Relation.SCHOOL_LEADER)


def has_author(problem: Problem, roster: Roster) -> bool:
    """Whether who framed it still works here and is on the ILT."""
    return may(roster.actor(problem.framed_by), "problems")


def standing(problem: Problem, actor: Actor) -> tuple[Relation, ...]:
    """What this person is to it."""
    return (Relation.AUTHOR,) if problem.framed_by == actor.person_id else ()


async def found(problem_id: str, sees: Viewer, work: UnitOfWork) -> Problem:
    """The problem, if it is there for this person; raises `NotFound` otherwise."""
    problem = await work.problems.find(problem_id)
    if problem is None or not is_seen(problem, sees.actor, sees.roster):
        raise NotFound(NO_SUCH)
    return problem


async def open_one(problem_id: str, sees: Viewer, work: UnitOfWork) -> Problem:
    """The same, for something that changes it; raises `OutOfDate` when it has come to an end."""
    problem = await found(problem_id, sees, work)
    if not problem.is_open:
        raise OutOfDate(OVER)
    return problem


async def sheet(problem: Problem, sees: Viewer, work: UnitOfWork) -> Sheet:
    """The problem with all that is said around it."""
    strategies = {one.key: one.name for one in await work.strategies.ever()}
    before = await work.problems.find(problem.instead_of) if problem.instead_of else None
    return Sheet(
        problem,
        by=sees.roster.name(problem.framed_by),
        strategy=strategies.get(problem.strategy or "", ""),
        before=before.label if before else "",
        may_change=may(sees.actor, "change-problem", *standing(problem, sees.actor)),
    )
