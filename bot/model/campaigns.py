"""Campaigns: the ILT asks one question, many answer, and the result goes back to where it was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.people import Person, Role
from bot.model.publishing import FEWEST, PeopleCell, publishable
from bot.model.staff_input import Mode

LONGEST_QUESTION = 200
LONGEST_ANSWER = 400
LONGEST_THEME = 150
LONGEST_NEXT = 400
THEMES = 4
DAYS = 5
"""School days a campaign is open when nobody says otherwise."""
LONGEST_OPEN = 20
DAYS_TO_SUM_UP = 5
"""School days after which the ILT is told that a result is still owed."""


class CampaignState(StrEnum):
    """A `draft` is `open` once it is asked, `closed` by the clock, and `posted` with its result."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    POSTED = "posted"
    WITHDRAWN = "withdrawn"


S = CampaignState
WAYS: Mapping[CampaignState, frozenset[CampaignState]] = {
    S.DRAFT: frozenset({S.OPEN, S.WITHDRAWN}),
    S.OPEN: frozenset({S.CLOSED, S.WITHDRAWN}),
    S.CLOSED: frozenset({S.POSTED, S.WITHDRAWN}),
    S.POSTED: frozenset(),
    S.WITHDRAWN: frozenset(),
}
"""From each state, the states that may follow it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Something that several answers say, in the words of whoever sums them up."""

    words: str
    count: int = 0


@dataclass(eq=False, kw_only=True)
class Campaign:
    """One question to some teams, or to all staff when none is named."""

    school: str
    number: int
    question: str
    teams: tuple[str, ...]
    days: int
    asked_by: str
    drafted_on: date
    opened_on: date | None = None
    closes_on: date | None = None
    themes: tuple[Theme, ...] = ()
    next_step: str = ""
    answers: int = 0
    state: CampaignState = CampaignState.DRAFT
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return f"Q-{self.number:03d}"

    def become(self, state: CampaignState) -> bool:
        """Move on to a state; False, and nothing changes, when that state cannot follow this one."""
        if state not in WAYS[self.state]:
            return False
        self.state = state
        return True

    def open(self, today: date, closes_on: date) -> bool:
        if not self.become(S.OPEN):
            return False
        self.opened_on, self.closes_on = today, closes_on
        return True


@dataclass(eq=False, kw_only=True)
class CampaignAnswer:
    """One answer with a name, or through the rep who alone sees the name. One for each person."""

    school: str
    campaign: str
    author: str
    team: str | None
    carrier: str | None
    mode: Mode
    words: str
    answered_on: date
    id: str = field(default_factory=new_id)


@dataclass(eq=False, kw_only=True)
class CampaignWords:
    """One answer without a name. It has no author and no moment, only the last day of its campaign; its id
    is made from chance."""

    school: str
    campaign: str
    words: str
    until: date
    id: str


def asked(campaign: Campaign, roster: Roster) -> list[Person]:
    """Everybody who may answer: the active people of the teams it is put to, or of the school."""
    if not campaign.teams:
        return [person for person in roster.people if person.active]
    ids = {person.id for team in campaign.teams for person in roster.members(team)}
    return [person for person in roster.people if person.id in ids]


def readers(campaign: Campaign, roster: Roster) -> list[Person]:
    """Who reads the answers once it is closed: whoever asked and still works here, the triager, the school
    leader."""
    asker = roster.person(campaign.asked_by)
    found = [asker, roster.triager(), *roster.holders(Role.SCHOOL_LEADER)]
    return list({one.id: one for one in found if one and one.active}.values())


def is_enough(count: int, fewest: int = FEWEST) -> bool:
    """Whether so many answers, or people, may be spoken of."""
    return bool(publishable([PeopleCell("answers", count)], total_shown=False, fewest=fewest))


def progress(count: int, people: int, fewest: int = FEWEST) -> int:
    """How many answers may be said to be in: a whole number of the smallest group, and never everybody.

    It grows in steps, so that nobody who looks twice sees one answer come.
    """
    step = max(FEWEST, fewest)
    reached = count // step * step
    return reached if reached < people and is_enough(reached, fewest) else min(reached, people // step * step)


def could_be(
    campaign: Campaign, named: Sequence[CampaignAnswer], roster: Roster, reader: str | None = None
) -> int:
    """Of how many people an answer without a name could be, for somebody who reads the names: all that were
    given, and those given through this very reader."""
    known = {one.author for one in named if one.mode is Mode.NAMED or one.carrier == reader}
    known |= {one.id for one in readers(campaign, roster)}
    return sum(one.id not in known for one in asked(campaign, roster))


def offers_anonymous(campaign: Campaign, roster: Roster, fewest: int = FEWEST) -> bool:
    """Whether so many are asked that an answer without a name could be from any of several."""
    return is_enough(could_be(campaign, (), roster), fewest)


def published(themes: Sequence[Theme], fewest: int = FEWEST) -> tuple[list[Theme], int]:
    """The themes that enough people share, the most shared first, and how many are folded into "Other"."""
    shown = [one for one in themes if is_enough(one.count, fewest)]
    return sorted(shown, key=lambda one: -one.count), len(themes) - len(shown)
