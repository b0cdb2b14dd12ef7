"""Holds and deletion receipts, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.dates import moment, number_of
from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import (
    Button,
    Heading,
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

LONGEST_REASON = 500
RECEIPTS = 5

WHAT_CAN_BE_HELD = (
    "Name a decision (such as D-014), a class of what is stored (P0, P1, P2, P3, P4 or P5), or everything."
)
WHAT_A_HOLD_DOES = (
    "What is held is not deleted, neither by the clock nor when somebody asks. A decision is held with "
    "its questions, its input and who has read it. A hold opens nothing to anybody."
)


@dataclass(frozen=True, slots=True)
class HoldView:
    object: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReceiptView:
    at: datetime
    kind: str
    deleted: Mapping[str, int]
    held: Mapping[str, int]
    left_posts: int


@dataclass(frozen=True, slots=True)
class Holds:
    held: tuple[HoldView, ...]
    receipts: tuple[ReceiptView, ...]
    zone: ZoneInfo


def form(shown: Holds, values: Mapping[str, object]) -> Form:
    """What is held already, and what else is to be."""
    return Form(
        "Hold from deletion",
        "Hold",
        (
            context(WHAT_A_HOLD_DOES),
            *(paragraph(f"Held now: {one.object}, by {one.by}.") for one in shown.held),
            TextField(
                "object",
                "What to hold",
                max_length=40,
                initial=str(values.get("object") or ""),
                hint=WHAT_CAN_BE_HELD,
            ),
            TextField("reason", "Why", multiline=True, max_length=LONGEST_REASON),
        ),
    )


def page(shown: Holds) -> Message:
    """What is held, each with a button to lift it, and the last receipts."""
    parts: list[Part] = [Heading("Held from deletion")]
    for one in shown.held:
        lift = Button(f"Lift {one.object}", "lift-hold", {"object": one.object}, confirm=_confirm(one.object))
        said = f": {one.reason} ({one.by}, {moment(one.at, shown.zone)})"
        parts += [paragraph(bold(one.object), said), buttons(lift)]
    if not shown.held:
        parts.append(paragraph("Nothing is held."))
    if shown.receipts:
        parts += [Heading("Deleted lately"), bullets(*(receipt(one, shown.zone) for one in shown.receipts))]
    return Message("What is held, and what was deleted", (*parts, context(WHAT_A_HOLD_DOES)), private=True)


def receipt(one: ReceiptView, zone: ZoneInfo) -> Text:
    """One receipt: "Fri, Oct 30, 2:10 AM: deleted P2: 14 rows; held P1: 3 rows"."""
    said = [f"deleted {_counts(one.deleted)}"] if one.deleted else []
    said += [f"held {_counts(one.held)}"] if one.held else []
    if one.left_posts:
        posts = number_of(one.left_posts, "post")
        said.append(f"{posts} could not be taken back: the chat platform keeps them")
    what = "at somebody's request: " if one.kind == "erase" else ""
    return text(f"{moment(one.at, zone)}: {what}{'; '.join(said) or 'nothing was there'}")


def _counts(by_class: Mapping[str, int]) -> str:
    return ", ".join(f"{kind}: {number_of(count, 'row')}" for kind, count in by_class.items())


def _confirm(thing: str) -> str:
    return f"What is due of {thing} is deleted the next night. Lift the hold?"
