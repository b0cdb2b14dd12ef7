"""Whose voices come up: the balance between teams, needs, and themes. Never anything of one person."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from typing import TypeVar

from bot.model.publishing import FEWEST, PeopleCell, publishable
from bot.model.staff_input import Need, StaffInput, Topic

K = TypeVar("K", bound=str)

FEWEST_TEAMS = 3
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class TeamVoice:
    """How large a team is, and how often it was heard: agenda items, input, answers to a question."""

    key: str
    size: int
    heard: int

    @property
    def rate(self) -> float:
        return self.heard / self.size if self.size else 0.0


@dataclass(frozen=True, slots=True)
class Balance:
    """`index` is 1 when all teams are heard alike, near 0 when it is one alone; None where fewer than three
    teams were heard. `shares` are in percent of all voices, per head, only of groups large enough; `quiet`
    are the teams, large enough to be named, that were not heard."""

    index: float | None
    shares: tuple[tuple[str, int], ...]
    quiet: tuple[str, ...]


def voice_index(teams: Sequence[TeamVoice]) -> float | None:
    """The evenness of the teams' rates, 0 to 1 (requirements 2.5); None for fewer than three that speak."""
    rates = [team.rate for team in teams if team.rate > 0]
    if len(rates) < FEWEST_TEAMS:
        return None
    whole = sum(rates)
    return -sum(rate / whole * log(rate / whole) for rate in rates) / log(len(teams))


def balance(teams: Sequence[TeamVoice], fewest: int = FEWEST) -> Balance:
    """The balance as the ILT may read it: small teams are one group, left out when that is small too."""
    cells = [PeopleCell(team.key, team.size) for team in teams]
    large = publishable(cells, total_shown=True, fewest=fewest)
    rest = [team for team in teams if team.key not in large]
    together = TeamVoice(OTHERS, sum(team.size for team in rest), sum(team.heard for team in rest))
    groups = [team for team in teams if team.key in large]
    if publishable([PeopleCell(OTHERS, together.size)], total_shown=False, fewest=fewest):
        groups.append(together)
    whole = sum(team.rate for team in groups)
    index = voice_index(teams)
    shares = [(team.key, round(100 * team.rate / whole)) for team in groups] if whole else []
    return Balance(
        index,
        tuple(shares) if index is not None else (),
        tuple(team.key for team in teams if team.key in large and not team.heard),
    )


def half_year(today: date) -> date:
    """The first day of the term that counts for the balance: 1 July or 1 January."""
    return date(today.year, 7 if today.month >= 7 else 1, 1)


def quarter(today: date) -> date:
    """The first day of the quarter of a year that a day lies in."""
    return date(today.year, (today.month - 1) // 3 * 3 + 1, 1)


def month_before(first: date) -> date:
    """The first day of the month before the one that begins on `first`."""
    return date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1)


def quarter_before(first: date) -> date:
    """The first day of the quarter before the one that begins on `first`."""
    return month_before(month_before(month_before(first)))


def contributors(given: Collection[StaffInput]) -> dict[Need, int]:
    """How many people named each need. Only what has an author counts: of the rest nobody knows how many."""
    found: dict[Need, set[str]] = {need: set() for need in Need}
    for one in given:
        for need in one.needs:
            found[need].add(one.author)
    return {need: len(people) for need, people in found.items()}


def folded(counts: Mapping[K, int], fewest: int = FEWEST) -> tuple[dict[K, int], int]:
    """The counts that may be shown, and all others as one number that is safe to be subtracted."""
    cells = [PeopleCell(str(name), count) for name, count in counts.items()]
    shown = publishable(cells, total_shown=True, fewest=fewest)
    kept = {name: count for name, count in counts.items() if str(name) in shown}
    return kept, sum(counts.values()) - sum(kept.values())


def themes(given: Collection[StaffInput]) -> dict[Topic, int]:
    """How many people spoke of each topic."""
    found: dict[Topic, set[str]] = {}
    for one in given:
        found.setdefault(one.topic, set()).add(one.author)
    return {topic: len(people) for topic, people in found.items()}
