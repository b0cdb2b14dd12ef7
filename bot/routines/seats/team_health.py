"""Teams nobody has seen meet, planned meetings, suggestions nobody answered, and teams that are missing."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from bot.messages.dates import day as in_words
from bot.messages.seats import teams as wording
from bot.messages.seats.teams import OneTeam
from bot.messages.vocabulary import Message
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.coverage import named, without_a_team
from bot.model.meetings import Outcome, Provenance, Suggestion
from bot.model.people import Audience, Team, TeamKind
from bot.model.seats import IltSuggestion, TeamMeeting
from bot.routines.meetings import put_on_agenda, take_off
from bot.routines.meetings.suggestions import plan_of
from bot.routines.seats.sheets import Chairs
from bot.routines.seats.teams import lead_of
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

ACTIVE_WITHIN = 30
"""School days within which an active team has met at least once (R-019)."""

QUARTERS = (9, 12, 3, 6)
ANSWER_WITHIN = 10
SOURCE = "establish-team:"
WEEKS_AGO = timedelta(weeks=26)


async def due(seen: Chairs, after: datetime, work: UnitOfWork) -> list[Due]:
    """The monthly look at each team, the quarterly look at what is missing, and what nobody answered."""
    calendar, today = seen.sees.calendar, seen.sees.today
    first = _first_school_day(today, calendar)
    found = await _planned(seen, after, work)
    found += [
        one for one in [_unanswered(one, seen, after, work) for one in await work.seats.suggestions()] if one
    ]
    missing = without_a_team(seen.roster, seen.settings.grades)
    found += await _settled(seen, missing, work)
    if first is None:
        return found
    if missing and first.month in QUARTERS:
        found.append(_establish(first, missing, seen, work))
    met = await work.seats.team_meetings(today - WEEKS_AGO)
    return found + [one for team in seen.roster.teams if (one := _quiet(team, first, met, seen)) is not None]


def _first_school_day(today: date, calendar: SchoolCalendar) -> date | None:
    """The first school day of this month, None in a month without any."""
    try:
        day = calendar.on_or_after(today.replace(day=1))
    except NoSchoolAhead:
        return None
    return day if day.month == today.month else None


def _quiet(team: Team, first: date, met: Sequence[TeamMeeting], seen: Chairs) -> Due | None:
    """The question to the lead of a team that was not seen to meet; None where there is nothing to ask."""
    lead = lead_of(team, seen.sees)
    if lead is None or team.kind is TeamKind.ADMINISTRATION or not is_quiet(team.key, first, met, seen):
        return None
    return Due(
        key=f"seat/team/{team.key}/quiet/{first:%Y-%m}",
        at=seen.sees.calendar.morning_of(first),
        what="Does the team still meet?",
        why="no meeting noted in 30 school days",
        audience=lead,
        act=partial(_said, wording.quiet(OneTeam(team.key, team.name))),
    )


def is_quiet(team: str, on: date, met: Sequence[TeamMeeting], seen: Chairs) -> bool:
    """Whether more than thirty school days have passed since the team met, or since the bot could know."""
    calendar = seen.sees.calendar
    known = max(calendar.today(seen.roster.school.since), calendar.first or date.min)
    days = [one.day for one in met if one.team == team and one.happened and one.day <= on]
    planned = any(one.team == team and not one.happened and one.day >= on for one in met)
    last = max([known, *days])
    return not planned and sum(1 for _ in calendar.school_days(last + A_DAY, on)) > ACTIVE_WITHIN


async def _planned(seen: Chairs, after: datetime, work: UnitOfWork) -> list[Due]:
    """The question on the school day after a planned meeting."""
    found: list[Due] = []
    for one in await work.seats.team_meetings(seen.sees.calendar.today(after) - timedelta(weeks=3)):
        team = next((team for team in seen.roster.teams if team.key == one.team), None)
        lead = lead_of(team, seen.sees) if team else None
        try:
            at = seen.sees.calendar.morning_of(seen.sees.calendar.shift(one.day, 1))
        except NoSchoolAhead:
            continue
        if team is not None and lead is not None and not one.happened:
            asked = wording.did_you_meet(OneTeam(team.key, team.name, day=one.day))
            found.append(
                Due(
                    key=f"seat/team/{one.id}/asked",
                    at=at,
                    what="Did the team meet?",
                    why=f"planned for {in_words(one.day)}",
                    audience=lead,
                    act=partial(_said, asked),
                )
            )
    return found


async def _said(message: Message) -> Message:
    return message


def _unanswered(one: IltSuggestion, seen: Chairs, after: datetime, work: UnitOfWork) -> Due | None:
    """The end of a suggestion: nobody answered within ten school days, or the school year is over."""
    calendar = seen.sees.calendar
    asked = calendar.today(one.asked_at)
    try:
        end = calendar.shift(asked, ANSWER_WITHIN) if not one.agreed else (calendar.last or asked + WEEKS_AGO)
    except NoSchoolAhead:
        end = calendar.last or asked
    at = calendar.at(end + A_DAY, calendar.morning)
    return Due(
        key=f"seat/suggestion/{one.id}/forgotten/{one.agreed}",
        at=at if at > after else seen.sees.now,
        what="A suggestion is deleted",
        why="nobody answered" if not one.agreed else "the school year is over",
        audience=Audience.ilt(),
        act=partial(_forget, one, work),
        speaks=False,
    )


async def _forget(one: IltSuggestion, work: UnitOfWork) -> None:
    await work.seats.forget(one)


def _establish(first: date, missing: Sequence[str], seen: Chairs, work: UnitOfWork) -> Due:
    """Put what is missing on the agenda's draft (R-020)."""
    return Due(
        key=f"seat/structure/{first:%Y-%m}",
        at=seen.sees.calendar.morning_of(first),
        what="Teams that are missing become agenda items",
        why="the quarterly look at the teams",
        audience=Audience.ilt(),
        act=partial(_put, missing, seen, work),
        speaks=False,
    )


async def _put(missing: Sequence[str], seen: Chairs, work: UnitOfWork) -> None:
    if (await plan_of(work)).next_unpublished(seen.sees.now) is None:
        return
    owners = [one.person.name for one in seen.found.seats][:3]
    for key in missing:
        suggestion = Suggestion(
            title=f"Establish team: {named(key)}",
            provenance=Provenance.TEAM,
            source=f"{SOURCE}{key}"[:64],
            label="team health",
            detail=f"No team is written down for {named(key)}. Who could start it: {', '.join(owners)}?",
            outcome=Outcome.DECIDE,
        )
        await put_on_agenda(suggestion, work=work, now=seen.sees.now)


async def _settled(seen: Chairs, missing: Sequence[str], work: UnitOfWork) -> list[Due]:
    """Take an item off again once its team is there."""
    items = [one for one in await work.meetings.open_items() if one.source.startswith(SOURCE)]
    over = [one for one in items if one.source not in {f"{SOURCE}{key}"[:64] for key in missing}]
    return [
        Due(
            key=f"seat/structure/{one.id}/settled",
            at=seen.sees.now,
            what="An agenda item is settled",
            why="the team is there now",
            audience=Audience.ilt(),
            act=partial(_take_off, one.source, work),
            speaks=False,
        )
        for one in over
    ]


async def _take_off(source: str, work: UnitOfWork) -> None:
    await take_off(Provenance.TEAM, source, work=work)
