"""What every calendar file comes down to, and how its slips are said."""

from dataclasses import dataclass, field

from bot.errors import Refusal
from bot.model.calendar_changes import DayEntry

LONGEST_NOTE = 200
LONGEST_SPAN = 120
LARGEST = 1_000_000
"""Characters; a school's calendar stays far below."""
MOST_SAID = 5


@dataclass(frozen=True, slots=True)
class Read:
    """The days a file names, in its order, and what in it names no kind of day."""

    entries: tuple[DayEntry, ...]
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class Slips:
    """Everything that must be mended before the file can be taken as a whole."""

    said: list[str] = field(default_factory=list)

    def add(self, line: int, column: str, mend: str) -> None:
        self.said.append(f"Line {line}, {column}: {mend}")

    def __bool__(self) -> bool:
        return bool(self.said)

    def refuse(self) -> None:
        """Raise `Refusal` with the first few slips; nothing when there are none."""
        if not self.said:
            return
        more = len(self.said) - MOST_SAID
        lines = [*self.said[:MOST_SAID], *([f"And {more} more."] if more > 0 else [])]
        raise Refusal("\n".join([*lines, "Nothing was taken from the file."]), field="text")
