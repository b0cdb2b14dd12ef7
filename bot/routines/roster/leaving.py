"""People leave: their seats and duties are vacated, their things find somebody, what was private stays so."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.messages.roster import leaving as wording
from bot.messages.roster.leaving import Handover
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import Duty, Membership, Person, Role
from bot.model.roster.leaving import LEADERS, Cause, Departure, answers_for, successor
from bot.model.staff_input import Mode, carrier, owner
from bot.routines import checkins, consensus, cycles, meetings, seats
from storage.unit_of_work import UnitOfWork

Owners = dict[str, str]
"""Who owes the next word on each input, by the input's id."""


@dataclass(frozen=True)
class Leaver:
    """Somebody who leaves, with what they were up to now."""

    person: Person
    team: str | None
    roles: frozenset[Role]
    brought: dict[str, Handover] = field(default_factory=dict)

    def to(self, heir: Person) -> Handover:
        """What comes from them to this person."""
        return self.brought.setdefault(heir.id, Handover(self.person.name))


async def depart(people: Sequence[str], cause: Cause, *, work: UnitOfWork, now: datetime) -> list[Person]:
    """Let people leave, all at once, and return those who were still there.

    Nobody who leaves in the same breath becomes another one's successor. Letters to them are dropped by
    whoever delivers. Raises nothing: what finds no successor stays where it is, for the school leader.
    """
    if not people:
        return []
    before = await work.people.to_change()
    leavers = [_leaver(person, before) for person in before.people if person.id in people and person.active]
    if not leavers:
        return []
    owed = await _owners(before, work)
    roster = await _vacated(leavers, before, cause, work, now)
    for leaver in leavers:
        await _hand_on(leaver, roster, work)
        await meetings.pass_roles_on(leaver.person.id, work=work, now=now)
        gone = {one.person.id for one in leavers}
        await cycles.end_for(leaver.person.id, gone=gone, work=work, now=now)
        await checkins.end_for(leaver.person.id, gone=gone, work=work, now=now)
        await consensus.left_the_ilt(leaver.person.id, work=work, now=now)
    _inputs_move(owed, await _owners(roster, work), leavers, roster)
    await seats.clear_out(work)
    await _tell_senders({leaver.person.id for leaver in leavers}, roster, work, now)
    await _tell(leavers, work, now)
    return [leaver.person for leaver in leavers]


def _leaver(person: Person, roster: Roster) -> Leaver:
    team = roster.team_of(person.id)
    roles = frozenset(duty.role for duty in roster.duties if duty.person == person.id)
    return Leaver(person, team.key if team else None, roles)


async def _owners(roster: Roster, work: UnitOfWork) -> Owners:
    owed = ((given.id, owner(given, roster)) for given in await work.inputs.unsettled())
    return {input_id: person.id for input_id, person in owed if person is not None}


async def _vacated(
    leavers: Sequence[Leaver], before: Roster, cause: Cause, work: UnitOfWork, now: datetime
) -> Roster:
    """The roster without them; every seat and duty they held is free."""
    ids = {leaver.person.id for leaver in leavers}
    held: list[Membership | Duty] = [*before.memberships, *before.duties]
    await work.people.forget([one for one in held if one.person in ids])
    today = (await work.calendar.whole()).today(now)
    for leaver in leavers:
        leaver.person.active = False
        await work.unreached.clear(leaver.person.id)
        work.departures.add(
            Departure(school=work.school, person=leaver.person.id, left_on=today, cause=cause)
        )
    await work.flush()
    return await work.people.to_change()


async def _hand_on(leaver: Leaver, roster: Roster, work: UnitOfWork) -> None:
    """Agenda items and what is asked about decisions come to the successor (class P1)."""
    heir = successor(roster, leaver.team, leaver.roles)
    if heir is not None:
        for item in await work.meetings.open_items():
            if item.by == leaver.person.id:
                item.by = heir.id
                leaver.to(heir).items.append(item.title)
    leads = roster.first_of(*LEADERS)
    led = not leaver.roles.isdisjoint((Role.SCHOOL_LEADER, Role.ACTING_LEADER))
    if leads is not None and led and not roster.holders(Role.SCHOOL_LEADER):
        leaver.to(leads).leads = True
    asked = answers_for(roster, heir)
    if asked is not None:
        for decision in [*await work.decisions.to_come(), *await work.decisions.lasting()]:
            if decision.helper == leaver.person.id:
                decision.helper = asked.id
                leaver.to(asked).decisions.append(f"{decision.label} {decision.statement}")
    for decision in await work.decisions.open():
        if decision.sponsor == leaver.person.id:
            decision.sponsor = leads.id if leads is not None else None


def _inputs_move(before: Owners, after: Owners, leavers: Sequence[Leaver], roster: Roster) -> None:
    """Whoever owes a word by the roster's rules now is told of how many; of no words and no sender."""
    leaving = {leaver.person.id: leaver for leaver in leavers}
    moved: dict[tuple[str, str], int] = defaultdict(int)
    for input_id, was in before.items():
        if was in leaving and input_id in after:
            moved[was, after[input_id]] += 1
    for (was, now_owed), count in moved.items():
        heir = roster.person(now_owed)
        if heir is not None:
            leaving[was].to(heir).inputs = count


async def _tell_senders(gone: set[str], roster: Roster, work: UnitOfWork, now: datetime) -> None:
    """Who said something through a rep who has left learns who sees their name from now on."""
    calendar = await work.calendar.whole()
    for given in await work.inputs.unsettled():
        now_carries = carrier(given, roster)
        if given.mode is not Mode.THROUGH_REP or given.carrier not in gone or now_carries is None:
            continue
        leaver = roster.name(given.carrier)
        await work.outbox.post(
            Audience.person(given.author),
            wording.carried_by_another(given, leaver, now_carries.name),
            key=f"input/{given.id}/carrier/{now_carries.id}",
            due_at=calendar.opening(now) or now,
            if_unknown="again",
        )


async def _tell(leavers: Sequence[Leaver], work: UnitOfWork, now: datetime) -> None:
    calendar = await work.calendar.whole()
    for leaver in leavers:
        for heir, handover in leaver.brought.items():
            await work.outbox.post(
                Audience.person(heir),
                wording.came_to_you(handover),
                key=f"roster/left/{leaver.person.id}/{calendar.today(now)}/{heir}",
                due_at=calendar.opening(now) or now,
                if_unknown="again",
            )
