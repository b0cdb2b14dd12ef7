"""`ilt-bot doctor` beside a workspace: what is well, what is missing, and how to mend it."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from bot.app.checkup.examining import examined
from bot.app.checkup.findings import Verdict
from bot.app.sample import APP_TOKEN, SECRET, TOKEN
from bot.settings import Settings
from storage.engine import connect
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL
from tests.databases import SEALER
from tests.serving.process import said


@pytest.fixture
def doctor(folder, slack):
    """Examine, with these settings changed, and return all sentences that carry a verdict."""

    async def examine(**changed: str) -> dict[Verdict, list[str]]:
        set_up = {
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_API_URL": slack.api,
            "ILT_DATABASE_URL": f"sqlite:///{folder / 'ilt.db'}",
            "ILT_PORT": "0",
        }
        parts = await examined(Settings(_env_file=None, **(set_up | changed)))
        return {
            verdict: [one.words for part in parts for one in part.findings if one.verdict is verdict]
            for verdict in Verdict
        }

    return examine


@pytest.fixture
def school(folder):
    """Change the school in the database: gets its roster, inside a transaction."""

    async def change(work_on):
        engines = connect(f"sqlite:///{folder / 'ilt.db'}", SEALER)
        async with UnitsOfWork(engines).writing(SCHOOL) as work:
            roster = await work.people.to_change()
            await work.people.forget(work_on(roster) or ())
        await engines.dispose()

    return change


async def test_a_school_that_is_set_up_is_well(doctor):
    found = await doctor()

    assert found[Verdict.MEND] == []
    assert "The app has every scope it needs." in found[Verdict.WELL]
    assert "41 people of the school are found in Slack." in found[Verdict.WELL]
    assert any("reasoning_talk" in words for words in found[Verdict.WELL])


async def test_how_messages_fared_in_the_last_week_is_said_with_what_to_do(doctor, folder):
    well = await doctor()
    letters = "id, school, key, audience, message, platform, if_unknown, attempts, state, due_at, settled_at"
    hours = (2, 3, 4)
    now = datetime.now(UTC)
    before = [(now - timedelta(hours=hour)).strftime("%F %T.000000") for hour in hours]
    with sqlite3.connect(folder / "ilt.db") as database:
        for state, at in zip(("pending", "expired", "failed"), before, strict=True):
            values = (state, SCHOOL, f"meeting/{state}/agenda", state, at, None if state == "pending" else at)
            database.execute(
                f"INSERT INTO outbox ({letters}) "
                "VALUES (?, ?, ?, 'ilt', '{}', 'slack', 'never', 1, ?, ?, ?)",
                values,
            )
        for number, version in enumerate(("0.1.0", "0.2.0")):
            database.execute(
                "INSERT INTO replicas VALUES (?, 'one', ?, '0038', datetime('now') || '.000000', "
                "datetime('now') || '.000000')",
                (str(number), version),
            )
        database.execute(
            "INSERT INTO paces (platform, workspace, rate, has_slowed, free_at, closed_at, opens_at) "
            "VALUES ('slack', 'T1', 0.5, 1, 0, ?, ?)",
            (now.timestamp() - 5, now.timestamp() + 600),
        )

    found = await doctor()

    assert "No message waits that is due." in well[Verdict.WELL]
    assert any("No `ilt-bot serve` is running" in words for words in well[Verdict.NOTE])
    (stuck,) = found[Verdict.MEND]
    assert stuck.startswith(
        "A message for Slack has been due for 2 hours and has not gone. Start `ilt-bot serve`"
    )
    notes = " ".join(found[Verdict.NOTE])
    assert (
        "1 message came too late to be useful. 1 message could not be delivered. `ilt-bot deliveries`"
        in notes
    )
    assert "Programs of several versions are running: 0.1.0 (1), 0.2.0 (1)." in notes
    assert "Slack has asked the bot to wait" in notes
    assert "Slack takes 30 messages a minute" in notes


async def test_the_command_says_it_and_ends_with_a_code(folder, slack):
    slack.sandbox.workspace.archive(slack.channel("grade-2"))
    tokens = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": slack.api}

    code, out, _ = await said("doctor", folder=folder, ILT_PORT="0", **tokens)

    assert code == 1
    assert "  ok    SLACK_BOT_TOKEN is set.\n" in out
    assert "  mend  #grade-2 is archived." in out
    assert out.endswith("One thing is to be mended.\n")
    assert not any(secret in out for secret in (TOKEN, SECRET))


async def test_channels_say_how_to_mend_them(doctor, slack):
    workspace = slack.sandbox.workspace
    workspace.archive(slack.channel("grade-2"))
    workspace.remove(slack.channel("grade-3"), workspace.bot_id)
    del workspace.conversations[slack.channel("k-1")]

    mend = " ".join((await doctor())[Verdict.MEND])

    assert "#grade-2 is archived" in mend
    assert "The bot is not in #grade-3. Type /invite @ILT Bot in it." in mend
    assert "#k-1 is not found" in mend


async def test_people_who_are_not_in_slack_are_named(doctor, slack):
    workspace = slack.sandbox.workspace
    uma = slack.people["uma-thistle"]
    workspace.users[uma] = replace(workspace.users[uma], email="somebody@else.example")

    assert any(
        "Uma Thistle (uma.thistle@sample.example)" in words for words in (await doctor())[Verdict.MEND]
    )


async def test_missing_scopes_are_held_against_the_manifest(doctor, slack):
    slack.sandbox.workspace.scopes -= {"users:read.email", "im:write", "groups:history"}

    found = await doctor()

    assert any("lacks the scopes im:write, users:read.email" in words for words in found[Verdict.MEND])
    assert any("Without groups:history (optional)" in words for words in found[Verdict.NOTE])


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-old"}, "Slack does not accept SLACK_BOT_TOKEN (invalid_auth)"),
        ({"SLACK_APP_TOKEN": "xapp-old"}, "Slack does not accept SLACK_APP_TOKEN (invalid_auth)"),
        ({"SLACK_BOT_TOKEN": APP_TOKEN}, "SLACK_BOT_TOKEN does not begin with xoxb-"),
        ({"SLACK_BOT_TOKEN": ""}, "Not set: SLACK_BOT_TOKEN"),
        ({"SLACK_APP_TOKEN": ""}, "Not set: SLACK_APP_TOKEN"),
        ({"SLACK_API_URL": "http://127.0.0.1:9/api/"}, "Slack cannot be reached at http://127.0.0.1:9/api/"),
        ({"ILT_DATABASE_URL": "sqlite:////nowhere/at/all.db"}, "There is no database at /nowhere/at/all.db"),
        ({"ILT_DATABASE_URL": "mysql://x"}, "ILT_DATABASE_URL is not a database I know"),
        ({"ILT_HOST": "203.0.113.7"}, "Port 0 on 203.0.113.7 cannot be used"),
    ],
)
async def test_what_is_wrong_is_said_and_the_rest_is_looked_at(doctor, changed, says):
    found = await doctor(**changed)

    assert any(says in words for words in found[Verdict.MEND])
    assert found[Verdict.WELL]


async def test_without_a_network_the_school_is_still_looked_at(doctor, slack):
    await slack.close()

    found = await doctor()

    assert any("cannot be reached" in words for words in found[Verdict.MEND])
    assert any("were not looked at" in words for words in found[Verdict.UNSEEN])
    assert "Noel Mint answers staff input first." in found[Verdict.WELL]


async def test_a_school_nobody_leads_is_noticed(doctor, school):
    await school(lambda roster: roster.duties)

    mend = " ".join((await doctor())[Verdict.MEND])

    assert "Nobody is the school leader" in mend
    assert "Nobody would answer staff input" in mend
    assert "Nobody speaks for Administration and office" in mend


@pytest.mark.parametrize(
    ("last_day", "verdict", "says"),
    [
        (timedelta(days=12), Verdict.NOTE, "The calendar ends on"),
        (timedelta(days=-1), Verdict.MEND, "The calendar holds no school day ahead"),
        (None, Verdict.NOTE, "The school year has no last_day"),
    ],
)
async def test_a_calendar_that_ends_is_noticed(doctor, school, last_day, verdict, says):
    def end(roster):
        today = datetime.now(UTC).date()
        roster.school.first_day = today - timedelta(days=100)
        roster.school.last_day = today + last_day if last_day else None

    await school(end)

    assert any(says in words for words in (await doctor())[verdict])


async def test_a_clock_that_differs_from_slacks_is_noticed(doctor, slack):
    await slack.close()
    ago = (datetime.now(UTC) - timedelta(minutes=7)).strftime("%a, %d %b %Y %H:%M:%S GMT")

    @web.middleware
    async def in_the_past(request, handler):
        response = await handler(request)
        response.headers["Date"] = ago
        return response

    await slack.open(in_the_past)

    assert any("7 minutes ahead of Slack's" in words for words in (await doctor())[Verdict.MEND])


async def test_a_bot_that_runs_already_is_well(doctor, inside):
    bot = inside("http")
    await bot.start()
    port = (await bot.url()).rpartition(":")[2]

    found = await doctor(ILT_PORT=port)

    assert f"Port {port} on 127.0.0.1: the bot is running there." in found[Verdict.WELL]
