"""Framing a problem of practice: its words, what its four questions say, and framing it anew."""

from typing import Annotated

from pydantic import Field

from bot.content.problem_check import problem_check
from bot.errors import Refusal
from bot.messages.problems.forms import LINE, STATEMENT, Desk
from bot.messages.problems.framing import Framed
from bot.model.people import Actor
from bot.model.problems import PREPARED, Check, Mark, Problem, ProblemState
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.problems.shown import found, name_nobody, open_one, sheet, standing
from bot.routines.requests import Command, Nothing, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

Statement = Annotated[str, Field(min_length=10, max_length=STATEMENT)]
Line = Annotated[str, Field(max_length=LINE)]
RUNNING = "This one is being tried already, so its words stay. To say it in another way, frame it anew."
NO_STRATEGY = "This strategy is no longer there. Please choose again."


class FrameProblem(Command):
    """A problem in one sentence, as somebody sees it today."""

    statement: Statement
    students: Line = ""
    strategy: str | None = None


class AboutProblem(Question):
    """One problem."""

    problem: str


class ChangeProblem(FrameProblem):
    """Other words, and the author's own answers to the four questions."""

    problem: str
    marks: Annotated[dict[Check, Mark], Field(max_length=len(Check))] = {}


class ReframeProblem(FrameProblem):
    """The same problem, framed anew: the one before comes to an end."""

    problem: str


async def prepare(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    """What the form for a new problem offers."""
    permit(actor, "problem")
    return await desk(None, work)


async def frame(command: FrameProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Framed:
    """Keep it as a draft that its author alone sees, and say how it reads."""
    permit(actor, "problem")
    sees = await viewer(actor, work=work, clock=clock)
    return await framed(await added(command, None, sees, work), sees, work)


async def prepare_change(question: AboutProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    sees = await viewer(actor, work=work, clock=clock)
    return await desk(await changeable(question.problem, sees, work), work)


async def change(command: ChangeProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Framed:
    """Take the author's words and answers; with four times yes and the student line it is framed."""
    sees = await viewer(actor, work=work, clock=clock)
    problem = await changeable(command.problem, sees, work)
    await check(command, sees, work)
    problem.statement, problem.students = command.statement, command.students
    problem.strategy, problem.marks = command.strategy, dict(command.marks)
    problem.settle(sees.today)
    return await framed(problem, sees, work)


async def prepare_reframing(question: AboutProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    permit(actor, "reframe-problem")
    sees = await viewer(actor, work=work, clock=clock)
    return await desk(await open_one(question.problem, sees, work), work)


async def reframe(command: ReframeProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Framed:
    """Begin a new draft in the place of this one, which ends as reframed."""
    permit(actor, "reframe-problem")
    sees = await viewer(actor, work=work, clock=clock)
    before = await open_one(command.problem, sees, work)
    problem = await added(command, before, sees, work)
    before.become(ProblemState.REFRAMED, f"Framed anew as {problem.label}", sees.today)
    return await framed(problem, sees, work)


async def changeable(problem_id: str, sees: Viewer, work: UnitOfWork) -> Problem:
    """The problem, when its words may be changed by this person now."""
    problem = await found(problem_id, sees, work)
    permit(sees.actor, "change-problem", *standing(problem, sees.actor))
    await open_one(problem_id, sees, work)
    if problem.state not in PREPARED:
        raise Refusal(RUNNING)
    return problem


async def added(command: FrameProblem, before: Problem | None, sees: Viewer, work: UnitOfWork) -> Problem:
    await check(command, sees, work)
    problem = Problem(
        school=work.school,
        number=await work.numbers.next("problem"),
        statement=command.statement,
        students=command.students,
        strategy=command.strategy,
        framed_by=sees.actor.person_id,
        framed_on=sees.today,
        instead_of=before.id if before else None,
    )
    problem.settle(sees.today)
    work.problems.add(problem)
    await work.flush()
    return problem


async def check(command: FrameProblem, sees: Viewer, work: UnitOfWork) -> None:
    """Raise `Refusal` where the words name somebody, or the strategy is not one of the school's."""
    name_nobody({"statement": command.statement, "students": command.students}, sees.roster)
    if command.strategy and command.strategy not in {one.key for one in await work.strategies.active()}:
        raise Refusal(NO_STRATEGY, field="strategy")


async def framed(problem: Problem, sees: Viewer, work: UnitOfWork) -> Framed:
    """The problem and how it reads; the hint about blame only where the school wants hints."""
    reader = problem_check()
    hints = (await work.settings.now()).language_hints
    return Framed(
        await sheet(problem, sees, work),
        reader.questions,
        problem.marks or reader.read(problem.statement),
        reader.example(problem.statement),
        instead=reader.instead(problem.statement) if hints else None,
    )


async def desk(problem: Problem | None, work: UnitOfWork) -> Desk:
    strategies = {one.key: one.name for one in await work.strategies.active()}
    reader = problem_check()
    return Desk(strategies, reader.questions, problem, reader.read(problem.statement) if problem else {})
