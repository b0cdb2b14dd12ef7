"""Somebody leaves the school: when, how it is known, and to whom what they carried comes."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.people import Person, Role

MOST_AT_ONCE = 3
LEADERS = (Role.SCHOOL_LEADER, Role.DEPUTY)


class Cause(StrEnum):
    """How it is known that somebody has left."""

    FILE = "file"
    ACCOUNT = "account"


@dataclass(eq=False, kw_only=True)
class Departure:
    """One person left on one day. `is_back` once an administrator was told that their account lives again."""

    school: str
    person: str
    left_on: date
    cause: Cause
    is_back: bool = False
    id: str = field(default_factory=new_id)


def successor(roster: Roster, team: str | None, roles: frozenset[Role]) -> Person | None:
    """Who takes over what somebody carried: for a school leader or deputy the other of the two.

    For anybody else whoever speaks for their team: rep, lead, deputy, principal. `roster` is the one without
    the person; `team` and `roles` are what they had.
    """
    if not team or not roles.isdisjoint(LEADERS):
        return roster.first_of(*LEADERS)
    return roster.speaker_for(team)


def answers_for(roster: Roster, candidate: Person | None) -> Person | None:
    """Whom to ask about a decision: the candidate if on the ILT, else a leader, else somebody of the ILT."""
    if candidate in roster.holders(Role.ILT_MEMBER):
        return candidate
    return roster.first_of(Role.DEPUTY, Role.SCHOOL_LEADER, Role.ILT_MEMBER)


def is_too_many(gone: int, matched: int) -> bool:
    """Whether more have gone at once than people leave a school: over three, and over a fifth of it."""
    return gone > MOST_AT_ONCE and gone * 5 > matched
