"""A round of voices on one item: everybody speaks or passes once (R-082)."""

from dataclasses import dataclass

from bot.messages import dates
from bot.messages.live import words
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph
from bot.model.live import MeetingRun, RunLine
from bot.model.live_room import Room

SPOKE, PASSED = "spoke", "passed"


@dataclass(frozen=True)
class Turn:
    """Somebody had their turn; `is_new` is False when they had it before."""

    is_new: bool


@dataclass(frozen=True)
class Ended:
    """A round that its facilitator closed, with so many `left` of whom nothing was heard."""

    left: int


def open_button(run: MeetingRun, line: RunLine) -> Button:
    return Button("Round", "open-round", words.values(run, line))


def asked(room: Room, line: RunLine) -> Message:
    """In the thread, to all. It shows no count, so that nobody is waited for in public."""
    values = words.values(room.run, line)
    title = words.numbered(line, room)
    return Message(
        f"A round on {title}",
        (
            paragraph(bold("A round: "), f"on {title}, everybody speaks once or passes. Then press."),
            buttons(
                Button("I have spoken", "take-turn", {**values, "way": SPOKE}),
                Button("Pass this time", "take-turn", {**values, "way": PASSED}),
                Button("Close the round", "close-round", values),
            ),
            context("Only the number counts. Who pressed is forgotten when the item is over."),
        ),
    )


def over(room: Room, line: RunLine) -> Message:
    said = f"The round on {words.numbered(line, room)} is over."
    return Message(said, (context(said),))


def opened(_: object) -> Message:
    said = "The round is on. Its buttons are in the agenda's thread."
    return Message(said, (paragraph(said),))


def had(turn: Turn) -> Message:
    said = "Counted. Thank you." if turn.is_new else "You have had your turn on this item. It counts once."
    return Message(said, (paragraph(said),))


def ended(result: Ended) -> Message:
    """To the facilitator alone: how many voices are left, and never whose."""
    if not result.left:
        said = "Everybody has spoken or passed."
        return Message(said, (paragraph(said),))
    said = f"{dates.number_of(result.left, 'voice')} left."
    ask = "You could ask once more: “Is there a voice we have not heard?”"
    return Message(said, (paragraph(bold(said), f" {ask}"), context("Only you see this.")))
