"""What the school asks of its district: the form, the list, and what to send again (R-045)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.dates import day, days, number_of
from bot.messages.forms import ChoiceField, DateField, Form, Option, TextField
from bot.messages.home import Rank, Section
from bot.messages.vocabulary import (
    Button,
    Message,
    Paragraph,
    Part,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.asks import AskState, DistrictAsk

WHAT, LINE, ENDED = 500, 300, 6
ASK = Button("Ask the district", "ask-district")
STATES = {AskState.OPEN: "open", AskState.ANSWERED: "answered", AskState.DROPPED: "dropped"}


@dataclass(frozen=True)
class OpenAsk:
    """An open request, the name of its strategy, and the school days it has had no answer for."""

    ask: DistrictAsk
    strategy: str
    waits: int


@dataclass(frozen=True)
class Asks:
    """The open requests, oldest first, and the latest that came to an end; `done` is what was just done."""

    open: Sequence[OpenAsk]
    ended: Sequence[DistrictAsk] = ()
    done: str = ""
    chased: OpenAsk | None = None


def asks(found: Asks) -> Message:
    summary = found.done or f"{number_of(len(found.open), 'open ask')} to the district"
    parts: list[Part] = [paragraph(bold(summary))]
    if found.chased is not None:
        parts += [context("Copy this into your e-mail to the district:"), paragraph(again(found.chased))]
    for one in found.open:
        parts += _open(one)
    if found.ended:
        lines = (
            text(bold(f"{one.label} "), f"{one.what} ({STATES[one.state]}): {one.response}")
            for one in found.ended[:ENDED]
        )
        parts += [paragraph(bold("Answered or dropped")), bullets(*lines)]
    return Message(summary, (*parts, buttons(ASK)))


def _open(one: OpenAsk) -> list[Part]:
    ask = one.ask
    by = f" Needed by {day(ask.needed_by)}." if ask.needed_by else ""
    work = f" For {one.strategy}." if one.strategy else ""
    return [
        paragraph(bold(f"{ask.label} "), ask.what),
        context(f"No answer for {days(one.waits)}.{by}{work}"),
        buttons(Button("Answered", "answer-ask", {"ask": ask.id}), *late_buttons(ask)),
    ]


def late_buttons(ask: DistrictAsk) -> tuple[Button, ...]:
    return (Button("Chase", "chase-ask", {"ask": ask.id}), Button("Drop", "drop-ask", {"ask": ask.id}))


def on_draft(late: Sequence[OpenAsk]) -> tuple[Part, ...]:
    """On the draft of an agenda: what the district has not answered for three weeks of school."""
    if not late:
        return ()
    parts: list[Part] = [paragraph(bold("Open asks"))]
    for one in late:
        parts += [
            paragraph(bold(f"{one.ask.label} "), one.ask.what),
            context(f"No answer for {days(one.waits)}."),
            buttons(*late_buttons(one.ask)),
        ]
    return tuple(parts)


def again(one: OpenAsk) -> str:
    """What can be sent to the district once more."""
    ask = one.ask
    by = f" We need it by {day(ask.needed_by)}." if ask.needed_by else ""
    asked = f"On {day(ask.asked_on)} we asked: {ask.what} Why: {ask.why}{by}"
    return f"{asked} Could you tell us where it stands?"


def section(found: Sequence[OpenAsk]) -> Section:
    """On the Home of the ILT."""
    lines = (text(bold(f"{one.ask.label} "), f"{one.ask.what} {days(one.waits)}.") for one in found)
    see = Button("Open asks", "district-asks")
    return Section(Rank.GOALS, "Asked of the district", (bullets(*lines), buttons(see, ASK)))


def form(strategies: Mapping[str, str], values: Mapping[str, object]) -> Form:
    given = values.get("what")
    options = tuple(Option(key, name[:75]) for key, name in strategies.items())
    which = (ChoiceField("strategy", "For which strategy?", options, optional=True),) if options else ()
    return Form(
        "Ask the district",
        "Save",
        (
            TextField(
                "what",
                "What do we need?",
                True,
                WHAT,
                initial=given if isinstance(given, str) else "",
                hint="Support, or room to do something in another way.",
            ),
            TextField("why", "Why?", True, WHAT),
            *which,
            DateField("needed_by", "Needed by", optional=True),
            context("The ILT sees it. No names and no data of students or teachers. You send it yourself."),
        ),
    )


def answer(ask: DistrictAsk, values: Mapping[str, object]) -> Form:
    said = TextField("response", "What did the district say?", True, LINE)
    return Form("The district answered", "Save", (_which(ask), said), carries={"ask": ask.id})


def drop(ask: DistrictAsk, values: Mapping[str, object]) -> Form:
    why = TextField("response", "Why do we drop it?", True, LINE)
    return Form("Drop this ask", "Drop", (_which(ask), why), carries={"ask": ask.id})


def _which(ask: DistrictAsk) -> Paragraph:
    return paragraph(bold(f"{ask.label} "), ask.what)
