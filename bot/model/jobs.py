"""Things that happen by the clock: when they are due, and what became of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JobState(StrEnum):
    DONE = "done"
    DROPPED = "dropped"
    OVERTAKEN = "overtaken"


@dataclass(eq=False, kw_only=True)
class Job:
    """A thing that was due, under the key that makes it happen once.

    `dropped`: its moment had gone when the bot came to it. `overtaken`: a later one of its kind
    was due too, and was said instead.
    """

    school: str
    key: str
    due_at: datetime
    decided_at: datetime
    state: JobState
