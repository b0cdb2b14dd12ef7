"""Whether the school, as it is written down, makes sense."""

from datetime import date, timedelta

from bot.app.checkup.findings import Finding, some
from bot.app.core import NO_SCHOOL, Core
from bot.content.look_fors import look_fors
from bot.messages import dates
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.everybody import Roster
from bot.model.people import Role, Seat, the_clock
from bot.routines import people
from bot.routines.requests import Nothing

__all__ = ["NO_SCHOOL", "of"]

SOON = timedelta(days=30)


async def of(core: Core, school: str) -> list[Finding]:
    """Look at one school: who leads, answers and speaks for each team, and how long its calendar lasts."""
    roster = await core.perform(people.whole_roster, Nothing(), actor=the_clock(school))
    async with core.units.reading(school) as work:
        calendar = await work.calendar.whole()
    active = [person for person in roster.people if person.active]
    teams = dates.number_of(len(roster.teams), "team")
    found = [
        Finding.well(f"{roster.school.name}: {dates.number_of(len(active), 'person', 'people')}, {teams}.")
    ]
    found += _roles(roster)
    found += _teams(roster)
    found += _calendar(calendar, calendar.today(core.clock.now()))
    sets = [f"{each.key} ({each.name})" for each in look_fors().sets]
    return [*found, Finding.well(f"Look-for sets that `walkthroughs` may name: {', '.join(sets)}.")]


def _roles(roster: Roster) -> list[Finding]:
    channel = roster.school.ilt_channel
    found = [
        Finding.well(f"The ILT's channel is #{channel}.")
        if channel
        else Finding.mend(
            "The ILT has no channel yet. Type /ilt setup, or write channels.ilt in the school file."
        )
    ]
    if not roster.holders(Role.SCHOOL_LEADER):
        found.append(Finding.mend("Nobody is the school leader. Give somebody the role school_leader."))
    if not roster.holders(Role.ILT_MEMBER):
        found.append(Finding.mend("Nobody is in the ILT. Give its members the role ilt_member."))
    triager = roster.triager()
    if triager is None:
        found.append(Finding.mend("Nobody would answer staff input. Give somebody the role triager."))
    elif roster.holders(Role.TRIAGER):
        found.append(Finding.well(f"{triager.name} answers staff input first."))
    else:
        found.append(Finding.note(f"Nobody has the role triager, so {triager.name} answers staff input."))
    if not roster.holders(Role.BOT_ADMIN):
        found.append(Finding.note("Nobody has the role bot_admin: the deputy or leader hears of trouble."))
    return found


def _teams(roster: Roster) -> list[Finding]:
    found: list[Finding] = []
    for team in roster.teams:
        speaker = roster.speaker_for(team.key)
        if speaker is None:
            found.append(
                Finding.mend(f"Nobody speaks for {team.name}. Give somebody in it the seat rep or lead.")
            )
        elif not roster.seated(team.key, Seat.REP, Seat.LEAD):
            found.append(
                Finding.note(f"{team.name} has no rep and no lead, so {speaker.name} speaks for it.")
            )
    empty = [team.name for team in roster.teams if not roster.members(team.key)]
    if empty:
        found.append(Finding.note(f"Nobody is in {some(empty)}."))
    return found or [Finding.well("Every team has somebody who speaks for it.")]


def _calendar(calendar: SchoolCalendar, today: date) -> list[Finding]:
    try:
        following = calendar.on_or_after(today)
    except NoSchoolAhead:
        return [
            Finding.mend(
                "The calendar holds no school day ahead, so nothing is sent. "
                "Set first_day and last_day, and the calendar, for the coming school year."
            )
        ]
    found = [Finding.well(f"The next school day is {dates.day(following)}.")]
    if calendar.last is None:
        found.append(
            Finding.note("The school year has no last_day: days in the summer count as school days.")
        )
    elif calendar.last - today <= SOON:
        ends = f"{dates.day(calendar.last)}, {calendar.last.year}"
        found.append(Finding.note(f"The calendar ends on {ends}. Write down the next school year."))
    return found
