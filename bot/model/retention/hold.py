"""What may not be deleted, and what was."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from bot.model.ids import new_id
from bot.model.retention.rules import DataClass

EVERYTHING = "everything"
DECISION = re.compile(r"[dD]-?0*([1-9]\d{0,8})")


@dataclass(eq=False, kw_only=True)
class Hold:
    """The law, or somebody who answers to it, wants something kept: a decision, a class or everything."""

    school: str
    object: str
    reason: str
    placed_by: str
    placed_at: datetime
    lifted_by: str | None = None
    lifted_at: datetime | None = None
    id: str = field(default_factory=new_id)

    @property
    def decision_number(self) -> int | None:
        """The number of the decision that is held; None when it is something else."""
        match = DECISION.fullmatch(self.object)
        return int(match[1]) if match else None

    def holds(self, kind: DataClass) -> bool:
        """Whether everything of this class is held."""
        return self.object in (EVERYTHING, kind.value)


@dataclass(eq=False, kw_only=True)
class Receipt:
    """What was deleted once, counted by class; nothing of what it said. `kind` is "purge" or "erase"."""

    school: str
    at: datetime
    kind: str
    by: str
    deleted: dict[str, int]
    held: dict[str, int]
    left_posts: int = 0
    person: str | None = None
    id: str = field(default_factory=new_id)


def wanted(said: str) -> str | None:
    """What somebody means to hold, as it is stored ("D-014", "P2", "everything"); None when it is neither."""
    words = said.strip()
    match = DECISION.fullmatch(words)
    if match:
        return f"D-{int(match[1]):03d}"
    if words.lower() in (EVERYTHING, "all"):
        return EVERYTHING
    return words.upper() if words.upper() in {kind.value for kind in DataClass} else None
