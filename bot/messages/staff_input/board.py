"""The triage board: where each input stands, what is asked of a sender, and what a sender is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.dates import days
from bot.messages.forms import Form, TextField
from bot.messages.home import Rank, Section
from bot.messages.staff_input.shown import Shown
from bot.messages.vocabulary import (
    Button,
    Message,
    Part,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.staff_input import BoardStatus

LONGEST_QUESTION = 400
EMPTY = "Nothing stands on the board: no staff input has come in lately."
STATUSES: Mapping[BoardStatus, str] = {
    BoardStatus.NEW: "New",
    BoardStatus.TRIAGED: "Read",
    BoardStatus.NEEDS_INFO: "Waits for a reply",
    BoardStatus.ROUTED: "With one team",
    BoardStatus.ON_AGENDA: "On the agenda",
    BoardStatus.DECIDED: "Decided",
    BoardStatus.CLOSED: "Told to all staff",
}


@dataclass(frozen=True)
class Column:
    """One column of the board: how many inputs stand in it, the oldest since how many school days, and how
    long they usually do, in the median; None while too few have passed through."""

    status: BoardStatus
    count: int
    oldest: int
    usual: float | None = None


def section(columns: tuple[Column, ...], *, answers: bool) -> Section:
    """The board on Home, from new to told; what holds nothing, and has no usual time, is left out."""
    held = [line(one) for one in columns if one.count or one.usual is not None]
    parts: list[Part] = [bullets(*held) if held else paragraph(EMPTY)]
    show = (Button("Show what waits", "inputs"),) if answers else ()
    parts.append(buttons(*show, Button("What came up and down", "bridge")))
    return Section(Rank.SAID if answers else Rank.BOARDS, "Triage board", tuple(parts))


def line(one: Column) -> Text:
    oldest = f", the oldest for {days(one.oldest)}" if one.count and one.oldest else ""
    usual = f" (usually {days(round(one.usual))})" if one.usual is not None else ""
    return text(bold(f"{STATUSES[one.status]}: {one.count}"), f"{oldest}{usual}")


def acknowledged(one: Shown) -> Message:
    """To the sender: it has been read."""
    said = f"{one.owner} has read {one.label} and answers later. I tell you here what becomes of it."
    return Message(f"{one.label} has been read", (paragraph(said),), private=True)


def triaged(one: Shown) -> Message:
    said = (
        f"{one.label} is marked as read, and the sender knows. It stays on the board until it has an answer."
    )
    return Message(said, (paragraph(said),), private=True)


def ask_form(one: Shown, values: Mapping[str, object]) -> Form:
    return Form(
        title=f"Ask about {one.label}",
        submit="Ask the sender",
        pieces=(
            paragraph(one.see),
            TextField("what", "What do you need to know?", multiline=True, max_length=LONGEST_QUESTION),
            context("The sender gets it in a private message, with your name. The reply comes to you."),
        ),
    )


def asked(one: Shown) -> Message:
    said = f"Asked. The reply to {one.label} comes to you as a card."
    return Message(said, (paragraph(said),), private=True)


def question(one: Shown, by: str) -> Message:
    """To the sender: somebody wants to know something before it can be answered."""
    return Message(
        f"A question about your input {one.label}",
        (
            paragraph(bold(f"{by} asks about {one.label}: "), one.asked),
            buttons(Button("Reply", "reply-input", {"input": one.id}, emphasis="primary")),
            context("You do not have to. Without a reply it is answered as it stands."),
        ),
        private=True,
    )


def reply_form(one: Shown, values: Mapping[str, object]) -> Form:
    return Form(
        title=f"Reply about {one.label}",
        submit="Send",
        pieces=(
            paragraph(bold("You were asked: "), one.asked),
            TextField("reply", "Your reply", multiline=True, max_length=LONGEST_QUESTION),
            context(f"It goes to {one.owner}. The dates that you were promised stay."),
        ),
    )


def replied(one: Shown) -> Message:
    said = f"Thank you. {one.owner} reads it with {one.label}."
    return Message(said, (paragraph(said),), private=True)
