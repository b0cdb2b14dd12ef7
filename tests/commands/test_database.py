"""`ilt-bot db` and `backup`: databases that are new, old, newer, damaged, locked, full or not there."""

import asyncio
import contextlib
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from bot.app import opened
from bot.errors import Problem
from bot.settings import Settings
from storage import migrations
from storage.engine import connect
from tests.postgres import on_one_server
from tests.serving.process import ROOT, said

OLDER = "This database needs an upgrade first. Run `ilt-bot db upgrade`."
NEWER = "This database was made by a newer version of ILT Bot."
MADE_BY_A_NEWER = "UPDATE alembic_version SET version_num = '9999'"


def bytes_of(path: Path) -> bytes:
    """The file's content, with what stood in its log beside it."""
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def run(path: Path, words: str) -> None:
    with sqlite3.connect(path) as database:
        database.executescript(words)


def test_a_new_database_is_made_and_is_sound(ilt, tmp_path):
    assert "There is no database at ilt.db yet" in ilt("db", "check").err
    assert not (tmp_path / "ilt.db").exists()

    assert ilt("db", "upgrade").out == "The database is up to date.\n"

    assert ilt("db", "check").out == "The database is sound and up to date.\n"
    assert ilt("db", "upgrade").code == 0


def test_what_differs_from_the_program_is_named(school, tmp_path):
    run(
        tmp_path / "ilt.db",
        "ALTER TABLE people DROP COLUMN title; DROP TABLE strategies; CREATE TABLE mine (a INTEGER);"
        "ALTER TABLE teams ADD COLUMN extra TEXT; DROP INDEX ix_outbox_leases;",
    )

    said = school("db", "check")

    assert said.code == 1
    assert "The database lacks the column people.title." in said.out
    assert "The database lacks the table strategies." in said.out
    assert "The database lacks the index ix_outbox_leases." in said.out
    assert "The database has a table mine that the program does not know." in said.out
    assert "The database has a column teams.extra that the program does not know." in said.out


@pytest.mark.parametrize(
    "words", ["db upgrade", "db check", "school export", "upcoming", "tick", "doctor", "serve"]
)
def test_a_newer_database_is_left_alone(school, tmp_path, words):
    run(tmp_path / "ilt.db", f"{MADE_BY_A_NEWER}; UPDATE works_from SET head = '9999'")
    before = bytes_of(tmp_path / "ilt.db")

    said = school(*words.split(), SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="s", ILT_PORT="0")

    assert said.code == 1
    assert NEWER in said.out + said.err
    assert bytes_of(tmp_path / "ilt.db") == before


def test_a_newer_database_that_still_fits_is_worked_with_and_not_upgraded(school, tmp_path):
    run(tmp_path / "ilt.db", MADE_BY_A_NEWER)

    assert "Ada" in school("school", "export").out
    assert "This version still works with it" in school("db", "check").out
    assert NEWER in school("db", "upgrade").err


def test_an_old_database_is_upgraded_before_it_is_used(school, tmp_path):
    run(tmp_path / "ilt.db", "DELETE FROM alembic_version")

    assert OLDER in school("upcoming").err
    assert school("db", "check").out == OLDER + "\n"


@pytest.mark.parametrize("orphans", [0, 1])
def test_foreign_keys_hold_again_after_an_upgrade_however_it_ended(school, tmp_path, orphans):
    path = tmp_path / "ilt.db"
    run(path, "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id));")
    run(path, "INSERT INTO b VALUES (1);" * orphans)

    async def work() -> int:
        engines = connect(f"sqlite:///{path}")
        with contextlib.suppress(migrations.BrokenDatabase):
            await migrations.upgrade(engines.writer)
        async with engines.writer.connect() as connection:
            held = (await connection.exec_driver_sql("PRAGMA foreign_keys")).scalar_one()
        await engines.dispose()
        return int(held)

    assert asyncio.run(work()) == 1


def test_an_upgrade_that_would_leave_orphans_changes_nothing(school, tmp_path):
    path = tmp_path / "ilt.db"
    run(path, "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id));")
    run(path, "INSERT INTO b VALUES (1)")

    said = school("db", "upgrade")

    assert said.code == 1
    assert "The upgrade would leave 1 rows without what they refer to, so nothing was changed." in said.err
    assert "1 rows refer to rows that are not there." in school("db", "check").out


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_bytes(b"not a database at all, really not" * 100), "is not a database"),
        (lambda path: path.mkdir(), "The database file cannot be opened"),
    ],
    ids=["words", "folder"],
)
def test_what_is_no_database_is_said_and_left_alone(ilt, tmp_path, make, says):
    make(tmp_path / "ilt.db")

    said = ilt("db", "upgrade")

    assert said.code == 1
    assert says in said.err


def test_a_damaged_file_is_said(school, tmp_path):
    path = tmp_path / "ilt.db"
    whole = bytearray(bytes_of(path))
    whole[8192:] = b"\x7f" * (len(whole) - 8192)
    path.write_bytes(whole)

    said = school("db", "check")

    assert said.code == 1
    assert "damaged" in said.out + said.err


