"""What is handed on when the leadership changes: it belongs to the ILT, not to a person (R-099)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, long_day, number_of
from bot.messages.decisions.words import shortened
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.decisions import Decision

SHOWN = 10
"""So many lines of each part are shown in chat; the document holds all of them."""
NOTHING = "Nothing at the moment."


@dataclass(frozen=True, slots=True)
class Standing:
    """One decision that lasts: its owner, the day of its review, and how many questions about it are open."""

    decision: Decision
    owner: str
    review_on: date | None
    is_due: bool
    questions: int


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything somebody needs who begins to lead the school, as it stands on one day."""

    school: str
    on: date
    strategies: tuple[str, ...]
    in_force: tuple[Standing, ...]
    paused: tuple[Standing, ...]
    to_go_out: tuple[Standing, ...]
    items: tuple[str, ...]
    inputs: int
    meetings: tuple[date, ...]

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each part with its lines, in the order in which they are read."""
        return (
            ("Next dates", tuple(self._dates())),
            ("Open loops", tuple(self._loops())),
            ("Decisions in force", tuple(line(one) for one in self.in_force)),
            ("Paused decisions", tuple(line(one) for one in self.paused)),
            ("Decisions that go out next", tuple(line(one) for one in self.to_go_out)),
            ("Strategies", self.strategies),
        )

    def _dates(self) -> list[str]:
        reviews = sorted(
            (one.review_on, one.decision.label)
            for one in (*self.in_force, *self.paused)
            if one.review_on is not None and not one.is_due
        )
        dates = sorted(
            [(on, "ILT meeting") for on in self.meetings] + [(on, f"{of} review") for on, of in reviews]
        )
        return [f"{day(on)}: {what}" for on, what in dates]

    def _loops(self) -> list[str]:
        lasting = (*self.in_force, *self.paused)
        lines = [f"{one.decision.label} is up for review" for one in lasting if one.is_due]
        lines += [
            f"{number_of(one.questions, 'question or concern', 'questions and concerns')} about "
            f"{one.decision.label} without an answer"
            for one in lasting
            if one.questions
        ]
        lines += [f"{number_of(self.inputs, 'staff input')} without an outcome"] if self.inputs else []
        return lines + [f"Agenda item: {title}" for title in self.items]


def line(one: Standing) -> str:
    """ "D-004: Write first. From Mon, Nov 2. Owner: Dale Clover. Review: Tue, Dec 8." """
    decision = one.decision
    said = f"{decision.label}: {shortened(decision.statement, 60, 300).rstrip('.')}."
    review = f" Review: {day(one.review_on)}." if one.review_on else ""
    return f"{said} From {day(decision.starts_on)}. Owner: {one.owner}.{review}"


def heading(pack: Pack) -> str:
    return f"Hand-over: {pack.school}, {long_day(pack.on)}, {pack.on.year}"


def message(pack: Pack) -> Message:
    parts: list[Part] = [
        paragraph(bold(heading(pack))),
        context("All of this belongs to the ILT. It stays when people go."),
    ]
    for title, lines in pack.parts:
        parts += [paragraph(bold(title)), *shown(lines)]
    parts += [
        context("To keep it as a document, your technician runs: ilt-bot school handover > handover.md"),
        buttons(Button("Read decisions", "decisions")),
    ]
    return Message(heading(pack), tuple(parts))


def shown(lines: Sequence[str]) -> list[Part]:
    if not lines:
        return [context(NOTHING)]
    left = len(lines) - SHOWN
    return [bullets(*lines[:SHOWN]), *([context(f"And {left} more.")] if left > 0 else [])]


def markdown(pack: Pack) -> str:
    """The whole pack as a document."""
    written = [f"# {heading(pack)}", "", "All of this belongs to the ILT. It stays when people go."]
    for title, lines in pack.parts:
        written += ["", f"## {title}", "", *(f"* {inert(one)}" for one in lines or (NOTHING,))]
    return "\n".join(written) + "\n"


def inert(words: str) -> str:
    """On one line, and with nothing in it that Markdown would read as more than words."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in " ".join(words.split()))
