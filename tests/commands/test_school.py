"""`ilt-bot school`: a whole school in one file, and every slip said with its line and field."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from bot.commands import school_yaml
from bot.routines.school_file import SchoolFile
from tests.databases import SAMPLE

WORDS = SAMPLE.read_text(encoding="utf-8")
LAUGHS = "\n".join(
    ["a0: &a0 [ha, ha]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))]
).encode()
"""Ten lines that stand for some hundred million words."""


def line(part: str) -> int:
    """The line of the sample file that holds these words first."""
    return next(number for number, words in enumerate(WORDS.splitlines(), 1) if part in words)


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the audit, which says that somebody asked."""
    database = sqlite3.connect(path)
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = (table for table in tables if table != "audit")
    return {table: sorted(database.execute(f"SELECT * FROM {table}"), key=repr) for table in kept}


def plainly(file: SchoolFile) -> dict[str, object]:
    """What a file says, whichever way it says it: each day by itself, roles in any order."""
    told = file.model_dump()
    for person in told["people"]:
        person["roles"] = set(person["roles"])
    told["calendar"] = {
        (day, days.kind, days.note)
        for days in file.calendar
        for day in (
            days.first + timedelta(days=n) for n in range(((days.last or days.first) - days.first).days + 1)
        )
    }
    return told


SLIPS = [
    ("zone: America/Denver", "zone: America/Devner", "school.zone: America/Devner is not a time zone"),
    (
        "name: Sample Elementary",
        "nmae: Sample Elementary",
        "school.nmae: I do not know this word; did you mean name",
    ),
    ("  name: Sample Elementary", "  title: [a]", "school.name: this is missing"),
    (
        '  at: "15:30"',
        "  at: 15:30",
        'meetings.at: YAML reads 15:30 as a number; put it in quotes, like "15:30"',
    ),
    ('  at: "15:30"', "  at: 1530", "meetings.at: YAML reads 1530 as a number"),
    ('  at: "15:30"', '  at: "25:30"', 'meetings.at: this must be a time such as "15:30"'),
    ('closes: "15:30"', "closes: 15:30", "school.contract_hours.closes: YAML reads 15:30 as a number"),
    ("first: 2026-10-13", "first: 2026-13-10", "meetings.first: this must be a date such as 2026-10-20"),
    ("first: 2026-10-13", "first: 20261013", "meetings.first: YAML reads 20261013 as a number"),
    ("first: 2026-10-13", "first: 13.10.2026", "meetings.first: this must be a date"),
    ("minutes: 60", "minutes: an hour", "meetings.minutes: this must be a whole number"),
    ("minutes: 60", "minutes: 5", "meetings.minutes: this must be at least 15"),
    ("every: biweekly", "every: monthly", "meetings.every: this must be 'weekly' or 'biweekly'"),
    ("team: k-1, seat: rep", "team: k-2, seat: rep", "people[0].team: there is no k-2"),
    ("seat: rep, roles", "seat: boss, roles", "people[0].seat: this must be 'member', 'rep' or 'lead'"),
    ("roles: [ilt_member]", "roles: ilt_member", "people[0].roles: this must be a list"),
    ("{key: bea-birch", "{key: ada-acorn", "people: the key ada-acorn is there twice"),
    ("{key: bea-birch", "{key: Bea Birch", "people[1].key: this must be a short name"),
    ("name: K-1, channel", "name: 1, channel", "teams[0].name: this must be text; put it in quotes"),
    ('channel: "#grade-2"', 'channel: "#Grade 2"', "teams[1].channel: this must be a channel's name"),
    ("{key: grade-2, name", "{key: k-1, name", "teams: the key k-1 is there twice"),
    ("leader: mina-linden", "leader: nobody", "check_ins[0].leader: there is no nobody"),
    ("strategy: math-talk, opens", "strategy: maths, opens", "walkthroughs[0].strategy: there is no maths"),
    ("look_fors: reasoning_talk", "look_fors: looks", "walkthroughs[0]"),
    ("  last_day: 2027-06-04", "  last_day: 2027-06-04\n  name: Again", "school.name: this is there twice"),
    ("note: Labor Day", "kind: holiday", "calendar[0].kind: this must be"),
]


@pytest.mark.parametrize(("before", "after", "says"), SLIPS, ids=[says[:40] for *_, says in SLIPS])
def test_a_slip_is_said_with_its_line_and_nothing_is_kept(school, tmp_path, before, after, says):
    kept = everything(tmp_path / "ilt.db")
    assert before in WORDS
    (tmp_path / "school.yaml").write_text(WORDS.replace(before, after, 1), encoding="utf-8")

    said = school("school", "apply", "school.yaml")

    assert said.code == 1
    assert says in said.err
    named = int(said.err.partition("line ")[2].partition(",")[0])
    assert abs(named - line(before.strip())) <= 12, said.err
    assert everything(tmp_path / "ilt.db") == kept


