"""The support behind a decision: who stands for it, whether it is there, what staff read (R-037)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from bot.messages.dates import day
from bot.messages.decisions.words import Telling, shortened
from bot.messages.forms import ChoiceField, Form, Option, TextField
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph, text
from bot.model.decisions import Decision
from bot.model.decisions_support import SupportCheck
from bot.model.people import in_words

PROMISE = 200
"""How long each line of support may be, in characters."""
ARRANGED = "being arranged"
NO_SPONSOR = "Choose who stands for the support, so that people get what is promised."
NOT_PROMISED = "No support is promised for this decision any more. See: /ilt decisions"


@dataclass(frozen=True, slots=True)
class SupportDesk:
    """The decision, and who may stand for its support, by id."""

    telling: Telling
    sponsors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Supported:
    """A decision whose support somebody planned, confirmed or missed; `told` is whether its posts change."""

    telling: Telling
    told: bool = False
    is_there: bool | None = None


def form(desk: SupportDesk, values: Mapping[str, object]) -> Form:
    decision = desk.telling.decision
    chosen = decision.sponsor if decision.sponsor in desk.sponsors else next(iter(desk.sponsors), None)
    people = tuple(Option(key, name) for key, name in desk.sponsors.items())
    return Form(
        title=f"{decision.label}: support",
        submit="Keep",
        pieces=(
            ChoiceField("sponsor", "Which administrator stands for it?", people, chosen, optional=True),
            promise("time", "Time people get", decision.support.time, "Cover for two planning periods"),
            promise("materials", "Materials people get", decision.support.materials, "Sentence starters"),
            promise("coaching", "Coaching people get", decision.support.coaching, "One visit by the coach"),
            context(
                'Until it is there, staff read "Support: being arranged". The sponsor is asked at the start, '
                "half way and at the review."
            ),
        ),
    )


def promise(name: str, label: str, words: str, example: str) -> TextField:
    return TextField(
        name, label, max_length=PROMISE, initial=words, optional=True, hint=f"For example: {example}"
    )


def button(decision: Decision) -> Button:
    return Button("Support", "support-decision", {"decision": decision.id})


def planned(kept: Supported) -> Message:
    told = kept.telling
    promised = told.decision.support.is_promised
    summary = f"The support for {told.decision.label} is noted."
    if not promised:
        return Message(summary, (paragraph(summary), context("Nothing is promised, so nothing is asked.")))
    sponsor = f"{told.sponsor} is asked whether it is there."
    return Message(
        summary, (paragraph(bold(summary)), bullets(*told.decision.support.lines), context(sponsor))
    )


def named(told: Telling) -> Message:
    """To whoever became the sponsor."""
    decision = told.decision
    summary = f"You stand for the support of {decision.label}"
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            paragraph(decision.statement),
            bullets(*decision.support.lines),
            context(f"It starts {day(decision.starts_on)}. Press the button once all of it is there."),
            answers(decision, None),
        ),
    )


def asked(label: str, about: SupportCheck) -> str:
    """The question of one of the three checks."""
    match about:
        case SupportCheck.LAUNCH:
            return f"{label} starts today. Is the support there?"
        case SupportCheck.MIDDLE:
            return f"{label} is half way to its review. Is the support still there?"
        case SupportCheck.REVIEW:
            return f"{label} is up for review. Was the support there?"
    assert_never(about)


def check(told: Telling, about: SupportCheck) -> Message:
    """To the sponsor, and to nobody else."""
    decision = told.decision
    summary = asked(decision.label, about)
    until = "" if decision.supported_on else ' Staff read "Support: being arranged" until you say so.'
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            paragraph(decision.statement),
            bullets(*decision.support.lines),
            context("You stand for it.", until),
            answers(decision, about),
        ),
    )


def answers(decision: Decision, about: SupportCheck | None) -> Part:
    values = {"decision": decision.id, **({"check": about.value} if about else {})}
    yes = Button("It is there", "confirm-support", values)
    return buttons(yes, *([Button("Not yet", "miss-support", values)] if about else []))


def answered(kept: Supported) -> Message:
    label = kept.telling.decision.label
    if kept.is_there:
        summary = f"Thank you. The support for {label} is there."
        soon = context("Its posts say so in a moment.")
        return Message(summary, (paragraph(summary), soon) if kept.told else ())
    summary = f'Thank you. Staff read "Support: being arranged" about {label}.'
    again = "Press It is there on this message, or on Home, as soon as it is."
    return Message(summary, (paragraph(summary), context(again)))


def waiting(told: Telling) -> Waiting:
    """The line on the sponsor's Home while what was promised is not there."""
    decision = told.decision
    line = text(bold(f"Support for {decision.label}: "), in_words(decision.support.lines))
    yes = Button("It is there", "confirm-support", {"decision": decision.id})
    return Waiting(line, (yes, Button("Details", "decisions", {"number": decision.label})))


def in_words_of(decision: Decision, *, in_short: bool = False) -> str:
    """What a post says of the support: that it is being arranged, or what there is; nothing without one."""
    if not decision.support.is_promised:
        return ""
    if decision.supported_on is None:
        return ARRANGED
    return "it is there" if in_short else shortened(in_words(decision.support.lines), 16, 200)


def record(told: Telling) -> list[Part]:
    """The plan as the register shows it, with who stands for it."""
    decision = told.decision
    if not decision.support.is_promised:
        return []
    since = f"there since {day(decision.supported_on)}" if decision.supported_on else ARRANGED
    lines = in_words(decision.support.lines)
    return [paragraph(bold("Support: "), f"{lines} ({since}). Sponsor: {told.sponsor}.")]
