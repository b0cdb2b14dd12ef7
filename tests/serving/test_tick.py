"""`ilt-bot tick` does one moment's work: once, and into the workspace."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.sample import TOKEN
from bot.commands.upcoming import ticked
from bot.settings import Settings

MORNING = datetime(2026, 10, 20, 13, 45, tzinfo=UTC)


@pytest.mark.requirement("R-277")
async def test_a_tick_does_what_is_due_once(folder, slack):
    """Also when a tick of an earlier moment follows, before that moment is over."""
    with sqlite3.connect(folder / "ilt.db") as database:
        database.execute("UPDATE schools SET since = '2026-09-01 12:00:00.000000'")
    variables = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_API_URL": slack.api}
    database_url = f"sqlite:///{folder / 'ilt.db'}"
    settings = Settings(_env_file=None, ILT_DATABASE_URL=database_url, **variables)
    before = MORNING - timedelta(hours=1)

    lines = await ticked(settings, MORNING, now=before)
    again = await ticked(settings, MORNING, now=before)
    earlier = await ticked(settings, MORNING - timedelta(minutes=30), now=before)

    assert any("Call for items  to #ilt" in line for line in lines)
    assert any(line.startswith("Sent ") for line in lines)
    assert again == earlier == ["Sent 0 messages."]
    oli = slack.people["oli-nettle"]
    calls = [one for one in slack.acting.messages(slack.channel("ilt"), oli) if "Call for items" in one.words]
    assert len(calls) == 1
