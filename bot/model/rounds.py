"""A round of voices on one item: each speaks or passes once. Counts stay, names go with the item (R-082)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.model.ids import new_id


@dataclass(eq=False, kw_only=True)
class VoiceRound:
    """The round on line `line` of a meeting: how many could speak, how many spoke and how many passed."""

    school: str
    day: date
    line: int
    eligible: int
    spoke: int = 0
    passed: int = 0
    is_open: bool = True
    id: str = field(default_factory=new_id)

    @property
    def left(self) -> int:
        return max(0, self.eligible - self.spoke - self.passed)

    @property
    def is_full(self) -> bool:
        return self.left == 0

    def count(self, *, spoke: bool) -> None:
        if spoke:
            self.spoke += 1
        else:
            self.passed += 1

    def close(self) -> None:
        self.is_open = False


def full_of(rounds: Sequence[VoiceRound]) -> tuple[int, int]:
    """How many rounds were full, of how many."""
    return sum(one.is_full for one in rounds), len(rounds)
