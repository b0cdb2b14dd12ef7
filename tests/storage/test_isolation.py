"""One database, several schools: every question a store asks names its school (R-303).

The stores are found by looking at the unit of work, and asked with made-up values, so a new store or a new
question is tried without a line here.
"""

import inspect
import re
import types
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import event
from sqlalchemy import inspect as mapped

from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.platforms import Places
from bot.model.reaching import Unreached
from bot.model.retention import RULES, Rule
from bot.model.settings import Settings
from storage.purging import Kept
from storage.tables import metadata
from storage.unit_of_work import Of, UnitOfWork
from tests.conftest import MONDAY_NOON, SCHOOL
from tests.permissions.conftest import OTHER_SCHOOL, elsewhere, things

__all__ = ["elsewhere", "things"]

ACROSS = frozenset({"outcomes"})
"""What became of a letter is said by its id: whoever holds it took it from its own school's outbox."""

BY_NAME = {"columns": ["see"], "rules": RULES}
"""Arguments that must be something in particular."""

NAMES = {table.name for table in metadata.sorted_tables if "school" in table.c}
TABLE = re.compile(r'(?:FROM|JOIN|UPDATE|,)\s+"?(\w+)"?(?:\s+AS\s+"?(\w+)"?)?')


def stores() -> Iterator[tuple[str, str, Callable[..., Any]]]:
    """Every question of every store: where it stands on the unit of work, its name, itself."""
    for name, place in vars(UnitOfWork).items():
        if isinstance(place, Of):
            for method, function in inspect.getmembers(place.store, inspect.iscoroutinefunction):
                if not method.startswith("_"):
                    yield name, method, function
        elif isinstance(place, property):
            assert name in ACROSS, name


class CannotMake(Exception):
    """An argument is an entity: it has been read from its own school before."""


def value(kind: Any) -> Any:
    """Something of a type, such that no query is left out for want of it."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return value(next(one for one in inside if one is not type(None)))
    if origin in (Mapping, dict):
        return {value(inside[0]): value(inside[1])}
    if origin is not None and inspect.isclass(origin) and issubclass(origin, Iterable):
        return origin([value(inside[0])]) if origin in (list, set, frozenset, tuple) else (value(inside[0]),)
    if inspect.isclass(kind) and issubclass(kind, Enum):
        return next(iter(kind))
    made = {
        str: "x",
        int: 1,
        bool: True,
        datetime: MONDAY_NOON,
        date: MONDAY_NOON.date(),
        Audience: Audience.ilt(),
        Message: Message("x"),
        Settings: Settings(posts_a_day=9),
        Kept: Kept(frozenset({"x"}), frozenset({frozenset({"x", "y"})})),
        Rule: next(rule for rule in RULES if rule.table == "staff_input"),
        Places: Places(("slack", "teams")),
        Unreached: Unreached("x", "slack", "x", MONDAY_NOON),
        Any: "x",
    }
    if kind in made:
        return made[kind]
    raise CannotMake(str(kind))


def arguments(function: Callable[..., Any]) -> dict[str, Any]:
    hints = get_type_hints(function)
    names = [name for name in inspect.signature(function).parameters if name != "self"]
    return {name: BY_NAME[name] if name in BY_NAME else value(hints[name]) for name in names}


def forgets_its_school(statement: str) -> list[str]:
    """The tables of a statement that are asked without a school."""
    if statement.lstrip().startswith(("INSERT", "PRAGMA", "BEGIN")):
        return []
    asked = {(alias or table) for table, alias in TABLE.findall(statement) if table in NAMES}
    return [name for name in asked if not re.search(rf'"?{name}"?\.school( \|\| \?\))? (=|IN)', statement)]


@pytest.fixture
def said(engines) -> Iterator[list[str]]:
    """Every statement that the writer runs."""
    statements: list[str] = []

    def keep(connection, cursor, statement, parameters, context, many):
        statements.append(statement)

    event.listen(engines.writer.sync_engine, "before_cursor_execute", keep)
    yield statements
    event.remove(engines.writer.sync_engine, "before_cursor_execute", keep)


@asynccontextmanager
async def for_nothing(units, school: str) -> AsyncIterator[UnitOfWork]:
    async with units.writing(school) as work:
        yield work
        await work.session.rollback()


@pytest.mark.requirement("R-303")
async def test_every_query_of_every_store_names_its_school(units, said, sample):
    careless, silent = [], []
    for place, name, function in stores():
        try:
            given = arguments(function)
        except CannotMake:
            continue
        async with for_nothing(units, SCHOOL) as work:
            said.clear()
            try:
                await getattr(getattr(work, place), name)(**given)
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                if not said:
                    silent.append(f"{place}.{name}: {type(error).__name__}: {error}")
            careless += [
                f"{place}.{name}: {one} in {line}" for line in said for one in forgets_its_school(line)
            ]

    assert careless == []
    assert silent == []


def found_in(answer: Any, depth: int = 0) -> Iterator[Any]:
    """Every stored thing in an answer, however deep."""
    if depth > 4 or answer is None or isinstance(answer, str | bytes | int | float | date):
        return
    if mapped(type(answer), raiseerr=False) is not None:
        yield answer
    elif isinstance(answer, Mapping):
        for one in answer.values():
            yield from found_in(one, depth + 1)
    elif isinstance(answer, Collection):
        for one in answer:
            yield from found_in(one, depth + 1)
    elif is_dataclass(answer):
        for one in fields(answer):
            yield from found_in(getattr(answer, one.name, None), depth + 1)


@pytest.mark.requirement("R-303")
async def test_two_schools_with_the_same_keys_never_see_each_others_rows(units, things, elsewhere):
    """The other school was made from the same file: teams, people and windows have the same keys there."""
    seen = {SCHOOL: 0, OTHER_SCHOOL: 0}
    for place, name, function in stores():
        if set(inspect.signature(function).parameters) != {"self"}:
            continue
        for school in seen:
            async with for_nothing(units, school) as work:
                answer = await getattr(getattr(work, place), name)()
                for entity in found_in(answer):
                    seen[school] += 1
                    assert getattr(entity, "school", None) in (None, school), f"{place}.{name}"

    assert min(seen.values()) > 100


def test_a_query_that_forgets_its_school_is_noticed():
    assert forgets_its_school("SELECT people.id FROM people WHERE people.id = ?") == ["people"]
    assert forgets_its_school('UPDATE outbox SET state=? WHERE outbox."key" = ?') == ["outbox"]
    careful = "SELECT a.id FROM people AS a JOIN teams ON 1 WHERE a.school = ? AND teams.school = ?"
    assert forgets_its_school(careful) == []
