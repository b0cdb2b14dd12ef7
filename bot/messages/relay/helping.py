"""Asking for help with a decision, and what a lead or a coach reads of it (R-098, R-114)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.dates import moment, number_of
from bot.messages.forms import ChoiceField, Form, Option, TextField
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph, text
from bot.model.decisions import Decision
from bot.model.relaying import Hears, HelpRequest, OfficeSlot

WORDS = 500
SHOWN = 8


@dataclass(frozen=True, slots=True)
class HelpDesk:
    """What the form is drawn from; `lead` is the name of whoever leads the asker's team, if another does."""

    round: str
    decision: Decision
    lead: str
    has_coach: bool


def form(desk: HelpDesk, values: Mapping[str, object]) -> Form:
    options = [Option(Hears.LEAD, f"{desk.lead}, with my name")] if desk.lead else []
    if desk.has_coach:
        options += [
            Option(Hears.COACH, "The coach, with my name"),
            Option(Hears.UNNAMED, "The coach, without my name"),
        ]
    options.append(Option(Hears.NOBODY, "Nobody yet. It only counts."))
    return Form(
        title="Need help",
        submit="Send",
        pieces=(
            paragraph(bold(desk.decision.label), f"  {desk.decision.statement}"),
            ChoiceField("hears", "Who should hear of it?", tuple(options), style="buttons"),
            TextField("words", "What would help you?", True, WORDS, optional=True),
            context("Nobody else sees this. It is deleted after 30 days."),
        ),
        carries={"round": desk.round},
    )


@dataclass(frozen=True, slots=True)
class Asked:
    hears: Hears
    lead: str


def asked(done: Asked) -> Message:
    told = {
        Hears.LEAD: f"{done.lead} hears of it, with your name.",
        Hears.COACH: "The coach hears of it, with your name.",
        Hears.UNNAMED: "The coach reads your words without your name.",
        Hears.NOBODY: "It counts as “Need help”, and nobody hears from whom.",
    }
    return Message("Thank you", (paragraph(told[done.hears]),), private=True)


def letter(name: str, decision: Decision) -> Message:
    """To the lead or the coach; the words stand only where they are read."""
    return Message(
        "Somebody asks you for help.",
        (
            paragraph(bold(name), f" asks for help with {decision.label}."),
            context(decision.statement),
            buttons(OPEN),
        ),
        private=True,
    )


OPEN = Button("Open", "help-queue")


@dataclass(frozen=True)
class Queue:
    """What was asked of this person, and their own office hours; `names` are people by id."""

    requests: Sequence[HelpRequest]
    decisions: Mapping[str, Decision]
    names: Mapping[str, str]
    slots: Sequence[OfficeSlot]
    is_coach: bool
    zone: ZoneInfo

    def label(self, decision: str) -> str:
        found = self.decisions.get(decision)
        return found.label if found else "an old decision"


def queue(found: Queue) -> Message:
    many = len(found.requests)
    title = number_of(many, "request for help", "requests for help") if many else "Nobody waits for help"
    parts: list[Part] = [paragraph(bold(title))]
    for one in found.requests[:SHOWN]:
        who = found.names.get(one.person or "", "Somebody")
        parts.append(paragraph(bold(f"{who}, {found.label(one.decision)}: "), one.words or "No words."))
        parts.append(buttons(*offers(found, one), Button("Settled", "settle-help", {"help": one.id})))
    for slot in found.slots:
        parts += slot_lines(slot, found)
    parts.append(context("Only those who chose so are named. Requests are deleted after 30 days."))
    return Message("Help", tuple(parts), private=True)


def offers(found: Queue, one: HelpRequest) -> list[Button]:
    if not found.is_coach or one.decision not in found.decisions:
        return []
    return [Button("Offer office hours", "offer-hours", {"decision": one.decision})]


def slot_lines(slot: OfficeSlot, found: Queue) -> list[Part]:
    who = found.names.get(slot.booked_by or "", "free")
    line = paragraph(bold(when(slot, found.zone)), f"  {found.label(slot.decision)}: {who}")
    return [line, buttons(Button("Cancel this time", "cancel-slot", {"slot": slot.id}))]


def when(slot: OfficeSlot, zone: ZoneInfo) -> str:
    return at_place(slot.starts_at, slot.place, zone)


def at_place(at: datetime, place: str, zone: ZoneInfo) -> str:
    return f"{moment(at, zone)}, {place}" if place else moment(at, zone)


def settled(found: Queue) -> Message:
    return queue(found)


def waiting(many: int) -> Waiting:
    return Waiting(text(bold(number_of(many, "request for help", "requests for help"))), (OPEN,))
