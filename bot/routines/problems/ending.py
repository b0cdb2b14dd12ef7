"""How a problem of practice comes to an end: resolved, or stopped."""

from typing import Annotated, Literal

from pydantic import Field

from bot.errors import Refusal
from bot.messages.problems.forms import LINE, Ending
from bot.messages.problems.words import Sheet
from bot.model.people import Actor
from bot.model.problems import ProblemState
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.problems.framing import AboutProblem
from bot.routines.problems.shown import name_nobody, open_one, sheet
from bot.routines.requests import Command
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

NOT_TRIED = "Only what has been tried can be resolved. To let it go, choose Stop."


class EndProblem(Command):
    """What became of it, in one line."""

    problem: str
    how: Literal["resolved", "stopped"]
    learned: Annotated[str, Field(min_length=3, max_length=LINE)]


async def prepare_end(question: AboutProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Ending:
    permit(actor, "end-problem")
    sees = await viewer(actor, work=work, clock=clock)
    return Ending(await open_one(question.problem, sees, work))


async def end(command: EndProblem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Close it with what was learned; it stays in the list, and its history with it."""
    permit(actor, "end-problem")
    sees = await viewer(actor, work=work, clock=clock)
    problem = await open_one(command.problem, sees, work)
    name_nobody({"learned": command.learned}, sees.roster)
    if not problem.become(ProblemState(command.how), command.learned, sees.today):
        raise Refusal(NOT_TRIED, field="how")
    return await sheet(problem, sees, work)
