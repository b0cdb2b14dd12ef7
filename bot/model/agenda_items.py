"""What an agenda item says of itself: its kind, whose learning it serves, and the figures it brings."""

from collections.abc import Iterable
from enum import StrEnum

from bot.values import dataclass


class ItemKind(StrEnum):
    """What an item is about. What is operational goes to the memo unless somebody asks for time for it."""

    INSTRUCTIONAL = "instructional"
    PEOPLE = "people"
    OPERATIONAL = "operational"


class Focus(StrEnum):
    """Whose learning the minutes of an item serve; an item without a focus serves neither."""

    STUDENT = "student"
    ADULT = "adult"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of de-identified figures. A withheld one keeps its label alone: what it said is gone."""

    label: str
    value: str = ""
    n: int | None = None

    @property
    def is_withheld(self) -> bool:
        return self.n is None


@dataclass(frozen=True, slots=True)
class DataBrought:
    """What a data item brings: where the data is, its few figures, and how they are talked through."""

    link: str = ""
    figures: tuple[Figure, ...] = ()
    protocol: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """Minutes of one kind, for one kind of learning."""

    minutes: int
    kind: ItemKind
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """The minutes of one agenda by kind, and by whose learning they serve; `both` counts half for each."""

    instructional: int = 0
    people: int = 0
    operational: int = 0
    student: int = 0
    adult: int = 0

    @property
    def minutes(self) -> int:
        return self.instructional + self.people + self.operational

    def share(self, kind: ItemKind) -> int:
        """The share of one kind in percent; zero when there are no minutes."""
        return round(100 * int(getattr(self, kind.value)) / self.minutes) if self.minutes else 0


def split_of(timed: Iterable[Timed]) -> Split:
    """Add the minutes up. An odd minute that serves both goes to the students' side."""
    kinds = dict.fromkeys(ItemKind, 0)
    student = adult = 0
    for one in timed:
        kinds[one.kind] += one.minutes
        half = one.minutes // 2
        student += {Focus.STUDENT: one.minutes, Focus.BOTH: one.minutes - half}.get(
            one.focus or Focus.ADULT, 0
        )
        adult += {Focus.ADULT: one.minutes, Focus.BOTH: half}.get(one.focus or Focus.STUDENT, 0)
    return Split(
        kinds[ItemKind.INSTRUCTIONAL], kinds[ItemKind.PEOPLE], kinds[ItemKind.OPERATIONAL], student, adult
    )
