"""Framing a problem of practice: drafts, the four questions, and whom it may name."""

import pytest

from bot.errors import Cautioned, NotFound, NotPermitted, Refusal
from bot.messages.plain import plain
from bot.messages.problems.framing import framed
from bot.model.problems import Check, Mark, ProblemState
from bot.model.settings import Settings
from bot.routines import problems
from tests.conftest import SCHOOL
from tests.routines.problems.conftest import AUTHOR, GOOD, MEMBER, STUDENTS, TEACHER, YES


@pytest.mark.requirement("R-069")
async def test_a_complaint_is_read_with_a_hint_for_each_question_and_still_kept_as_a_draft(frame):
    result = await frame("Kids are disengaged")
    assert result.marks == {
        Check.POSITIVE: Mark.FIX,
        Check.SOLVABLE: Mark.UNCLEAR,
        Check.MEASURABLE: Mark.FIX,
        Check.SPECIFIC: Mark.FIX,
    }
    said = plain(framed(result))
    for asked in result.questions:
        assert asked.hint in said
    assert "can become: In grades 3-5 math" in said
    assert result.sheet.problem.state is ProblemState.DRAFT


@pytest.mark.requirement("R-074")
async def test_words_that_blame_students_get_a_private_hint_and_stay_as_they_were_written(frame):
    result = await frame("Students lack stamina")
    message = framed(result)
    assert "Name what we do now and could change, e.g. how long tasks stay at one level" in plain(message)
    assert message.private
    assert "stamina" not in message.summary
    assert result.sheet.problem.statement == "Students lack stamina"


async def test_a_school_that_wants_no_hints_gets_none(frame, units, clock, who):
    async with units.writing(SCHOOL) as work:
        await work.settings.change(Settings(language_hints=False), by=who(AUTHOR).person_id, at=clock.now())
    assert (await frame("Students lack stamina")).instead is None


async def test_the_author_decides_and_four_times_yes_with_the_student_line_is_framed(frame, do):
    problem = (await frame("We share too soon in math")).sheet.problem
    without = await do(problems.ChangeProblem, problem, statement=GOOD, marks=YES)
    assert without.sheet.problem.state is ProblemState.DRAFT
    assert "what will students do differently?" in plain(framed(without))
    whole = await do(problems.ChangeProblem, problem, statement=GOOD, students=STUDENTS, marks=YES)
    assert whole.sheet.problem.state is ProblemState.FRAMED
    assert [(step.state.value, step.words) for step in whole.sheet.problem.history] == [
        ("draft", "We share too soon in math"),
        ("draft", GOOD),
        ("framed", GOOD),
    ]


async def test_a_draft_is_its_authors_own_and_what_is_framed_is_the_ilts(frame, do, perform, who):
    problem = (await frame()).sheet.problem

    async def seen(key: str) -> int:
        return (await perform(problems.look_up, problems.FindProblems(), actor=who(key))).total

    assert (await seen(AUTHOR), await seen(MEMBER)) == (1, 0)
    with pytest.raises(NotFound):
        await do(problems.PlanProblem, problem, by=MEMBER)
    await do(problems.ChangeProblem, problem, statement=GOOD, students=STUDENTS, marks=YES)
    assert await seen(MEMBER) == 1
    with pytest.raises(NotPermitted):
        await do(problems.ChangeProblem, problem, by=MEMBER, statement=GOOD)
    with pytest.raises(NotPermitted):
        await seen(TEACHER)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("In grade 3 Uma Thistle shares too soon", "This names Uma Thistle"),
        ("In room 12 we share too soon", "This names a room"),
    ],
)
async def test_neither_a_colleague_nor_a_room_is_named(frame, words, says):
    with pytest.raises(Refusal, match=says) as refused:
        await frame(words)
    assert refused.value.field == "statement"


async def test_nor_is_a_student(frame):
    with pytest.raises(Cautioned):
        await frame("Jayden has an IEP and nobody reads it")


async def test_a_strategy_is_one_of_the_schools(frame, strategy):
    assert (await frame(strategy=strategy)).sheet.strategy
    with pytest.raises(Refusal, match="no longer there"):
        await frame(strategy="gone")
