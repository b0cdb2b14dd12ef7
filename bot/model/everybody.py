"""Everybody at a school, read at one moment: who sits where, who stands in for whom."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.model.audiences import Audience
from bot.model.away import Absence
from bot.model.guard import Adults
from bot.model.languages import Language
from bot.model.people import Actor, Duty, Membership, Person, Relation, Role, School, Seat, Team
from bot.model.settings import RoutineName

SEATS = {Seat.REP: Relation.REP, Seat.LEAD: Relation.LEAD}


@dataclass(frozen=True, repr=False)
class Roster:
    """Everybody at one school, with their teams and duties, read at one moment.

    `teams` are those there are; `retired` are found by `team` alone, for what once concerned them.
    """

    school: School
    people: tuple[Person, ...]
    teams: tuple[Team, ...]
    memberships: tuple[Membership, ...]
    duties: tuple[Duty, ...]
    off: frozenset[RoutineName] = frozenset()
    retired: tuple[Team, ...] = ()
    language: Language = Language.ENGLISH
    absences: Mapping[str, Absence] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Short, and without a name: asyncio writes what a task returned into its messages."""
        return f"<Roster of {self.school.id}: {len(self.people)} people>"

    def person(self, person_id: str) -> Person | None:
        return self._by_id.get(person_id)

    def name(self, person_id: str | None) -> str:
        """The person's name, or "someone who has left"."""
        found = self.person(person_id) if person_id else None
        return found.name if found else "someone who has left"

    def keyed(self, key: str) -> Person | None:
        return next((person for person in self.people if person.key == key), None)

    def team(self, key: str) -> Team | None:
        """The team with that key, a retired one included."""
        return next((team for team in (*self.teams, *self.retired) if team.key == key), None)

    def members(self, team_key: str) -> list[Person]:
        """The active people of a team, in the roster's order."""
        if team_key not in self._members:
            ids = {seat.person for seat in self._seats_in[team_key]}
            self._members[team_key] = [person for person in self.people if person.id in ids]
        return [person for person in self._members[team_key] if person.active]

    def team_of(self, person_id: str) -> Team | None:
        """The team a person belongs to first: their main team while there is one."""
        seats = sorted(
            (one for one in self.memberships if one.person == person_id), key=lambda one: not one.is_main
        )
        active = {team.key: team for team in self.teams}
        return next((active[seat.team] for seat in seats if seat.team in active), None)

    def holders(self, *roles: Role) -> list[Person]:
        """The active people who hold any of these roles, in the roster's order.

        An acting leader stands in for the school leader (R-004).
        """
        return [person for person in self._holding(frozenset(roles)) if person.active]

    def seated(self, team_key: str, *seats: Seat) -> list[Person]:
        """The active people who sit in a team this way (rep before lead when both are asked for)."""
        order = {seat: place for place, seat in enumerate(seats)}
        found = [seat for seat in self._seats_in[team_key] if seat.seat in order]
        people = (self.person(seat.person) for seat in sorted(found, key=lambda seat: order[seat.seat]))
        return [person for person in people if person and person.active]

    def speaker_for(self, team_key: str) -> Person | None:
        """Who carries a team's voice and gets what its channel could not: rep, lead, deputy, principal.

        The order is the rule for duties nobody holds, and this is its one place.
        """
        seated = self.seated(team_key, Seat.REP, Seat.LEAD)
        there = (person for person in seated if not self.is_away(person.id))
        return next(there, None) or self.first_of(Role.DEPUTY, Role.SCHOOL_LEADER)

    def first_of(self, *roles: Role) -> Person | None:
        """The first active holder of the first role that anybody holds and who is not away.

        When all of them are away, it stays with the first.
        """
        holding = [person for role in roles for person in self.holders(role)]
        there = (person for person in holding if not self.is_away(person.id))
        return next(there, None) or next(iter(holding), None)

    def is_away(self, person_id: str) -> bool:
        """Whether what this person would do falls to others now."""
        absence = self.absences.get(person_id)
        return absence is not None and absence.begun

    def is_away_on(self, person_id: str, day: date) -> bool:
        """Whether this person has said that they will not be there on a day."""
        absence = self.absences.get(person_id)
        return absence is not None and absence.first <= day <= absence.last

    def triager(self) -> Person | None:
        """Who answers staff input first: the triager, else the deputy, else the school leader."""
        return self.first_of(Role.TRIAGER, Role.DEPUTY, Role.SCHOOL_LEADER)

    def relations(self, person_id: str) -> frozenset[Relation]:
        """What this person is to the school, now."""
        person = self.person(person_id)
        if person is None or not person.active:
            return frozenset({Relation.STRANGER})
        seats, roles = self._seats_of[person_id], self._roles_of[person_id]
        triager = self.triager()
        found = {Relation.STAFF, *(SEATS[seat] for seat in seats if seat in SEATS)}
        found |= {Relation[role.name] for role in roles}
        if Role.ACTING_LEADER in roles:
            found.add(Relation.SCHOOL_LEADER)
        return frozenset(found | ({Relation.TRIAGER} if triager is person else set()))

    def actor(self, person_id: str) -> Actor:
        spoken = self.language_of(Audience.person(person_id))
        return Actor(self.school.id, person_id, self.relations(person_id), self.off, spoken)

    def language_of(self, audience: Audience) -> Language:
        """What is spoken to a person or in a team's channel: their own language, else the school's."""
        if audience.person_id is not None:
            person = self.person(audience.person_id)
            return (person and person.language) or self.language
        team = self.team(audience.key.removeprefix("team:"))
        return (team and team.language) or self.language

    def _holding(self, roles: frozenset[Role]) -> list[Person]:
        """Whoever holds any of these roles, worked out once: who reads the clock asks for each thing due."""
        if roles not in self._holders:
            wanted = roles | {Role.ACTING_LEADER} if Role.SCHOOL_LEADER in roles else roles
            ids = {duty.person for duty in self.duties if duty.role in wanted}
            self._holders[roles] = [person for person in self.people if person.id in ids]
        return self._holders[roles]

    @cached_property
    def _holders(self) -> dict[frozenset[Role], list[Person]]:
        return {}

    @cached_property
    def adults(self) -> Adults:
        """Their names, which no student's are to be taken for."""
        return Adults.of(person.name for person in self.people)

    @cached_property
    def _members(self) -> dict[str, list[Person]]:
        return {}

    @cached_property
    def _seats_in(self) -> defaultdict[str, list[Membership]]:
        found: defaultdict[str, list[Membership]] = defaultdict(list)
        for one in self.memberships:
            found[one.team].append(one)
        return found

    @cached_property
    def _seats_of(self) -> defaultdict[str, set[Seat]]:
        found: defaultdict[str, set[Seat]] = defaultdict(set)
        for one in self.memberships:
            found[one.person].add(one.seat)
        return found

    @cached_property
    def _roles_of(self) -> defaultdict[str, set[Role]]:
        found: defaultdict[str, set[Role]] = defaultdict(set)
        for one in self.duties:
            found[one.person].add(one.role)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}
