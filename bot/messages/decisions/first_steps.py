"""What the ILT reads about its own decision: what it was, and what each member does first (R-094)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.decisions.words import Telling, shortened
from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import (
    Button,
    Message,
    Part,
    Progress,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.decisions import Decision

WORDS = 200
NOTHING_TO_DO = "This decision does not hold now, so there is nothing to do first. See: /ilt decisions"


@dataclass(frozen=True, slots=True)
class StepDesk:
    """The decision, and what this member wrote before."""

    decision: Decision
    words: str


@dataclass(frozen=True, slots=True)
class Stepped:
    """A first step just written; so many `members` are on the ILT, and so many of them have written one."""

    decision: Decision
    written: int
    members: int


def post(told: Telling, written: int, members: int) -> Message:
    """The post in the ILT's channel, with how many have written theirs."""
    decision = told.decision
    title = f"ILT decision {decision.label}: what do you do first?"
    return Message(
        title,
        (
            paragraph(bold(title)),
            paragraph(decision.statement),
            Progress("First steps", written, members),
            buttons(button(decision), Button("Details", "decisions", {"number": decision.label})),
            context("One line in your own words. Only the ILT reads it."),
        ),
    )


def withdrawn(decision: Decision) -> Message:
    """What becomes of the post when it was taken back."""
    said = f"{decision.label} was withdrawn before it went out. There is nothing to do."
    return Message(said, (paragraph(said),))


def button(decision: Decision) -> Button:
    return Button("My first step", "first-step", {"decision": decision.id})


def form(desk: StepDesk, values: Mapping[str, object]) -> Form:
    return Form(
        title=f"{desk.decision.label}: my first step",
        submit="Keep",
        pieces=(
            paragraph(bold(shortened(desk.decision.statement, 40, 300))),
            TextField(
                "words",
                "What do you do first, and when?",
                max_length=WORDS,
                initial=desk.words,
                hint="For example: I show it to Grade 4 on Thursday.",
            ),
            context("Only the ILT reads it. You can change it."),
        ),
    )


def stepped(kept: Stepped) -> Message:
    return Message(
        f"Thank you. {kept.written} of {kept.members} have written a first step for {kept.decision.label}."
    )


def reminder(decision: Decision) -> Message:
    """One line to a member who has not written one; there is no second."""
    line = f"{decision.label} waits for your first step: {shortened(decision.statement, 20, 120)}"
    return Message(f"{decision.label}: your first step", (paragraph(line), buttons(button(decision))))


def record(steps: Sequence[tuple[str, str]], members: int) -> list[Part]:
    """What each member wrote, for the ILT."""
    if not steps:
        return []
    title = paragraph(bold("First steps"), f" ({len(steps)} of {members})")
    return [title, bullets(*(text(bold(f"{name}: "), words) for name, words in steps))]