def test_a_folder_that_may_not_be_written_to_is_said(school, tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir()
    shutil.copy(tmp_path / "ilt.db", folder / "ilt.db")
    url = f"sqlite:///file:{folder / 'ilt.db'}?mode=ro&uri=true"

    async def write() -> None:
        async with (
            opened(Settings(_env_file=None, ILT_DATABASE_URL=url)) as core,
            core.units.writing("x") as work,
        ):
            await work.is_first("key", core.clock.now())

    with pytest.raises(Problem, match="may not be written to"):
        asyncio.run(write())


@pytest.fixture
def spoiled(school, tmp_path):
    """Apply a changed school over a connection that was told something first; what it raises is returned."""

    def write(*pragmas: str) -> str:
        async def work() -> None:
            async with opened(Settings(_env_file=None, ILT_DATABASE_URL="sqlite:///ilt.db")) as core:
                async with core.engines.writer.connect() as connection:
                    for pragma in pragmas:
                        await connection.exec_driver_sql(f"PRAGMA {pragma}")
                async with core.units.writing("other") as unit:
                    for number in range(20_000):
                        await unit.is_first(f"{number:0250}", core.clock.now())

        with pytest.raises(Problem) as caught:
            asyncio.run(work())
        return str(caught.value)

    return write


def test_a_full_disk_is_said_and_nothing_is_half_done(spoiled, tmp_path):
    with sqlite3.connect(tmp_path / "ilt.db") as database:
        pages = database.execute("PRAGMA page_count").fetchone()[0]

    said = spoiled(f"max_page_count={pages + 20}")

    assert said == "The disk is full. Nothing was saved. Free some space, then try again."
    rows = sqlite3.connect(tmp_path / "ilt.db").execute("SELECT count(*) FROM requests").fetchone()
    assert rows == (0,)


def test_a_locked_database_is_said(school, tmp_path):
    holder = sqlite3.connect(tmp_path / "ilt.db", isolation_level=None)

    async def work() -> None:
        async with opened(Settings(_env_file=None, ILT_DATABASE_URL="sqlite:///ilt.db")) as core:
            async with core.engines.writer.connect() as connection:
                await connection.exec_driver_sql("PRAGMA busy_timeout=50")
            holder.execute("BEGIN IMMEDIATE")
            await core.upgrade()

    with pytest.raises(Problem, match="in use by something else that does not let go"):
        asyncio.run(work())
    holder.close()


def test_a_backup_is_whole_while_the_database_is_written(school, tmp_path):
    """Pairs of rows are written together; a backup must never hold half of one."""
    path, stop = tmp_path / "ilt.db", threading.Event()
    run(path, "CREATE TABLE pairs (n INTEGER, half INTEGER, ballast TEXT)")

    def write() -> None:
        database, number = sqlite3.connect(path, timeout=20), 0
        while not stop.is_set():
            number += 1
            with database:
                database.execute("INSERT INTO pairs VALUES (?, 1, ?)", (number, "x" * 2000))
                database.execute("INSERT INTO pairs VALUES (?, 2, ?)", (number, "x" * 2000))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        ended = [school("backup", f"copy-{each}.db") for each in range(3)]
    finally:
        stop.set()
        writer.join()

    assert [one.code for one in ended] == [0, 0, 0]
    for each in range(3):
        copy = sqlite3.connect(tmp_path / f"copy-{each}.db")
        halves = copy.execute("SELECT count(*) FROM pairs GROUP BY n HAVING count(*) <> 2").fetchall()
        assert halves == []
        assert copy.execute("SELECT count(*) FROM people").fetchone() == (41,)
    assert not list(tmp_path.glob("*.part"))


def test_a_backup_never_takes_the_place_of_a_file(school, tmp_path):
    (tmp_path / "old.db").write_text("precious", encoding="utf-8")

    assert "old.db is there already" in school("backup", "old.db").err
    assert (tmp_path / "old.db").read_text(encoding="utf-8") == "precious"
    assert "there is no such folder" in school("backup", "no/such/folder/copy.db").err


def test_a_backup_can_be_run_from(school, tmp_path):
    assert school("backup", "copy.db").out == "Copied to copy.db.\n"

    assert school("db", "check", ILT_DATABASE_URL="sqlite:///copy.db").code == 0
    there = school("school", "export", ILT_DATABASE_URL="sqlite:///copy.db").out
    assert there == school("school", "export").out


@on_one_server
def test_a_database_on_a_server_is_upgraded_checked_and_filled(postgres, ilt):
    postgres.say("CREATE DATABASE fresh")
    url = postgres.url("fresh")
    try:
        assert OLDER in ilt("upcoming", ILT_DATABASE_URL=url).err
        assert ilt("db", "upgrade", ILT_DATABASE_URL=url).code == 0
        assert ilt("db", "check", ILT_DATABASE_URL=url).out == "The database is sound and up to date.\n"
        applied = ilt("school", "apply", str(ROOT / "examples" / "school.yaml"), ILT_DATABASE_URL=url)
        assert "New school: Sample Elementary." in applied.out
        missing = url.replace("/fresh?", "/nowhere?")
        assert "has no database of this name" in ilt("db", "upgrade", ILT_DATABASE_URL=missing).err
    finally:
        postgres.say("DROP DATABASE fresh")


async def test_two_that_upgrade_a_file_at_once_do_no_harm(tmp_path):
    both = await asyncio.gather(*(said("db", "upgrade", folder=tmp_path) for _ in range(2)))

    assert [code for code, _, _ in both] == [0, 0], both
