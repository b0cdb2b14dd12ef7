"""Two taps and two lines at the end of a meeting, and what comes of them (R-051)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.messages import dates
from bot.messages.forms import ChoiceField, Form, Option, TextField
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.closing import SCALE, Closing, ClosingMeans, Touched

NOT_ENOUGH = "Not enough answers yet."
WORTH, CHANGE = "Worth our time?", "Will something change in classrooms?"
LINE, PLEDGE = 200, 200
FEW = "fewer than can be told"
ANSWERS = ("Not really", "Somewhat", "Mostly", "Very much")


@dataclass(frozen=True)
class Closed:
    """A closed question, with the smallest group of which anything is told."""

    closing: Closing
    on: date
    fewest: int


def asking(day: date) -> Message:
    """To each member right after the meeting: what they will do, and how it was, in one message."""
    values = {"day": day.isoformat()}
    return Message(
        "How was the meeting? Two taps.",
        (
            paragraph(bold("Worth our time? "), "Two taps, and a line if you like. No name is kept with it."),
            buttons(
                Button("Answer in two taps", "answer-closing", values, emphasis="primary"),
                Button("What I will do", "promise", values),
            ),
            context("It closes at the end of the next school day. The facilitator words what we change."),
        ),
    )


def form(closing: Closing, given: Mapping[str, Any]) -> Form:
    options = tuple(Option(str(mark), words) for mark, words in zip(SCALE, ANSWERS, strict=True))
    return Form(
        "How was the meeting?",
        "Send",
        (
            ChoiceField("worth", WORTH, options, initial=given.get("worth"), style="buttons"),
            ChoiceField("change", CHANGE, options, initial=given.get("change"), style="buttons"),
            _line("plus", "What helped?", given),
            _line("delta", "What should we change?", given),
            context(
                "Who answered and what was said are kept apart. With too few answers nobody reads any of it."
            ),
        ),
        carries={"day": closing.day.isoformat()},
    )


def _line(name: str, label: str, given: Mapping[str, Any]) -> TextField:
    return TextField(name, label, max_length=LINE, initial=str(given.get(name, "")), optional=True)


def thanks(_: object) -> Message:
    said = "Thank you. It is counted, and nothing joins it to you."
    return Message(said, (paragraph(said),))


def result(closed: Closed) -> Message:
    """To the facilitator, once it is closed."""
    closing, day = closed.closing, dates.day(closed.on)
    word = Button("Say what we change", "word-pledge", {"day": closing.day.isoformat()}, emphasis="primary")
    return Message(
        f"How the meeting of {day} was",
        (
            paragraph(bold(f"The meeting of {day}: "), means_words(closing.means)),
            *_lines("What helped", closing.plus),
            *_lines("What to change", closing.delta),
            buttons(word),
            *_touched(closing.touched, closed.fewest),
            context("What you write opens the next agenda: “We said we would change …”."),
        ),
        private=True,
    )


def means_words(means: ClosingMeans | None) -> str:
    """Both means out of four, or that there are not enough answers."""
    if means is None:
        return NOT_ENOUGH
    many = dates.number_of(means.answers, "answer")
    return f"worth our time {means.worth} of 4, will change something {means.change} of 4 ({many})."


def _lines(title: str, said: Sequence[str]) -> tuple[Part, ...]:
    return (paragraph(bold(title)), bullets(*said)) if said else ()


def _touched(touched: Touched | None, fewest: int) -> tuple[Part, ...]:
    if touched is None:
        return ()
    before, during, after = (
        str(count) if touched.may_be_told(count, fewest) else FEW
        for count in (touched.before, touched.during, touched.after)
    )
    said = f"Members who took part: before {before}, in a round {during}, after {after}. Never who."
    return (context(said),)


def pledge_form(closing: Closing, given: Mapping[str, Any]) -> Form:
    written = TextField(
        "pledge",
        "We said we would change …",
        max_length=PLEDGE,
        initial=str(given.get("pledge", closing.pledge)),
        hint="One thing, in your own words. It opens the next agenda.",
    )
    return Form("What we change", "Save", (written,), carries={"day": closing.day.isoformat()})


def pledged(closing: Closing) -> Message:
    said = f"The next agenda opens with: “We said we would change: {closing.pledge}”"
    return Message("It opens the next agenda.", (paragraph(said),))


def rolling_line(means: ClosingMeans | None) -> Part:
    """For the Home of the ILT: over the last meetings."""
    return paragraph("How we see our last meetings: ", means_words(means))
