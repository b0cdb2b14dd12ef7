"""The key of what is encrypted, as an administrator meets it."""

import sqlite3
import stat

import pytest

from bot.app import opened
from bot.app.keys import key_file
from bot.errors import Problem
from bot.settings import Settings
from storage.sealing import Key
from tests.databases import KEY, SEALER


def seal_something(file):
    with sqlite3.connect(file) as database:
        database.execute(
            "INSERT INTO check_in_topics (id, school, series, day, author, text, talk_only, added_at) "
            "VALUES ('t', 'sample-elementary', 's', '2026-10-20', 'a', ?, 0, '2026-10-19 18:00:00.000000')",
            (SEALER.seal("words between two"),),
        )
    database.close()


def sealed_text(file):
    with sqlite3.connect(file) as database:
        (text,) = database.execute("SELECT text FROM check_in_topics").fetchone()
    database.close()
    return text


def test_only_its_owner_can_read_a_new_database_and_its_key(ilt, tmp_path):
    assert ilt("db", "upgrade").code == 0

    file = tmp_path / "ilt.db.key"
    assert Key.read(file.read_text())
    for one in (file, tmp_path / "ilt.db"):
        assert stat.S_IMODE(one.stat().st_mode) == 0o600, one.name
    before = file.read_text()
    assert ilt("db", "upgrade").code == 0
    assert file.read_text() == before


def test_a_lost_key_is_said_in_a_sentence_and_no_other_is_made(school, tmp_path):
    seal_something(tmp_path / "ilt.db")
    key_file(tmp_path / "ilt.db").unlink()

    said = school("school", "export")

    assert said.code == 1
    assert "are encrypted, and the key that opens them is not here" in said.err
    assert not key_file(tmp_path / "ilt.db").exists()


def test_a_wrong_key_is_said_by_the_doctor(school, tmp_path):
    seal_something(tmp_path / "ilt.db")
    key_file(tmp_path / "ilt.db").write_text(Key.new().text)

    assert "encrypted with a key that is not at hand" in " ".join(school("doctor").out.split())
    assert (
        "is not a key"
        in school("doctor", ILT_DATA_KEY="hunter2").err + school("doctor", ILT_DATA_KEY="hunter2").out
    )
    assert "hunter2" not in school("doctor", ILT_DATA_KEY="hunter2").out


async def test_the_bot_does_not_start_with_a_key_that_does_not_fit(school, tmp_path):
    """It would answer nobody, and could say to nobody why."""
    file = tmp_path / "ilt.db"
    seal_something(file)
    settings = Settings(_env_file=None, ILT_DATABASE_URL=f"sqlite:///{file}")
    async with opened(settings) as core:
        await core.require_key()

    key_file(file).write_text(Key.new().text)
    with pytest.raises(Problem, match="encrypted with a key that is not at hand"):
        async with opened(settings) as core:
            await core.require_key()


def test_rekey_encrypts_everything_with_a_new_key(school, tmp_path):
    seal_something(tmp_path / "ilt.db")
    before = sealed_text(tmp_path / "ilt.db")

    said = school("db", "rekey")

    assert said.out.startswith("Encrypted 1 texts with a new key.")
    (new,) = [Key.read(one) for one in key_file(tmp_path / "ilt.db").read_text().split(",")]
    after = sealed_text(tmp_path / "ilt.db")
    assert new != KEY
    assert new.name in after
    assert KEY.name in before


def test_rekey_waits_until_nobody_has_the_database_open(school, tmp_path):
    holder = sqlite3.connect(tmp_path / "ilt.db")
    holder.execute("PRAGMA journal_mode=WAL")
    holder.execute("SELECT count(*) FROM people").fetchone()
    try:
        said = school("db", "rekey")
    finally:
        holder.close()

    assert "Stop the bot first" in said.err
    assert key_file(tmp_path / "ilt.db").read_text().strip() == KEY.text


def test_a_database_on_a_server_asks_for_the_key_before_anything_is_served(ilt):
    said = ilt("serve", ILT_DATABASE_URL="postgresql://ilt@db.example/ilt", SLACK_BOT_TOKEN="xoxb-1")

    assert said.code == 1
    assert "ILT_DATA_KEY: the key that encrypts what is private" in said.err
