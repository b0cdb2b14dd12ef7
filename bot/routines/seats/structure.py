"""Grades that have no team: an agenda item each quarter, until there is one (R-020)."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from bot.model.agenda_items import Outcome, Provenance, Suggestion
from bot.model.audiences import Audience
from bot.model.coverage import named, without_a_team
from bot.routines.meetings import put_on_agenda, take_off
from bot.routines.meetings.suggestions import plan_of
from bot.routines.seats.sheets import Chairs
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

QUARTERS = (9, 12, 3, 6)
SOURCE = "establish-team:"


async def due(seen: Chairs, firsts: Sequence[date], work: UnitOfWork) -> list[Due]:
    """What is missing on the first school day of a quarter's month; and what is there again, at once."""
    if not seen.settings.grades:
        return []
    missing = without_a_team(seen.roster, seen.settings.grades)
    looks = [_establish(first, missing, seen, work) for first in firsts if first.month in QUARTERS]
    return [*(looks if missing else []), *await _settled(seen, missing, work)]


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
