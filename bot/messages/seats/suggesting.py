"""Suggesting a colleague for the ILT: the colleague is asked before anybody else hears of it (R-011)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.forms import ChoiceField, Form, Option, TextField
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph, text

EXAMPLE = 400
STRENGTHS = {
    "listens": "Listens, and is listened to",
    "motivates": "Motivates colleagues",
    "explains": "Explains clearly",
    "believes": "Believes every child can learn",
    "tries": "Tries new things",
    "hard_issues": "Takes on hard issues",
    "follows_through": "Follows through",
}
KEPT_FOR = "It is deleted at the end of the school year."


@dataclass(frozen=True, slots=True)
class Suggesting:
    """Whom one may suggest."""

    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Suggested:
    """One suggestion in the words of whoever made it."""

    id: str
    person: str
    by: str
    strength: str
    example: str


def form(sheet: Suggesting, given: Mapping[str, object]) -> Form:
    return Form(
        "Suggest a colleague",
        "Ask them",
        (
            ChoiceField("person", "Whom?", tuple(Option(key, name) for key, name in sheet.people)),
            ChoiceField(
                "strength",
                "Which strength have you seen?",
                tuple(Option(key, said) for key, said in STRENGTHS.items()),
            ),
            TextField("example", "One example", multiline=True, max_length=EXAMPLE),
            context(
                "They are asked first, with your name and these words. Only if they say yes does the school "
                "leader see it, without your name. Nobody counts or ranks suggestions."
            ),
        ),
    )


def asked(one: Suggested) -> Message:
    said = f"{one.person} is asked first. Unless they say yes, nobody hears of it and nothing is kept."
    return Message(said, (paragraph(said),), private=True)


def answers(suggestion: str) -> tuple[Button, Button]:
    return (
        Button("Yes, you may", "allow-suggestion", {"suggestion": suggestion}, emphasis="primary"),
        Button("No, thank you", "refuse-suggestion", {"suggestion": suggestion}),
    )


def question(one: Suggested) -> Message:
    """What the suggested person gets, before anybody else."""
    parts = (
        paragraph(f"{one.by} would like to suggest you for the Instructional Leadership Team. May they?"),
        paragraph(bold(STRENGTHS.get(one.strength, one.strength)), f". {one.example}"),
        buttons(*answers(one.id)),
        context(
            "With a yes the school leader sees these words, without the name of who wrote them. "
            "With a no, or "
            f"no answer in ten school days, they are deleted and nobody hears of it. {KEPT_FOR}"
        ),
    )
    return Message("A colleague has a question for you", parts, private=True)


def waits(suggestion: str, by: str) -> Waiting:
    said = f"{by} would like to suggest you for the ILT. May they? The message has their words."
    return Waiting(text(said), answers(suggestion))


def allowed(one: Suggested) -> Message:
    said = "Thank you. The school leader can see the suggestion now. It is no promise, and no seat yet."
    back = Button("Take it back", "refuse-suggestion", {"suggestion": one.id})
    return Message(said, (paragraph(said), buttons(back)), private=True)


def refused(_: None) -> Message:
    said = "Deleted. Nobody else hears of it."
    return Message(said, (paragraph(said),), private=True)


def shown(found: Sequence[Suggested]) -> Message:
    """What the school leader sees: entries in no order, without a count and without who suggested."""
    if not found:
        said = "There are no suggestions. Anybody can make one with /ilt nominate."
        return Message(said, (paragraph(said),), private=True)
    parts: list[Part] = [context("In no order. Each of these people said yes to being suggested.")]
    for one in found:
        strength = STRENGTHS.get(one.strength, one.strength)
        parts.append(paragraph(bold(one.person), f": {strength}. {one.example}"))
    parts += [buttons(Button("Invite a rep", "invite-rep", emphasis="primary")), context(KEPT_FOR)]
    return Message("Suggestions for the ILT", tuple(parts), private=True)
