"""What learning cycles are reminded of: an unanswered proposal, and each phase before and after its day."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from bot.messages import cycles as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.cycles import ANSWER_WITHIN, Cycle, CycleState, Phase, PhaseName, Planned, plan
from bot.ports import Clock
from bot.routines.cycles.sheets import phase_view, setting, view_of
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

DAYS_BEFORE = 2
DAYS_AFTER = 1
USEFUL_FOR = timedelta(days=4)


@dataclass(frozen=True)
class Notice:
    """A day on which one person is reminded of one phase, and why."""

    kind: str
    day: date
    person: str
    why: str


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The reminders of open cycles between two moments."""
    calendar = await work.calendar.whole()
    cycles = await work.cycles.open_cycles()
    phases = await work.cycles.phases([cycle.id for cycle in cycles])
    found: list[Due] = []
    for cycle in cycles:
        if cycle.state is CycleState.PROPOSED:
            found += _unanswered(cycle, calendar, work, until)
        else:
            found += _reminders(cycle, phases[cycle.id], calendar, work, until)
    return [one for one in found if after < one.at <= until]


def _unanswered(cycle: Cycle, calendar: SchoolCalendar, work: UnitOfWork, now: datetime) -> Iterator[Due]:
    day = shifted(calendar, cycle.proposed_on, ANSWER_WITHIN)
    if day is None:
        return
    at = calendar.at(day, calendar.morning)
    for person in cycle.pair:
        yield Due(
            key=f"cycles/{cycle.id}/unanswered/{day}/{person}",
            at=at,
            what="Learning cycle without an answer",
            why=f"{ANSWER_WITHIN} school days after it was proposed",
            audience=Audience.person(person),
            act=partial(_say_unanswered, cycle, person, work, now),
            stale_at=at + USEFUL_FOR,
            reason=f"cycle-proposal:{cycle.id}",
        )


def _reminders(
    cycle: Cycle, phases: Sequence[Phase], calendar: SchoolCalendar, work: UnitOfWork, now: datetime
) -> Iterator[Due]:
    for one in plan(cycle, phases, calendar):
        if one.is_done:
            continue
        for notice in _notices(cycle, one, calendar):
            at = calendar.at(notice.day, calendar.morning)
            yield Due(
                key=f"cycles/{one.phase.id}/{one.due}/{notice.kind}/{notice.day}/{notice.person}",
                at=at,
                what="Learning cycle reminder",
                why=notice.why,
                audience=Audience.person(notice.person),
                act=partial(_remind, cycle, one.phase, notice.person, work, now),
                stale_at=at + USEFUL_FOR,
                group=f"cycles/{one.phase.id}/{notice.person}",
                reason=f"cycle-phase:{one.phase.id}/{one.due}",
            )


def _notices(cycle: Cycle, one: Planned, calendar: SchoolCalendar) -> Iterator[Notice]:
    """Two school days before and one after, from the day after the phase was agreed on; and snoozed ones."""
    people = cycle.pair if one.phase.name is PhaseName.OBSERVATION else (cycle.lead,)
    days = {
        "before": (shifted(calendar, one.due, -DAYS_BEFORE), f"{DAYS_BEFORE} school days before it is due"),
        "after": (shifted(calendar, one.due, DAYS_AFTER), "the school day after it was due"),
    }
    for kind, (day, why) in days.items():
        if day is not None and (one.phase.since is None or day > one.phase.since):
            yield from (Notice(kind, day, person, why) for person in people)
    for person, day in one.phase.snoozed.items():
        yield Notice("snoozed", shifted(calendar, day, 0) or day, person, "snoozed for a day")


def shifted(calendar: SchoolCalendar, day: date, school_days: int) -> date | None:
    """The day so many school days away (none away: `day` or the next one); None after the year's end."""
    try:
        return calendar.shift(day, school_days) if school_days else calendar.on_or_after(day)
    except NoSchoolAhead:
        return None


async def _say_unanswered(cycle: Cycle, person: str, work: UnitOfWork, now: datetime) -> Message:
    seen = await setting(work, now)
    return wording.unanswered(await view_of(cycle, person, work=work, seen=seen))


async def _remind(cycle: Cycle, phase: Phase, person: str, work: UnitOfWork, now: datetime) -> Message:
    seen = await setting(work, now)
    return wording.reminder(await phase_view(cycle, phase, person, work=work, seen=seen))


async def proposal_stands(cycle_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether a proposal still waits for its answer."""
    cycle = await work.cycles.cycle(cycle_id)
    return cycle is not None and cycle.state is CycleState.PROPOSED


async def phase_stands(named: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether a phase is still open and due on the day the reminder speaks of."""
    phase_id, _, due_on = named.partition("/")
    phase = await work.cycles.phase(phase_id)
    cycle = await work.cycles.cycle(phase.cycle) if phase else None
    if phase is None or cycle is None or cycle.state is not CycleState.ACTIVE or phase.done_on:
        return False
    calendar = await work.calendar.whole()
    planned = plan(cycle, (await work.cycles.phases([cycle.id]))[cycle.id], calendar)
    return any(one.phase is phase and one.due.isoformat() == due_on for one in planned)


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "cycle-proposal": proposal_stands,
    "cycle-phase": phase_stands,
}
