"""What each noun has to say to one person: what waits for them, and what they may look at."""

from dataclasses import dataclass
from enum import IntEnum

from bot.messages.vocabulary import Button, Part, Text


class Rank(IntEnum):
    """The order of Home: what is amiss, what I said, dates, decisions, boards, goals, who is who."""

    AMISS = 0
    SAID = 1
    DATES = 2
    DECISIONS = 3
    BOARDS = 4
    EVIDENCE = 5
    GOALS = 6
    PEOPLE = 7
    MYSELF = 9


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for this person: a line, and at most two buttons that deal with it."""

    line: Text
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of Home; `empty` sections are left out by whoever makes them."""

    rank: Rank
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class HomeShare:
    """What one noun adds to somebody's Home and to `/ilt` alone."""

    waiting: tuple[Waiting, ...] = ()
    sections: tuple[Section, ...] = ()
