"""How far a school is with its setup."""

from dataclasses import dataclass

from bot.model.settings import RoutineName

PARTS = (
    "school",
    "channels",
    "teams",
    "people",
    "roles",
    "meetings",
    "strategies",
    "budget",
    "authority",
    "routines",
)
"""The parts of a setup, in the order that is easiest; any other order is fine too."""

NEEDED = frozenset({"school", "channels", "teams", "people", "roles", "routines"})
"""Without these there is nobody to speak to, or nothing to say."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Which parts somebody has been through; `live` once the school is switched on."""

    school: str
    done: frozenset[str]
    live: bool
    on: frozenset[RoutineName]

    @property
    def next(self) -> str | None:
        """The first part that is left; None when all are done."""
        return next((part for part in PARTS if part not in self.done), None)

    @property
    def missing(self) -> tuple[str, ...]:
        """What must be done before the school can be switched on."""
        needed = NEEDED | ({"meetings"} if RoutineName.MEETINGS in self.on else set())
        return tuple(part for part in PARTS if part in needed and part not in self.done)
