"""What a listed school would change: who is new, who changes, who moves, who leaves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from bot.model.everybody import Roster
from bot.model.people import Membership, Person, Role, Seat
from bot.model.roster.listed import Listed, ListedSchool, ListedTeam, Slip, slug, unused
from bot.model.roster.matching import match


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the file beside the one they are; `person` is None for somebody new.

    `fields` are what changes about them. `team` and `seat` are where they sit afterwards, and `held` is the
    seat that this changes, if any. `leads_already` names nobody: the file's principal is not the school's.
    """

    listed: Listed
    person: Person | None
    fields: dict[str, str | None]
    team: str
    seat: Seat
    held: Membership | None
    gives: tuple[Role, ...] = ()
    takes: tuple[Role, ...] = ()
    leads_already: bool = False

    @property
    def is_back(self) -> bool:
        return self.person is not None and not self.person.active

    @property
    def moves(self) -> bool:
        return self.person is not None and (self.held is None or self.held.team != self.team)

    @property
    def is_reseated(self) -> bool:
        return self.held is not None and self.held.team == self.team and self.held.seat is not self.seat

    @property
    def changes_anything(self) -> bool:
        changed = self.fields or self.gives or self.takes
        return bool(self.person is None or self.is_back or self.moves or self.is_reseated or changed)


@dataclass(frozen=True)
class Plan:
    """Everything that taking the file would change; with any slip, nothing of it happens."""

    teams: tuple[ListedTeam, ...] = ()
    entries: tuple[Entry, ...] = ()
    leaving: tuple[Person, ...] = ()
    missing: tuple[Person, ...] = ()
    slips: tuple[Slip, ...] = ()


STAFF = ListedTeam(0, "staff", "Staff")
"""Where somebody sits of whom nothing says which team is theirs: everybody has one."""


@dataclass
class Comparison:
    """Compares the people of a file with a roster. `leavers`: who is not in it leaves. `new_teams`: it may
    name teams that the school does not have."""

    listed: ListedSchool
    roster: Roster
    leavers: bool = False
    new_teams: bool = False
    file: str = ""
    slips: list[Slip] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._roles: dict[str, set[Role]] = defaultdict(set)
        for duty in self.roster.duties:
            self._roles[duty.person].add(duty.role)
        by_rank = sorted(self.roster.memberships, key=lambda seat: seat.is_main)
        self._seats = {seat.person: seat for seat in by_rank}

    def plan(self) -> Plan:
        teams = {slug(team.name): team.key for team in self.roster.teams}
        teams |= {team.key: team.key for team in self.roster.teams}
        made = self._new_teams(teams)
        matched = match(self.listed.people, self.roster.people, leavers=self.leavers)
        self.slips += [replace(slip, file=self.file) for slip in matched.slips]
        known = {person.id for _, person in matched.people if person is not None}
        gone = tuple(one for one in self.roster.people if one.active and one.id not in known)
        entries = [self._entry(listed, person, teams) for listed, person in matched.people]
        there = {*teams.values(), *(team.key for team in made)}
        if any(entry.team == STAFF.key for entry in entries) and STAFF.key not in there:
            made.append(STAFF)
        entries = self._led_by_one(entries, gone)
        if self.slips:
            return Plan(slips=tuple(sorted(self.slips, key=lambda slip: slip.line)))
        leaving, missing = (gone, ()) if self.leavers else ((), gone)
        return Plan(tuple(made), tuple(entries), leaving, missing)

    def _slip(self, line: int, name: str, words: str) -> None:
        self.slips.append(Slip(line, name, words, self.file))

    def _new_teams(self, teams: dict[str, str]) -> list[ListedTeam]:
        unknown = [team for team in self.listed.teams if team.key not in teams]
        known = {*teams, *(team.key for team in unknown)}
        for team in unknown:
            if team.parent and team.parent not in known:
                words = "nobody is in this team, and the school does not have it; correct the spelling"
                self._slip(team.line, "parent team", words)
        if self.new_teams or not self.roster.teams:
            return unknown
        for team in unknown:
            close = get_close_matches(team.key, teams, n=1)
            mend = f"did you mean {teams[close[0]]}?" if close else f"teams are {', '.join(sorted(teams))}"
            words = f"there is no team {team.key}; {mend} With --new-teams it is made"
            self._slip(team.line, "team", words)
        return []

    def _entry(self, listed: Listed, person: Person | None, teams: dict[str, str]) -> Entry:
        held = self._main_seat(person)
        team = teams.get(listed.team, listed.team) if listed.team else None
        roles = self._roles.get(person.id, set()) if person else set()
        wanted = roles if listed.roles is None else set(listed.roles)
        if not self.listed.roles_are_all:
            wanted |= roles
        stays = held is not None and team in (None, held.team)
        return Entry(
            listed,
            person,
            dict(_differences(listed, person, self.listed.titles_are_guessed)),
            team or (held.team if held else STAFF.key),
            listed.seat or (held.seat if held and stays else Seat.MEMBER),
            held,
            _in_order(wanted - roles),
            _in_order(roles - wanted),
        )

    def _main_seat(self, person: Person | None) -> Membership | None:
        return self._seats.get(person.id) if person else None

    def _led_by_one(self, entries: list[Entry], gone: Iterable[Person]) -> list[Entry]:
        """One person leads. Where the file only adds roles, the present leader stays; else it is a slip."""
        leaving = {one.id for one in gone} if self.leavers else set()
        leaving |= {
            entry.person.id for entry in entries if entry.person and Role.SCHOOL_LEADER in entry.takes
        }
        here = {person.id for person in self.roster.people if person.active} - leaving
        leads = any(duty.role is Role.SCHOOL_LEADER and duty.person in here for duty in self.roster.duties)
        if not leads:
            return entries
        kept = []
        for entry in entries:
            if Role.SCHOOL_LEADER not in entry.gives:
                kept.append(entry)
            elif self.listed.roles_are_all:
                words = "the school has a school leader already, who is not in this row; a school has one"
                self._slip(entry.listed.line, "roles", f"{words}. Take the role from the other one first")
            else:
                others = tuple(role for role in entry.gives if role is not Role.SCHOOL_LEADER)
                kept.append(replace(entry, gives=others, leads_already=True))
        return kept


def _differences(listed: Listed, person: Person | None, guessed: bool) -> Iterator[tuple[str, str | None]]:
    """What the file says otherwise; what it leaves empty, or only guesses, stays as it is."""
    if person is None:
        return
    if listed.name != person.name:
        yield "name", listed.name
    if listed.title and listed.title != person.title and not (guessed and person.title):
        yield "title", listed.title
    if listed.email and listed.email.casefold() != (person.email or "").casefold():
        yield "email", listed.email
    if listed.source and listed.source != person.source:
        yield "source", listed.source


def _in_order(roles: Iterable[Role]) -> tuple[Role, ...]:
    wanted = set(roles)
    return tuple(role for role in Role if role in wanted)


def keys_for(people: Iterable[Listed], taken: set[str]) -> Iterator[tuple[Listed, str]]:
    """A short name of their own for each new person."""
    for listed in people:
        key = unused(slug(listed.name, "person"), taken)
        taken.add(key)
        yield listed, key
