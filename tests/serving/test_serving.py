"""`ilt-bot serve` as a school runs it: over a socket, over signed HTTP, with and without Slack."""

import asyncio
import signal
import sqlite3
from datetime import UTC, datetime

import pytest
from aiohttp import web

from bot.app.core import assembled
from bot.app.sample import APP_TOKEN, TOKEN
from bot.app.starting import require_fit, require_shape
from bot.errors import Problem
from bot.settings import Settings
from tests.conftest import SCHOOL, StillClock
from tests.serving.process import PATIENCE, until

WORDS = "Reading groups need more time"


@pytest.mark.requirement("R-281")
@pytest.mark.parametrize("mode", ["http", "socket"])
async def test_a_teacher_is_heard_and_answered(mode, slack, serving):
    bot = serving(mode, cold=True)
    await bot.start()
    await bot.ready()
    if mode == "http":
        slack.sandbox.bot_url = await bot.url() + "/slack/events"
    assert slack.sandbox.sockets.are_open == (mode != "http")
    uma, grade_4 = slack.people["uma-thistle"], slack.channel("grade-4")

    assert (await slack.acting.command(uma, grade_4, f"/ilt-input {WORDS}")).ok
    form = await until(lambda: slack.acting.top_view(uma))
    told = {"topic": "instruction", "scope": "several_teams", "mode": "named"}
    assert (await slack.acting.submit(uma, form.id, told)).ok

    assert slack.acting.top_view(uma) is None
    others = slack.acting.messages(grade_4, slack.people["vic-umber"])
    assert not any(WORDS in one.words for one in others)
    await until(lambda: "I-001" in "".join(slack.letters("uma-thistle")))
    assert await bot.stop() == 0
    assert not slack.sandbox.sockets.are_open


async def test_slack_out_of_reach_is_waited_for_without_a_restart(slack, serving):
    await slack.close()
    bot = serving("socket")
    await bot.start()

    status, said = await until(lambda: told(bot, "cannot be reached"))
    assert status == 503
    assert said["database"] == "ok"
    assert slack.api in said["slack"]
    assert (await bot.asked("/healthz"))[0] == 200

    await slack.open()
    await bot.ready()
    assert slack.sandbox.sockets.are_open
    assert await bot.stop() == 0


@pytest.mark.parametrize(
    ("wrong", "variable"),
    [({"SLACK_BOT_TOKEN": "xoxb-wrong"}, "SLACK_BOT_TOKEN"), ({"SLACK_APP_TOKEN": TOKEN}, "SLACK_APP_TOKEN")],
)
async def test_a_wrong_token_is_said_and_does_not_end_the_bot(wrong, variable, inside):
    bot = inside("socket", **wrong)
    await bot.start()

    await bot.not_ready(f"Slack does not accept {variable}")

    assert "xoxb" not in (await bot.asked("/readyz"))[1]["slack"].replace("xoxb-...", "")
    assert (await bot.asked("/healthz"))[0] == 200


async def test_a_lost_connection_comes_back(slack, inside):
    bot = inside("socket")
    await bot.start()
    await bot.ready()

    await slack.sandbox.sockets.close()
    await until(lambda: not slack.sandbox.sockets.are_open)

    await until(lambda: slack.sandbox.sockets.are_open, within=40)
    await bot.ready()


@pytest.fixture
async def answers(slack) -> asyncio.Event:
    """Slack does what it is asked to, and says so only once this is set."""
    said = asyncio.Event()

    @web.middleware
    async def hold(request, handler):
        answer = await handler(request)
        if request.path.endswith(("/chat.postMessage", "/views.open")):
            await said.wait()
        return answer

    await slack.close()
    await slack.open(hold)
    return said


async def test_what_was_begun_is_finished_before_it_ends(slack, serving, folder, answers):
    bot = serving("socket")
    await bot.start()
    await bot.ready()
    uma, grade_4 = slack.people["uma-thistle"], slack.channel("grade-4")
    write_a_letter(folder)
    await until(lambda: slack.sandbox.calls.of("chat.postMessage"))
    typing = asyncio.create_task(slack.acting.command(uma, grade_4, "/ilt-input Something"))
    await until(lambda: slack.sandbox.calls.of("views.open"))

    bot.process.send_signal(signal.SIGTERM)
    await until(lambda: bot.logged("stopping"))
    answers.set()
    async with asyncio.timeout(PATIENCE):
        code = await bot.process.wait()

    assert code == 0
    assert (await typing).ok
    assert slack.acting.top_view(uma) is not None
    assert state_of_the_letter(folder) == "sent"
    assert [one["event"] for one in bot.events() if one["event"].startswith("stop")] == [
        "stopping",
        "stopped",
    ]
    (last,) = bot.logged("stopped")
    assert (last["due"], last["on_their_way"], last["cut_off"]) == (0, 0, [])
    (first,) = bot.logged("serving")
    assert (first["database"], first["platforms"], first["schools"]) == ("sqlite", ["slack"], 1)
    assert first["schema"].isdecimal()
    assert {"version", "replica"} <= first.keys()


async def test_told_twice_it_ends_at_once_and_the_next_start_finds_out(slack, serving, folder, answers):
    bot = serving("socket")
    await bot.start()
    await bot.ready()
    write_a_letter(folder)
    await until(lambda: state_of_the_letter(folder) == "sending")

    bot.process.send_signal(signal.SIGTERM)
    await until(lambda: bot.logged("stopping"))
    bot.process.send_signal(signal.SIGTERM)

    async with asyncio.timeout(PATIENCE):
        assert await bot.process.wait() in (128 + signal.SIGTERM, 1)
    assert bot.events()[-1]["event"] == "ended at once"
    assert state_of_the_letter(folder) == "sending"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"SLACK_BOT_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN does not begin with xoxb-"),
        ({"SLACK_APP_TOKEN": TOKEN}, "SLACK_APP_TOKEN does not begin with xapp-"),
    ],
)
def test_a_token_that_cannot_be_right_keeps_it_from_starting(wrong, says):
    settings = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_APP_TOKEN": APP_TOKEN} | wrong

    with pytest.raises(Problem, match=says) as found:
        require_shape(Settings(_env_file=None, **settings))

    assert TOKEN not in str(found.value)


async def test_a_clock_that_cannot_be_right_keeps_it_from_starting(engines):
    core = assembled(engines, StillClock(datetime(1970, 1, 1, 0, 5, tzinfo=UTC)))

    with pytest.raises(Problem, match=r"This computer's clock says that it is January 1970. Set it right"):
        await require_fit(core, Settings(_env_file=None))


def write_a_letter(folder):
    """Put a letter to Grade 4 into the outbox, due now."""
    with sqlite3.connect(folder / "ilt.db", timeout=10) as database:
        database.execute(
            "INSERT INTO outbox (id, school, key, audience, message, platform, state, due_at, if_unknown, "
            "attempts) VALUES ('1', ?, 'meeting/1/agenda', 'team:grade-4', "
            """'{"summary": "Agenda", "parts": []}', 'slack', 'pending', """
            "datetime('now') || '.000000', 'never', 0)",
            (SCHOOL,),
        )


def state_of_the_letter(folder):
    with sqlite3.connect(folder / "ilt.db", timeout=10) as database:
        return database.execute("SELECT state FROM outbox WHERE id = '1'").fetchone()[0]


async def told(bot, words):
    """What `/readyz` says, once it says these words."""
    status, said = await bot.asked("/readyz")
    return (status, said) if words in said["slack"] else None