def test_the_line_is_the_very_line(school, tmp_path):
    (tmp_path / "school.yaml").write_text(WORDS.replace("{key: iris-heather", "{kye: iris-heather"), "utf-8")
    number = line("key: iris-heather")

    said = school("school", "apply", "school.yaml")

    assert (
        f"school.yaml, line {number}, people[33].kye: I do not know this word; did you mean key?" in said.err
    )
    assert f"school.yaml, line {number}, people[33].key: this is missing." in said.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "holds no school. Start from examples/school.yaml"),
        (b"- a\n- list\n", "holds no school"),
        (b"school: {key: a\nname: b", "line 2: this is not YAML"),
        (b"school:\n\tkey: a\n", "line 2: this is not YAML. There is a tab. Use blanks."),
        (b"school: one: two\n", "line 1: this is not YAML. A second colon on the line?"),
        (b"school: *none\n", "line 1: a school file cannot repeat a part with *none"),
        (b"a: &a\n  name: *a\n", "line 2: a school file cannot repeat a part with *a"),
        (LAUGHS, "line 2: a school file cannot repeat a part with *a0"),
        ("school: Schöne".encode("latin-1"), "it is not UTF-8 text; save it as UTF-8"),
        (b"[" * 5000, "YAML"),
        (b"x" * 5_000_000, "is 5 MB; a school file is a few pages"),
        (b"\x00\x01", "not YAML"),
    ],
    ids=[
        "empty",
        "list",
        "bracket",
        "tab",
        "colon",
        "alias",
        "itself",
        "laughs",
        "latin-1",
        "deep",
        "large",
        "binary",
    ],
)
def test_a_file_that_is_no_school_is_refused_in_a_sentence(ilt, tmp_path, content, says):
    (tmp_path / "school.yaml").write_bytes(content)

    said = ilt("school", "apply", "school.yaml")

    assert said.code == 1
    assert says in said.err
    assert "Traceback" not in said.err
    assert not (tmp_path / "ilt.db").exists()


def test_what_is_no_file_is_refused_in_a_sentence(ilt, tmp_path):
    assert "there is no such file" in ilt("school", "apply", "nothing.yaml").err
    assert "it is a folder" in ilt("school", "apply", str(tmp_path)).err


def test_the_hand_over_is_a_document(school):
    said = school("school", "handover")
    assert said.code == 0
    assert said.out.startswith("# Hand-over: Sample Elementary, ")
    assert "\n## Next dates\n" in said.out


def test_what_is_exported_is_what_was_applied(school, tmp_path):
    kept = everything(tmp_path / "ilt.db")
    exported = school("school", "export")
    (tmp_path / "again.yaml").write_text(exported.out, encoding="utf-8")

    assert plainly(school_yaml.read(tmp_path / "again.yaml").file) == plainly(school_yaml.read(SAMPLE).file)
    said = school("school", "apply", "again.yaml")
    assert said.out == "Nothing to change: the school is as the file says.\n"
    assert everything(tmp_path / "ilt.db") == kept
    assert school("school", "export").out == exported.out


def test_a_school_that_moves_on_says_what_changed(school, tmp_path):
    content = yaml.safe_load(WORDS)
    content["people"] = [one for one in content["people"] if one["key"] != "fay-fern"]
    content["people"].append({"key": "new-person", "name": "New Person", "team": "k-1"})
    (tmp_path / "school.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")

    said = school("school", "apply", "school.yaml")

    assert said.out == "New: New Person.\nLeft: Fay Fern.\n"


def test_several_schools_are_told_apart(school, tmp_path):
    other = WORDS.replace("key: sample-elementary", "key: other-elementary")
    (tmp_path / "other.yaml").write_text(other, encoding="utf-8")
    assert school("school", "apply", "other.yaml").code == 0

    assert "other-elementary, sample-elementary. Name one with --school" in school("school", "export").err
    assert "There is no school third" in school("school", "export", "--school", "third").err
    assert "key: other-elementary" in school("school", "export", "--school", "other-elementary").out


def test_without_a_school_it_is_said_what_to_do(ilt, tmp_path):
    assert "There is no database at ilt.db yet" in ilt("school", "export").err
    assert not (tmp_path / "ilt.db").exists()
    ilt("db", "upgrade")
    assert "There is no school yet. Write a school.yaml" in ilt("school", "export").err


def test_an_empty_school_is_begun_for_somebody_to_set_up_in_chat(ilt):
    begun = (
        "school",
        "new",
        "Lincoln Elementary",
        "--zone",
        "America/Denver",
        "--admin",
        "pat.oak@l.example",
    )

    said = ilt(*begun)

    assert "Pat Oak (pat.oak@l.example) sets it up in Slack" in said.out
    assert "/ilt setup" in said.out
    exported = ilt("school", "export").out
    assert "key: lincoln-elementary" in exported
    assert "- bot_admin" in exported
    assert "Nothing would be sent" in ilt("upcoming").out
    assert "There is a school lincoln-elementary already" in ilt(*begun).err
    assert (
        "America/Denvr is not a time zone"
        in ilt(*(*begun[:4], "America/Denvr"), *begun[5:], "--key", "two").err
    )


def test_a_platform_that_the_school_is_not_on_cannot_be_left(school):
    said = school("school", "leave", "teams")

    assert said.code == 1
    assert "The school is not on Teams. It is on Slack." in said.err
