"""What the audit says: who did what to which thing, never what it said."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing somebody did, or looked at. `object` names it by an id or a number, or is empty."""

    at: datetime
    actor: str
    action: str
    object: str
    outcome: str
