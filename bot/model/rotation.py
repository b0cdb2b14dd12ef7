"""Who does what at a meeting, shared out fairly."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.people import Person, Role

ADMINISTRATORS = (Role.SCHOOL_LEADER, Role.DEPUTY)
FACILITATION_CAP = 25
"""The percentage of meetings that administrators facilitate at most, where the school says nothing else."""


class MeetingRole(StrEnum):
    """The roles of a meeting, in the order they are filled."""

    FACILITATOR = "facilitator"
    TIMEKEEPER = "timekeeper"
    RECORDER = "recorder"
    VOICE_TENDER = "voice_tender"
    RELAY_LEAD = "relay_lead"


class RoleState(StrEnum):
    """A role is `proposed` until the draft of its meeting is there, and `confirmed` then; one that nobody
    has is open, and goes to a backup or to whoever volunteers."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    SERVED = "served"

    @classmethod
    def of(cls, *, is_settled: bool, is_over: bool) -> "RoleState":
        if is_over:
            return cls.SERVED
        return cls.CONFIRMED if is_settled else cls.PROPOSED


@dataclass(eq=False, kw_only=True)
class RoleHolder:
    """Who has a role at the meeting on `day`. `passed` holds who handed it on, until the meeting is over;
    `asked` is who was asked to take it in a swap, `offered` who asked to have it; neither is answered."""

    school: str
    day: date
    role: MeetingRole
    person: str
    passed: tuple[str, ...] = ()
    asked: str | None = None
    offered: str | None = None
    id: str = field(default_factory=new_id)

    def hand_to(self, person_id: str) -> None:
        self.passed = (*self.passed, self.person)
        self.person = person_id
        self.asked = self.offered = None

    def swap_to(self, person_id: str) -> None:
        """Give it to somebody who agreed; nobody has turned it down."""
        self.person = person_id
        self.asked = self.offered = None


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody had this role at the meeting on that day."""

    role: MeetingRole
    person: str
    day: date


def willing(
    roster: Roster, role: MeetingRole, served: Iterable[Service] = (), cap: int = 0, since: date = date.min
) -> list[Person]:
    """Who may be asked to take a role: the ILT. An administrator is asked to facilitate only while
    administrators lead no more than `cap` percent of the meetings from `since` on, that one included."""
    members = roster.holders(Role.ILT_MEMBER)
    if role is not MeetingRole.FACILITATOR or not is_capped(roster, served, cap, since):
        return members
    leaders = administrators(roster)
    return [person for person in members if person.id not in leaders]


def administrators(roster: Roster) -> frozenset[str]:
    return frozenset(person.id for person in roster.holders(*ADMINISTRATORS))


def led_by_administrators(roster: Roster, served: Iterable[Service], since: date) -> tuple[int, int]:
    """How many meetings from `since` on administrators facilitated, and of how many."""
    led = [one for one in served if one.role is MeetingRole.FACILITATOR and one.day >= since]
    leaders = administrators(roster)
    return sum(one.person in leaders for one in led), len(led)


def is_capped(roster: Roster, served: Iterable[Service], cap: int, since: date) -> bool:
    """Whether one more meeting led by an administrator would be more than the cap (R-079)."""
    theirs, of = led_by_administrators(roster, served, since)
    return 100 * (theirs + 1) > cap * (of + 1)


def next_for(
    role: MeetingRole,
    roster: Roster,
    served: Iterable[Service],
    busy: Collection[str] = (),
    cap: int = 0,
    since: date = date.min,
) -> str | None:
    """Return whose turn it is: longest not served in this role, then fewest services in any role from
    `since` on, then the roster's order (2.5).

    Somebody in `busy` is asked only when everybody is; None when nobody may take the role.
    """
    history = list(served)

    def turn(person: Person) -> tuple[bool, date, int, int]:
        own = [service for service in history if service.person == person.id]
        days = [service.day for service in own if service.role is role]
        lately = sum(service.day >= since for service in own)
        return person.id in busy, max(days, default=date.min), lately, len(days)

    chosen = min(willing(roster, role, history, cap, since), key=turn, default=None)
    return chosen.id if chosen else None


def without(people: Collection[str], roster: Roster) -> Roster:
    """The roster in which these are not on the ILT; as it is when nobody else would be (R-017)."""
    duties = tuple(duty for duty in roster.duties if duty.person not in people)
    narrowed = replace(roster, duties=duties)
    return narrowed if narrowed.holders(Role.ILT_MEMBER) else roster


def propose(
    roster: Roster,
    served: Sequence[Service],
    held: Mapping[MeetingRole, str] | None = None,
    cap: int = FACILITATION_CAP,
    since: date = date.min,
) -> Mapping[MeetingRole, str]:
    """Give every role that nobody has yet to somebody, a different person each while there are enough; who
    has one (`held`) keeps it."""
    known = dict(held or {})
    for role in MeetingRole:
        if role not in known:
            person = next_for(role, roster, served, known.values(), cap, since)
            known |= {role: person} if person is not None else {}
    return {role: known[role] for role in MeetingRole if role in known}


def backup_for(
    holder: RoleHolder,
    roster: Roster,
    served: Sequence[Service],
    busy: Collection[str],
    since: date = date.min,
) -> str | None:
    """Return who takes a role over when its holder cannot, an administrator never for a facilitator; None
    when everybody who may has handed it on."""
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
    return next_for(holder.role, narrowed, served, busy, since=since)
