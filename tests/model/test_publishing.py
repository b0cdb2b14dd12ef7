"""Deciding what may be published."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.publishing import AnswerCell, VisitCell, given_away, publishable


def visits(name: str, n: int, rooms: int = 9) -> VisitCell:
    return VisitCell(name, n, rooms)


@pytest.mark.parametrize(
    ("n", "rooms", "may"), [(4, 3, False), (5, 3, True), (5, 2, False), (50, 2, False), (0, 0, False)]
)
def test_visits_are_shown_from_five_visits_in_three_rooms_on(n, rooms, may):
    assert bool(publishable([visits("all", n, rooms)], total_shown=False)) is may


@pytest.mark.parametrize(
    ("counts", "eligible", "may"),
    [
        ((3, 2), 6, True),
        ((3, 1), 6, False),  # four answers
        ((3, 2), 5, False),  # everybody answered
        ((2, 1), 4, False),  # four could answer
        ((5, 0), 8, False),  # all the same
    ],
)
def test_answers_of_adults_are_shown_when_they_pick_out_nobody(counts, eligible, may):
    assert bool(publishable([AnswerCell("all", counts, eligible)], total_shown=False)) is may


@pytest.mark.requirement("R-128")
def test_one_more_cell_is_withheld_when_one_could_be_worked_out_by_subtraction():
    grades = [visits("Grade 3", 8), visits("Grade 4", 6), visits("Grade 5", 4)]
    assert publishable(grades, total_shown=True) == {"Grade 3"}
    assert publishable(grades, total_shown=False) == {"Grade 3", "Grade 4"}


def test_two_small_cells_that_are_still_too_few_together_take_a_third_with_them():
    grades = [visits("Grade 3", 8), visits("Grade 4", 2), visits("Grade 5", 1)]
    assert publishable(grades, total_shown=True) == frozenset()


def test_an_empty_cell_hides_nothing_and_needs_no_cover():
    bands = [visits("K-2", 8), visits("3-5", 9), visits("6-8", 0)]
    assert publishable(bands, total_shown=True) == {"K-2", "3-5"}


@pytest.mark.parametrize(("n", "may"), [(10, True), (11, False), (14, False), (15, True)])
def test_a_figure_is_shown_again_only_unchanged_or_after_five_more(n, may):
    cell = visits("all", n)
    assert bool(publishable([cell], total_shown=False, published=[{"all": 10}])) is may


CELLS = 3
growth = st.lists(st.integers(0, 9), min_size=CELLS, max_size=CELLS)


@given(st.lists(growth, min_size=1, max_size=3), st.lists(st.integers(2, 4), min_size=CELLS, max_size=CELLS))
def test_nothing_shown_on_successive_cards_gives_away_fewer_than_five_visits(steps, rooms):
    """What can be worked out is the row space of what was shown; every small step lies outside it."""
    known: list[list[Fraction]] = []
    wholes: list[dict[str, int]] = []
    earlier: list[dict[str, int]] = []
    sums = [0] * CELLS
    for step, added in enumerate(steps):
        sums = [total + more for total, more in zip(sums, added, strict=True)]
        cells = [visits(str(place), n, rooms[place] if n else 0) for place, n in enumerate(sums)]
        whole = visits("whole", sum(sums), max(cell.rooms for cell in cells))
        if not publishable([whole], total_shown=False, published=wholes):
            continue
        shown = publishable(cells, total_shown=True, published=earlier)
        assert sum(1 for cell in cells if cell.n and cell.name not in shown) != 1
        wholes.append({"whole": whole.n})
        earlier.append(given_away(cells, shown))
        known.append(equation(range(CELLS), step, len(steps)))
        known += [equation([int(name)], step, len(steps)) for name in shown]
    for few in differences(steps):
        assert rank([*known, few]) > rank(known)


def differences(steps: list[list[int]]):
    """Every sum over some cells and some weeks in a row that comes from one to four visits."""
    for places in (chosen for size in (1, 2, 3) for chosen in combinations(range(CELLS), size)):
        for first, last in combinations(range(len(steps) + 1), 2):
            if 0 < sum(steps[step][place] for step in range(first, last) for place in places) < 5:
                until = equation(places, last - 1, len(steps))
                since = equation(places, first - 1, len(steps))
                yield [a - b for a, b in zip(until, since, strict=True)]


def equation(places, step: int, steps: int) -> list[Fraction]:
    """The sum of what these cells grew by up to a step, as a row of coefficients."""
    row = [Fraction(0)] * CELLS * steps
    for place in places:
        for earlier in range(step + 1):
            row[place * steps + earlier] = Fraction(1)
    return row


def rank(rows: list[list[Fraction]]) -> int:
    """The rank of a matrix, by elimination."""
    left = [list(row) for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((place for place in range(found, len(left)) if left[place][column]), None)
        if pivot is None:
            continue
        left[found], left[pivot] = left[pivot], left[found]
        for place in range(found + 1, len(left)):
            factor = left[place][column] / left[found][column]
            left[place] = [a - factor * b for a, b in zip(left[place], left[found], strict=True)]
        found += 1
    return found
