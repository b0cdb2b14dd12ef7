"""The monthly digest for the School Improvement Team, approved before it goes anywhere (R-104)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day
from bot.messages.decisions.words import NEWS, shortened
from bot.messages.forms import Form, TextField
from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph, text
from bot.model.decisions import Decision
from bot.model.relaying import TeamDigest
from bot.model.strategies import Strategy

WORDS = 2900
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class Delta:
    """What is new since a day: decisions told to staff, what became of others, strategies, asks."""

    since: date
    decided: Sequence[Decision]
    changed: Sequence[Decision]
    strategies: Sequence[Strategy]
    asks: Sequence[str]
    families: tuple[int, int]

    @property
    def is_empty(self) -> bool:
        return not (self.decided or self.changed or self.strategies or self.asks)


def words(delta: Delta) -> str:
    """The digest as text: one line where nothing is new."""
    if delta.is_empty:
        return f"No change since {day(delta.since)}."
    blocks = [
        ("Decisions", [f"{one.label}: {shortened(one.statement, 40, 240)}" for one in delta.decided]),
        ("What became of earlier ones", [became(one) for one in delta.changed]),
        ("Improvement plan", [f"{one.name}: {one.status or 'no status yet'}" for one in delta.strategies]),
        ("Open asks", list(delta.asks)),
    ]
    said = [f"{title}\n" + "\n".join(f"- {line}" for line in lines) for title, lines in blocks if lines]
    approved, touched = delta.families
    said += [f"Families: {approved} of {touched} texts approved."] if touched else []
    return "\n\n".join(said)[:WORDS]


def became(decision: Decision) -> str:
    what = NEWS[decision.news].lower() if decision.news else "changed"
    return f"{decision.label}: {what}. {shortened(decision.statement, 25, 160)}"


def title(month: date) -> str:
    return f"School Improvement Team: {MONTHS[month.month - 1]} {month.year}"


def card(digest: TeamDigest) -> Message:
    summary = title(digest.month)
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            paragraph(digest.words),
            context("Nothing is posted or given out before you approve it."),
            buttons(button(digest)),
        ),
    )


def button(digest: TeamDigest) -> Button:
    values = {"month": digest.month.isoformat()}
    return Button("Read and approve", "approve-digest", values, emphasis="primary")


def form(digest: TeamDigest, values: Mapping[str, object]) -> Form:
    return Form(
        title="Digest",
        submit="Approve",
        pieces=(
            paragraph(bold(title(digest.month))),
            TextField("words", "What the team reads", True, WORDS, digest.words),
        ),
        carries={"month": digest.month.isoformat()},
    )


def document(digest: TeamDigest) -> Message:
    return Message(title(digest.month), tuple(paragraph(block) for block in digest.words.split("\n\n")))


@dataclass(frozen=True, slots=True)
class Approved:
    digest: TeamDigest
    channel: str
    path: str


def approved(done: Approved) -> Message:
    summary = f"{title(done.digest.month)}: approved"
    goes = f"It is posted in the channel of {done.channel}. " if done.channel else ""
    return Message(
        summary,
        (
            paragraph(bold(summary)),
            context(f"{goes}As a file for 24 hours, at the bot's web address:"),
            paragraph(f"{done.path}.pdf"),
            paragraph(f"{done.path}.md"),
            paragraph(done.digest.words),
        ),
    )


def card_done(done: Approved) -> Message:
    summary = f"{title(done.digest.month)}: approved"
    return Message(summary, (paragraph(bold(summary)), buttons(button(done.digest))))


def waiting(digest: TeamDigest) -> Waiting:
    return Waiting(text(bold(title(digest.month)), "  waits for your approval"), (button(digest),))
