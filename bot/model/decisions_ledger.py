"""The ledger of what decisions take and free: minutes a month, for one person in each team (R-097)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.model.calendar import A_DAY, SchoolCalendar
from bot.model.decisions import LASTING, Decision, DecisionState
from bot.model.decisions_record import minutes_of

SCHOOL_WEEK = 5
WAS_IN_FORCE = frozenset(
    {
        *LASTING,
        DecisionState.SUPERSEDED,
        DecisionState.REVERSED,
        DecisionState.EXPIRED,
    }
)


def months_from(today: date, many: int) -> list[date]:
    """The first day of this month, and of the months before it, oldest first."""
    found = [today.replace(day=1)]
    while len(found) < many:
        found.append((found[-1] - A_DAY).replace(day=1))
    return found[::-1]


def month_after(first: date) -> date:
    return (first + 31 * A_DAY).replace(day=1)


def ended_on(decision: Decision, known: Iterable[Decision], calendar: SchoolCalendar) -> date | None:
    """The day from which it is not in force any more: it was paused, it ended, or another took its place."""
    if decision.state is DecisionState.SUPERSEDED:
        later = (one.relayed_at for one in known if one.replaces == decision.id and one.relayed_at)
        return min((calendar.today(at) for at in later), default=decision.starts_on)
    return decision.news_on if decision.state is not DecisionState.RELAYED else None


def minutes_in(month: date, team: str, decisions: Sequence[Decision], calendar: SchoolCalendar) -> int:
    """Minutes that all decisions together take from one person of a team in a month, in whole minutes.

    A week of school is five school days; days off count for nothing. Less than nothing means time is freed.
    """
    total = 0.0
    for decision in decisions:
        weekly = minutes_of(decision, team) if team in decision.teams else None
        if not weekly or decision.state not in WAS_IN_FORCE:
            continue
        end = ended_on(decision, decisions, calendar) or month_after(month)
        last = min(end, month_after(month)) - A_DAY
        first = max(month, decision.starts_on)
        if first <= last:
            total += weekly * len(list(calendar.school_days(first, last))) / SCHOOL_WEEK
    return round(total)


def net_minutes(
    decisions: Sequence[Decision], teams: Sequence[str], months: Sequence[date], calendar: SchoolCalendar
) -> Mapping[str, tuple[int, ...]]:
    """The figures of each team that any decision takes or frees minutes of, one for each month."""
    rows = {team: tuple(minutes_in(month, team, decisions, calendar) for month in months) for team in teams}
    return {team: row for team, row in rows.items() if any(row)}
