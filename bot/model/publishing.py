"""What may be published of figures about people, so that nobody can be picked out.

One function decides, for every figure. It also looks at what was published before:
two figures whose difference rests on one visit tell as much as that visit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Protocol, Self, TypeVar

FEWEST = 5
"""Fewer visits, answers or people than this are never shown; a school may raise it, never lower it."""

FEWEST_ROOMS = 3


class Cell(Protocol):
    """One figure that might be published, and what stands behind it."""

    @property
    def name(self) -> str: ...

    @property
    def n(self) -> int: ...

    @property
    def is_enough(self) -> bool: ...

    def joined(self, other: Self) -> Self:
        """The figure of both together."""
        ...


C = TypeVar("C", bound=Cell)


@dataclass(frozen=True, slots=True)
class VisitCell:
    """A figure from walkthrough visits, in at least so many different rooms."""

    name: str
    n: int
    rooms: int

    @property
    def is_enough(self) -> bool:
        return self.n >= FEWEST and self.rooms >= FEWEST_ROOMS

    def joined(self, other: "VisitCell") -> "VisitCell":
        return VisitCell(together(self.name, other.name), self.n + other.n, max(self.rooms, other.rooms))


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """How many adults gave each answer, of those who could have answered."""

    name: str
    counts: tuple[int, ...]
    eligible: int

    @property
    def n(self) -> int:
        return sum(self.counts)

    @property
    def is_enough(self) -> bool:
        """Enough of them answered, not all of them, and not all the same."""
        return FEWEST <= self.n < self.eligible and max(self.counts) < self.n

    def joined(self, other: "AnswerCell") -> "AnswerCell":
        added = tuple(mine + theirs for mine, theirs in zip(self.counts, other.counts, strict=True))
        return AnswerCell(together(self.name, other.name), added, self.eligible + other.eligible)


@dataclass(frozen=True, slots=True)
class PeopleCell:
    """How many people a group has, when naming the group says that something came from one of them."""

    name: str
    n: int

    @property
    def is_enough(self) -> bool:
        return self.n >= FEWEST

    def joined(self, other: "PeopleCell") -> "PeopleCell":
        return PeopleCell(together(self.name, other.name), self.n + other.n)


Card = Mapping[str, int]
"""What one publication gave away: the `n` behind each figure that could be read or worked out."""


def publishable(
    cells: Sequence[C], *, total_shown: bool, published: Sequence[Card] = (), fewest: int = FEWEST
) -> frozenset[str]:
    """Return the names of the cells that may be shown; the others are withheld.

    `fewest` is the school's own smallest number; it counts only when it is more than five.

    With `total_shown`, the sum over all cells is public too: then cells are withheld, the smallest
    first, until what is missing from the sum is nothing, or several cells that are together enough.
    `published` holds what earlier publications gave away (`given_away`): no figure, and no sum of
    figures, may differ from an earlier one by one to four.
    """
    k = max(FEWEST, fewest)
    shown = [cell for cell in cells if enough(cell, k) and follows({cell.name: cell.n}, published, k)]
    while total_shown and shown and not is_safe(cells, shown, published, k):
        shown.remove(min(shown, key=lambda cell: (cell.n, cell.name)))
    return frozenset(cell.name for cell in shown)


def given_away(cells: Sequence[C], names: frozenset[str]) -> Card:
    """What showing these cells beside their sum gives away; withheld cells that are empty included."""
    shown = [cell for cell in cells if cell.name in names]
    rest = withheld(cells, shown)
    alone = [cell for cell in cells if cell not in rest]
    return {cell.name: cell.n for cell in [*alone, *([reduce(join, rest)] if rest else [])]}


def enough(cell: Cell, k: int) -> bool:
    return cell.is_enough and cell.n >= k


def is_safe(cells: Sequence[C], shown: Sequence[C], published: Sequence[Card], k: int) -> bool:
    """Whether everything that can be worked out by subtraction, now and against before, may be known."""
    rest = withheld(cells, shown)
    return (not rest or enough(reduce(join, rest), k)) and follows(
        given_away(cells, frozenset(cell.name for cell in shown)), published, k
    )


def withheld(cells: Sequence[C], shown: Sequence[C]) -> list[C]:
    """The cells left out that hold anything."""
    return [cell for cell in cells if cell not in shown and cell.n > 0]


def follows(now: Card, published: Sequence[Card], k: int) -> bool:
    """Whether every difference to every earlier card is nothing, or `k` and more."""
    return all(more == 0 or more >= k for before in published for more in differences(now, before))


def differences(now: Card, before: Card) -> list[int]:
    """By how much each sum grew that both cards give away, the smallest such sums first found."""
    groups = [parts(name) for name in now]
    for name in before:
        touched = [group for group in groups if group & parts(name)]
        rest = [group for group in groups if group not in touched]
        groups = [*rest, parts(name).union(*touched)]
    return [known(group, now) - known(group, before) for group in groups if covers(group, now, before)]


def covers(group: frozenset[str], *cards: Card) -> bool:
    """Whether each card tells the sum over a group of cells."""
    return all(group == frozenset().union(*inside(group, card)) for card in cards)


def known(group: frozenset[str], card: Card) -> int:
    return sum(n for name, n in card.items() if parts(name) <= group)


def inside(group: frozenset[str], card: Card) -> list[frozenset[str]]:
    return [parts(name) for name in card if parts(name) <= group]


def join(one: C, other: C) -> C:
    return one.joined(other)


def parts(name: str) -> frozenset[str]:
    return frozenset(name.split("+"))


def together(one: str, other: str) -> str:
    """One name for several cells, whatever their order."""
    return "+".join(sorted(parts(one) | parts(other)))
