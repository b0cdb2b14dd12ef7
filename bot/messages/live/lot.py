"""The parking lot as the ILT reads it, and what is said when something leaves it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.messages import dates
from bot.messages.forms import Form, TextField
from bot.messages.live.home import parked
from bot.messages.vocabulary import Button, Heading, Message, Part, bold, buttons, context, paragraph
from bot.model.parking import Lot, Parked, Waits

REASON = 200
AT_MOST = 12
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Listed:
    """The lot, with the names of its owners by their ids."""

    lot: Lot
    names: Mapping[str, str]


@dataclass(frozen=True)
class Left:
    """One thing that left the lot."""

    title: str
    resolved: bool


@dataclass(frozen=True)
class Dropping:
    entry: Parked
    title: str


def listed(result: Listed) -> Message:
    lot = result.lot
    if not lot.open:
        nothing = "The parking lot is empty."
        return Message(nothing, (paragraph(nothing), context("What a meeting parks is kept here.")))
    more = len(lot.open) - AT_MOST
    parts = [part for one in lot.open[:AT_MOST] for part in _entry(one, result.names)]
    rest = (context(f"And {dates.number_of(more, 'newer thing')}."),) if more > 0 else ()
    note = context("Each is on the next draft. Resolved or dropped, it is off the agenda, too.")
    return Message(parked(lot), (Heading("Parking lot"), paragraph(parked(lot)), *parts, *rest, note))


def _entry(one: Waits, names: Mapping[str, str]) -> Iterator[Part]:
    entry = one.parked
    owner = names.get(entry.owner or "", "nobody yet")
    group = f", with {entry.group}" if entry.group else ""
    due = f", due {dates.day(entry.due_on)}" if entry.due_on else ""
    yield paragraph(bold(one.title), f" · {owner}{group}{due} · {dates.days(one.age)} old")
    values = {"parked": entry.id}
    yield buttons(Button("Resolved", "settle-parked", values), Button("Drop it", "drop-parked", values))


def drop(at: Dropping, given: Values) -> Form:
    reason = TextField(
        "reason", "Why is it dropped?", max_length=REASON, initial=str(given.get("reason", ""))
    )
    return Form("Drop it", "Drop", (paragraph(bold(at.title)), reason), carries={"parked": at.entry.id})


def left(result: Left) -> Message:
    became = "is resolved" if result.resolved else "is dropped"
    said = f"“{result.title}” {became}. It is off the agenda, too."
    return Message(said, (paragraph(said),))
