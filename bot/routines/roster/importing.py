"""Taking a roster file for one school: looked at first, then all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import Refusal
from bot.messages.roster import importing as wording
from bot.model.everybody import Roster
from bot.model.people import Actor, Duty, Membership, Person, School, Team
from bot.model.roster.leaving import Cause, is_too_many
from bot.model.roster.listed import ListedSchool, Slip, slug
from bot.model.roster.plan import Comparison, Entry, Plan, keys_for
from bot.model.teams import likely_kind
from bot.ports import Clock
from bot.routines import seats
from bot.routines.requests import Command, Question
from bot.routines.roster.leaving import depart
from storage.unit_of_work import UnitOfWork

NOTHING: Mapping[str, object] = MappingProxyType({})
NO_ZONE = "A new school needs its time zone: add --zone, such as --zone America/Denver."


class LookAtRoster(Question):
    """What taking this file would change. `zone` is for a school that is not there yet."""

    listed: ListedSchool
    zone: str | None = None
    leavers: bool = False
    new_teams: bool = False


class TakeRoster(Command):
    """Make the school's people what the file says."""

    listed: ListedSchool
    zone: str | None = None
    leavers: bool = False
    new_teams: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file changes at one school, in sentences; with slips it changes nothing."""

    school: str
    name: str
    in_short: str
    changes: tuple[str, ...]
    notes: tuple[str, ...]
    slips: tuple[Slip, ...] = ()
    too_many_leave: bool = False


async def look(question: LookAtRoster, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Taken:
    """Say what would change, and change nothing."""
    existing = await work.people.school_itself()
    if existing is None:
        school = _school(question.listed, question.zone, work.school, clock.now())
        return _said(_compared(question, _empty(school)), _empty(school), f"New school: {school.name}.")
    roster = await work.people.roster()
    return _said(_compared(question, roster), roster, settled=_learnt(roster.school, question.listed))


async def take(command: TakeRoster, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Taken:
    """Take the file as a whole; raises `Refusal` when there is a slip. A second time it changes nothing."""
    school = await work.people.school_itself()
    first = ""
    if school is None:
        school = _school(command.listed, command.zone, work.school, clock.now())
        work.people.add(school)
        first = f"New school: {school.name}."
        await work.flush()
        being_set_up = replace(await work.settings.now(), live=False)
        await work.settings.change(being_set_up, by=actor.person_id, at=clock.now(), about=(first,))
    roster = await work.people.to_change()
    plan = _compared(command, roster)
    if plan.slips:
        raise Refusal(f"{school.name}: {plan.slips[0].words}.")
    said = _said(plan, roster, first, _settle(roster.school, command.listed))
    await _apply(plan, roster, work)
    await work.flush()
    leaving = [person.id for person in plan.leaving]
    await depart(leaving, Cause.FILE, work=work, now=clock.now())
    if any(entry.takes for entry in plan.entries):
        await seats.clear_out(work)
    return said


def _compared(asked: LookAtRoster | TakeRoster, roster: Roster) -> Plan:
    return Comparison(asked.listed, roster, leavers=asked.leavers, new_teams=asked.new_teams).plan()


def _said(plan: Plan, roster: Roster, first: str = "", settled: Mapping[str, object] = NOTHING) -> Taken:
    changes = [*([first] if first else []), *wording.of_school(settled), *wording.sentences(plan, roster)]
    school = roster.school
    return Taken(
        school.id,
        school.name,
        wording.in_short(plan),
        tuple(changes),
        tuple(wording.notes(plan)),
        plan.slips,
        is_too_many(len(plan.leaving), sum(1 for person in roster.people if person.active)),
    )


def _school(listed: ListedSchool, zone: str | None, key: str, now: datetime) -> School:
    """A school that is not there yet: it has people, and neither channels nor meetings."""
    if zone is None:
        raise Refusal(NO_ZONE)
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise Refusal(f"{zone} is not a time zone. Write one such as America/Denver.") from error
    return School(
        id=key,
        name=listed.name or key,
        zone=zone,
        since=now,
        ilt_channel="",
        first_day=listed.first_day,
        last_day=listed.last_day,
        source=listed.source,
    )


def _empty(school: School) -> Roster:
    return Roster(school, (), (), (), ())


def _learnt(school: School, listed: ListedSchool) -> dict[str, object]:
    """What the school does not know about itself yet, and the file does."""
    found: dict[str, object] = {}
    if listed.source and not school.source:
        found["source"] = listed.source
    if listed.first_day and school.first_day is None and school.last_day is None:
        found |= {"first_day": listed.first_day, "last_day": listed.last_day}
    return found


def _settle(school: School, listed: ListedSchool) -> dict[str, object]:
    learnt = _learnt(school, listed)
    for name, value in learnt.items():
        setattr(school, name, value)
    return learnt


async def _apply(plan: Plan, roster: Roster, work: UnitOfWork) -> None:
    _add_teams(plan, roster, work)
    taken = {person.key for person in roster.people}
    entries = [entry for entry in plan.entries if entry.person is None]
    keys = dict(keys_for((entry.listed for entry in entries), taken))
    for entry in entries:
        listed = entry.listed
        person = Person(
            school=work.school,
            key=keys[listed],
            name=listed.name,
            title=listed.title,
            email=listed.email,
            source=listed.source,
        )
        work.people.add(person)
        _seat(entry, person, work)
    for entry in plan.entries:
        if entry.person is not None and entry.changes_anything:
            await _change(entry, entry.person, roster, work)


def _add_teams(plan: Plan, roster: Roster, work: UnitOfWork) -> None:
    position = max((team.position for team in roster.teams), default=-1)
    keys = {slug(team.name): team.key for team in roster.teams}
    retired = {team.key: team for team in roster.retired}
    for place, team in enumerate(plan.teams, position + 1):
        if team.key in retired:
            retired[team.key].retired = False
            continue
        parent = keys.get(team.parent, team.parent) if team.parent else None
        kind = likely_kind(team.name)
        added = Team(
            school=work.school, key=team.key, name=team.name, position=place, parent=parent, kind=kind
        )
        work.people.add(added)


async def _change(entry: Entry, person: Person, roster: Roster, work: UnitOfWork) -> None:
    for name, value in entry.fields.items():
        setattr(person, name, value)
    person.active = True
    if entry.is_reseated and entry.held:
        entry.held.seat = entry.seat
    mine = [one for one in roster.memberships if one.person == person.id and one.team == entry.team]
    gone: list[Membership | Duty] = [
        duty for duty in roster.duties if duty.person == person.id and duty.role in entry.takes
    ]
    gone += [entry.held, *mine] if entry.moves and entry.held else mine if entry.moves else []
    await work.people.forget(gone)
    if entry.moves:
        await work.flush()
    _seat(entry, person, work)


def _seat(entry: Entry, person: Person, work: UnitOfWork) -> None:
    """Where they sit and what they do for the school, as far as that is new."""
    if entry.person is None or entry.moves:
        work.people.add(Membership(school=work.school, person=person.id, team=entry.team, seat=entry.seat))
    for role in entry.gives:
        work.people.add(Duty(school=work.school, person=person.id, role=role))
