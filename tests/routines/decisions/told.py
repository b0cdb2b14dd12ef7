"""Arranging decisions for tests, and the clock that passes them on."""

from datetime import date, time
from typing import Any

from bot.model.calendar import A_DAY
from bot.model.decisions import Decision
from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines import decisions
from bot.routines.timetable import RunDue, Timetable
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL, StillClock
from tests.letters import Posted
from tests.letters import letters as everything_posted

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 10, day) for day in (27, 28, 29, 30))
MONDAY = date(2026, 11, 2)
MORNING = time(7, 45)


def a_decision(helper: str, **changed: Any) -> decisions.RecordDecision:
    """Write-then-talk for Grade 3 and Grade 4, decided on Tuesday 27 October."""
    given: dict[str, Any] = {
        "statement": "Every math block has 3 minutes of writing before talk.",
        "students": "write or draw, then explain to a partner",
        "why": "Peers explained their reasoning in 44% of 25 visits.",
        "teams": ("grade-3", "grade-4"),
        "changes": {"grade-3": "3 minutes more in each block"},
        "change": "Start with one block a day",
        "stops": "The written exit slip on Tuesdays",
        "starts_on": MONDAY,
        "helper": helper,
        "review_on": date(2026, 12, 8),
    }
    return decisions.RecordDecision(**(given | changed))


async def tick(perform: Performer) -> list[str]:
    """Do what decisions have to do by the clock; the keys of what is not about first steps."""
    return [key for key in await tick_for_all(perform) if not is_about_first_steps(key)]


async def tick_for_all(perform: Performer) -> list[str]:
    timetable = Timetable([decisions.due])
    return [one.key for one in await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))]


def is_about_first_steps(key: str) -> bool:
    """What `test_first_steps` is about, and no other test has to count."""
    return key.endswith("/ilt") or "/first-step/" in key or "/ilt/" in key


async def letters(units: UnitsOfWork) -> list[Posted]:
    """Everything in the outbox but what is about first steps, the oldest first."""
    return [one for one in await everything_posted(units) if not is_about_first_steps(one.key)]


async def recorded(
    perform: Performer, clock: StillClock, who: Any, on: date = TUESDAY, **changed: Any
) -> Any:
    """Record a decision at 16:20, as the Math coach."""
    clock.on(on, time(16, 20))
    coach = who("dale-clover")
    return await perform(
        decisions.record, a_decision(changed.pop("helper", coach.person_id), **changed), actor=coach
    )


async def relayed(
    perform: Performer, clock: StillClock, who: Any, on: date = TUESDAY, **changed: Any
) -> Decision:
    """Record a decision and let it go out the morning after (a school day)."""
    kept = await recorded(perform, clock, who, on, **changed)
    clock.on(on + A_DAY, MORNING)
    await tick(perform)
    return kept.telling.decision
