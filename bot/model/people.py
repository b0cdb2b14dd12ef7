"""The people of a school, the teams they sit in, and what they are to each other."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.model.ids import new_id
from bot.model.languages import Language
from bot.model.settings import RoutineName
from bot.model.teams import TeamKind


class Seat(StrEnum):
    """How a person sits in a team."""

    MEMBER = "member"
    REP = "rep"
    LEAD = "lead"


class Role(StrEnum):
    """What a person does for the whole school."""

    ILT_MEMBER = "ilt_member"
    SCHOOL_LEADER = "school_leader"
    DEPUTY = "deputy"
    TRIAGER = "triager"
    COACH = "coach"
    BOT_ADMIN = "bot_admin"
    ACTING_LEADER = "acting_leader"


class Relation(StrEnum):
    """What somebody is to the school, or to the one thing at hand. Permissions are written in these words."""

    STAFF = "staff"
    GUEST = "guest"
    STRANGER = "stranger"
    REP = "team rep"
    LEAD = "team lead"
    ILT_MEMBER = "ILT member"
    SCHOOL_LEADER = "school leader"
    ACTING_LEADER = "acting leader"
    DEPUTY = "deputy"
    TRIAGER = "triager"
    COACH = "coach"
    BOT_ADMIN = "bot admin"
    FACILITATOR = "facilitator"
    RECORDER = "recorder"
    RELAY_LEAD = "relay lead"
    AUTHOR = "author"
    CARRIER = "rep who carries it"
    PAIR = "one of the two"
    CLOCK = "clock"


@dataclass(eq=False, kw_only=True)
class School:
    """A tenant. `since` is the moment it was first applied; nothing older is ever caught up on.

    `ilt_channel` is empty while the ILT has none. `source` is the id that a roster file gives the school.
    """

    id: str
    name: str
    zone: str
    since: datetime
    morning: time = time(7, 45)
    opens: time = time(7, 30)
    closes: time = time(15, 30)
    ilt_channel: str = "ilt"
    all_staff_channel: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    source: str | None = None


@dataclass(eq=False, kw_only=True)
class Person:
    """Somebody who works at the school. Never scored, never ranked.

    `source` is the id that a roster file gives them.
    """

    school: str
    key: str
    name: str
    title: str = ""
    email: str | None = None
    active: bool = True
    source: str | None = None
    language: Language | None = None
    id: str = field(default_factory=new_id)


@dataclass(eq=False, kw_only=True)
class Team:
    """A grade, a department, a group of specialists; `channel` is the name of its home channel.

    A span `covers` grades, named by their keys, whether or not they are teams of their own. A `retired`
    team keeps its name for what once concerned it, and is in no list.
    """

    school: str
    key: str
    name: str
    channel: str | None = None
    position: int = 0
    kind: TeamKind = TeamKind.GRADE
    covers: tuple[str, ...] = ()
    parent: str | None = None
    retired: bool = False
    language: Language | None = None
    id: str = field(default_factory=new_id)


@dataclass(eq=False, kw_only=True)
class Membership:
    """One person's seat in one team. Everybody has one main team, and may sit in others."""

    school: str
    person: str
    team: str
    seat: Seat = Seat.MEMBER
    is_main: bool = True
    id: str = field(default_factory=new_id)


@dataclass(eq=False, kw_only=True)
class Duty:
    """A role somebody holds for the whole school."""

    school: str
    person: str
    role: Role
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks, as the school knows them. `person_id` is empty for a stranger and `clock` for the clock.

    `off` are the routines that this school has not switched on: they are not there for anybody.
    """

    school: str
    person_id: str
    relations: frozenset[Relation] = frozenset()
    off: frozenset[RoutineName] = frozenset()
    language: Language = Language.ENGLISH

    def is_any(self, *relations: Relation) -> bool:
        return not self.relations.isdisjoint(relations)


def the_clock(school: str) -> Actor:
    """The clock, acting for one school: a unit of work belongs to one school."""
    return Actor(school, "clock", frozenset({Relation.CLOCK}))


def in_words(names: Iterable[str], last: str = "and") -> str:
    """Join names the way a sentence does: "a, b and c"."""
    listed = list(names)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"
