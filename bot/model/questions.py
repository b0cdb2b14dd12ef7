"""The questions a facilitator can ask about an item, three at a time (R-080)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from bot.model.agenda_items import Outcome

AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class Bank:
    """For each aim of an item, groups of questions; one of each group is shown at a time."""

    groups: Mapping[Outcome, tuple[tuple[str, ...], ...]]

    def of(self, aim: Outcome, turn: int) -> tuple[str, ...]:
        """The questions of one turn; after the last of a group its first comes again."""
        return tuple(group[turn % len(group)] for group in self.groups.get(aim, ()) if group)

    def all_of(self, aim: Outcome) -> tuple[str, ...]:
        """Every question for an aim, in the order in which they come."""
        groups = [group for group in self.groups.get(aim, ()) if group]
        longest = max((len(group) for group in groups), default=0)
        return tuple(group[turn] for turn in range(longest) for group in groups if turn < len(group))

    def with_own(self, own: Mapping[Outcome, tuple[str, ...]]) -> Self:
        """The same with a school's own questions in place of some, dealt out to three groups in turn."""
        dealt = {
            aim: tuple(asked[start::AT_ONCE] for start in range(min(AT_ONCE, len(asked))))
            for aim, asked in own.items()
            if asked
        }
        return replace(self, groups={**self.groups, **dealt})
