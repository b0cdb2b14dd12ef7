"""What decisions rest on: staff input and the walkthrough trend, asked of the nouns that own them."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.messages.decisions.words import shortened
from bot.model.calendar import NoSchoolAhead
from bot.model.decisions import Decision
from bot.model.everybody import Roster
from bot.routines import staff_input, walkthroughs
from storage.unit_of_work import UnitOfWork


async def linkable_inputs(work: UnitOfWork) -> Mapping[str, str]:
    """The staff inputs that a decision may have used, by id: the number and the words the ILT knows."""
    given = await staff_input.linkable(work)
    return {one.id: f"{one.label} {shortened(one.words, 12, 70)}" for one in given}


async def trend(work: UnitOfWork, now: datetime) -> str | None:
    """The window whose trend it may rest on; in the first days of a school year there cannot be one yet."""
    try:
        found = await walkthroughs.trend_for_agenda(work, now)
    except NoSchoolAhead:
        return None
    return found.source if found else None


async def credits(decision: Decision, roster: Roster, work: UnitOfWork) -> tuple[str, ...]:
    """Whose input shaped it, of those who agreed to be named."""
    if not decision.inputs:
        return ()
    return tuple(await staff_input.credited(decision.inputs, work=work, roster=roster))


async def window(decision: Decision, work: UnitOfWork) -> tuple[date, date] | None:
    """The first and the last day of the walkthroughs whose trend shaped it."""
    found = await work.walkthroughs.window(decision.window) if decision.window else None
    return (found.opens, found.closes) if found else None


async def tell_the_givers(decision: Decision, *, due_at: datetime, work: UnitOfWork, now: datetime) -> None:
    """Let everybody whose input shaped it hear what became of it (R-117)."""
    if decision.inputs:
        await staff_input.shaped(
            decision.inputs,
            number=decision.label,
            statement=decision.statement,
            decision_id=decision.id,
            due_at=due_at,
            work=work,
            now=now,
        )
