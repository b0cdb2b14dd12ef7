"""The few strategies a school works on, which stand on every agenda."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.model.ids import new_id


@dataclass(eq=False, kw_only=True)
class Strategy:
    """One strategy. `last_dive` is the day the ILT last looked at it closely; `components` are those of the
    district's reform it is work on."""

    school: str
    key: str
    name: str
    status: str = ""
    position: int = 0
    active: bool = True
    last_dive: date | None = None
    components: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)


def longest_untouched(strategies: Iterable[Strategy]) -> Strategy | None:
    """The active strategy whose last deep dive is longest ago, never counting as longest (R-061)."""
    active = [strategy for strategy in strategies if strategy.active]
    return min(active, key=lambda one: (one.last_dive or date.min, one.position, one.key), default=None)
