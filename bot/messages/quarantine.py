"""What is said when somebody thinks that a text names a student."""

from collections.abc import Mapping, Sequence

from bot.messages.forms import ChoiceField, Form, Option
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph
from bot.model.quarantine import Flag, Thing

KINDS: Mapping[Thing, str] = {
    Thing.INPUT: "A staff input",
    Thing.ANONYMOUS: "An anonymous input",
    Thing.ITEM: "An agenda item",
    Thing.DECISION: "A decision",
}
GONE = "Remove these words for good? They cannot be had back."


def button(kind: Thing, thing: str) -> Button:
    """What any reader presses who sees a student's name."""
    return Button("Names a student", "flag-student", {"kind": kind.value, "thing": thing})


def thanks(result: object) -> Message:
    said = "Thank you. The words are hidden everywhere now. Somebody looks at them; who told me is not kept."
    return Message(said, (paragraph(said),), private=True)


def news() -> Message:
    """To whoever looks: nothing of the words is in the message itself."""
    said = "Somebody says that a text names a student. It is hidden until you have looked."
    return Message(
        said, (paragraph(said), buttons(Button("Look at it", "flags", emphasis="primary"))), private=True
    )


def waiting(flags: Sequence[Flag]) -> Message:
    """What is hidden, for whoever decides."""
    if not flags:
        said = "Nothing is hidden. When somebody flags a text, it comes here."
        return Message(said, (paragraph(said),), private=True)
    parts: list[Part] = []
    for flag in flags:
        values = {"flag": flag.id}
        parts += [
            paragraph(bold(f"{KINDS[flag.kind]} is hidden:")),
            *(paragraph(words) for words in flag.words.values()),
            buttons(
                Button("Remove for good", "remove-flagged", values, emphasis="danger", confirm=GONE),
                Button("No student: show it again", "clear-flag", values),
            ),
        ]
    parts.append(context("Kept afterwards: how many were flagged, nothing else."))
    return Message("Hidden until you have looked", tuple(parts), private=True)


def item_form(items: Sequence[tuple[str, str]], values: Mapping[str, object]) -> Form:
    return Form(
        title="Names a student",
        submit="Hide it",
        pieces=(
            ChoiceField("thing", "Which item?", tuple(Option(key, title) for key, title in items)),
            context("It is hidden at once, everywhere. Who told me is not kept."),
        ),
    )


def cleared(result: object) -> Message:
    said = "It is shown again, where it stood."
    return Message(said, (paragraph(said),), private=True)


def removed(result: object) -> Message:
    said = "The words are removed everywhere. Under a post that can no longer be changed stands a note."
    return Message(said, (paragraph(said),), private=True)
