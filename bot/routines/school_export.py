"""Writing a school back as the file it could have been applied from."""

from collections.abc import Mapping

from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import Actor, Person, Team
from bot.model.platforms import NAMES
from bot.model.settings import Settings
from bot.ports import Clock
from bot.routines import checkins, meetings, seats, strategies, walkthroughs
from bot.routines.calendar import setup as calendar
from bot.routines.requests import Nothing
from bot.routines.school_file import (
    AlsoSection,
    ChannelsSection,
    Hours,
    PersonSection,
    SchoolFile,
    SchoolSection,
    SeatSection,
    TeamSection,
)
from bot.routines.settings import setup as settings
from storage.unit_of_work import UnitOfWork


async def export(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> SchoolFile:
    """The school as it stands. Applying the result changes nothing."""
    roster = await work.people.roster()
    accounts = {one: await work.people.addresses(one) for one in NAMES}
    written = await seats.exported(work)
    return SchoolFile(
        school=_school(roster, await work.settings.now()),
        channels=ChannelsSection(
            ilt=roster.school.ilt_channel or None, all_staff=roster.school.all_staff_channel
        ),
        teams=tuple(_team(team) for team in (*roster.teams, *roster.retired)),
        people=tuple(
            _person(person, roster, _accounts(person, accounts), written.get(person.id))
            for person in roster.people
            if person.active
        ),
        voices=await seats.exported_voices(work),
        strategies=await strategies.exported(work, roster),
        meetings=await meetings.exported(work, roster),
        walkthroughs=await walkthroughs.exported(work, roster),
        check_ins=tuple(await checkins.exported(work, roster)),
        calendar=await calendar.exported_days(work),
        rotation=await calendar.exported_rotation(work),
        routines=await settings.exported_routines(work),
        budget=await settings.exported_budget(work),
        authority=await settings.exported_authority(work),
    )


def _school(roster: Roster, held: Settings) -> SchoolSection:
    school = roster.school
    return SchoolSection(
        key=school.id,
        name=school.name,
        zone=school.zone,
        morning=school.morning,
        contract_hours=Hours(
            opens=school.opens,
            closes=school.closes,
            half_day_closes=held.half_day_closes,
            late_start_opens=held.late_start_opens,
        ),
        first_day=school.first_day,
        last_day=school.last_day,
        language=held.language,
    )


def _team(team: Team) -> TeamSection:
    return TeamSection(
        key=team.key,
        name=team.name,
        channel=team.channel,
        kind=team.kind,
        covers=team.covers,
        parent=team.parent,
        retired=team.retired,
        language=team.language,
    )


def _accounts(person: Person, known: Mapping[str, Mapping[str, str]]) -> dict[str, str | None]:
    """Where somebody without an e-mail address is reached; everybody else is found by theirs."""
    key = Audience.person(person.id).key
    return {one: None if person.email else there.get(key) for one, there in known.items()}


def _person(
    person: Person, roster: Roster, accounts: Mapping[str, str | None], ilt: SeatSection | None
) -> PersonSection:
    seats = [seat for seat in roster.memberships if seat.person == person.id]
    seat = next((one for one in seats if one.is_main), seats[0])
    also = tuple(AlsoSection(team=one.team, seat=one.seat) for one in seats if one is not seat)
    roles = tuple(duty.role for duty in roster.duties if duty.person == person.id)
    return PersonSection(
        key=person.key,
        name=person.name,
        title=person.title,
        email=person.email,
        slack=accounts.get("slack"),
        teams=accounts.get("teams"),
        team=seat.team,
        seat=seat.seat,
        also=also,
        roles=roles,
        ilt=ilt,
        language=person.language,
    )
