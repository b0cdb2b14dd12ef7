"""The seats of the ILT: who speaks for whom, why, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.people import Person, Role, Seat
from bot.model.teams import TeamKind

FEW, MANY = 4, 12
INVITATION_LASTS = 10
"""School days after which an invitation that nobody answered is no longer open."""


class SeatKind(StrEnum):
    """Whose voice a seat brings."""

    REP = "rep"
    SPECIAL_EDUCATION = "special_education"
    MULTILINGUAL = "multilingual"
    SPECIALIST = "specialist"
    COACH = "coach"
    ADMINISTRATOR = "administrator"


class SeatState(StrEnum):
    """`invited` -> `active`, `declined` or `lapsed`; `active` -> `alumni` (its term is over) or `vacated`."""

    INVITED = "invited"
    ACTIVE = "active"
    DECLINED = "declined"
    LAPSED = "lapsed"
    ALUMNI = "alumni"
    VACATED = "vacated"


MULTILINGUAL_LABELS = ("ELL", "ESL", "MLL", "EAL")
"""What schools call the seat for multilingual learners; the rule is the same under every name (R-006)."""

OF_TEAM = {
    TeamKind.SPECIAL_EDUCATION: SeatKind.SPECIAL_EDUCATION,
    TeamKind.MULTILINGUAL: SeatKind.MULTILINGUAL,
    TeamKind.SPECIALIST: SeatKind.SPECIALIST,
    TeamKind.ADMINISTRATION: SeatKind.ADMINISTRATOR,
}


@dataclass(eq=False, kw_only=True)
class IltSeat:
    """One person's seat on the ILT. `teams` are the keys of those they speak for.

    While it is active its person has the duty of an ILT member, which is what permissions look at.
    `perspective` is their own line and nobody else's. `reps` are the teams whose rep they became with it.
    """

    school: str
    person: str
    kind: SeatKind = SeatKind.REP
    teams: tuple[str, ...] = ()
    why: str = ""
    perspective: str = ""
    starts: date | None = None
    ends: date | None = None
    state: SeatState = SeatState.ACTIVE
    invited_by: str | None = None
    invited_at: datetime | None = None
    accepted_at: datetime | None = None
    extended_because: str = ""
    reps: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)

    @property
    def is_complete(self) -> bool:
        """Whether it says why it is there and until when (R-022)."""
        return bool(self.why and self.ends)

    def answer(self, state: SeatState, now: datetime) -> bool:
        """Accept, decline or let an invitation lapse; False when it was no longer open."""
        was_open = self.state is SeatState.INVITED
        if was_open:
            self.state = state
            self.accepted_at = now if state is SeatState.ACTIVE else None
        return was_open

    def finish(self, state: SeatState) -> bool:
        """End an active seat; False when it was not active."""
        was_active = self.state is SeatState.ACTIVE
        self.state = state if was_active else self.state
        return was_active


@dataclass(eq=False, kw_only=True)
class IltSuggestion:
    """Somebody's word that a colleague would do the ILT good; it counts from their yes on (R-011)."""

    school: str
    person: str
    by: str | None
    strength: str
    example: str
    asked_at: datetime
    agreed: bool = False
    id: str = field(default_factory=new_id)

    def agree(self) -> None:
        """The person said yes; who suggested them is forgotten."""
        self.agreed, self.by = True, None


@dataclass(frozen=True, slots=True)
class Held:
    """A seat as the school sees it. Somebody with the duty and no seat of their own has one by inference."""

    person: Person
    kind: SeatKind
    teams: tuple[str, ...]
    seat: IltSeat | None

    @property
    def is_complete(self) -> bool:
        return self.seat is not None and self.seat.is_complete


def held(roster: Roster, seats: Iterable[IltSeat]) -> list[Held]:
    """Every seat that is taken, in the roster's order: one for each active ILT member."""
    active = {seat.person: seat for seat in seats if seat.state is SeatState.ACTIVE}
    return [_held(person, roster, active.get(person.id)) for person in roster.holders(Role.ILT_MEMBER)]


def _held(person: Person, roster: Roster, seat: IltSeat | None) -> Held:
    if seat is None:
        teams = implied_teams(person.id, roster)
        return Held(person, kind_of(person.id, teams, roster), teams, None)
    return Held(person, seat.kind, seat.teams, seat)


def implied_teams(person_id: str, roster: Roster) -> tuple[str, ...]:
    """Whom somebody speaks for without anything written: teams they are rep or lead of, else their own."""
    mine = [seat for seat in roster.memberships if seat.person == person_id]
    known = {team.key for team in roster.teams}
    speaks = [seat.team for seat in mine if seat.seat is not Seat.MEMBER and seat.team in known]
    main = roster.team_of(person_id)
    return tuple(speaks) or ((main.key,) if main else ())


def kind_of(person_id: str, teams: Iterable[str], roster: Roster) -> SeatKind:
    """The kind of seat that goes with what somebody does and speaks for."""
    roles = {duty.role for duty in roster.duties if duty.person == person_id}
    if roles & {Role.SCHOOL_LEADER, Role.DEPUTY}:
        return SeatKind.ADMINISTRATOR
    kinds = [team.kind for key in teams if (team := roster.team(key)) is not None]
    named = next((OF_TEAM[kind] for kind in kinds if kind in OF_TEAM), None)
    return named or (SeatKind.COACH if Role.COACH in roles else SeatKind.REP)


def proposed_end(last_day: date | None, today: date) -> date:
    """The end of the next school year, which is what a seat without a term is proposed (R-022).

    `last_day` is the last day of the school year that is known; without it a year ends on 30 June.
    """
    day = last_day or date(today.year, 6, 30)
    this_year = day.replace(year=today.year, day=min(day.day, 28) if day.month == 2 else day.day)
    ends = this_year if this_year >= today else this_year.replace(year=today.year + 1)
    return ends.replace(year=ends.year + 1)


def is_odd_size(members: int) -> bool:
    """Whether an ILT is smaller than four or larger than twelve: worth a word, never a bar (R-010)."""
    return not FEW <= members <= MANY


@dataclass(eq=False, kw_only=True)
class TeamMeeting:
    """A day on which a team met, or (until that is said) plans to. It says nothing of who was there."""

    school: str
    team: str
    day: date
    happened: bool = False
    id: str = field(default_factory=new_id)
