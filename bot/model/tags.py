"""The lists a school tags with: standards on agenda items, the district's reform components on strategies."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.model.strategies import Strategy


class Codes(StrEnum):
    """Which standards the pickers offer."""

    NONE = "none"
    COMMON_CORE = "common_core"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Tags:
    """`standards` are the school's own codes, `components` those of the district's reform, by which it calls
    them `components_of`. `instructional` is the share of agenda minutes, in percent, that is to be about
    instruction."""

    codes: Codes = Codes.NONE
    standards: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    components_of: str = ""
    instructional: int = 80

    @property
    def operational_at_most(self) -> int:
        return 100 - self.instructional


def uncovered(components: Iterable[str], strategies: Iterable[Strategy]) -> tuple[str, ...]:
    """The components that no active strategy is work on, in their order (R-062)."""
    worked_on = {tag for one in strategies if one.active for tag in one.components}
    return tuple(one for one in components if one not in worked_on)
