"""What is tried for a problem of practice: the plan, its start, and its place on the agenda."""

from datetime import date
from typing import Annotated

from pydantic import Field

from bot.errors import Refusal
from bot.messages.problems.forms import CANVAS_NAMES, LINE, Planning
from bot.messages.problems.words import OnAgenda, Sheet
from bot.model.agenda_items import Focus, Outcome, Provenance, Suggestion
from bot.model.people import Actor, in_words
from bot.model.problems import Canvas, Problem, ProblemState
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings import put_on_agenda
from bot.routines.problems.framing import AboutProblem
from bot.routines.problems.shown import name_nobody, open_one, sheet
from bot.routines.requests import Command
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

MINUTES = 10
Line = Annotated[str, Field(max_length=LINE)]
ALREADY = "It is being tried already. Its plan can still be changed."
NOT_FRAMED = "First answer the four questions with yes and say what students will do differently."


class PlanProblem(Command):
    """The plan, as far as it is known; what is empty can be filled in later."""

    problem: str
    cause: Line = ""
    move: Line = ""
    who: Line = ""
    support: Line = ""
    measure: Line = ""
    review_on: date | None = None
    stop_rule: Line = ""


class StartProblem(Command):
    """From today on it is tried."""

    problem: str


class DiscussProblem(Command):
    """Put it on the next agenda."""

    problem: str


async def prepare_plan(question: AboutProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Planning:
    permit(actor, "plan-problem")
    sees = await viewer(actor, work=work, clock=clock)
    return Planning(await open_one(question.problem, sees, work), sees.today)


async def plan(command: PlanProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Keep the plan. One that is whole makes a framed problem ready."""
    permit(actor, "plan-problem")
    sees = await viewer(actor, work=work, clock=clock)
    problem = await open_one(command.problem, sees, work)
    texts = command.model_dump(exclude={"problem", "review_on"})
    name_nobody(texts, sees.roster)
    if command.review_on and command.review_on <= sees.today:
        raise Refusal("Choose a day to come for the review.", field="review_on")
    planned = Canvas(**texts)
    if problem.state is ProblemState.IN_ACTION:
        require_whole(planned, command.review_on)
    problem.canvas, problem.review_on = planned, command.review_on
    problem.settle(sees.today)
    return await sheet(problem, sees, work)


def require_whole(planned: Canvas, review_on: date | None) -> None:
    """Raise `Refusal` beside the first field that is empty: what is being tried keeps a whole plan."""
    for field in (*planned.missing, *(() if review_on else ("review_on",))):
        raise Refusal("It is being tried already, so this stays filled in.", field=field)


async def start(command: StartProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Begin what was planned; a `Refusal` says what the plan still needs (R-070)."""
    permit(actor, "start-problem")
    sees = await viewer(actor, work=work, clock=clock)
    problem = await open_one(command.problem, sees, work)
    if not problem.become(ProblemState.IN_ACTION, problem.canvas.move, sees.today):
        raise Refusal(why_not(problem))
    return await sheet(problem, sees, work)


def why_not(problem: Problem) -> str:
    if problem.state is ProblemState.IN_ACTION:
        return ALREADY
    if problem.state is ProblemState.DRAFT:
        return NOT_FRAMED
    lacking = in_words(CANVAS_NAMES[name].lower() for name in problem.missing)
    return f"Before it starts, its plan needs: {lacking}. Press Plan to fill that in."


async def discuss(command: DiscussProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> OnAgenda:
    """Put it on the next agenda that is open, linked to the problem; to decide once it is ready."""
    permit(actor, "discuss-problem")
    sees = await viewer(actor, work=work, clock=clock)
    problem = await open_one(command.problem, sees, work)
    suggestion = Suggestion(
        f"{problem.label}: {problem.statement}",
        Provenance.MEMBER,
        source=problem.id,
        minutes=MINUTES,
        by=actor.person_id,
        label=problem.label,
        focus=Focus.STUDENT,
        problem=problem.id,
        strategy=problem.strategy,
        students=problem.students,
        outcome=Outcome.DECIDE if problem.state is ProblemState.READY else Outcome.DISCUSS,
    )
    meeting = await put_on_agenda(suggestion, work=work, now=sees.now)
    return OnAgenda(problem, meeting.on)
