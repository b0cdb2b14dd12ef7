"""A problem of practice at the sample school, framed by the Grade 3 lead Oli Nettle."""

from datetime import date

import pytest

from bot.model.problems import Check, Mark
from bot.routines import problems, strategies
from tests.conftest import SCHOOL, sample_file

AUTHOR, MEMBER, TEACHER = "oli-nettle", "noel-mint", "uma-thistle"
REVIEW = date(2026, 12, 8)
GOOD = (
    "In grades 3-5 math we share after few seconds. If every block has 3 minutes of writing first, "
    "more students will explain how they know: from 44% to 60% of visits."
)
STUDENTS = "More students explain how they know."
YES = dict.fromkeys(Check, Mark.PASS)
CANVAS = {
    "cause": "We go to sharing too soon",
    "move": "Three minutes of writing before partner talk",
    "who": "Grades 3-5 math",
    "support": "One planning time",
    "measure": "Visits in which students explain",
    "stop_rule": "No change after three weeks",
}


@pytest.fixture
async def strategy(units, sample) -> str:
    """The key of a strategy the school works on."""
    async with units.writing(SCHOOL) as work:
        await strategies.establish(sample_file().strategies, work=work, roster=sample)
    return sample_file().strategies[0].key


@pytest.fixture
def frame(perform, who):
    async def draft(statement: str = GOOD, by: str = AUTHOR, **said: str):
        command = problems.FrameProblem(statement=statement, **said)
        return await perform(problems.frame, command, actor=who(by))

    return draft


@pytest.fixture
def do(perform, who):
    """Do something with a problem, as its author unless said otherwise."""
    routines = {
        problems.ChangeProblem: problems.change,
        problems.PlanProblem: problems.plan,
        problems.StartProblem: problems.start,
        problems.EndProblem: problems.end,
        problems.ReframeProblem: problems.reframe,
        problems.DiscussProblem: problems.discuss,
    }

    async def done(kind, problem, by: str = AUTHOR, **said: object):
        command = kind.model_validate({"problem": problem.id, **said})
        return await perform(routines[kind], command, actor=who(by))

    return done


@pytest.fixture
async def ready(frame, do):
    """Framed, planned, and not started yet."""
    problem = (await frame()).sheet.problem
    await do(problems.ChangeProblem, problem, statement=GOOD, students=STUDENTS, marks=YES)
    return (await do(problems.PlanProblem, problem, review_on=REVIEW, **CANVAS)).problem


@pytest.fixture
async def trying(ready, do):
    """In action, to be reviewed on Tuesday 8 December."""
    return (await do(problems.StartProblem, ready)).problem
