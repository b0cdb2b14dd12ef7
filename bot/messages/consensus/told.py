"""What is said about a consensus check to one person."""

from bot.messages.consensus.cards import came_to, card
from bot.messages.consensus.words import Sheet, button, state_of
from bot.messages.dates import number_of
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph, text
from bot.model.consensus import CheckState, ConsensusCheck

SHOWS_PROGRESS = frozenset({CheckState.VOTING, CheckState.PRESSURE, CheckState.HEARING})
SAVED = "Your vote is in. You can change it until the vote closes."


def voted(sheet: Sheet) -> Message:
    """Only how many are in, for everybody (R-095)."""
    if sheet.check.state is CheckState.VOTING:
        return Message(f"{SAVED} {sheet.cast} of {sheet.eligible} are in.")
    return Message("Your vote was the last. The result stands in the ILT channel.")


def repainted(sheet: Sheet) -> Message | None:
    """The card with the votes counted, while it is open; what came of it is said on its own."""
    return card(sheet) if sheet.check.state in SHOWS_PROGRESS else None


def noted(sheet: Sheet) -> Message:
    return Message("Thank you. It is kept without your name.")


def done(sheet: Sheet) -> Message:
    """To whoever did something with a check that the ILT now reads."""
    return Message(f"{sheet.check.label}: {state_of(sheet.check)}. The ILT reads it in its channel.")


def too_late(check: ConsensusCheck) -> str:
    if check.state is CheckState.PAUSED:
        return f"The vote on {check.label} is paused. Your vote, if you gave one, is kept and hidden."
    return f"The vote on {check.label} has closed. It stands at: {state_of(check)}."


def not_yet(came: int, of: int) -> str:
    return f"You vote last on this one: {came} of {of} others are in. You hear when it is your turn."


def guest(check: ConsensusCheck) -> Message:
    """To somebody whose advice is asked (R-021)."""
    summary = "The ILT asks for your advice"
    told = context(
        "Your vote is advisory: hidden until it closes, then told apart. A lone guest can be guessed."
    )
    return Message(
        summary,
        (paragraph(bold(summary)), paragraph(check.proposal), told, buttons(button("Vote", "vote", check))),
    )


def last(check: ConsensusCheck) -> Message:
    summary = f"All others have voted on {check.label}. Yours is the last."
    return Message(summary, (paragraph(summary), buttons(button("Vote", "vote", check))))


def leader_may(check: ConsensusCheck, fewest: int) -> Message:
    """To the school leader alone."""
    tally = check.last
    bar = f": {came_to(check, tally, fewest)}" if tally else ""
    summary = f"{check.label}: no consensus after {number_of(check.round, 'round')}"
    decide = Button("Decide with reason", "decide-with-reason", {"check": check.id}, emphasis="primary")
    return Message(
        summary,
        (
            paragraph(bold(f"{summary}{bar}")),
            paragraph(check.proposal),
            context("You can decide it, with a written reason that staff read. Else it is parked."),
            buttons(decide),
        ),
        private=True,
    )


def waits(check: ConsensusCheck, *, can_vote: bool, can_see: bool) -> Waiting:
    """One line on Home."""
    line = text(bold(f"{check.label}: {state_of(check)}. "), check.proposal)
    vote = (button("Vote", "vote", check),) if can_vote else ()
    see = (button("See it", "see-check", check),) if can_see else ()
    return Waiting(line, (*vote, *see))
