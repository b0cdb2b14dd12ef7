"""Letting time pass after a decision went out, in virtual days."""

from datetime import date, time
from typing import Any

from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines import decisions, relay
from bot.routines.timetable import RunDue, Timetable
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL, StillClock
from tests.letters import Posted, letters
from tests.routines.decisions.told import relayed

TENTH_DAY = date(2026, 11, 16)
"""Ten school days after Monday 2 November."""


async def tick(perform: Performer) -> list[str]:
    timetable = Timetable([decisions.due, relay.due])
    return [one.key for one in await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))]


async def of(units: UnitsOfWork, prefix: str) -> list[Posted]:
    return [one for one in await letters(units) if one.key.startswith(f"relay/{prefix}")]


async def asked(
    perform: Performer, clock: StillClock, who: Any, units: UnitsOfWork, *teams: str
) -> tuple[Any, str]:
    """A decision that was asked about on its tenth day; the round's id."""
    decision = await relayed(perform, clock, who, teams=teams, changes={})
    clock.on(TENTH_DAY, time(7, 45))
    await tick(perform)
    async with units.reading(SCHOOL) as work:
        (one,) = await work.relay.open_rounds()
    return decision, one.id
