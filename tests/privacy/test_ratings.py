"""Ratings of teachers have another place: they are refused with the reason, and nothing of them is kept."""

from datetime import date

import pytest

from bot.errors import Cautioned
from bot.model.evaluation import rating_in
from bot.model.guard import Adults
from bot.model.staff_input import Mode, Scope
from bot.routines import decisions, staff_input
from bot.routines.meetings import items
from tests.privacy.dump import changed, dump, file_of

COLLEAGUES = Adults.of(["Uma Thistle", "Eli Elm", "Tea Sage"])
RATINGS = (
    "T1 scored 3 on I.2",
    "Ms. Jones was rated 2.5 this year",
    "The teacher got an ineffective in domain 2",
    "Uma scored 2 on planning",
    "Her evaluation rating: 2.75",
    "Observation scores were 3, 2 and 4",
    "Summative rating is highly effective.",
    "Teacher in domain 3: 3b: 2, 3c: 3",
    "Uma Thistle\t3\t2\t4\nEli Elm\t2\t2\t3",
    "Teacher A: 3\nTeacher B: 2.5",
)
NO_RATINGS = (
    "Students scored 3 on the exit ticket",
    "Teachers rated the PD day 4 of 5",
    "The teacher got 3 new tablets",
    "Ms. Kelp received 2 boxes of paper",
    "T1 instruction scored 70 %",
    "The evaluation ratings are due on 4 Nov",
    "Evaluation of the pilot: 4 of 5 teams want it",
    "Uma and Eli got 2 in the raffle",
    "Grade 2: 3\nGrade 3: 4",
    "4b: 3 tablets, 4c: 2 tablets",
    "Uma Thistle: copies\nEli Elm: chairs",
)


@pytest.mark.parametrize("words", RATINGS)
def test_a_rating_of_a_teacher_is_recognized(words):
    assert rating_in(words, COLLEAGUES) is not None


@pytest.mark.parametrize("words", NO_RATINGS)
def test_what_is_no_rating_of_a_teacher_is_let_through(words):
    assert rating_in(words, COLLEAGUES) is None


def requests(words: str):
    """The same words as input, as an agenda item, and as a decision."""
    start = date(2026, 11, 9)
    yield staff_input.hand_in, staff_input.GiveInput(see=words, mode=Mode.NAMED, scope=Scope.MY_TEAM)
    yield items.add, items.AddItem(title="Planning", detail=words, minutes=10, outcome="discuss")
    yield (
        decisions.record,
        decisions.RecordDecision(
            statement="Plans are shared", why=words, teams=("grade-3",), starts_on=start, helper="x"
        ),
    )


async def test_pasted_scores_are_refused_with_the_reason_and_nothing_is_kept(perform, who, sample, database):
    before = dump(file_of(database))
    for routine, request in requests("Uma Thistle 3 2 4\nEli Elm 2 2 3"):
        with pytest.raises(Cautioned) as caught:
            await perform(routine, request, actor=who("jay-ivy"), once="view/V1")
        assert "stay in the district's evaluation system" in caught.value.sentence
    assert changed(before, dump(file_of(database))) == set()
