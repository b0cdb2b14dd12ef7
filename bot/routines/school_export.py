"""Writing a school back as the file it could have been applied from."""

from bot.model.people import Actor, Audience, Person, Roster
from bot.ports import Clock
from bot.routines import checkins, meetings, strategies, walkthroughs
from bot.routines.requests import Nothing
from bot.routines.school_file import (
    ChannelsSection,
    DaysSection,
    Hours,
    PersonSection,
    SchoolFile,
    SchoolSection,
    TeamSection,
)
from storage.unit_of_work import UnitOfWork


async def export(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> SchoolFile:
    """The school as it stands. Applying the result changes nothing."""
    roster = await work.people.roster()
    slack = await work.people.addresses("slack")
    return SchoolFile(
        school=_school(roster),
        channels=ChannelsSection(ilt=roster.school.ilt_channel, all_staff=roster.school.all_staff_channel),
        teams=tuple(TeamSection(key=team.key, name=team.name, channel=team.channel) for team in roster.teams),
        people=tuple(
            _person(person, roster, slack.get(Audience.person(person.id).key))
            for person in roster.people
            if person.active
        ),
        strategies=await strategies.exported(work, roster),
        meetings=await meetings.exported(work, roster),
        walkthroughs=await walkthroughs.exported(work, roster),
        check_ins=tuple(await checkins.exported(work, roster)),
        calendar=tuple(
            DaysSection(first=day.day, kind=day.kind, note=day.note) for day in await work.calendar.days()
        ),
    )


def _school(roster: Roster) -> SchoolSection:
    school = roster.school
    return SchoolSection(
        key=school.id,
        name=school.name,
        zone=school.zone,
        morning=school.morning,
        contract_hours=Hours(opens=school.opens, closes=school.closes),
        first_day=school.first_day,
        last_day=school.last_day,
    )


def _person(person: Person, roster: Roster, slack: str | None) -> PersonSection:
    seat = next(seat for seat in roster.memberships if seat.person == person.id)
    roles = tuple(duty.role for duty in roster.duties if duty.person == person.id)
    return PersonSection(
        key=person.key,
        name=person.name,
        title=person.title,
        email=person.email,
        slack=None if person.email else slack,
        team=seat.team,
        seat=seat.seat,
        roles=roles,
    )
