"""`ilt-bot serve` as a school runs it: over a socket, over signed HTTP, with and without Slack."""

import signal
from time import monotonic

import pytest

from bot.app.sample import TOKEN
from tests.serving.process import until

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


async def test_what_was_begun_is_finished_before_it_ends(slack, serving):
    bot = serving("socket")
    await bot.start()
    await bot.ready()
    uma = slack.people["uma-thistle"]
    slack.sandbox.faults.delay("views.open", 1.5)
    assert (await slack.acting.command(uma, slack.channel("grade-4"), "/ilt-input Something")).ok

    began = monotonic()
    bot.process.send_signal(signal.SIGINT)
    code = await bot.process.wait()

    assert code == 0
    assert 1 < monotonic() - began < 15
    assert slack.acting.top_view(uma) is not None
    assert [one["event"] for one in bot.events()][-2:] == ["stopping", "stopped"]


async def told(bot, words):
    """What `/readyz` says, once it says these words."""
    status, said = await bot.asked("/readyz")
    return (status, said) if words in said["slack"] else None
