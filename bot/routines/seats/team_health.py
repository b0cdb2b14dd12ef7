"""Teams nobody has seen meet, planned meetings, and suggestions nobody answered."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from bot.messages.dates import day as in_words
from bot.messages.seats import teams as wording
from bot.messages.seats.teams import OneTeam
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.people import Team
from bot.model.seats import IltSuggestion, TeamMeeting
from bot.model.teams import TeamKind
from bot.routines.seats import structure
from bot.routines.seats.sheets import Chairs
from bot.routines.seats.teams import lead_of
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

ACTIVE_WITHIN = 30
"""School days within which an active team has met at least once (R-019)."""

ANSWER_WITHIN = 10
WEEKS_AGO = timedelta(weeks=26)


async def due(seen: Chairs, after: datetime, work: UnitOfWork) -> list[Due]:
    """The monthly look at each team, the quarterly look at what is missing, and what nobody answered."""
    calendar, today = seen.sees.calendar, seen.sees.today
    met = await work.seats.team_meetings(today - WEEKS_AGO)
    firsts = list(_first_school_days(calendar.today(after), today, calendar))
    looks = (_quiet(team, first, met, seen) for first in firsts for team in seen.roster.teams)
    asked = [_unanswered(one, seen, after, work) for one in await work.seats.suggestions()]
    return [
        *(one for one in looks if one is not None),
        *_planned(seen, met),
        *asked,
        *await structure.due(seen, firsts, work),
    ]


def _first_school_days(first: date, last: date, calendar: SchoolCalendar) -> Iterator[date]:
    """The first school day of each month from one day's to another's; a month without school has none."""
    month = first.replace(day=1)
    while month <= last:
        following = (month + timedelta(days=31)).replace(day=1)
        day = next(calendar.school_days(month, following - A_DAY), None)
        if day is not None:
            yield day
        month = following


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


def _planned(seen: Chairs, met: Sequence[TeamMeeting]) -> Iterator[Due]:
    """The question on the school day after a planned meeting."""
    teams = {team.key: team for team in seen.roster.teams}
    for one in met:
        lead = lead_of(teams[one.team], seen.sees) if one.team in teams else None
        if lead is None or one.happened:
            continue
        try:
            at = seen.sees.calendar.morning_of(seen.sees.calendar.shift(one.day, 1))
        except NoSchoolAhead:
            continue
        asked = wording.did_you_meet(OneTeam(one.team, teams[one.team].name, day=one.day))
        yield Due(
            key=f"seat/team/{one.id}/asked",
            at=at,
            what="Did the team meet?",
            why=f"planned for {in_words(one.day)}",
            audience=lead,
            act=partial(_said, asked),
        )


async def _said(message: Message) -> Message:
    return message


def _unanswered(one: IltSuggestion, seen: Chairs, after: datetime, work: UnitOfWork) -> Due:
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
