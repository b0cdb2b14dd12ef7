"""Proposing a learning cycle, and the answers to it."""

from bot.messages.cycles.view import (
    ASKS,
    BETWEEN_US,
    PHASES,
    CycleView,
    agree_buttons,
    dates,
    goal,
    length,
    private,
)
from bot.messages.dates import day
from bot.messages.vocabulary import Heading, Message, Part, bold, buttons, context, paragraph
from bot.model.cycles import CycleState


def proposal(view: CycleView) -> Message:
    """What the one who is asked reads."""
    said = f"{view.other} would like to go through a learning cycle with you: {length(view)}."
    return private(
        Heading("A learning cycle together?"),
        paragraph(said),
        goal(view.cycle),
        dates(view),
        buttons(*agree_buttons(view.cycle)),
        context(f"Nothing begins before you agree. {BETWEEN_US}"),
    )


def proposed(view: CycleView) -> Message:
    """What the one who proposed reads at once."""
    said = f"Proposed to {view.other}: {length(view)}."
    return private(
        paragraph(said),
        dates(view),
        context(f"It begins when {view.other} agrees. You will hear either way."),
    )


def unanswered(view: CycleView) -> Message:
    """The one reminder both get of a proposal that is not answered."""
    if view.waits_for_me:
        when = day(view.cycle.proposed_on)
        said = f"{view.other} proposed a learning cycle with you on {when}: {length(view)}."
        after = "It stays proposed until you answer."
        return private(paragraph(said), goal(view.cycle), buttons(*agree_buttons(view.cycle)), context(after))
    said = f"The learning cycle you proposed on {day(view.cycle.proposed_on)} is still open."
    return private(paragraph(said), context("It stays proposed. A word in the hallway may help."))


def agreed(view: CycleView) -> Message:
    """What both read once both have agreed."""
    parts: list[Part] = [
        Heading("Your learning cycle"),
        paragraph(f"You and {view.other} have agreed: {length(view)}."),
        goal(view.cycle),
        dates(view),
    ]
    if view.next:
        name, due = view.next.phase.name, view.next.due
        parts.append(paragraph(bold(f"Next: {PHASES[name].lower()}, by {day(due)}. "), ASKS[name]))
    after = "I will remind you two school days before each day, and once after it if it is not done."
    return private(*parts, context(f"{after} {BETWEEN_US}"))


def agreed_reply(view: CycleView) -> Message:
    said = f"Agreed. Your learning cycle with {view.other} begins on {day(view.cycle.begins)}."
    return private(paragraph(said), context("The days are in your messages."))


def declined(view: CycleView) -> Message:
    """What the other reads when a cycle is not wanted, taken back or ended early."""
    if view.cycle.state is CycleState.ENDED:
        said = f"{view.other} has ended your learning cycle."
        return private(paragraph(said), context("No more reminders come. /ilt cycle opens another."))
    if view.cycle.opened_by == view.person:
        said = f"{view.other} would rather not go through this learning cycle."
        return private(
            paragraph(said), context("Talk about what would fit better. /ilt cycle proposes another.")
        )
    return private(paragraph(f"{view.other} has taken the learning cycle back. There is nothing to answer."))


def partner_left(view: CycleView) -> Message:
    """What the remaining one of the two reads when the other has left the school."""
    return private(
        paragraph(f"{view.other} has left, so your learning cycle has ended. No more reminders come."),
        context("What the two of you wrote stays closed: nobody else can read it. /ilt cycle opens another."),
    )


def declined_reply(view: CycleView) -> Message:
    ended = view.cycle.state is CycleState.ENDED
    said = "The learning cycle is ended." if ended else "This learning cycle will not begin."
    return private(paragraph(said), context(f"{view.other} is told. /ilt cycle opens another."))
