"""What follows once a decision has gone out: talks in the teams, help, office hours, families, the school's
improvement team."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.model.decisions import Decision
from bot.model.ids import new_id

DAYS_TO_TALK = 5
"""School days within which a team has talked about what was decided (R-105)."""
TELLS_IN_A_ROW = 3


class Hears(StrEnum):
    """Who hears that somebody needs help: the asker chooses."""

    LEAD = "lead"
    COACH = "coach"
    UNNAMED = "unnamed"
    NOBODY = "nobody"


@dataclass(eq=False, kw_only=True)
class HelpRequest:
    """Somebody asks for help with a decision. `to` is the lead who hears of it; without one, all coaches do.

    `person` is there only when they chose to be named; otherwise nothing tells who or when, but the week.
    """

    school: str
    decision: str
    to: str | None
    person: str | None
    words: str
    week: date
    id: str


@dataclass(eq=False, kw_only=True)
class OfficeSlot:
    """A time a coach offers about a decision. Who booked it is known to the two alone."""

    school: str
    decision: str
    coach: str
    starts_at: datetime
    minutes: int
    place: str = ""
    booked_by: str | None = None
    id: str = field(default_factory=new_id)

    def book(self, person: str) -> bool:
        """Take it; False when somebody else has."""
        if self.booked_by not in (None, person):
            return False
        self.booked_by = person
        return True


@dataclass(eq=False, kw_only=True)
class TeamTalk:
    """That a rep talked with the team about what went out on a day, and how many questions came back."""

    school: str
    day: date
    team: str
    rep: str
    discussed_on: date | None = None
    questions: int = 0
    id: str = field(default_factory=new_id)


class DocumentState(StrEnum):
    """`draft` -> `approved`. What is approved can be worded anew, and then waits again."""

    DRAFT = "draft"
    APPROVED = "approved"


@dataclass(eq=False, kw_only=True)
class FamilySummary:
    """What families may read of a decision, once approved. `of` is the state of the decision it tells of."""

    school: str
    decision: str
    words: str
    of: str
    state: DocumentState = DocumentState.DRAFT
    approved_by: str | None = None
    approved_on: date | None = None
    id: str = field(default_factory=new_id)

    def approve(self, words: str, *, of: str, by: str, on: date) -> None:
        self.words, self.of, self.state = words, of, DocumentState.APPROVED
        self.approved_by, self.approved_on = by, on


@dataclass(eq=False, kw_only=True)
class TeamDigest:
    """What the School Improvement Team reads of one month, once the school leader approved it.

    `strategies` is how far each strategy had come then, by key: the next digest says what changed since.
    """

    school: str
    month: date
    words: str
    strategies: Mapping[str, str]
    made_at: datetime
    state: DocumentState = DocumentState.DRAFT
    approved_by: str | None = None
    approved_on: date | None = None
    id: str = field(default_factory=new_id)


def version_of(decision: Decision) -> str:
    """What changes when its words change or it no longer holds as it did: a text about it is out of date."""
    news = f"{decision.news}.{decision.news_on}" if decision.news else ""
    return f"{decision.corrections}.{news}"


class Said(StrEnum):
    """What a message to a team is: it tells them something, or asks them."""

    TELL = "tell"
    ASK = "ask"


def said(key: str) -> Said | None:
    """What the letter with this key is to the team it goes to; None when it is neither."""
    parts = key.split("/")
    if parts[0] == "decision" and len(parts) == 4 and parts[2] == "relay":
        return Said.TELL
    asks = (
        (parts[0] == "campaign" and "asked" in parts)
        or (parts[0] == "consensus" and "team" in parts)
        or parts[:2] == ["relay", "going"]
    )
    return Said.ASK if asks else None
