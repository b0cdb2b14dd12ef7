"""What a school may take out, class by class. What is between two people is in no export."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.errors import Refusal
from bot.model.people import Actor
from bot.model.publishing import PeopleCell, publishable
from bot.model.retention import RULES, DataClass, Rule
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Question
from storage.unit_of_work import UnitOfWork

OPEN = (DataClass.P0, DataClass.P1, DataClass.P5)
NOT_OPEN = (
    "{kind} is between few people, or one person's own, so it is in no export. Each person sees their own "
    "with /ilt privacy. Classes that can be exported: P0, P1 and P5."
)
WITHHELD = "withheld: too few people, or it would give away how many are behind another figure"
NO_WORKINGS = frozenset({"outbox", "numbers", "revisions", "looks", "prospects"})
"""What the bot only works with, and nobody reads."""


class Export(Question):
    """Everything of one class."""

    kind: DataClass


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of an export; `note` says what is left out of it and why."""

    name: str
    what: str
    seen_by: str
    keep: str
    rows: tuple[Mapping[str, Any], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    kind: DataClass
    at: datetime
    sheets: tuple[Sheet, ...]


async def export(question: Export, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Exported:
    """The tables of a class as they stand; of P5 only figures that may be published, never a row."""
    permit(actor, "export")
    if question.kind not in OPEN:
        raise Refusal(NOT_OPEN.format(kind=question.kind), field="kind")
    if question.kind is DataClass.P5:
        sheets = [await _input_by_topic(work), await _trends(work)]
    else:
        rules = [rule for rule in RULES if rule.kind is question.kind and rule.table not in NO_WORKINGS]
        sheets = [await _table(rule, work) for rule in rules]
    return Exported(question.kind, clock.now(), tuple(sheets))


async def _table(rule: Rule, work: UnitOfWork) -> Sheet:
    rows = await work.exporting.rows(rule)
    return Sheet(rule.table, rule.what, rule.seen_by, rule.keep.value, tuple(rows))


async def _input_by_topic(work: UnitOfWork) -> Sheet:
    """How many people gave input to each topic, as the small-group rule lets it be said."""
    counted, settings = await work.exporting.contributors(), await work.settings.now()
    cells = [PeopleCell(topic, count) for topic, count in sorted(counted.items())]
    shown = publishable(cells, total_shown=True, fewest=settings.k)
    rows = [{"topic": cell.name, "people": cell.n if cell.name in shown else WITHHELD} for cell in cells]
    note = f"Counts of people, at least {max(settings.k, 5)} in each; input without a name is not counted."
    return Sheet("input_by_topic", "who gave input, by topic", "everybody", "-", tuple(rows), note)


async def _trends(work: UnitOfWork) -> Sheet:
    """The trends as they were published; no visit, no observer, no teacher."""
    rule = next(rule for rule in RULES if rule.table == "walkthrough_windows")
    rows = [row for row in await work.exporting.rows(rule) if row["published"]]
    wanted = ("key", "look_fors", "opens", "closes", "published")
    kept = tuple({name: row[name] for name in wanted} for row in rows)
    return Sheet("walkthrough_trends", rule.what, rule.seen_by, rule.keep.value, kept, "As published.")
