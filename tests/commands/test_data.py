"""What leaves a school by the command line: by class, suppressed, with a manifest."""

import csv
import io
import json
import re
import sqlite3
import zipfile

import pytest

from bot.commands.data import as_csv
from bot.routines.privacy.exporting import WITHHELD, Sheet
from tests.databases import SEALER


def give(file, topics):
    """Input of so many different people on each topic."""
    with sqlite3.connect(file) as database:
        number = 0
        for topic, people in topics.items():
            for person in range(people):
                number += 1
                database.execute(
                    "INSERT INTO staff_input (id, school, number, author, mode, topic, scope, see, suggest, "
                    "credit, received_at, state, passed_see, passed_suggest, outcome) VALUES "
                    "(?, 'sample-elementary', ?, ?, 'named', ?, 'my_team', ?, '', 0, "
                    "'2026-10-19 18:00:00.000000', 'received', '', '', '')",
                    (f"{number:032}", number, f"{topic}-{person}", topic, SEALER.seal("a quiet heron")),
                )
    database.close()


def unpacked(file):
    with zipfile.ZipFile(file) as found:
        return {name: found.read(name).decode() for name in found.namelist()}


@pytest.mark.requirement("R-297")
def test_a_class_is_written_with_a_manifest_in_each_format(school, tmp_path):
    for form in ("csv", "md", "json"):
        said = school("data", "export", "--class", "P1", "--format", form, "--out", f"{form}.zip")
        assert said.code == 0, said.err
        files = unpacked(tmp_path / f"{form}.zip")
        manifest = json.loads(files["manifest.json"])
        assert {f"{table['file']}" for table in manifest["tables"]} == set(files) - {"manifest.json"}
        assert "Oli Nettle" in files[f"people.{form}"]
    people = list(csv.DictReader(io.StringIO(unpacked(tmp_path / "csv.zip")["people.csv"])))
    assert len(people) == 41
    assert "is there already" in school("data", "export", "--class", "P1", "--out", "csv.zip").err


def test_what_is_between_few_people_is_in_no_export(school, tmp_path):
    give(tmp_path / "ilt.db", {"idea": 9})

    said = school("data", "export", "--class", "P2")

    assert "is in no export" in said.err
    assert not list(tmp_path.glob("*.zip"))
    for kind in ("P0", "P1", "P5"):
        school("data", "export", "--class", kind, "--format", "json", "--out", f"{kind}.zip")
        assert "heron" not in "".join(unpacked(tmp_path / f"{kind}.zip").values())


def test_figures_are_suppressed_in_the_export_too(school, tmp_path):
    give(tmp_path / "ilt.db", {"idea": 9, "thanks": 8, "other": 2})

    school("data", "export", "--class", "P5", "--format", "json", "--out", "p5.zip")

    rows = json.loads(unpacked(tmp_path / "p5.zip")["input_by_topic.json"])
    shown = {row["topic"]: row["people"] for row in rows}
    assert shown["other"] == WITHHELD
    assert shown["idea"] == 9
    assert shown["thanks"] == WITHHELD


@pytest.mark.requirement("R-288")
def test_no_export_joins_an_observation_to_a_person(school, tmp_path):
    with sqlite3.connect(tmp_path / "ilt.db") as database:
        (window,) = database.execute("SELECT id FROM walkthrough_windows LIMIT 1").fetchone()
        database.execute(
            'INSERT INTO walkthrough_visits (id, school, "window", band, subject, marks, first_visit, notes, '
            "observer, day) VALUES ('v', 'sample-elementary', ?, 'k-2', 'math', '{}', 'yes', ?, "
            "'the-observer', '2026-10-19')",
            (window, SEALER.seal("a quiet heron")),
        )
    database.close()

    for kind in ("P0", "P1", "P5"):
        school("data", "export", "--class", kind, "--format", "json", "--out", f"{kind}.zip")
        said = "".join(unpacked(tmp_path / f"{kind}.zip").values())
        assert "the-observer" not in said
        assert "heron" not in said


def test_a_cell_of_a_csv_is_never_a_formula():
    sheet = Sheet("x", "", "", "", ({"a": "=HYPERLINK(1)", "b": "plain"},))

    assert as_csv(sheet) == "a,b\r\n'=HYPERLINK(1),plain\r\n"


def test_holds_are_placed_listed_and_lifted(school):
    assert "There is no decision D-014" in school("hold", "add", "D-014", "--reason", "a request").err
    assert "P1: a request" in school("hold", "add", "P1", "--reason", "a request").out
    assert re.search(r"P1.*the operator", school("hold", "list").out)
    assert "Nothing is held." in school("hold", "lift", "P1").out


def test_who_works_here_is_not_erased_by_the_command_line(school):
    assert "works here" in school("data", "erase", "--person", "oli-nettle").err
