"""What whoever answers staff input reads: cards, the board, and the forms behind the buttons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, days, number_of
from bot.messages.forms import ChoiceField, DateField, Form, Option, TextField
from bot.messages.quarantine import button as flagging
from bot.messages.staff_input.board import STATUSES
from bot.messages.staff_input.shown import NEEDS, REASONS, SEEN_SCOPES, TOPICS, Shown, status, whose
from bot.messages.vocabulary import (
    Button,
    Buttons,
    Heading,
    Message,
    Paragraph,
    Part,
    bold,
    buttons,
    context,
    italic,
    paragraph,
)
from bot.model.quarantine import Thing
from bot.model.staff_input import LONGEST_SEE, LONGEST_SUGGEST, InputState, StaffInput

LONGEST_ANSWER = 1500
LONGEST_WHY = 400
ON_BOARD = 8

LABELS = {
    "answer-input": "Answer",
    "place-input": "Put on the agenda",
    "decline-input": "Not now",
    "route-input": "It is about one team",
    "ask-sender": "Ask the sender",
    "triage-input": "Read, answer later",
    "pass-on-input": "Pass on without the name",
}


@dataclass(frozen=True, slots=True)
class Nudge:
    """One line of a reminder: which input, what it needs, and by when the sender expects a word."""

    label: str
    needs: str


def card(one: Shown) -> Message:
    """The private card with which an input reaches whoever owes the next word."""
    return Message(
        f"Staff input {one.label} waits for you", (*body(one), actions(one), promise(one)), private=True
    )


def body(one: Shown) -> tuple[Part, ...]:
    since = f" {STATUSES[one.board]} since {days(one.board_days)}." if one.board_days else ""
    return (*said_in(one), context(f"{whose(one)}, {day(one.received_on)}.{since}"))


def said_in(one: Shown) -> tuple[Paragraph, ...]:
    """What the input says, without whom it comes from."""
    heading = paragraph(bold(f"{one.label}: {TOPICS[one.topic]}"), f"  ({SEEN_SCOPES[one.scope]})")
    return (heading, paragraph(one.see), *(paragraph(bold(f"{name}: "), words) for name, words in _more(one)))


def _more(one: Shown) -> Iterator[tuple[str, str]]:
    """What else is known of it, each with its name."""
    said = {
        "What would help": one.suggest,
        "What is needed": ", ".join(NEEDS[need] for need in one.needs),
        "The sender was asked": one.asked,
        "The sender replied": one.replied,
    }
    yield from ((name, words) for name, words in said.items() if words)


def actions(one: Shown) -> Buttons:
    verbs = [verb for verb in LABELS if verb in one.may]
    first = {verbs[0]: "primary"} if verbs else {}
    return buttons(
        *(
            Button(LABELS[verb], verb, {"input": one.id}, emphasis="primary" if verb in first else "normal")
            for verb in verbs
        ),
        flagging(Thing.INPUT, one.id),
    )


def promise(one: Shown) -> Part:
    if one.state in (InputState.RECEIVED, InputState.PASSED_ON):
        return context(f"The sender was promised to hear what became of it by {day(one.promised_by)}.")
    return context(f"{status(one)}. Now it needs a next step.")


def board(shown: Sequence[Shown]) -> Message:
    """Every input that this person may see and that is not settled: theirs to answer first."""
    if not shown:
        said = "No staff input waits here. When some comes, you get a card."
        return Message(said, (paragraph(said),), private=True)
    said = f"{number_of(len(shown), 'staff input')} open"
    parts: list[Part] = [Heading(said)]
    for one in shown[:ON_BOARD]:
        parts += [
            *body(one),
            actions(one) if one.may else context(f"{status(one)}. {one.owner} looks after it."),
        ]
    if len(shown) > ON_BOARD:
        parts.append(context(f"And {len(shown) - ON_BOARD} more. They move up as you answer these."))
    return Message(said, tuple(parts), private=True)


def answer_form(one: Shown, values: Mapping[str, object]) -> Form:
    return Form(
        title=f"Answer {one.label}",
        submit="Send the answer",
        pieces=(
            *said_in(one),
            TextField("answer", "Your answer", multiline=True, max_length=LONGEST_ANSWER),
            context("The sender gets these words with your name, in a private message."),
        ),
    )


def decline_form(prepared: tuple[Shown, date | None], values: Mapping[str, object]) -> Form:
    one, again = prepared
    return Form(
        title=f"Not now: {one.label}",
        submit="Tell the sender",
        pieces=(
            *said_in(one),
            ChoiceField("reason", "Why?", tuple(Option(str(key), said) for key, said in REASONS.items())),
            TextField(
                "why",
                "Say it in a line",
                max_length=LONGEST_WHY,
                hint="Who decides it, which decision it was, what comes first, or what we have seen.",
            ),
            DateField(
                "look_again",
                "When do we look at it again?",
                initial=again,
                optional=True,
                hint="Leave it empty when it is closed for good.",
            ),
            context("The sender gets the reason, your line and the date, with your name."),
        ),
    )


def pass_on_form(prepared: tuple[Shown, str], values: Mapping[str, object]) -> Form:
    one, to = prepared
    return Form(
        title=f"Pass on {one.label}",
        submit="Pass it on",
        pieces=(
            context(
                f"{to} gets these words without the sender's name. Change what could give the sender away."
            ),
            TextField("see", "What is seen", multiline=True, max_length=LONGEST_SEE, initial=one.see),
            TextField(
                "suggest",
                "What would help",
                multiline=True,
                max_length=LONGEST_SUGGEST,
                initial=one.suggest,
                optional=True,
            ),
        ),
    )


def settled(one: Shown) -> Message:
    """What the person who gave an outcome reads."""
    said = f"Done. {one.label}: {status_of(one)}. The sender is told in a private message."
    return Message(said, (paragraph(said),), private=True)


def repainted(one: Shown) -> Message:
    """What becomes of the card whose button was pressed: who did what, and no buttons."""
    last: list[Part] = [paragraph(bold(f"{status_of(one)}."))]
    if one.outcome:
        last.append(paragraph(italic(one.outcome)))
    return Message(f"Staff input {one.label} is looked after", (*body(one), *last), private=True)


def status_of(one: Shown) -> str:
    """The status for somebody other than the sender."""
    if one.state is InputState.PASSED_ON:
        return f"Passed on to {one.owner}, without the sender's name"
    if one.state is InputState.ON_AGENDA and one.outcome_by:
        return f"{status(one)}, put there by {one.outcome_by}"
    if one.state is InputState.DECLINED and one.look_again:
        return f"{status(one)}; look again on {day(one.look_again)}"
    return status(one)


def nudge(given: StaffInput, morning: date, promised_by: date) -> Nudge:
    """What an input needs on a morning, without any of its words."""
    if given.state is InputState.ON_AGENDA and given.meeting_on:
        return Nudge(given.label, f"it was on the agenda for {day(given.meeting_on)}. What came of it?")
    if given.state is InputState.DECLINED:
        return Nudge(given.label, "you said we would look at it again now.")
    if morning > promised_by:
        return Nudge(given.label, f"late. The sender was promised a word by {day(promised_by)}.")
    return Nudge(given.label, f"ten school days are promised; this one has until {day(promised_by)}.")


def reminder(nudges: Sequence[Nudge]) -> Message:
    """One message for all inputs that need this person this morning."""
    count = number_of(len(nudges), "staff input")
    said = f"{count} {'waits' if len(nudges) == 1 else 'wait'} for your answer"
    lines = tuple(paragraph(bold(one.label), f": {one.needs}") for one in nudges)
    see = buttons(Button("Show what waits", "inputs", emphasis="primary"))
    return Message(said, (paragraph(f"{said}."), *lines, see), private=True)
