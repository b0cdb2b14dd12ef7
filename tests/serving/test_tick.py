"""`ilt-bot tick` does one moment's work: once, and into the workspace."""

import sqlite3

import pytest

from bot.app.sample import TOKEN
from tests.serving.process import said


@pytest.mark.requirement("R-277")
async def test_a_tick_does_what_is_due_once(folder, slack):
    with sqlite3.connect(folder / "ilt.db") as database:
        database.execute("UPDATE schools SET since = '2026-09-01 12:00:00.000000'")
    moment = ("tick", "--at", "2026-10-20T07:45")
    tokens = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_API_URL": slack.api}

    code, out, err = await said(*moment, folder=folder, **tokens)
    again = await said(*moment, folder=folder, **tokens)

    assert code == 0, err
    assert "Call for items  to #ilt" in out
    assert "Sent " in out
    assert again[1] == "Sent 0 messages.\n"
    oli = slack.people["oli-nettle"]
    calls = [one for one in slack.acting.messages(slack.channel("ilt"), oli) if "Call for items" in one.words]
    assert len(calls) == 1
