"""Reminders of a phase, and what people answer to them."""

from bot.messages.cycles.view import (
    ASKS,
    LEADER_ASKS,
    OUTCOMES,
    PHASES,
    CycleView,
    PhaseView,
    date_buttons,
    dates,
    done_buttons,
    goal,
    private,
)
from bot.messages.dates import day
from bot.messages.vocabulary import Button, Heading, Message, bold, buttons, context, paragraph
from bot.model.cycles import PhaseName


def reminder(seen: PhaseView) -> Message:
    """The same words before and after the day, true on the day they are read."""
    phase, view = seen.planned.phase, seen.view
    values = {"phase": phase.id}
    return private(
        paragraph(bold(f"{due(seen)} "), asks(seen)),
        paragraph(f"Your goal: {view.cycle.goal}"),
        buttons(
            *done_buttons(seen.planned),
            Button("Snooze 1 day", "snooze-phase", values),
            Button("Need more time", "need-time", values),
        ),
        context(f"Your learning cycle with {view.other}."),
    )


def due(seen: PhaseView) -> str:
    """ "Learning is due on Fri, Nov 20.", said on the day it is read."""
    on, today = seen.planned.due, seen.view.today
    if on == today:
        return f"{seen.name} is due today."
    return f"{seen.name} {'is' if on > today else 'was'} due on {day(on)}."


def asks(seen: PhaseView) -> str:
    leads = seen.view.person == seen.view.cycle.lead
    observes = seen.planned.phase.name is PhaseName.OBSERVATION and not leads
    return LEADER_ASKS if observes else ASKS[seen.planned.phase.name]


def finished_reply(seen: PhaseView) -> Message:
    view = seen.view
    if view.cycle.outcome is not None and view.next is None:
        return private(paragraph(f"{seen.name} is done, and with it the cycle: {outcome(view)}."))
    done = f"{seen.name} is done."
    if view.next is None:
        return private(paragraph(done))
    upcoming = f"Next: {PHASES[view.next.phase.name].lower()}, by {day(view.next.due)}."
    return private(paragraph(f"{done} {upcoming}"))


def outcome(view: CycleView) -> str:
    return OUTCOMES[view.cycle.outcome].lower() if view.cycle.outcome else "no outcome said"


def closed(view: CycleView) -> Message:
    """What both read when all four phases are done."""
    said = f"Your learning cycle with {view.other} is closed. The goal: {outcome(view)}."
    return private(
        Heading("A learning cycle is done"),
        paragraph(said),
        goal(view.cycle),
        dates(view),
        buttons(Button("Open another", "open-cycle")),
        context("What comes next is for the two of you: a new goal, more of this one, or a pause."),
    )


def snoozed_reply(seen: PhaseView) -> Message:
    until = seen.planned.phase.snoozed.get(seen.view.person)
    again = f" I will remind you again on {day(until)} in the morning." if until else ""
    return private(paragraph(f"{due(seen)}{again}"))


def asks_for_time(seen: PhaseView) -> Message:
    """What the other reads."""
    until = day(seen.planned.due)
    said = f"{seen.view.other} needs more time for {seen.name.lower()}: {wanted(seen)}, not {until}."
    return private(
        paragraph(said),
        buttons(*date_buttons(seen.planned)),
        context(f"Until you answer, it stays {until}. Reminders follow the day you agree on."),
    )


def asked_reply(seen: PhaseView) -> Message:
    until = f"Until they agree, {seen.name.lower()} is due on {day(seen.planned.due)}."
    return private(paragraph(f"You asked {seen.view.other} for {wanted(seen)}. {until}"))


def wanted(seen: PhaseView) -> str:
    asked = seen.planned.phase.asked_due
    return day(asked) if asked else "another day"


def date_answered(seen: PhaseView, *, agreed: bool) -> Message:
    """What the one who asked reads."""
    stands = day(seen.planned.due)
    if agreed:
        return private(paragraph(f"{seen.view.other} agreed: {seen.name.lower()} is now due on {stands}."))
    return private(
        paragraph(f"{seen.view.other} would like to keep {stands} for {seen.name.lower()}."),
        context("Talk about it when you see each other, or ask for another day."),
    )


def date_reply(seen: PhaseView) -> Message:
    return private(
        paragraph(f"{seen.name} is due on {day(seen.planned.due)}. {seen.view.other} is told."),
        context("Reminders follow this day."),
    )
