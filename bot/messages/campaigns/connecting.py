"""Who else is working on this: the form, waiting for one more, and being introduced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph
from bot.model.connecting import LONGEST_TOPIC, MOST, Interest
from bot.model.people import in_words


@dataclass(frozen=True)
class Circle:
    """Somebody's interest, and the names of the others who are told of each other; empty while they wait."""

    interest: Interest
    others: tuple[str, ...] = ()


def form(mine: Sequence[Circle], values: Mapping[str, object]) -> Form:
    typed = str(values.get("topic", ""))[:LONGEST_TOPIC]
    topics = ", ".join(one.interest.topic for one in mine)
    return Form(
        title="Who else works on this?",
        submit="Find others",
        pieces=(
            TextField(
                "topic",
                "What are you working on?",
                max_length=LONGEST_TOPIC,
                initial=typed,
                placeholder="Small-group reading",
            ),
            context(
                "I tell your name only to people who asked about the same, up to three. Nobody else sees "
                "that you asked." + (f" You have asked about: {topics}." if topics else "")
            ),
        ),
    )


def answered(circle: Circle) -> Message:
    topic = circle.interest.topic
    if not circle.others:
        said = (
            f"You are the first for “{topic}”: waiting for one more. Nobody is told until somebody else asks."
        )
        return Message("Waiting for one more", (paragraph(said), _leave(circle.interest)), private=True)
    said = f"{in_words(circle.others)} asked about this too. I tell them of you when school is open."
    return Message("Somebody works on the same", (paragraph(said), _leave(circle.interest)), private=True)


def introduced(names: Sequence[str], interest: Interest) -> Message:
    """To everybody in a circle: who is in it, and what could come next."""
    return Message(
        "Somebody works on the same as you",
        (
            paragraph(bold(f"{interest.topic}: "), f"{in_words(names)} and you asked who else works on it."),
            paragraph("Write to each other, or meet for ten minutes: what has worked, what are you trying?"),
            _leave(interest),
            context(f"At most {MOST} of you are told. Nobody else sees this."),
        ),
        private=True,
    )


def _leave(interest: Interest) -> Part:
    return buttons(Button("Take me off", "stop-connecting", {"interest": interest.id}))


def left(topic: str) -> Message:
    said = f"You are off “{topic}”. I tell nobody of you any more."
    return Message(said, (paragraph(said),), private=True)
