"""What the record of a decision asks once, and what is kept beside it: first steps, and who passes it on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.model.decisions import Decision, DecisionState
from bot.model.ids import new_id

ENDED = frozenset(
    {
        DecisionState.WITHDRAWN,
        DecisionState.SUPERSEDED,
        DecisionState.REVERSED,
        DecisionState.EXPIRED,
        DecisionState.RETURNED,
    }
)
"""States in which nothing is added to the record of a decision any more."""


class Gap(StrEnum):
    """What is asked once, and may be answered with "none"."""

    ALTERNATIVES = "alternatives"
    STUDENT_NEED = "student_need"
    TEACHER_NEED = "teacher_need"


class Beyond(StrEnum):
    """Whom no channel of the school reaches, so that a person has to tell them (R-109)."""

    SUBSTITUTES = "substitutes"
    FAMILIES = "families"
    IMPROVEMENT_TEAM = "improvement_team"
    DISTRICT = "district"


@dataclass(eq=False, kw_only=True)
class FirstStep:
    """What one member of the ILT does first about a decision, in their own words (R-094)."""

    school: str
    decision: str
    person: str
    words: str
    at: datetime
    id: str = field(default_factory=new_id)


@dataclass(eq=False, kw_only=True)
class DecisionTeller:
    """Who passes a decision on: `to` is a team ("team:grade-4") or somebody beyond ("beyond:substitutes")."""

    school: str
    decision: str
    to: str
    person: str
    id: str = field(default_factory=new_id)


def is_open(decision: Decision) -> bool:
    """Whether anything can still be added to its record: it has neither ended nor been withdrawn."""
    return decision.state not in ENDED


def gaps(decision: Decision) -> tuple[Gap, ...]:
    """What nobody has written yet, and nobody has said that there is none of."""
    return tuple(gap for gap in Gap if not getattr(decision, gap) and gap not in decision.none)


def stop_of(team: str) -> str:
    """What it is called that this team stops nothing."""
    return f"stops.{team}"


def minutes_of(decision: Decision, team: str) -> int | None:
    """Minutes a week it takes there, less than nothing when it frees some; None when nobody has said."""
    return decision.minutes_for.get(team, decision.minutes)


def stops_of(decision: Decision, team: str) -> str:
    """What this team stops or drops for it: its own line, else the one for all."""
    return decision.stops_for.get(team, "") or decision.stops


def owe_a_stop(decision: Decision) -> list[str]:
    """The teams that it costs minutes, where nobody has said what stops, or that nothing does (R-097)."""
    return [
        team
        for team in decision.teams
        if (minutes_of(decision, team) or 0) > 0
        and not stops_of(decision, team)
        and stop_of(team) not in decision.none
    ]


def say_none(decision: Decision, about: str) -> bool:
    """Note that there is none of this; False when that was known, or something is written by now."""
    if about in decision.none or (about in frozenset(Gap) and getattr(decision, about)):
        return False
    decision.none = (*decision.none, about)
    return True


def without_none(decision: Decision, written: Iterable[str]) -> None:
    """What is written by now is none no more."""
    decision.none = tuple(about for about in decision.none if about not in set(written))
