"""`ilt-bot upcoming`, `tick` and `manifest`: looking ahead without doing anything."""

import re
import sqlite3

import pytest
import yaml

from tests.databases import SCHOOL

LINE = re.compile(r"^\w{3}, \w{3} \d+, \d+:\d\d [AP]M +\S.*  to \S.*  \(.+\)$")


@pytest.fixture
def in_october(school, tmp_path):
    """The sample school, as if it had been applied before the week of its second meeting."""
    with sqlite3.connect(tmp_path / "ilt.db") as database:
        database.execute("UPDATE schools SET since = '2026-10-19 18:00:00.000000'")
    return school


def test_upcoming_says_when_to_whom_and_why(in_october):
    lines = in_october("upcoming", "--days", "7", "--at", "2026-10-19T12:00").out.splitlines()

    assert all(LINE.match(line) for line in lines), lines
    call = next(line for line in lines if "Call for items" in line)
    assert call.startswith("Tue, Oct 20, 7:45 AM")
    assert "to #ilt  (five school days before the ILT on Tue, Oct 27)" in call
    assert not any("Oct 27, " in line.partition("  ")[0] for line in lines)


def test_upcoming_holds_letters_that_wait(in_october, tmp_path):
    with sqlite3.connect(tmp_path / "ilt.db") as database:
        database.execute(
            "INSERT INTO outbox "
            "(id, school, key, audience, message, platform, state, due_at, if_unknown, attempts) "
            "VALUES ('1', ?, 'k', 'ilt', '{\"summary\": \"A decision\", \"parts\": []}', 'slack', 'pending', "
            "'2026-10-20 13:45:00.000000', 'never', 0)",
            (SCHOOL,),
        )

    out = in_october("upcoming", "--days", "2", "--at", "2026-10-19T12:00").out

    assert "Tue, Oct 20, 7:45 AM     A decision  to #ilt  (written already, waits for its moment)" in out


def test_a_quiet_day_is_said(in_october):
    quiet = in_october("upcoming", "--days", "1", "--at", "2026-10-17T23:00").out

    assert quiet == "Nothing would be sent in the next day.\n"


def test_a_dry_run_says_what_is_due_and_does_nothing(in_october, tmp_path):
    path = tmp_path / "ilt.db"
    before = list(sqlite3.connect(path).iterdump())

    said = in_october("tick", "--at", "2026-10-20T07:45", "--dry-run")

    assert "Call for items  to #ilt" in said.out
    assert list(sqlite3.connect(path).iterdump()) == before


def test_a_moment_that_is_over_is_not_lived_through_again(in_october, tmp_path):
    path = tmp_path / "ilt.db"
    before = list(sqlite3.connect(path).iterdump())

    said = in_october("tick", "--at", "2026-10-20T07:45")

    assert said.code == 1
    assert "Tue, Oct 20, 7:45 AM is over." in said.err
    assert "--dry-run" in said.err
    assert list(sqlite3.connect(path).iterdump()) == before


def test_a_moment_without_a_zone_is_the_schools_and_said_so(in_october):
    plain = in_october("tick", "--at", "2026-10-20T07:45", "--dry-run").out
    zoned = in_october("tick", "--at", "2026-10-20T13:45Z", "--dry-run").out

    reading = "At Tue, Oct 20, 7:45 AM on the clock of Sample Elementary (America/Denver):\n"
    assert plain == reading + zoned


def test_a_tick_without_a_token_does_nothing(in_october, tmp_path):
    path = tmp_path / "ilt.db"
    before = list(sqlite3.connect(path).iterdump())

    said = in_october("tick")

    assert (said.code, said.out) == (1, "")
    assert "SLACK_BOT_TOKEN is not set, so nothing can be sent" in said.err
    assert list(sqlite3.connect(path).iterdump()) == before


def test_a_tick_that_cannot_reach_slack_does_nothing(in_october, tmp_path):
    path = tmp_path / "ilt.db"
    before = list(sqlite3.connect(path).iterdump())
    nowhere = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_API_URL": "http://127.0.0.1:9/api/"}

    said = in_october("tick", **nowhere)

    assert said.code == 1
    assert "Slack cannot be reached at http://127.0.0.1:9/api/" in said.err
    assert list(sqlite3.connect(path).iterdump()) == before


def test_the_manifest_is_what_a_school_pastes(ilt, tmp_path):
    plain = yaml.safe_load(ilt("manifest").out)
    over_http = yaml.safe_load(ilt("manifest", "--url", "https://ilt.example.org/slack/events").out)

    assert plain["settings"]["socket_mode_enabled"] is True
    assert over_http["settings"]["socket_mode_enabled"] is False
    urls = {command["url"] for command in over_http["features"]["slash_commands"]}
    assert urls == {"https://ilt.example.org/slack/events"}


def test_a_manifest_that_differs_is_noticed(ilt, tmp_path):
    assert ilt("manifest", "--check").code == 1
    (tmp_path / "app.yaml").write_text(ilt("manifest").out, encoding="utf-8")
    assert ilt("manifest", "--check").code == 0
    (tmp_path / "app.yaml").write_text(ilt("manifest").out + "x: 1\n", encoding="utf-8")
    assert "is not what this program makes" in ilt("manifest", "--check").err
