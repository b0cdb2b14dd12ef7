"""What is no database, or not ours: refused in a sentence, with nothing touched and no password said."""

import sqlite3
from pathlib import Path

import pytest

from bot.app.service import running
from bot.errors import Problem
from tests.commands.conftest import as_before, ilt, school
from tests.commands.test_restoring import dump
from tests.databases import KEY
from tests.faults.frame import Fault
from tests.faults.striking import locked
from tests.postgres import on_one_server

__all__ = ["as_before", "ilt", "school"]

NO_URL = "ILT_DATABASE_URL is not a database I know."
NOTHING = Fault("nothing", locked, None, None, None, None)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://ilt:geheim@db.example/ilt", NO_URL),
        ("postgres//ilt:geheim@db.example/ilt", NO_URL),
        ("oracle+oracledb://ilt:geheim@db.example/ilt", NO_URL),
        ("sqlite://", NO_URL),
        ("sqlite:///:memory:", NO_URL),
        ("postgresql://ilt:geheim@db.example:port/ilt", NO_URL),
        ("postgresql://ilt:geheim@localhost:1/ilt", "The database server does not answer."),
        ("postgresql://ilt:geheim@no-such-host.invalid/ilt", "The database server does not answer."),
    ],
)
def test_a_url_that_leads_to_no_database_gets_a_sentence(ilt, url, says):
    for words in (("upcoming",), ("db", "check"), ("backup", "copy.db")):
        said = ilt(*words, ILT_DATABASE_URL=url, ILT_DATA_KEY=KEY.text)

        assert said.code == 1, words
        assert says in said.err, words
        assert "geheim" not in said.err + said.out
        assert len(said.err.splitlines()) == 1


def empty(path: Path) -> None:
    path.touch()


def words(path: Path) -> None:
    path.write_text("Minutes of the meeting. " * 200, encoding="utf-8")


def folder(path: Path) -> None:
    path.mkdir()


def of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE moz_places (id INTEGER)")
    made.close()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (empty, "This database needs an upgrade first."),
        (words, "That file is not a database."),
        (folder, "The database file cannot be opened."),
        (of_another_program, "This database needs an upgrade first."),
    ],
)
def test_a_file_that_is_no_database_of_ours_is_left_as_it_is(ilt, tmp_path, make, says):
    make(tmp_path / "ilt.db")

    said = ilt("upcoming")

    assert said.code == 1
    assert says in said.err


def test_nothing_is_added_to_the_database_of_another_program(ilt, tmp_path):
    of_another_program(tmp_path / "ilt.db")
    before = dump(tmp_path / "ilt.db")

    assert "tables of another program" in ilt("db", "upgrade").err

    assert dump(tmp_path / "ilt.db") == before


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (empty, "it is empty"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" * 999), "it is not a database"),
        (of_another_program, "it is the database of another program"),
        (lambda path: path.write_bytes(b"PGDMP" + b"x" * 999), "is of a PostgreSQL database"),
    ],
    ids=["empty", "picture", "another program's", "of a server"],
)
def test_a_foreign_file_is_not_restored(school, tmp_path, make, says):
    make(tmp_path / "foreign")
    before = dump(tmp_path / "ilt.db")

    said = school("restore", "foreign", "--force")

    assert said.code == 1
    assert says in said.err
    assert said.err.rstrip().endswith("Nothing was changed.")
    assert dump(tmp_path / "ilt.db") == before
    assert not list(tmp_path.glob("ilt.db.*ing*"))


@on_one_server
def test_a_server_that_does_not_let_us_in_says_why(postgres, ilt):
    postgres.say("CREATE ROLE visitor LOGIN")
    right = postgres.url("ilt_sample")
    try:
        nobody = ilt("upcoming", ILT_DATABASE_URL=right.replace("ilt@", "nobody:geheim@"))
        nowhere = ilt("upcoming", ILT_DATABASE_URL=right.replace("ilt_sample", "elsewhere"))
        stranger = ilt("upcoming", ILT_DATABASE_URL=right.replace("ilt@", "visitor:geheim@"))
    finally:
        postgres.say("DROP ROLE visitor")

    assert "does not know this user" in nobody.err
    assert "has no database of this name" in nowhere.err
    assert "lets this user look, but not write" in stranger.err
    assert "geheim" not in nobody.err + nowhere.err + stranger.err


async def test_a_second_service_on_one_file_is_refused_and_single_commands_are_not(on_a_file, tmp_path):
    ground = await on_a_file(NOTHING)

    with pytest.raises(Problem, match=r"Another `ilt-bot serve` \(process \d+\) works on .*ilt.db already"):
        async with running(ground.bot.settings):
            pass

    await ground.posts_a_letter()
    assert await ground.readiness() == "ok"
    await ground.bot.stop()
    async with running(ground.bot.settings):
        pass
