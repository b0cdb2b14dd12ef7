"""Applying a school file: what is the same stays, what is new is added, who is gone leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import Refusal
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import Actor, Duty, Membership, Person, School, Seat, Team
from bot.model.roster.leaving import Cause
from bot.model.teams import likely_kind
from bot.ports import Clock
from bot.routines import checkins, languages, meetings, seats, strategies, walkthroughs
from bot.routines.calendar import setup as calendar
from bot.routines.requests import Command
from bot.routines.roster.leaving import depart
from bot.routines.school_file import PersonSection, SchoolFile
from bot.routines.settings import setup as settings
from storage.unit_of_work import UnitOfWork


class ApplySchool(Command):
    file: SchoolFile


@dataclass(frozen=True, slots=True)
class Applied:
    """What an application changed, in sentences for the administrator."""

    school: str
    changes: tuple[str, ...]


async def apply(command: ApplySchool, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Applied:
    """Make the school what the file says, and say what that changed. Applying twice changes nothing."""
    file = command.file
    changes = [*await _school(file, work, clock)]
    await work.flush()
    roster = await work.people.to_change()
    changes += _teams(file, roster, work)
    changes += _people(file, roster, work)
    await work.flush()
    roster = await work.people.to_change()
    await _seats_and_duties(file, roster, work)
    changes += await _leave(file, work, clock)
    await _addresses(file, roster, work)
    changes += await calendar.establish(file, work=work, by=actor.person_id, now=clock.now())
    await work.flush()
    roster = await work.people.roster()
    changes += await seats.establish(file, work=work, by=actor.person_id, now=clock.now())
    changes += await strategies.establish(file.strategies, work=work, roster=roster)
    changes += await meetings.establish(file.meetings, work=work, roster=roster)
    changes += await checkins.establish(file.check_ins, work=work, roster=roster)
    changes += await walkthroughs.establish(file.walkthroughs, work=work, roster=roster)
    changes += await languages.establish(file.school.language, work=work, by=actor.person_id, now=clock.now())
    changes += await settings.establish(file, work=work, by=actor.person_id, now=clock.now())
    return Applied(work.school, tuple(changes))


async def _school(file: SchoolFile, work: UnitOfWork, clock: Clock) -> list[str]:
    try:
        ZoneInfo(file.school.zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise Refusal(
            f"school.zone: {file.school.zone} is not a time zone. Write one such as America/Denver.",
            field="school.zone",
        ) from error
    school = await work.people.school_itself()
    if school is None:
        school = School(id=work.school, name=file.school.name, zone=file.school.zone, since=clock.now())
        work.people.add(school)
        _settle(school, file)
        return [f"New school: {school.name}."]
    return _settle(school, file)


def _settle(school: School, file: SchoolFile) -> list[str]:
    wanted = {
        "name": file.school.name,
        "zone": file.school.zone,
        "morning": file.school.morning,
        "opens": file.school.contract_hours.opens,
        "closes": file.school.contract_hours.closes,
        "first_day": file.school.first_day,
        "last_day": file.school.last_day,
        "ilt_channel": file.channels.ilt or "",
        "all_staff_channel": file.channels.all_staff,
    }
    changed = [name for name, value in wanted.items() if getattr(school, name) != value]
    for name in changed:
        setattr(school, name, wanted[name])
    return [f"School: {name.replace('_', ' ')} changed." for name in changed]


def _teams(file: SchoolFile, roster: Roster, work: UnitOfWork) -> list[str]:
    changes: list[str] = []
    for position, section in enumerate(file.teams):
        team = roster.team(section.key)
        if team is None:
            team = Team(school=work.school, key=section.key, name=section.name)
            work.people.add(team)
            changes.append(f"New team: {section.name}.")
        team.name, team.channel, team.position = section.name, section.channel, position
        team.kind = section.kind or (team.kind if roster.team(section.key) else likely_kind(section.name))
        team.language = section.language
        team.covers, team.parent, team.retired = section.covers, section.parent, section.retired
    return changes


def _people(file: SchoolFile, roster: Roster, work: UnitOfWork) -> list[str]:
    changes: list[str] = []
    for section in file.people:
        person = roster.keyed(section.key)
        if person is None:
            person = Person(school=work.school, key=section.key, name=section.name)
            work.people.add(person)
            changes.append(f"New: {section.name}.")
        person.name, person.title, person.email = section.name, section.title, section.email
        person.language = section.language or person.language
        person.active = True
    return changes


async def _leave(file: SchoolFile, work: UnitOfWork, clock: Clock) -> list[str]:
    """Who is not in the file any more leaves, once everybody else sits where the file says."""
    await work.flush()
    named = {section.key for section in file.people}
    gone = [one.id for one in (await work.people.to_change()).people if one.active and one.key not in named]
    left = await depart(gone, Cause.FILE, work=work, now=clock.now())
    return [f"Left: {person.name}." for person in left]


async def _seats_and_duties(file: SchoolFile, roster: Roster, work: UnitOfWork) -> None:
    """Seats and duties of everybody in the file are what it says they are, no more and no less."""
    listed = {person.id for person, _ in _listed(file, roster)}
    seats = {
        (person.id, team): (seat, is_main)
        for person, section in _listed(file, roster)
        for team, seat, is_main in _seats_of(section)
    }
    gone: list[Membership | Duty] = []
    for held in roster.memberships:
        if held.person not in listed:
            continue
        wanted = seats.pop((held.person, held.team), None)
        if wanted is None:
            gone.append(held)
        else:
            held.seat, held.is_main = wanted
    roles = {(person.id, role) for person, section in _listed(file, roster) for role in section.roles}
    mine = [duty for duty in roster.duties if duty.person in listed]
    gone += [duty for duty in mine if (duty.person, duty.role) not in roles]
    roles -= {(duty.person, duty.role) for duty in roster.duties}
    await work.people.forget(gone)
    for (person_id, team), (seat, is_main) in seats.items():
        work.people.add(
            Membership(school=work.school, person=person_id, team=team, seat=seat, is_main=is_main)
        )
    for person_id, role in sorted(roles):
        work.people.add(Duty(school=work.school, person=person_id, role=role))


def _seats_of(section: PersonSection) -> Iterator[tuple[str, Seat, bool]]:
    """Every team somebody sits in, how, and whether it is their main one."""
    yield section.team, section.seat, True
    for also in section.also:
        yield also.team, also.seat, False


def _listed(file: SchoolFile, roster: Roster) -> list[tuple[Person, PersonSection]]:
    return [(person, section) for section in file.people if (person := roster.keyed(section.key)) is not None]


async def _addresses(file: SchoolFile, roster: Roster, work: UnitOfWork) -> None:
    for person, section in _listed(file, roster):
        for platform, address in (("slack", section.slack), ("teams", section.teams)):
            if address:
                await work.people.reach(platform, Audience.person(person.id).key, address)
