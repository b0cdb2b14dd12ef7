"""Who does what at a meeting, shared out fairly."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bot.model.ids import new_id
from bot.model.people import Person, Role, Roster

ADMINISTRATORS = (Role.SCHOOL_LEADER, Role.DEPUTY)


class MeetingRole(StrEnum):
    """The roles of a meeting, in the order they are filled."""

    FACILITATOR = "facilitator"
    TIMEKEEPER = "timekeeper"
    RECORDER = "recorder"
    VOICE_TENDER = "voice_tender"
    RELAY_LEAD = "relay_lead"


@dataclass(eq=False, kw_only=True)
class RoleHolder:
    """Who has a role at the meeting on `day`. `passed` holds who handed it on, until the meeting is over;
    `asked` is who was asked to take it in a swap and has not answered."""

    school: str
    day: date
    role: MeetingRole
    person: str
    passed: tuple[str, ...] = ()
    asked: str | None = None
    id: str = field(default_factory=new_id)

    def hand_to(self, person_id: str) -> None:
        self.passed = (*self.passed, self.person)
        self.person = person_id
        self.asked = None


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody had this role at the meeting on that day."""

    role: MeetingRole
    person: str
    day: date


def willing(roster: Roster, role: MeetingRole) -> list[Person]:
    """Who may take a role: the ILT, and for the facilitator those of it who are no administrators."""
    members = roster.holders(Role.ILT_MEMBER)
    if role is not MeetingRole.FACILITATOR:
        return members
    administrators = {person.id for person in roster.holders(*ADMINISTRATORS)}
    return [person for person in members if person.id not in administrators]


def next_for(
    role: MeetingRole, roster: Roster, served: Iterable[Service], busy: Collection[str] = ()
) -> str | None:
    """Return whose turn it is: longest not served in this role, then fewest times, then the roster's order.

    Somebody in `busy` is asked only when everybody is; None when nobody may take the role.
    """
    history = [service for service in served if service.role is role]

    def turn(person: Person) -> tuple[bool, date, int]:
        days = [service.day for service in history if service.person == person.id]
        return person.id in busy, max(days, default=date.min), len(days)

    chosen = min(willing(roster, role), key=turn, default=None)
    return chosen.id if chosen else None


def without(people: Collection[str], roster: Roster) -> Roster:
    """The roster in which these are not on the ILT; as it is when nobody else would be (R-017)."""
    duties = tuple(duty for duty in roster.duties if duty.person not in people)
    narrowed = replace(roster, duties=duties)
    return narrowed if narrowed.holders(Role.ILT_MEMBER) else roster


def propose(roster: Roster, served: Sequence[Service]) -> Mapping[MeetingRole, str]:
    """Give every role to somebody, a different person each while there are enough."""
    proposed: dict[MeetingRole, str] = {}
    for role in MeetingRole:
        person = next_for(role, roster, served, busy=proposed.values())
        if person is not None:
            proposed[role] = person
    return proposed


def backup_for(
    holder: RoleHolder, roster: Roster, served: Sequence[Service], busy: Collection[str]
) -> str | None:
    """Return who takes a role over when its holder cannot; None when everybody who may has handed it on."""
    passed = {*holder.passed, holder.person}
    rest = [person for person in willing(roster, holder.role) if person.id not in passed]
    if not rest:
        return None
    narrowed = Roster(
        roster.school,
        tuple(rest),
        roster.teams,
        roster.memberships,
        tuple(duty for duty in roster.duties if duty.person not in passed),
    )
    return next_for(holder.role, narrowed, served, busy)
