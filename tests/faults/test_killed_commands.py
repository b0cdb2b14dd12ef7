"""Commands that change a database or copy it, killed (SIGKILL) at random moments: each is done wholly or not
at all, and typed once more it is done. (`restore` is killed in `test_disk.py`, `serve` in `tests/serving`)"""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from storage import migrations
from storage.engine import connect
from tests.databases import KEY, SEALER, copied_now
from tests.postgres import on_one_server
from tests.serving.process import environment, said
from tests.serving.warm import Warm
from tests.storage.test_released import Rows, filled, kept, rows_of, written

KILLS = 3
VERSION = "0020"
STAFF = 41
NEW = 30


async def killed_again_and_again(
    words: Sequence[str], folder: Path, variables: Mapping[str, str], within: float
) -> AsyncIterator[None]:
    """Begin it so often, kill it some time within so many seconds, and have what it left looked at."""
    chance = random.Random(20261122)
    for _ in range(KILLS):
        one = Warm(words, folder, environment(**variables), folder / "out", folder / "out")
        await asyncio.sleep(chance.uniform(0, within))
        one.kill()
        await one.wait()
        yield


async def seconds_for(words: Sequence[str], folder: Path, variables: Mapping[str, str]) -> float:
    """How long it takes on this machine to the end."""
    began = monotonic()
    code, _, err = await said(*words, folder=folder, **variables)
    assert code == 0, err
    return monotonic() - began


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=on_one_server)])
def url(request, tmp_path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ilt.db'}"
    return str(request.getfixturevalue("postgres_database"))


@pytest.fixture
async def old(url, tmp_path) -> str:
    """The URL of a database as an earlier version left it, with people and letters in it."""
    if url.startswith("sqlite"):
        lay(tmp_path)
        return url
    engines = connect(url, SEALER)
    await filled(engines, VERSION)
    await engines.dispose()
    return url


def lay(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "ilt.db")) as file:
        file.executescript(written(VERSION))


async def counted(url: str, rows: Rows) -> dict[str, int]:
    engines = connect(url, SEALER)
    async with engines.reader.connect() as connection:
        found = await kept(connection, rows)
    damaged = await migrations.damage(engines.reader)
    await engines.dispose()
    assert damaged == []
    return found


async def test_an_upgrade_that_is_killed_changes_nothing_and_the_next_one_ends(old, tmp_path):
    rows = rows_of(VERSION)
    before = {name: len(found) for name, found in rows.items()}
    (other := tmp_path / "other").mkdir()
    lay(other)
    variables = {"ILT_DATA_KEY": KEY.text}
    takes = await seconds_for(("db", "upgrade"), other, variables)

    variables["ILT_DATABASE_URL"] = old
    async for _ in killed_again_and_again(("db", "upgrade"), tmp_path, variables, takes):
        assert await counted(old, rows) == before

    await seconds_for(("db", "upgrade"), tmp_path, variables)
    await seconds_for(("db", "check"), tmp_path, variables)
    assert await counted(old, rows) == before


@pytest.fixture
def folder(sample_database, tmp_path) -> Path:
    copied_now(sample_database, tmp_path / "ilt.db")
    return tmp_path


def people(path: Path) -> int:
    """How many people a sound database holds."""
    with closing(sqlite3.connect(path)) as found:
        assert found.execute("PRAGMA quick_check").fetchone() == ("ok",)
        return int(found.execute("SELECT count(*) FROM people").fetchone()[0])


async def test_a_backup_that_is_killed_leaves_a_whole_copy_or_none(folder):
    takes = await seconds_for(("backup", "first.db"), folder, {})

    async for _ in killed_again_and_again(("backup", "copy.db"), folder, {}, takes):
        if (folder / "copy.db").exists():
            assert people(folder / "copy.db") == STAFF
            (folder / "copy.db").unlink()

    await seconds_for(("backup", "copy.db"), folder, {})
    assert people(folder / "copy.db") == people(folder / "ilt.db") == STAFF
    assert not list(folder.glob("copy.db?*"))


async def test_an_import_that_is_killed_takes_everybody_or_nobody(folder):
    lines = (f"Ada {n},ada.{n}@sample.example,Grade 2 teacher,grade-2,," for n in range(NEW))
    (folder / "staff.csv").write_text("\n".join(["name,email,title,team,seat,roles", *lines]), "utf-8")
    words = ("roster", "import", "staff.csv", "--yes")
    takes = await seconds_for((*words[:3], "--dry-run"), folder, {})

    async for _ in killed_again_and_again(words, folder, {}, takes):
        assert people(folder / "ilt.db") in (STAFF, STAFF + NEW)

    await seconds_for(words, folder, {})
    assert people(folder / "ilt.db") == STAFF + NEW
