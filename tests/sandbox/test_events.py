from dataclasses import replace

import pytest
from aiohttp import web

from bot.sandbox.clock import StillClock
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import SEED
from tests.sandbox.conftest import EchoBot


async def test_opening_home_is_an_event(sandbox: Sandbox, bot: EchoBot) -> None:
    await sandbox.acting.open_home("U1")

    (heard,) = bot.heard
    assert (heard["type"], heard["team_id"]) == ("event_callback", "T1")
    assert heard["event"]["type"] == "app_home_opened"
    assert (heard["event"]["user"], heard["event"]["tab"]) == ("U1", "home")


async def test_the_bot_hears_direct_messages_and_mentions_and_nothing_else(
    sandbox: Sandbox, bot: EchoBot
) -> None:
    await sandbox.acting.write_to_bot("U1", "Hello bot")
    await sandbox.acting.say("U1", "C1", "Hello all")
    await sandbox.acting.say("U1", "C1", "What do you think, <@U0BOT>?")

    assert [heard["event"]["type"] for heard in bot.heard] == ["message", "app_mention"]
    assert (bot.heard[0]["event"]["channel_type"], bot.heard[0]["event"]["channel"]) == ("im", "DU1")


async def test_an_event_that_failed_is_sent_three_times_more(sandbox: Sandbox, bot: EchoBot) -> None:
    bot.reply = lambda _payload: web.Response(status=500)

    await sandbox.acting.open_home("U1")
    await sandbox.events.settled()

    numbers = [headers.get("X-Slack-Retry-Num") for headers in bot.headers]
    assert numbers == [None, "1", "2", "3"]
    assert bot.headers[1]["X-Slack-Retry-Reason"] == "http_error"
    assert len({heard["event_id"] for heard in bot.heard}) == 1


async def test_an_event_heard_at_last_is_not_sent_again(sandbox: Sandbox, bot: EchoBot) -> None:
    bot.reply = lambda _payload: web.Response(status=500 if len(bot.heard) < 2 else 200)

    await sandbox.acting.open_home("U1")
    await sandbox.events.settled()

    assert len(bot.heard) == 2


async def test_a_bot_can_ask_not_to_be_told_again(sandbox: Sandbox, bot: EchoBot) -> None:
    bot.reply = lambda _payload: web.Response(status=500, headers={"X-Slack-No-Retry": "1"})

    await sandbox.acting.open_home("U1")
    await sandbox.events.settled()

    assert len(bot.heard) == 1


@pytest.mark.parametrize("subscribed", [False, True])
async def test_comings_and_goings_are_told_to_a_bot_that_asked(
    clock: StillClock, limits: Limits, bot: EchoBot, subscribed: bool
) -> None:
    wanted = frozenset({"member_joined_channel", "member_left_channel", "app_uninstalled"})
    app = replace(SEED.bot, events=wanted if subscribed else frozenset())
    sandbox = Sandbox(replace(SEED, bot=app), clock=clock, bot_url=bot.url, limits=limits)

    await sandbox.comings.join("U3", "#grade-3")
    await sandbox.comings.leave("U0BOT", "#ilt")
    await sandbox.comings.uninstall()
    await sandbox.close()

    told = [(heard["event"]["type"], heard["event"].get("channel")) for heard in bot.heard]
    assert (
        told
        == [
            ("member_joined_channel", "C3"),
            ("member_left_channel", "C2"),
            ("app_uninstalled", None),
        ][: 3 * subscribed]
    )
