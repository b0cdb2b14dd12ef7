"""What somebody may say of an agenda item, checked and written onto it, whoever adds or changes it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from bot.content.item_words import item_words
from bot.content.standards import common_core
from bot.errors import OutOfDate, Refusal
from bot.messages.meetings.fields import (
    DETAIL,
    EXAMPLE,
    LONGEST,
    PROBLEM,
    SHORTEST,
    STRATEGY,
    STUDENTS,
    TITLE,
    Offers,
)
from bot.model.agenda_items import PREPARED, AgendaItem, Focus, ItemKind, Outcome
from bot.model.everybody import Roster
from bot.model.problems import ProblemState
from bot.model.staff_input import names_in
from bot.model.tags import Codes, Tags
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

Title = Annotated[str, Field(min_length=1, max_length=TITLE)]
Minutes = Annotated[int, Field(ge=SHORTEST, le=LONGEST)]
Detail = Annotated[str, Field(max_length=DETAIL)]
LINKS = 98
UNPREPARED = {
    "detail": "To discuss or decide something, give its context in two lines.",
    "example": "To discuss or decide something, give one concrete example.",
}
NO_LINK = "This is no longer there. Please choose again."


class SaidOfItem(Command):
    """What an item says. `more` asks for the rest of the form; only with it is the rest taken from there."""

    title: Title
    outcome: Outcome = Outcome.INFORM
    minutes: Minutes = 5
    detail: Detail = ""
    example: Annotated[str, Field(max_length=EXAMPLE)] = ""
    students: Annotated[str, Field(max_length=STUDENTS)] = ""
    link: str | None = None
    more: tuple[Literal["yes"], ...] = ()
    kind: ItemKind | None = None
    place: Literal["meeting", "memo"] | None = None
    focus: Focus | None = None
    hard: bool = False
    standards: Annotated[tuple[str, ...], Field(max_length=10)] = ()


async def offers(work: UnitOfWork) -> Offers:
    """What there is to choose from: what the school works on, its standards and its teams."""
    tags, roster = (await work.settings.now()).tags, await work.people.roster()
    teams = {team.key: team.name for team in roster.teams}
    return Offers(await links(work), codes_of(tags), teams)


async def links(work: UnitOfWork) -> Mapping[str, str]:
    """What an item may belong to, in words: the active strategies and the problems that are out of draft."""
    found = {f"{STRATEGY}{one.key}": one.name for one in await work.strategies.active()}
    for problem in await work.problems.open_ones():
        if problem.state is not ProblemState.DRAFT:
            found[f"{PROBLEM}{problem.id}"] = f"{problem.label}: {problem.statement}"
    return dict(list(found.items())[:LINKS])


def codes_of(tags: Tags) -> tuple[str, ...]:
    """The standards that are offered; codes that are offered no longer stay on what carries them."""
    return {Codes.NONE: (), Codes.COMMON_CORE: common_core(), Codes.OWN: tags.standards}[tags.codes]


def require_prepared(said: SaidOfItem) -> None:
    """Raise `Refusal` beside what is missing: what is to be talked about brings its context (R-084)."""
    for field, sentence in UNPREPARED.items():
        if said.outcome in PREPARED and not getattr(said, field):
            raise Refusal(sentence, field=field)


def name_nobody(said: SaidOfItem, roster: Roster) -> None:
    """Raise `Refusal` where the example names a colleague."""
    named = next(iter(names_in(roster, said.example)), None)
    if named is not None:
        raise Refusal(f"This names {named}. Say the team or the practice instead.", field="example")


async def write(item: AgendaItem, said: SaidOfItem, work: UnitOfWork, today: date) -> None:
    """Put onto an item what is said of it. What the form did not show stays as it was."""
    item.title, item.outcome, item.minutes = said.title, said.outcome, said.minutes
    item.detail = said.detail
    if said.outcome in PREPARED:
        item.example, item.students = said.example, said.students
    if said.outcome in PREPARED or said.more:
        await _link(item, said.link, work)
    if said.more:
        item.kind = said.kind or item.kind
        item.focus, item.hard, item.standards = said.focus or item.focus, said.hard, said.standards
        item.touched_on = (item.touched_on or today) if said.hard else None
    item.memo = said.place == "memo" if said.place else is_memo(item)


async def _link(item: AgendaItem, link: str | None, work: UnitOfWork) -> None:
    known = {link_of(item), *await links(work)}
    if link and link not in known:
        raise OutOfDate(NO_LINK, field="link")
    item.problem = link.removeprefix(PROBLEM) if link and link.startswith(PROBLEM) else None
    item.strategy = link.removeprefix(STRATEGY) if link and link.startswith(STRATEGY) else None


def link_of(item: AgendaItem) -> str | None:
    if item.problem:
        return f"{PROBLEM}{item.problem}"
    return f"{STRATEGY}{item.strategy}" if item.strategy else None


def is_memo(item: AgendaItem) -> bool:
    """What is operational and only to be shared is read, unless somebody asks to talk about it (R-063)."""
    return item.kind is ItemKind.OPERATIONAL and item.outcome is Outcome.INFORM


def suggested(words: str) -> ItemKind:
    """The kind that these words sound like."""
    return item_words().kind_of(words)
