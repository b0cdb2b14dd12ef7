"""The phases of a learning cycle: done, later, or on another day."""

from datetime import date
from typing import Literal

from bot.errors import OutOfDate, Refusal
from bot.messages import cycles as wording
from bot.messages.cycles.forms import TimeSheet
from bot.messages.cycles.view import PhaseView
from bot.messages.dates import day
from bot.model.calendar import NoSchoolAhead
from bot.model.cycles import Cycle, CycleOutcome, CycleState, Phase, PhaseName
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.cycles.opening import answered
from bot.routines.cycles.sheets import Setting, phase_of, phase_view, setting, tell, view_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

A_LITTLE_MORE = 3
"""School days that are suggested when somebody needs more time."""


async def _open_phase(phase_id: str, verb: str, actor: Actor, work: UnitOfWork) -> tuple[Cycle, Phase]:
    cycle, phase = await phase_of(phase_id, verb, actor=actor, work=work)
    if cycle.state is not CycleState.ACTIVE:
        raise OutOfDate(answered(cycle))
    if phase.done_on is not None:
        raise OutOfDate(
            f"This phase is done already, since {day(phase.done_on)}. /ilt cycle shows what is next."
        )
    return cycle, phase


class FinishPhase(Command):
    """A phase is done; the reflection says how the goal came out."""

    phase: str
    outcome: CycleOutcome | None = None


async def finish(command: FinishPhase, *, actor: Actor, work: UnitOfWork, clock: Clock) -> PhaseView:
    """Mark the phase done; with the last one the cycle is closed, and both are told."""
    cycle, phase = await _open_phase(command.phase, "finish-phase", actor, work)
    if phase.name is PhaseName.REFLECTION:
        if command.outcome is None:
            raise Refusal("Say how the goal came out: Met, Partly or Not yet. /ilt cycle has the buttons.")
        cycle.outcome = command.outcome
    seen = await setting(work, clock.now())
    phase.done_on = seen.today
    phase.keep()
    shown = await phase_view(cycle, phase, actor.person_id, work=work, seen=seen)
    if shown.view.next is None:
        cycle.state = CycleState.CLOSED
        await _tell_closed(cycle, actor, work, seen)
    return shown


async def _tell_closed(cycle: Cycle, actor: Actor, work: UnitOfWork, seen: Setting) -> None:
    for person in cycle.pair:
        view = await view_of(cycle, person, work=work, seen=seen)
        at = seen.now if person == actor.person_id else seen.at_work()
        await tell(person, wording.closed(view), f"{cycle.id}/closed/{person}", work=work, at=at)


class SnoozePhase(Command):
    phase: str


async def snooze(command: SnoozePhase, *, actor: Actor, work: UnitOfWork, clock: Clock) -> PhaseView:
    """Remind this person once more on the next school morning."""
    cycle, phase = await _open_phase(command.phase, "snooze-phase", actor, work)
    seen = await setting(work, clock.now())
    try:
        again = seen.calendar.today(seen.calendar.next_morning(seen.now))
    except NoSchoolAhead as error:
        raise Refusal("There is no school day left to remind you on. Mark it done when it is.") from error
    phase.snooze(actor.person_id, again)
    return await phase_view(cycle, phase, actor.person_id, work=work, seen=seen)


class OpenTimeForm(Question):
    """The form that asks for another day."""

    phase: str


async def time_form(question: OpenTimeForm, *, actor: Actor, work: UnitOfWork, clock: Clock) -> TimeSheet:
    cycle, phase = await _open_phase(question.phase, "need-time", actor, work)
    seen = await setting(work, clock.now())
    shown = await phase_view(cycle, phase, actor.person_id, work=work, seen=seen)
    latest = cycle.last_day(seen.calendar)
    try:
        later = seen.calendar.shift(max(shown.planned.due, seen.today), A_LITTLE_MORE)
    except NoSchoolAhead:
        later = latest
    return TimeSheet(shown, min(later, latest), latest)


class AskForTime(Command):
    phase: str
    due: date


async def ask_for_time(command: AskForTime, *, actor: Actor, work: UnitOfWork, clock: Clock) -> PhaseView:
    """Ask the other one for a new day; until they agree nothing moves."""
    cycle, phase = await _open_phase(command.phase, "need-time", actor, work)
    seen = await setting(work, clock.now())
    shown = await phase_view(cycle, phase, actor.person_id, work=work, seen=seen)
    _check_day(command.due, shown, seen)
    phase.ask(actor.person_id, command.due)
    other = cycle.other(actor.person_id)
    asking = await phase_view(cycle, phase, other, work=work, seen=seen)
    key = f"{cycle.id}/{phase.name}/asked/{command.due}/{seen.now:%Y%m%dT%H%M%S}"
    await tell(other, wording.asks_for_time(asking), key, work=work, at=seen.at_work())
    return await phase_view(cycle, phase, actor.person_id, work=work, seen=seen)


def _check_day(wanted: date, shown: PhaseView, seen: Setting) -> None:
    latest = shown.view.cycle.last_day(seen.calendar)
    if wanted < seen.today:
        raise Refusal("This day is past. Choose today or a later day.", field="due")
    if wanted == shown.planned.due:
        raise Refusal(f"It is due on {day(wanted)} already. Choose another day.", field="due")
    if wanted > latest:
        raise Refusal(
            f"That is beyond five weeks of school. {day(latest)} is the last day for this cycle: "
            "choose that day or an earlier one, or close the cycle as not yet and open another.",
            field="due",
        )
    if not seen.calendar.is_school_day(wanted):
        following = seen.calendar.on_or_before(wanted)
        raise Refusal(
            f"There is no school on {day(wanted)}. The school day before is {day(following)}.", field="due"
        )


class AnswerDate(Command):
    """The answer to a day that was asked for; `due` is that day, as the button showed it."""

    phase: str
    due: date
    answer: Literal["agree", "keep"]


async def answer_date(command: AnswerDate, *, actor: Actor, work: UnitOfWork, clock: Clock) -> PhaseView:
    """Move the phase to the day that was asked for, or keep the one it has; whoever asked is told."""
    cycle, phase = await _open_phase(command.phase, "agree-date", actor, work)
    asker = phase.asked_by
    if asker is None or phase.asked_due != command.due:
        raise OutOfDate("This was answered or changed already. /ilt cycle shows the days as they stand.")
    seen = await setting(work, clock.now())
    if asker == actor.person_id:
        raise Refusal(f"You asked for this day. It waits for {seen.roster.name(cycle.other(asker))}.")
    agreed = command.answer == "agree"
    if agreed and command.due < seen.today:
        raise OutOfDate(f"{day(command.due)} is past by now. Ask for another day: /ilt cycle.")
    if agreed:
        phase.agree(seen.today)
    else:
        phase.keep()
    told = await phase_view(cycle, phase, asker, work=work, seen=seen)
    key = f"{cycle.id}/{phase.name}/answered/{command.due}/{seen.now:%Y%m%dT%H%M%S}"
    await tell(asker, wording.date_answered(told, agreed=agreed), key, work=work, at=seen.at_work())
    return await phase_view(cycle, phase, actor.person_id, work=work, seen=seen)
