"""Whether every team, grade and seat has a voice on the ILT, gaps first (R-001, R-003, R-005, R-006)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.model.everybody import Roster
from bot.model.people import Person, Role, Team
from bot.model.seats import OF_TEAM, Held, IltSeat, SeatKind, held
from bot.model.teams import TeamKind

WITHOUT_A_REP = frozenset({TeamKind.VERTICAL, TeamKind.ADMINISTRATION})
"""Teams that need nobody to speak for them: their members sit in another team, or on the ILT anyway."""

NEEDED = (SeatKind.SPECIAL_EDUCATION, SeatKind.MULTILINGUAL)
"""The voices that every ILT is asked for, whether or not the school has a team for them."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One team or grade, and who on the ILT speaks for it; `through` is the span that covers a grade.

    `team` is empty for a grade that has no team of its own.
    """

    key: str
    name: str
    people: tuple[Person, ...]
    team: Team | None = None
    through: str = ""

    @property
    def is_heard(self) -> bool:
        return bool(self.people)


@dataclass(frozen=True)
class Coverage:
    """Everything there is to know about who speaks for whom at one moment."""

    seats: Sequence[Held]
    voices: Sequence[Voice]
    by_kind: dict[SeatKind, tuple[Person, ...]]
    leader: Person | None

    @property
    def silent(self) -> list[Voice]:
        """The teams and grades nobody speaks for, in the school's order."""
        return [voice for voice in self.voices if not voice.is_heard]

    @property
    def missing(self) -> list[SeatKind]:
        """The needed kinds of seat that nobody has, unless a silent team says so already."""
        said = {OF_TEAM.get(voice.team.kind) for voice in self.silent if voice.team}
        return [kind for kind in NEEDED if not self.by_kind.get(kind) and kind not in said]

    @property
    def has_gaps(self) -> bool:
        return bool(self.silent or self.missing or self.leader is None)


def coverage(roster: Roster, seats: Iterable[IltSeat], grades: Iterable[str] = ()) -> Coverage:
    """Work out who speaks for whom.

    A rep of a span counts for each grade that the span covers, and the span itself is then not counted.
    `grades` are the keys of the grades a school says that it has.
    """
    taken = held(roster, seats)
    voices = [*_voices(roster, taken)]
    known = {voice.key for voice in voices}
    voices += [Voice(key, named(key), ()) for key in grades if key not in known]
    leaders = roster.holders(Role.SCHOOL_LEADER)
    return Coverage(taken, voices, _by_kind(taken, roster), leaders[0] if leaders else None)


def _voices(roster: Roster, taken: Sequence[Held]) -> Iterator[Voice]:
    spans = [team for team in roster.teams if team.covers]
    for team in roster.teams:
        if team.kind in WITHOUT_A_REP:
            continue
        if not team.covers:
            through = [span for span in spans if team.key in span.covers]
            yield _voice(team.key, team.name, taken, team, through)
            continue
        for grade in team.covers:
            if roster.team(grade) is None:
                yield _voice(grade, named(grade), taken, None, [team])


def _voice(key: str, name: str, taken: Sequence[Held], team: Team | None, spans: Sequence[Team]) -> Voice:
    own = tuple(one.person for one in taken if key in one.teams)
    if own:
        return Voice(key, name, own, team)
    for span in spans:
        found = tuple(one.person for one in taken if span.key in one.teams)
        if found:
            return Voice(key, name, found, team, span.name)
    return Voice(key, name, (), team)


def _by_kind(taken: Sequence[Held], roster: Roster) -> dict[SeatKind, tuple[Person, ...]]:
    """Who brings which voice: by their seat, and by the teams that they speak for."""
    found: dict[SeatKind, tuple[Person, ...]] = {}
    for one in taken:
        teams = (roster.team(key) for key in one.teams)
        kinds = {one.kind} | {OF_TEAM[team.kind] for team in teams if team and team.kind in OF_TEAM}
        for kind in sorted(kinds):
            found[kind] = (*found.get(kind, ()), one.person)
    return found


def named(key: str) -> str:
    """A grade's name from its key: "grade-1" is "Grade 1"."""
    return key.replace("-", " ").capitalize()


def without_a_team(roster: Roster, grades: Iterable[str]) -> list[str]:
    """The grades a school has that are neither a team nor in a span (R-020)."""
    there = {team.key for team in roster.teams} | {key for team in roster.teams for key in team.covers}
    return [key for key in grades if key not in there]
