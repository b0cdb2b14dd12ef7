"""One thing that was looked at, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """`WELL`, to `MEND` before the bot works as it should, good to know (`NOTE`), or not seen (`UNSEEN`)."""

    WELL = "ok"
    MEND = "mend"
    NOTE = "note"
    UNSEEN = "?"


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence for an administrator: what is so, and what to do when something is to be done."""

    verdict: Verdict
    words: str

    @classmethod
    def well(cls, words: str) -> "Finding":
        return cls(Verdict.WELL, words)

    @classmethod
    def mend(cls, words: str) -> "Finding":
        return cls(Verdict.MEND, words)

    @classmethod
    def note(cls, words: str) -> "Finding":
        return cls(Verdict.NOTE, words)

    @classmethod
    def unseen(cls, words: str) -> "Finding":
        return cls(Verdict.UNSEEN, words)


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs together: the settings, the database, a school, Slack, the port."""

    title: str
    findings: list[Finding]


def some(names: list[str], most: int = 8) -> str:
    """A list of names that does not run over: "Ana, Ben and 12 more"."""
    shown, more = names[:most], len(names) - most
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
