"""The balance of voices between teams, and what may be said of needs."""

import pytest

from bot.model.connecting import is_about
from bot.model.pulses import result_of
from bot.model.staff_input import Need
from bot.model.student_voice import Unreadable, read_rows, suppressed
from bot.model.voice import OTHERS, TeamVoice, balance, folded, voice_index

SIZES, COUNTS = (8, 5, 5, 5, 5, 7), (4, 0, 3, 2, 2, 1)


def teams(sizes=SIZES, counts=COUNTS):
    return [TeamVoice(f"t{place}", *pair) for place, pair in enumerate(zip(sizes, counts, strict=True))]


def test_the_balance_of_six_teams_is_that_of_the_requirements():
    assert voice_index(teams()) == pytest.approx(0.853, abs=0.0005)


def test_teams_that_are_heard_alike_have_one_and_two_teams_have_none():
    assert voice_index(teams((5, 5, 10), (2, 2, 4))) == pytest.approx(1)
    assert voice_index(teams((5, 5), (2, 2))) is None
    assert voice_index(teams((5, 5, 5, 5), (2, 2, 0, 0))) is None


def test_below_three_teams_the_quiet_ones_are_named_instead_of_a_number():
    found = balance(teams((5, 5, 5), (3, 2, 0)))
    assert (found.index, found.shares, found.quiet) == (None, (), ("t2",))


def test_small_teams_are_one_group_and_never_named_as_quiet():
    found = balance(teams((8, 5, 6, 3, 2), (4, 2, 3, 0, 1)))
    assert [key for key, _ in found.shares] == ["t0", "t1", "t2", OTHERS]
    assert found.quiet == ()


def test_needs_below_five_fold_into_other_with_one_more_where_that_could_be_worked_out():
    shown, other = folded({Need.TIME: 9, Need.CLARITY: 6, Need.TRAINING: 3, Need.CLIMATE: 0})
    assert (shown, other) == ({Need.TIME: 9}, 9)


@pytest.mark.parametrize("marks", [[5] * 4, [5] * 20, [1, 2, 3, 4, 5] * 2])
def test_a_pulse_that_too_few_all_or_all_alike_answered_has_no_result(marks):
    assert result_of(marks, eligible=10).counts == ()


def test_a_pulse_has_its_mean_and_its_counts():
    found = result_of([1, 3, 5, 5, 5], eligible=41)
    assert (found.counts, found.n, found.mean) == ((1, 0, 1, 0, 3), 5, 3.8)


def test_a_group_of_seven_students_is_left_out_and_one_more_where_all_are_given():
    rows = suppressed(read_rows("Grade 3, 42, 71%\nGrade 4; 38; 64\nGrade 5\t7\t57\nAll, 87, 67"))
    assert [row.label for row in rows if row.is_withheld] == ["Grade 4", "Grade 5"]
    rows = suppressed(read_rows("Grade 3, 42, 71%\nGrade 4, 38, 64\nGrade 5, 7, 57"))
    assert [row.label for row in rows if row.is_withheld] == ["Grade 5"]


@pytest.mark.parametrize(
    "line", ["Grade 3, 42", "Grade 3, 42, 101", "It is boring", "Name, id, 4, 5", "x" * 61 + ", 20, 3"]
)
def test_a_line_that_is_no_figure_of_a_group_is_not_read(line):
    with pytest.raises(Unreadable) as caught:
        read_rows(f"Grade 2, 30, 50%\n{line}")
    assert caught.value.place == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Small-group reading", "small group READING", True),
        ("reading", "Small-group reading", True),
        ("the reading", "working on math", False),
        ("de la", "la", False),
    ],
)
def test_topics_are_the_same_when_one_says_the_other(one, other, same):
    assert is_about(one, other) is same
