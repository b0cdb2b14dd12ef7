"""The bridge report: once a month, for the ILT and, without what only the ILT reads, for all staff."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from bot.messages.staff_input import bridge as wording
from bot.messages.staff_input.bridge import Bridge, Needed, Open
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.model.staff_input import InputState, StaffInput, Topic, loop_rate
from bot.model.voice import (
    OTHERS,
    TeamVoice,
    balance,
    contributors,
    folded,
    half_year,
    month_before,
    quarter,
    quarter_before,
    themes,
)
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Nothing
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

SMALL_TEAMS = "Smaller teams together"


async def look(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Bridge:
    """The month so far, as the ILT reads it."""
    permit(actor, "bridge")
    sees = await viewer(actor, work=work, clock=clock)
    return await of_month(sees.today.replace(day=1), sees, work)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """On the first school morning of a month, the month before: to the ILT, and to all staff."""
    calendar = await work.calendar.whole()
    mornings = [
        calendar.at(day, calendar.morning)
        for day in first_school_days(calendar, calendar.today(after), calendar.today(until))
    ]
    return [one for at in mornings if after < at <= until for one in _letters(at, calendar, work)]


def first_school_days(calendar: SchoolCalendar, first: date, last: date) -> list[date]:
    """The first school day of each month, as far as it lies in that month, from `first` to `last`."""
    found: list[date] = []
    month = first.replace(day=1)
    while month <= last:
        try:
            day = calendar.on_or_after(month)
        except NoSchoolAhead:
            return found
        if first <= day <= last and day.month == month.month:
            found.append(day)
        month = month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
    return found


def _letters(at: datetime, calendar: SchoolCalendar, work: UnitOfWork) -> list[Due]:
    today = calendar.today(at)
    month = month_before(today.replace(day=1))
    return [
        Due(
            key=f"bridge/{month:%Y-%m}/{audience.key}",
            at=at,
            what="What came up and what went down",
            why="the first school day of a month",
            audience=audience,
            act=partial(_tell, month, at, audience == Audience.ilt(), work),
            stale_at=calendar.at(today, calendar.closes_on(today)),
        )
        for audience in (Audience.ilt(), Audience.all_staff())
    ]


async def _tell(month: date, at: datetime, to_ilt: bool, work: UnitOfWork) -> Message | None:
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    sees = Viewer(roster.actor(""), roster, calendar, at)
    found = await of_month(month, sees, work)
    if found.is_empty:
        return None
    return wording.for_ilt(found) if to_ilt else wording.for_staff(found)


async def of_month(month: date, sees: Viewer, work: UnitOfWork) -> Bridge:
    """What there is to tell of a month that began on this day."""
    fewest = (await work.settings.now()).k
    given = [one for one in await _received(month, sees, work) if one.shared]
    this_month = [one for one in given if _month(one, sees) == month]
    counts, other = folded(themes(this_month), fewest)
    decided = await _decided(month, sees, work)
    voices = balance(await heard(sees, work), fewest)
    names = {team.key: team.name for team in sees.roster.teams} | {OTHERS: SMALL_TEAMS}
    since = await _received(month - 60 * A_DAY, sees, work)
    return Bridge(
        month=month,
        received=len(this_month),
        answered=sum(not _waits(one, sees) for one in this_month),
        open=_open([one for one in await work.inputs.unsettled() if one.shared and _waits(one, sees)]),
        decisions=len(decided),
        questions=sum(_begins(one.opened_on) == month for one in await work.campaigns.opened_since(month)),
        nameless=await _nameless(month, sees, work, fewest),
        themes=dict(sorted(counts.items(), key=lambda one: -one[1])),
        other=other,
        examples=await _examples(this_month, sees, work),
        shares=tuple((names[key], share) for key, share in voices.shares),
        balance=voices.index,
        quiet=tuple(names[key] for key in voices.quiet),
        needed=await needed(month, sees, work, fewest),
        loops=loop_rate([one for one in since if one.shared], sees.calendar, sees.today, fewest),
        down=_by_team(decided, sees.roster),
    )


async def needed(month: date, sees: Viewer, work: UnitOfWork, fewest: int) -> Needed | None:
    """The needs of the quarter that ended with this month; None in other months, and in a running one."""
    begins = quarter(month)
    if month.month % 3 or _begins(sees.today) == month:
        return None
    before = quarter_before(begins)
    given = [one for one in await _received(before, sees, work) if one.shared]
    now = contributors([one for one in given if quarter(_month(one, sees)) == begins])
    then = contributors([one for one in given if quarter(_month(one, sees)) == before])
    people, other = folded(now, fewest)
    shown_then, _ = folded(then, fewest)
    changes = {need: people[need] - shown_then[need] for need in people if need in shown_then}
    return Needed(begins, people, other, changes)


async def heard(sees: Viewer, work: UnitOfWork) -> list[TeamVoice]:
    """How often each team was heard this half-year: agenda items, input, and answers to questions."""
    first = half_year(sees.today)
    roster, moment = sees.roster, sees.calendar.at(first, sees.calendar.opens)
    counted = Counter(one.team for one in await work.inputs.received_since(moment) if one.shared)
    counted.update(one.team for one in await work.anonymous.since(first))
    counted.update(one.team for one in await work.campaigns.answers_since(first))
    authors = (roster.team_of(person) for person in await work.voices.items_by(moment))
    counted.update(team.key if team else None for team in authors)
    return [
        TeamVoice(team.key, len(roster.members(team.key)), counted[team.key])
        for team in roster.teams
        if roster.members(team.key)
    ]


async def _received(first: date, sees: Viewer, work: UnitOfWork) -> Sequence[StaffInput]:
    found = await work.inputs.received_since(sees.calendar.at(first, sees.calendar.opens) - A_DAY)
    return [one for one in found if sees.calendar.today(one.received_at) >= first]


def _waits(given: StaffInput, sees: Viewer) -> bool:
    """Whether nothing has come of it yet, an agenda it is on included."""
    return given.awaits_outcome(sees.today) or given.state is InputState.ON_AGENDA


def _open(given: Sequence[StaffInput]) -> tuple[Open, ...]:
    """What waits, by topic, most first; each with where it stands."""
    topics = Counter(one.topic for one in given)
    return tuple(
        Open(topic, count, tuple(Counter(one.board_status for one in given if one.topic is topic).items()))
        for topic, count in topics.most_common()
    )


async def _nameless(month: date, sees: Viewer, work: UnitOfWork, fewest: int) -> int:
    """How many came without a name in the weeks that began in a month; nothing when they are too few."""
    count = sum(_begins(one.week) == month for one in await work.anonymous.since(month))
    return sum(folded({"nameless": count}, fewest)[0].values())


async def _decided(month: date, sees: Viewer, work: UnitOfWork) -> list[tuple[str, ...]]:
    """The teams of each decision that went out in a month."""
    return [
        one.teams
        for one in await work.decisions.register()
        if one.relayed_at is not None and _begins(sees.calendar.today(one.relayed_at)) == month
    ]


def _by_team(decided: Sequence[tuple[str, ...]], roster: Roster) -> tuple[tuple[str, int], ...]:
    counts = Counter(team for teams in decided for team in teams)
    return tuple((team.name, counts[team.key]) for team in roster.teams if counts[team.key])


async def _examples(
    given: Sequence[StaffInput], sees: Viewer, work: UnitOfWork
) -> dict[Topic, tuple[str, ...]]:
    """What was said, in the words that a person wrote for all staff and that they can read already."""
    lines = {one.input: one.said for one in await work.loop.recent(sees.now - 90 * A_DAY) if one.posted_at}
    found: dict[Topic, tuple[str, ...]] = {}
    for one in given:
        if one.id in lines:
            found[one.topic] = (*found.get(one.topic, ()), lines[one.id])
    return found


def _month(given: StaffInput, sees: Viewer) -> date:
    return sees.calendar.today(given.received_at).replace(day=1)


def _begins(day: date | None) -> date | None:
    return day.replace(day=1) if day else None
