"""`ilt-bot backup` and `restore` of a database on a server."""

import asyncio
from contextlib import contextmanager

import asyncpg
import pytest

from storage.sealing import Key
from tests.databases import KEY
from tests.postgres import on_one_server

WORDS = {"ILT_BACKUP_PASSPHRASE": "four short plain words"}

pytestmark = on_one_server


def asked(url, question, *values):
    async def ask():
        connection = await asyncpg.connect(url)
        try:
            return await connection.fetchval(question, *values)
        finally:
            await connection.close()

    return asyncio.run(ask())


@contextmanager
def database(postgres, name):
    postgres.say(f"CREATE DATABASE {name}")
    yield postgres.url(name)
    postgres.say(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def there(postgres):
    """A database with the sample school."""
    postgres.say("CREATE DATABASE there TEMPLATE ilt_sample")
    yield postgres.url("there")
    postgres.say("DROP DATABASE there WITH (FORCE)")


@pytest.fixture
def here(postgres):
    """An empty database."""
    with database(postgres, "here") as url:
        yield url


@pytest.fixture
def at(ilt):
    """Run `ilt-bot` on one database or another."""

    def run(url, *words, **variables):
        return ilt(*words, ILT_DATABASE_URL=url, **{"ILT_DATA_KEY": KEY.text, **variables})

    return run


def people(url):
    return asked(url, "SELECT count(*) FROM people")


@pytest.mark.parametrize("options", [(), ("--encrypt",)])
def test_a_backup_of_a_server_comes_back_into_an_empty_database(at, here, there, tmp_path, options):
    assert at(there, "backup", "copy.dump", *options, **WORDS).out == "Copied to copy.dump.\n"
    assert (tmp_path / "copy.dump").stat().st_mode & 0o077 == 0

    said = at(here, "restore", "copy.dump", **WORDS)

    assert said.code == 0, said.err
    assert people(here) == people(there) == 41
    assert at(here, "db", "check").out == "The database is sound and up to date.\n"
    assert at(here, "school", "export").out == at(there, "school", "export").out
    assert [one.name for one in tmp_path.iterdir()] == ["copy.dump"]


@pytest.mark.requirement("R-297")
def test_what_was_there_is_kept_and_what_was_held_and_erased_since_stays_so(at, there):
    at(there, "backup", "copy.dump")
    someone = asked(there, "SELECT id FROM people ORDER BY key LIMIT 1")
    asked(
        there,
        "INSERT INTO deletion_receipts (id, school, at, kind, person, by, deleted, held, left_posts) VALUES "
        "('r', 'sample-elementary', '2026-10-20 18:00:00', 'erase', $1, 'a', '{}', '{}', 0)",
        someone,
    )
    assert "add --force" in at(there, "restore", "copy.dump").err

    said = at(there, "restore", "copy.dump", "--force")

    assert said.code == 0, said.err
    assert "is kept in the schema ilt_replaced_" in said.out
    assert asked(there, "SELECT count(*) FROM public.deletion_receipts WHERE id = 'r'") == 1
    assert "Drop the schema when all is well" in " ".join(at(there, "doctor").out.split())


def test_a_backup_that_cannot_be_used_leaves_everything_as_it_was(at, there, tmp_path):
    at(there, "backup", "copy.dump")
    whole = (tmp_path / "copy.dump").read_bytes()
    (tmp_path / "cut.dump").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" * 100)

    cut = at(there, "restore", "cut.dump", "--force")
    picture = at(there, "restore", "picture.png", "--force")

    assert "Nothing was changed." in cut.err
    assert "no backup of a PostgreSQL database" in picture.err
    asked(there, "UPDATE alembic_version SET version_num = '9999'")
    at(there, "backup", "newer.dump")
    asked(there, "UPDATE alembic_version SET version_num = '9998'")
    assert "a newer version of ILT Bot" in at(there, "restore", "newer.dump", "--force").err
    assert asked(there, "SELECT version_num FROM alembic_version") == "9998"
    assert people(there) == 41
    assert asked(there, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'ilt_replaced_%'") == 0


def test_a_key_that_comes_with_a_backup_is_handed_over_before_anything_is_done(at, here, there, tmp_path):
    at(there, "backup", "copy.dump", "--encrypt", **WORDS)
    other = Key.new().text

    said = at(here, "restore", "copy.dump", ILT_DATA_KEY=other, **WORDS)

    assert "The key is in copy.dump.key now" in said.err
    kept = (tmp_path / "copy.dump.key").read_text().strip()
    assert at(here, "restore", "copy.dump", ILT_DATA_KEY=f"{other},{kept}", **WORDS).code == 0


def test_without_a_key_a_plain_backup_is_not_restored_and_the_sentence_says_so(at, here, there):
    at(there, "backup", "copy.dump")

    said = at(here, "restore", "copy.dump", ILT_DATA_KEY="")

    assert "ILT_DATA_KEY is not set" in said.err
    assert asked(here, "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'") == 0


def test_a_bot_at_work_on_the_database_is_not_restored_over(at, there):
    at(there, "backup", "copy.dump")

    async def beside() -> str:
        bot = await asyncpg.connect(there, server_settings={"application_name": "ilt-bot"})
        try:
            return str((await asyncio.to_thread(at, there, "restore", "copy.dump", "--force")).err)
        finally:
            await bot.close()

    assert "Stop every `ilt-bot serve` first" in asyncio.run(beside())


def test_without_postgresqls_programs_the_sentence_says_which(at, there, tmp_path):
    said = at(there, "backup", "copy.dump", PATH=str(tmp_path))

    assert "`pg_dump`, which this needs, is not on this computer" in said.err
    assert not (tmp_path / "copy.dump").exists()


def test_a_password_is_never_said(at):
    said = at("postgresql://ilt:geheim@localhost:1/ilt", "backup", "copy.dump")

    assert "does not answer" in said.err
    assert "geheim" not in said.err + said.out
