"""Handing on what somebody had in hand about decisions, when the leadership changes (R-099)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.dates import number_of
from bot.messages.decisions.words import Telling, shortened
from bot.messages.forms import ChoiceField, Form, Option, Piece
from bot.messages.home import Rank, Section
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph, text
from bot.model.decisions import Decision

SHOWN = 20
NOBODY = "nobody now"
SAME = "Nobody else is chosen yet. Choose somebody, or close this form."


@dataclass(frozen=True, slots=True)
class Reassigning:
    """What is open, the one that was chosen if any, and who may take what, by id."""

    open: tuple[Telling, ...]
    chosen: str
    people: Mapping[str, str]
    sponsors: Mapping[str, str]


def form(desk: Reassigning, values: Mapping[str, object]) -> Form:
    known = {told.decision.id: told for told in desk.open}
    wanted = str(values.get("decision") or desk.chosen)
    chosen = known.get(wanted) or next(iter(known.values()))
    options = tuple(
        Option(key, f"{told.decision.label} {shortened(told.decision.statement, 10, 60)}")
        for key, told in known.items()
    )
    return Form(
        title="Who takes it on?",
        submit="Hand on",
        pieces=(
            ChoiceField("decision", "Which decision?", options, chosen.decision.id, refresh=True),
            *people(desk, chosen.decision),
            context("Everybody who takes something on is told. The decision itself stays as it is."),
        ),
    )


def people(desk: Reassigning, decision: Decision) -> tuple[Piece, ...]:
    of = decision.id
    return (
        who(f"helper.{of}", "Whom do people ask for help?", desk.people, decision.helper),
        who(f"reviewer.{of}", "Who reviews it?", desk.people, decision.reviewer or decision.decided_by),
        who(f"sponsor.{of}", "Who stands for the support?", desk.sponsors, decision.sponsor),
    )


def who(name: str, label: str, people: Mapping[str, str], now: str | None) -> ChoiceField:
    options = tuple(Option(key, person) for key, person in people.items())
    return ChoiceField(name, label, options, now if now in people else None, optional=True)


def button(decision: Decision | None = None) -> Button:
    return Button("Reassign", "reassign-decision", {"decision": decision.id} if decision else {})


@dataclass(frozen=True, slots=True)
class Reassigned:
    """A decision, and who took on what: "help", by name."""

    decision: Decision
    taken: tuple[tuple[str, str], ...]


PARTS: Mapping[str, str] = {
    "helper": "Help",
    "reviewer": "Review",
    "sponsor": "Support",
}


def reassigned(kept: Reassigned) -> Message:
    summary = f"{kept.decision.label} is handed on."
    lines = (text(bold(f"{PARTS[part]}: "), name) for part, name in kept.taken)
    return Message(summary, (paragraph(bold(summary)), bullets(*lines)))


def taken_on(told: Telling, parts: Sequence[str], by: str) -> Message:
    """To whoever took something on."""
    decision = told.decision
    summary = f"{decision.label} is now with you"
    named = (PARTS[part] for part in parts)
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            paragraph(decision.statement),
            bullets(*named),
            context(f"{by} asked you to take it on. If that does not fit, talk with {by}."),
            buttons(Button("Details", "decisions", {"number": decision.label})),
        ),
    )


@dataclass(frozen=True, slots=True)
class InHand:
    """What is open while somebody acts as leader: decisions, and how much waits beside them."""

    decisions: tuple[Telling, ...]
    questions: int
    inputs: int
    items: int


def section(found: InHand) -> Section:
    lines = [line(told) for told in found.decisions[:SHOWN]]
    left = len(found.decisions) - len(lines)
    parts: list[Part] = [context("All of this belongs to the ILT. It stays when people go.")]
    parts += [bullets(*lines)] if lines else []
    parts += [context(f"And {left} more.")] if left > 0 else []
    loops = [number_of(found.questions, "open question", "open questions")] if found.questions else []
    loops += [f"{number_of(found.inputs, 'staff input')} without an outcome"] if found.inputs else []
    loops += [number_of(found.items, "agenda item", "agenda items")] if found.items else []
    parts += [bullets(*loops)] if loops else []
    reassign = [button()] if found.decisions else []
    parts.append(buttons(*reassign, Button("All that is handed on", "handover")))
    return Section(Rank.DECISIONS, "What is open at the ILT", tuple(parts))


def line(told: Telling) -> str:
    """ "D-004: Write first. Help: Dale Clover. Review: nobody now." """
    decision = told.decision
    return (
        f"{decision.label}: {shortened(decision.statement, 20, 120).rstrip('.')}. "
        f"Help: {told.at_work(decision.helper)}. "
        f"Review: {told.at_work(decision.reviewer or decision.decided_by)}."
    )
