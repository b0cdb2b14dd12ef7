"""Office hours: a coach offers times below a decision, and whoever wants one takes it (R-114)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from bot.messages.dates import number_of
from bot.messages.forms import ChoiceField, DateField, Form, NumberField, Option, TextField, TimeField
from bot.messages.relay.helping import when
from bot.messages.vocabulary import Button, Message, Text, bold, bullets, buttons, context, paragraph, text
from bot.model.decisions import Decision
from bot.model.relaying import OfficeSlot

PLACE = 80
MOST = 6
NO_TIMES = "All times are taken. Ask the coach for another one."


@dataclass(frozen=True, slots=True)
class HoursDesk:
    decision: Decision
    on: date


def form(desk: HoursDesk, values: Mapping[str, object]) -> Form:
    return Form(
        title="Office hours",
        submit="Offer",
        pieces=(
            paragraph(bold(desk.decision.label), f"  {desk.decision.statement}"),
            DateField("day", "On which day?", desk.on),
            TimeField("begins", "From when?", time(14)),
            NumberField("minutes", "Minutes each", 5, 60, 15),
            NumberField("many", "How many times in a row?", 1, MOST, 2),
            TextField("place", "Where?", max_length=PLACE, optional=True),
            context("The times stand below the decision in each channel. Only you see who books."),
        ),
        carries={"decision": desk.decision.id},
    )


@dataclass(frozen=True)
class Offered:
    decision: Decision
    slots: Sequence[OfficeSlot]
    places: int


def offered(done: Offered) -> Message:
    times = number_of(len(done.slots), "time is", "times are")
    places = number_of(done.places, "channel")
    return Message(f"{times} offered about {done.decision.label}, in {places}. You hear of each booking.")


def post(decision: Decision, coach: str, slots: Sequence[OfficeSlot], zone: ZoneInfo) -> Message:
    """Below the post of the decision."""
    title = f"Office hours about {decision.label}, with {coach}"
    times = [when(slot, zone) for slot in slots]
    return Message(
        title,
        (
            paragraph(bold(title)),
            bullets(*times),
            buttons(Button("Book a time", "book-hours", {"decision": decision.id})),
            context("Only the coach sees who books."),
        ),
    )


@dataclass(frozen=True)
class BookDesk:
    decision: Decision
    free: Mapping[str, str]


def booking(desk: BookDesk, values: Mapping[str, object]) -> Form:
    options = tuple(Option(slot, words) for slot, words in desk.free.items())
    return Form(
        title="Book a time",
        submit="Book",
        pieces=(
            paragraph(bold(desk.decision.label), f"  {desk.decision.statement}"),
            ChoiceField("slot", "Which time?", options, style="buttons"),
            context("Only the coach sees that you booked."),
        ),
        carries={"decision": desk.decision.id},
    )


@dataclass(frozen=True)
class Booked:
    slot: OfficeSlot
    label: str
    coach: str
    zone: ZoneInfo


def booked(done: Booked) -> Message:
    cancel = Button("Cancel", "cancel-slot", {"slot": done.slot.id})
    said = paragraph(
        bold("Booked: "), f"{when(done.slot, done.zone)}, with {done.coach}, about {done.label}."
    )
    return Message("Your time is booked.", (said, buttons(cancel)), private=True)


def to_the_coach(done: Booked, who: str) -> Message:
    said = paragraph(bold(who), f" comes to your office hours: {when(done.slot, done.zone)}, {done.label}.")
    return Message("A time in your office hours is booked.", (said,), private=True)


def called_off(done: Booked, by: str) -> Message:
    said = f"{by} called off the office hours of {when(done.slot, done.zone)}, about {done.label}."
    return Message("Office hours were called off.", (paragraph(said),), private=True)


def cancelled(done: Booked) -> Message:
    said = f"The time of {when(done.slot, done.zone)} is called off. Whoever it concerns hears of it."
    return Message("The time is called off.", (paragraph(said),), private=True)


def line(done: Booked, with_whom: str) -> Text:
    return text(bold(when(done.slot, done.zone)), f"  Office hours about {done.label}, with {with_whom}")
