"""Reading problems of practice: the list, one in full, and what Home shows of them."""

import re

from bot.messages.home import HomeShare
from bot.messages.problems import home as wording
from bot.messages.problems.register import SHOWN, Register
from bot.model.people import Actor
from bot.model.problems import Problem, ProblemState
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.problems.shown import is_seen, sheet
from bot.routines.requests import Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NUMBER = re.compile(r"(?:p-?)?0*(\d{1,6})", re.IGNORECASE)
MINE = 3


class FindProblems(Question):
    """All problems, or what somebody searched for: words, or a number ("P-003", "3")."""

    search: str = ""
    number: str = ""


async def look_up(question: FindProblems, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Register:
    """The problems this person may read, newest first; a number gives all of one."""
    permit(actor, "problems")
    sees = await viewer(actor, work=work, clock=clock)
    readable = [one for one in await work.problems.register() if is_seen(one, actor, sees.roster)]
    search = question.number or question.search
    named = NUMBER.fullmatch(search)
    numbered = [one for one in readable if named and one.number == int(named[1])]
    if numbered:
        return Register(search, one=await sheet(numbered[0], sees, work))
    matching = [one for one in readable if is_about(one, search)]
    return Register(search, tuple(matching[:SHOWN]), len(matching))


def is_about(problem: Problem, search: str) -> bool:
    """Whether it holds every word searched for, however written."""
    canvas = problem.canvas
    texts = (problem.label, problem.statement, problem.students, problem.strategy or "")
    written = " ".join((*texts, canvas.cause, canvas.move, canvas.measure)).casefold()
    return all(word in written for word in search.casefold().split())


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The problems I framed with what became of them, and those of mine whose review day has come."""
    if not may(viewer.actor, "problems"):
        return HomeShare()
    mine = await work.problems.framed_by(viewer.actor.person_id, MINE)
    waiting = [
        one
        for one in await work.problems.in_action()
        if one.framed_by == viewer.actor.person_id and one.review_on and one.review_on <= viewer.today
    ]
    drafts = [one for one in mine if one.state is ProblemState.DRAFT]
    return wording.share(mine, waiting, drafts[:1])
