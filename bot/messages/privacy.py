"""What is stored about somebody, in words they can check."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import number_of
from bot.messages.forms import CheckField, Form
from bot.messages.retention import ReceiptView
from bot.messages.vocabulary import (
    Button,
    Heading,
    Message,
    Part,
    Table,
    bold,
    buttons,
    context,
    paragraph,
)
from bot.model.retention import Rule

SEALED = frozenset(
    {
        "anonymous_inputs",
        "campaign_answers",
        "campaign_words",
        "check_in_topics",
        "closing_answers",
        "consensus_checks",
        "consensus_voices",
        "consensus_votes",
        "decision_questions",
        "drafts",
        "help_requests",
        "holds",
        "ilt_suggestions",
        "learning_cycles",
        "loop_lines",
        "meeting_closings",
        "outbox",
        "quarantined",
        "staff_input",
        "walkthrough_visits",
    }
)
"""Tables whose words are encrypted; a test holds it equal to the database."""

ON_A_PAGE = 8
LONGEST = 2500

NEVER = (
    "Nothing here is ever used to rate anybody. Input without a name is stored without a name: it is not in "
    "this list because nobody, this app included, can tell whose it is."
)
LAW = (
    "The law, a legal hold and the chat platform's own export may reach what is stored. This app shows it to "
    "nobody else."
)
STAYS = (
    "What stays: decisions you helped to make, your roles in meetings and your seat in the ILT. They are the "
    "school's record of how it decided, and go after seven years. The audit of who did what goes after two."
)
ERASING = (
    "This deletes your own words: input that has an answer, questions and concerns, topics of 1:1s, and your "
    "settings for messages. What the other one of a pair wrote is theirs and stays. It cannot be undone."
)
BACKUPS = "Backups made before keep them until they expire; one that is restored erases them again."
NOTHING_OWN = "There are no words of yours here."


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that is stored, and how many of them tell something about the person."""

    what: str
    seen_by: str
    keep: str
    data_class: str
    own: int
    naming: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """Somebody the person has 1:1s or a learning cycle with; `until` when they keep what both wrote."""

    id: str
    name: str
    until: date | None
    both: bool


@dataclass(frozen=True, slots=True)
class Stored:
    kinds: tuple[Kind, ...]
    pairs: tuple[Pairing, ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Something somebody wrote: what it is, when, and the words."""

    what: str
    when: str
    words: str


@dataclass(frozen=True, slots=True)
class WordsPage:
    words: tuple[OwnWords, ...]
    page: int
    has_more: bool


def stored_table(rules: Iterable[Rule]) -> str:
    """The whole retention table in Markdown, for `docs/privacy.md`."""
    lines = ["| what | class | who sees it | how long | encrypted |", "| --- | --- | --- | --- | --- |"]
    for one in rules:
        sealed = "yes" if one.table in SEALED else ""
        lines.append(f"| {one.what} | {one.kind.value} | {one.seen_by} | {one.keep.value} | {sealed} |")
    return "\n".join(lines) + "\n"


def page(stored: Stored) -> Message:
    """What is stored, who sees it and for how long, by kind; counts only."""
    rows = tuple((one.what, number_of(one.naming, "row"), one.seen_by, one.keep) for one in stored.kinds)
    table = Table("What is stored about you", ("What", "How many", "Who sees it", "How long"), rows)
    mine = Button("Show my own words", "my-words")
    erase = Button("Erase my own words", "erase-mine", emphasis="danger")
    parts: list[Part] = [table if rows else paragraph("Nothing is stored about you but your name.")]
    parts += [buttons(mine, erase), *_pairs(stored.pairs), context(NEVER), context(LAW)]
    return Message("What is stored about you", tuple(parts), private=True)


def _pairs(pairs: tuple[Pairing, ...]) -> list[Part]:
    parts: list[Part] = []
    for one in pairs:
        if one.until is None:
            said = f"What you and {one.name} wrote to each other goes 30 days after the school year."
            press = Button("Keep it for another year", "keep-pair", {"other": one.id, "keep": "yes"})
        else:
            stands = "Both of you keep" if one.both else "You want to keep"
            said = f"{stands} what you two wrote, until {one.until:%B} {one.until.day}, {one.until.year}."
            said += "" if one.both else " It is kept if both of you want that."
            press = Button("Do not keep it", "keep-pair", {"other": one.id, "keep": "no"})
        parts += [paragraph(said), buttons(press)]
    return parts


def words(shown: WordsPage) -> Message:
    """The person's own words, a page at a time."""
    said: list[Part] = []
    for one in shown.words:
        said += [paragraph(bold(f"{one.what}, {one.when}: "), one.words[:LONGEST])]
    if not said:
        said.append(paragraph(NOTHING_OWN))
    if shown.has_more:
        said.append(buttons(Button("More", "my-words", {"page": str(shown.page + 1)})))
    return Message("Your own words", (Heading("Your own words"), *said, context(LAW)), private=True)


def erasing_form(counts: Mapping[str, int], values: Mapping[str, object]) -> Form:
    """What would go, and a box to tick."""
    said = [f"{what}: {count}" for what, count in counts.items()]
    listed = ", ".join(said) or NOTHING_OWN
    return Form(
        "Erase my own words",
        "Erase",
        (
            paragraph(ERASING),
            paragraph(f"Yours now: {listed}"),
            context(STAYS),
            CheckField("sure", "Are you sure?", "Yes, erase them"),
        ),
    )


def erased(receipt: ReceiptView) -> Message:
    """How much went, and what stays."""
    gone = sum(receipt.deleted.values())
    parts: list[Part] = [paragraph(f"Done: {number_of(gone, 'row')} of yours deleted.")]
    if receipt.held:
        held = number_of(sum(receipt.held.values()), "row")
        parts.append(paragraph(f"{held} stay: input that is open, which you can withdraw, or what is held."))
    return Message("Your own words are erased", (*parts, context(STAYS), context(BACKUPS)), private=True)
