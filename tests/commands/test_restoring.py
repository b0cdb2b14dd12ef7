"""A backup that only its passphrase opens, put back in place with what must not come back left out."""

import sqlite3

import pytest

from bot.app.keys import key_file
from storage.sealing import Key
from tests.commands.test_keys import seal_something
from tests.databases import KEY

WORDS = {"ILT_BACKUP_PASSPHRASE": "four short plain words"}


def rows(file, table):
    with sqlite3.connect(file) as database:
        (count,) = database.execute(f"SELECT count(*) FROM {table}").fetchone()
    database.close()
    return count


def dump(file):
    with sqlite3.connect(file) as database:
        lines = list(database.iterdump())
    database.close()
    return lines


def say(file, *statements):
    with sqlite3.connect(file) as database:
        for words, values in statements:
            database.execute(words, values)
    database.close()


def test_an_encrypted_backup_holds_nothing_anybody_could_read(school, tmp_path):
    assert school("backup", "copy.ilt", "--encrypt", **WORDS).code == 0

    copy = (tmp_path / "copy.ilt").read_bytes()
    assert b"SQLite" not in copy
    assert b"Oli Nettle" not in copy
    assert "too short" in school("backup", "b.ilt", "--encrypt", ILT_BACKUP_PASSPHRASE="short").err.lower()
    assert not list(tmp_path.glob("*.part"))


def test_it_comes_back_with_its_key_on_another_computer(school, tmp_path):
    seal_something(tmp_path / "ilt.db")
    school("backup", "copy.ilt", "--encrypt", **WORDS)
    there = school("school", "export").out
    (tmp_path / "ilt.db").unlink()
    key_file(tmp_path / "ilt.db").unlink()

    said = school("restore", "copy.ilt", **WORDS)

    assert said.code == 0, said.err
    assert Key.read(key_file(tmp_path / "ilt.db").read_text()) == KEY
    assert school("school", "export").out == there
    assert rows(tmp_path / "ilt.db", "check_in_topics") == 1


def test_a_backup_in_which_nothing_was_encrypted_yet_comes_back_without_its_key_file(school, tmp_path):
    school("backup", "plain.db")
    (tmp_path / "ilt.db").unlink()
    key_file(tmp_path / "ilt.db").unlink()

    said = school("restore", "plain.db")

    assert said.code == 0, said.err
    assert Key.read(key_file(tmp_path / "ilt.db").read_text())


def test_a_wrong_passphrase_a_cut_file_and_a_wrong_key_change_nothing(school, tmp_path):
    seal_something(tmp_path / "ilt.db")
    school("backup", "copy.ilt", "--encrypt", **WORDS)
    school("backup", "plain.db")
    before = dump(tmp_path / "ilt.db")

    wrong = school("restore", "copy.ilt", "--force", ILT_BACKUP_PASSPHRASE="some other plain words")
    assert "does not open the backup" in wrong.err
    (tmp_path / "cut.ilt").write_bytes((tmp_path / "copy.ilt").read_bytes()[:-4000])
    assert "cut off or damaged" in school("restore", "cut.ilt", "--force", **WORDS).err
    key_file(tmp_path / "ilt.db").write_text(Key.new().text)
    assert "a key that is not here" in school("restore", "plain.db", "--force").err

    assert dump(tmp_path / "ilt.db") == before
    assert not list(tmp_path.glob("*.restoring*"))


def test_nothing_is_replaced_unasked_while_in_use_or_by_something_newer(school, tmp_path):
    school("backup", "copy.db")
    assert "add --force" in school("restore", "copy.db").err
    holder = sqlite3.connect(tmp_path / "ilt.db")
    holder.execute("PRAGMA journal_mode=WAL")
    holder.execute("SELECT count(*) FROM people").fetchone()
    assert "Stop the bot first" in school("restore", "copy.db", "--force").err
    holder.close()

    say(tmp_path / "copy.db", ("UPDATE alembic_version SET version_num = '9999'", ()))
    assert "a newer version of ILT Bot" in school("restore", "copy.db", "--force").err


@pytest.mark.requirement("R-297")
def test_what_was_erased_since_the_backup_is_erased_again_and_holds_stay(school, tmp_path):
    file = tmp_path / "ilt.db"
    seal_something(file)
    school("backup", "copy.db")
    say(
        file,
        ("DELETE FROM check_in_topics", ()),
        (
            "INSERT INTO deletion_receipts (id, school, at, kind, person, by, deleted, held, left_posts) "
            "VALUES ('r', 'sample-elementary', '2026-10-20 18:00:00', 'erase', 'a', 'a', '{}', '{}', 0)",
            (),
        ),
        (
            "INSERT INTO holds (id, school, object, reason, placed_by, placed_at) "
            "VALUES ('h', 'sample-elementary', 'D-001', '', 'operator', '2026-10-20 18:00:00')",
            (),
        ),
    )

    said = school("restore", "copy.db", "--force")

    assert said.code == 0, said.err
    assert "1 rows that had been deleted since" in said.out
    assert rows(file, "check_in_topics") == 0
    assert rows(file, "holds") == 1
    assert (tmp_path / "ilt.db.replaced").exists()
    assert "ilt.db.replaced is what a restore has replaced" in " ".join(school("doctor").out.split())


def test_a_file_that_cannot_be_reached_is_said_to_be_that(school):
    """A name that no disk takes stands for a folder that only others may look into: root may into all."""
    told = school("restore", "x" * 300)

    assert (told.code, "cannot be reached: file name too long" in told.err) == (1, True)
