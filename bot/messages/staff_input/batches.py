"""What whoever answers reads of anonymous input: news of a batch, cards, forms, the public answer."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.messages.dates import day, number_of
from bot.messages.forms import ChoiceField, DateField, Form, Option, TextField
from bot.messages.quarantine import button as flagging
from bot.messages.staff_input.anonymous import HONEST, ShownAnonymous, plain, scope_and_group, status, words
from bot.messages.staff_input.shown import REASONS, TOPICS
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
    paragraph,
)
from bot.model.quarantine import Thing
from bot.model.staff_input import LONGEST_PUBLIC

ON_BOARD = 8
LONGEST_TITLE = 120
LONGEST_WHY = 400
LABELS = {
    "answer-anonymous": "Answer publicly",
    "place-anonymous": "Put on the agenda",
    "decline-anonymous": "Not now",
    "route-anonymous": "It is about one team",
}
NOBODY_IS_TOLD = "The sender reads it with the code. I cannot notify anybody: I do not know who it is."
OWN_WORDS = "In your own words: a quote or a detail could give the sender away."


def news(fresh: int, owed: int) -> Message:
    """A batch is there, or older ones still wait; never which came when."""
    lines = []
    if fresh:
        lines.append(f"{number_of(fresh, 'anonymous input')} came in.")
    if owed > fresh:
        lines.append(f"{number_of(owed, 'anonymous input')} {'waits' if owed == 1 else 'wait'} for a word.")
    line = " ".join(lines)
    show = buttons(Button("Show anonymous input", "anonymous", emphasis="primary"))
    return Message(line, (paragraph(line), show, context(HONEST)), private=True)


def board(shown: Sequence[ShownAnonymous]) -> Message:
    """All that waits for a word, in no order of time."""
    if not shown:
        return plain("No anonymous input waits here. What comes in reaches you in mixed batches.")
    title = f"{number_of(len(shown), 'anonymous input')} open"
    parts: list[Part] = [Heading(title)]
    for one in shown[:ON_BOARD]:
        parts += [*card(one), actions(one)]
    if len(shown) > ON_BOARD:
        parts.append(context(f"And {len(shown) - ON_BOARD} more. They move up as you answer these."))
    return Message(title, (*parts, context(HONEST)), private=True)


def card(one: ShownAnonymous) -> tuple[Part, ...]:
    return (*said(one), context(status(one)))


def said(one: ShownAnonymous) -> tuple[Paragraph, ...]:
    """Its topic and its words."""
    heading = paragraph(bold(f"{one.label}: {TOPICS[one.topic]}"), f"  ({scope_and_group(one)})")
    return (heading, *words(one))


def actions(one: ShownAnonymous) -> Buttons:
    first = next((verb for verb in LABELS if verb in one.may), None)
    return buttons(
        *(
            Button(LABELS[verb], verb, {"input": one.id}, emphasis="primary" if verb == first else "normal")
            for verb in LABELS
            if verb in one.may
        ),
        flagging(Thing.ANONYMOUS, one.id),
    )


def answer_form(one: ShownAnonymous, values: Mapping[str, object]) -> Form:
    return Form(
        title="Answer publicly",
        submit="Post for all staff",
        pieces=(
            *said(one),
            ChoiceField(
                "kind",
                "What is it?",
                (
                    Option("answer", "An answer", "It closes the input"),
                    Option("question", "A question", "The sender may add to it once, with the code"),
                ),
                initial="answer",
                style="buttons",
            ),
            TextField("about", "What was said", max_length=LONGEST_PUBLIC, multiline=True, hint=OWN_WORDS),
            TextField("words", "Your answer or question", max_length=LONGEST_PUBLIC, multiline=True),
            context("Both are posted for all staff with your name. ", NOBODY_IS_TOLD),
        ),
    )


def place_form(one: ShownAnonymous, values: Mapping[str, object]) -> Form:
    return Form(
        title="Put on the agenda",
        submit="Put it there",
        pieces=(
            *said(one),
            TextField("title", "What the item is called", max_length=LONGEST_TITLE, hint=OWN_WORDS),
            context("Everybody can read the title; only the ILT reads the input. ", NOBODY_IS_TOLD),
        ),
    )


def decline_form(prepared: tuple[ShownAnonymous, date | None], values: Mapping[str, object]) -> Form:
    one, again = prepared
    return Form(
        title="Not now",
        submit="Keep it",
        pieces=(
            *said(one),
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
            context(NOBODY_IS_TOLD),
        ),
    )


def published(about: str, words: str, by: str, *, is_question: bool) -> Message:
    """What all staff read; nothing in it was written by the sender."""
    title = f"{by} {'asks about' if is_question else 'answers'} something said without a name"
    parts: list[Part] = [
        paragraph(bold(f"{title}.")),
        paragraph(bold("You said: "), about),
        paragraph(bold("We ask: " if is_question else "We answer: "), words),
    ]
    if is_question:
        parts.append(context("If it was you: type /ilt status with your code, and add to it there."))
    return Message(f"{title}.", tuple(parts))


def settled(one: ShownAnonymous) -> Message:
    """What the person who dealt with it reads."""
    return plain(f"Done. {one.label}: {outcome(one)} {NOBODY_IS_TOLD}")


def repainted(one: ShownAnonymous) -> Message:
    title = f"{one.label} is looked after"
    return Message(title, (paragraph(bold(f"{title}. "), outcome(one)),), private=True)


def outcome(one: ShownAnonymous) -> str:
    if one.meeting_on and one.state == "on_agenda":
        return f"On the ILT agenda for {day(one.meeting_on)}."
    return "Your question is posted." if one.asked and one.state == "received" else status(one).rstrip(":")
