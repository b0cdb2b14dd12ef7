"""Databases as earlier versions left them, with people, letters and words in them, are upgraded whole.

`released/NNNN.sql` was written by the program whose last migration was NNNN: the sample school after three
days in the sandbox, with one staff input, sealed with the tests' own key.
"""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Connection, MetaData, Table, insert, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app.core import assembled
from bot.courier import Courier
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.routines import people, staff_input
from bot.routines.requests import Nothing
from storage import migrations
from storage.engine import Engines, connect
from tests.databases import OPERATOR, SCHOOL, SEALER, StillClock
from tests.delivery.post_office import PostOffice
from tests.postgres import on_one_server

RELEASED = sorted(path.stem for path in (Path(__file__).parent / "released").glob("*.sql"))
Rows = Mapping[str, list[dict[str, Any]]]


def written(version: str) -> str:
    return (Path(__file__).parent / "released" / f"{version}.sql").read_text(encoding="utf-8")


def rows_of(version: str) -> Rows:
    """Every row of every table, as SQLite keeps it."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.executescript(written(version))
        file.row_factory = sqlite3.Row
        names = [row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [dict(row) for row in file.execute(f'SELECT * FROM "{name}"')] for name in names}


@pytest.fixture(
    params=[
        *(("sqlite", each) for each in RELEASED),
        pytest.param(("postgres", "0020"), marks=on_one_server),
    ],
    ids="-".join,
)
def left(request: pytest.FixtureRequest) -> tuple[str, str]:
    """On which database, and by which version."""
    kind, version = request.param
    return str(kind), str(version)


@pytest.fixture
def url(left, tmp_path, request):
    if left[0] == "sqlite":
        return f"sqlite:///{tmp_path / 'ilt.db'}"
    return request.getfixturevalue("postgres_database")


@pytest.fixture
async def old(left, tmp_path, url):
    """Engines on a database as that version left it."""
    kind, version = left
    if kind == "sqlite":
        with closing(sqlite3.connect(tmp_path / "ilt.db")) as file:
            file.executescript(written(version))
    engines = connect(url, SEALER)
    if kind == "postgres":
        await filled(engines, version)
    yield engines
    await engines.dispose()


async def filled(engines: Engines, version: str) -> None:
    """Make an empty server's database what that version had: its migrations, then its rows."""
    async with engines.writer.begin() as connection:
        await connection.execute(text("DROP SCHEMA public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))
        await connection.run_sync(shaped_as, version)
        await connection.execute(text("SET session_replication_role = replica"))
        there = MetaData()
        await connection.run_sync(there.reflect)
        for name, rows in rows_of(version).items():
            if rows and name != "alembic_version":
                table = there.tables[name]
                await connection.execute(insert(table), [typed(table, row) for row in rows])


def shaped_as(connection: Connection, version: str) -> None:
    """Migrate as far as that version knew."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def typed(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of SQLite with values of the types that a server's columns want."""

    def value(name: str, found: Any) -> Any:
        kind = table.c[name].type.python_type
        if found is None:
            return None
        if isinstance(table.c[name].type, JSON):
            return json.loads(found)
        if isinstance(found, kind):
            return found
        if kind is bool:
            return bool(found)
        if kind is datetime:
            return datetime.fromisoformat(found).replace(tzinfo=UTC)
        return date.fromisoformat(found) if kind is date else kind.fromisoformat(found)

    return {name: value(name, found) for name, found in row.items()}


async def kept(connection: AsyncConnection, before: Rows) -> dict[str, int]:
    """How many rows each of the old tables has now."""
    counted = {}
    for name in before:
        counted[name] = (await connection.execute(text(f'SELECT count(*) FROM "{name}"'))).scalar_one()
    return counted


@pytest.mark.requirement("R-293")
def test_the_migrations_that_are_known_without_alembic_are_those_it_would_run():
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    [head] = (chain := ScriptDirectory.from_config(config)).get_heads()
    assert head == migrations.head()
    assert [one.revision for one in chain.walk_revisions()] == migrations.known()


async def test_every_row_survives_the_upgrade_and_the_bot_works_afterwards(old, left):
    before = rows_of(left[1])

    await migrations.upgrade(old.writer)

    async with old.reader.connect() as connection:
        assert await kept(connection, before) == {name: len(rows) for name, rows in before.items()}
    assert await migrations.drift(old.reader) == []
    assert await migrations.damage(old.reader) == []
    clock = StillClock(datetime(2026, 10, 22, 18, tzinfo=UTC))
    core, office = assembled(old, clock), PostOffice()
    roster = await core.perform(people.whole_roster, Nothing(), actor=OPERATOR)
    uma = roster.keyed("uma-thistle")
    assert uma is not None
    async with core.units.writing(SCHOOL) as work:
        hello = Message("Hello", (paragraph("Hello again"),))
        await work.outbox.post(Audience.person(uma.id), hello, key="hello", due_at=clock.now())
    assert await Courier(core.units, office, clock).deliver_due() == 1
    (given,) = await core.perform(staff_input.status, staff_input.ShowStatus(), actor=roster.actor(uma.id))
    assert "Reading groups need more time" in str(given)
