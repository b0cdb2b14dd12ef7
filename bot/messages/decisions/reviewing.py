"""What people read when a decision is reviewed: the card, the form, and what its old threads hear (R-101)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, number_of
from bot.messages.decisions.words import NEWS, Telling
from bot.messages.forms import ChoiceField, DateField, Form, Option, Piece, TextField
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph, text
from bot.model.decisions import Decision, Step
from bot.model.decisions_life import GOES_ON, outcomes

REASON, NOW_DO = 600, 400
"""How long what a review says may be, in characters."""

CHOICES: Mapping[Step, tuple[str, str]] = {
    Step.KEEP: ("Keep", "It stays as it is"),
    Step.ADJUST: ("Adjust", "It stays, and something about it changes"),
    Step.PAUSE: ("Pause", "It rests for a while"),
    Step.RESUME: ("Take up again", "It holds again"),
    Step.REVERSE: ("Reverse", "It was not right: it no longer holds"),
    Step.EXPIRE: ("Expire", "It has done its work: it no longer holds"),
}
DONE: Mapping[Step, str] = {Step.KEEP: "kept", **{step: words.lower() for step, words in NEWS.items()}}
MEANWHILE = "Somebody has reviewed this decision since. See what came of it: /ilt decisions"
NO_REVIEW = "This decision is not reviewed any more, or not in this way. See: /ilt decisions"
PAST = "Choose a day after today."


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """What the form is drawn from: the decision, and the day it would usually be looked at again."""

    decision: Decision
    again_on: date


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review just done: what came of it, and in how many places that is said."""

    decision: Decision
    step: Step
    places: int


def card(told: Telling, since: date | None = None, went: str = "") -> Message:
    """To whoever recorded it, on its day; with `since`, to the whole ILT because nobody has answered. `went`
    is what the teams said of it."""
    decision = told.decision
    summary = f"{decision.label} is up for review"
    was = f"Its day was {day(since)}. " if since else ""
    parts: tuple[Part, ...] = (
        paragraph(bold(summary)),
        paragraph(decision.statement),
        context(f"{was}In force since {day(decision.starts_on)}. Owner: {told.helper}."),
        *([context(went)] if went else []),
        context("Has it helped? Say what becomes of it. Until then it stands as it is."),
        choices(decision),
    )
    return Message(summary, parts)


def choices(decision: Decision) -> Part:
    return buttons(*(button(decision, step) for step in outcomes(decision)))


def button(decision: Decision, step: Step | None = None) -> Button:
    """Opens the review; with `step`, with that outcome chosen already."""
    values = {"decision": decision.id, "version": str(decision.reviews)}
    if step is None:
        return Button("Review", "review-decision", values)
    return Button(CHOICES[step][0], "review-decision", {**values, "outcome": step.value})


def form(desk: ReviewDesk, values: Mapping[str, object]) -> Form:
    """The outcome first; what it asks for appears below."""
    decision = desk.decision
    steps = outcomes(decision)
    chosen = next((step for step in steps if step.value == values.get("outcome")), None)
    options = tuple(Option(step.value, *CHOICES[step]) for step in steps)
    asked = ChoiceField(
        "outcome",
        "What becomes of it?",
        options,
        initial=chosen.value if chosen else None,
        style="buttons",
        refresh=True,
    )
    return Form(
        title=f"Review {decision.label}",
        submit="Save",
        pieces=(paragraph(decision.statement), asked, *(details(desk, chosen) if chosen else ())),
        carries={"decision": decision.id, "version": str(values.get("version", decision.reviews))},
    )


def details(desk: ReviewDesk, step: Step) -> list[Piece]:
    """What this outcome asks for, and who will hear of it."""
    pieces: list[Piece] = []
    if step is Step.ADJUST:
        pieces.append(TextField("statement", "How is it worded now?", True, 300, desk.decision.statement))
    pieces.append(TextField("reason", "Why?", True, REASON))
    if step is not Step.KEEP:
        pieces.append(TextField("now_do", "What should people do now?", True, NOW_DO))
    if step in GOES_ON:
        pieces.append(DateField("review_on", "Look at it again on", desk.again_on))
    quiet = "No team gets a new message. The reason stands in the decision's history."
    loud = "Every channel that got the decision hears this in the thread of its post, and nobody else does."
    return [*pieces, context(quiet if step is Step.KEEP else loud)]


def news(told: Telling, step: Step, reason: str, now_do: str, on: date) -> Message:
    """What each team reads in the thread of the post about the decision."""
    decision = told.decision
    summary = f"{decision.label} {NEWS[step].lower()}"
    parts: list[Part] = [paragraph(bold(f"{NEWS[step]} {day(on)}: ILT decision {decision.label}"))]
    if step is Step.ADJUST:
        parts.append(paragraph(bold("It now says: "), decision.statement))
    parts += [paragraph(bold("Why: "), reason), paragraph(bold("What to do now: "), now_do)]
    again = f" The ILT looks at it again {day(decision.review_on)}." if decision.review_on else ""
    values = {"decision": decision.id}
    parts += [
        context(f"Help: ask {told.helper}.{again}"),
        buttons(
            Button("Ask", "ask", values),
            Button("Concern", "concern", values),
            Button("Got it", "got-it", values),
        ),
    ]
    return Message(summary, tuple(parts))


def reviewed(kept: Reviewed) -> Message:
    decision = kept.decision
    again = f" It is looked at again {day(decision.review_on)}." if decision.review_on else ""
    if kept.step is Step.KEEP:
        return Message(f"{decision.label} stays as it is.{again}")
    told = "No team had got it, so nothing is posted."
    if kept.places:
        told = f"{number_of(kept.places, 'place')} that got it will read why, in the thread of the post."
    return Message(f"{decision.label} is {DONE[kept.step]}. {told}{again}")


def card_done(kept: Reviewed) -> Message:
    """What becomes of the card once somebody has answered."""
    decision = kept.decision
    summary = f"{decision.label} is reviewed: {DONE[kept.step]}"
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            paragraph(decision.statement),
            buttons(Button("Details", "decisions", {"number": decision.label})),
        ),
    )


def waiting(decision: Decision, since: date) -> Waiting:
    """The line on Home of whoever may review it."""
    words = text(bold(f"{decision.label} is up for review since {day(since)}: "), decision.statement)
    return Waiting(words, (button(decision), Button("Details", "decisions", {"number": decision.label})))


def more_waiting(count: int) -> Waiting:
    """The reviews that are not shown one by one, and where they are."""
    find = Button("See them", "decisions", {"search": "up for review"})
    return Waiting(
        text(f"{number_of(count, 'more decision is', 'more decisions are')} up for review."), (find,)
    )
