"""What becomes of a channel, as Slack's API, its events and the page show it."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.sandbox.clock import StillClock
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import SEED
from tests.sandbox.conftest import Api, EchoBot

EVENTS = ("archive", "unarchive", "rename", "left", "deleted", "shared", "unshared")


@pytest.fixture
async def sandbox(clock: StillClock, limits: Limits, bot: EchoBot) -> AsyncIterator[Sandbox]:
    """A bot that wants to hear of channels."""
    wanted = frozenset(f"{kind}_{what}" for kind in ("channel", "group") for what in EVENTS)
    opened = Sandbox(
        replace(SEED, bot=replace(SEED.bot, events=wanted)), clock=clock, bot_url=bot.url, limits=limits
    )
    yield opened
    await opened.close()


async def test_what_becomes_of_a_channel_is_told_in_the_shape_that_slack_gives_it(
    sandbox: Sandbox, bot: EchoBot
) -> None:
    comings = sandbox.comings
    await comings.archive("C1")
    await comings.unarchive("C1")
    await comings.rename("C1", "#Every Body")
    await comings.share("C1")
    await comings.leave("U0BOT", "C2")
    await comings.archive("C2")
    await comings.delete("C1")

    told = [(heard["event"]["type"], heard["event"]["channel"]) for heard in bot.heard]
    renamed = told.pop(2)
    assert told == [
        ("channel_archive", "C1"),
        ("channel_unarchive", "C1"),
        ("channel_shared", "C1"),
        ("group_left", "C2"),
        ("group_archive", "C2"),
        ("channel_deleted", "C1"),
    ]
    assert renamed[0] == "channel_rename"
    assert (renamed[1]["id"], renamed[1]["name"]) == ("C1", "every-body")


async def test_the_api_shows_a_channel_as_it_is_now(api: Api, sandbox: Sandbox) -> None:
    async def channel() -> dict[str, object]:
        return dict((await api("conversations.info", channel="C1"))["channel"])

    assert not (await channel())["is_ext_shared"]
    await sandbox.comings.share("C1")
    assert (await channel())["is_ext_shared"]
    await sandbox.comings.leave("U0BOT", "C1")
    assert not (await channel())["is_member"]
    assert (await api("chat.postMessage", channel="C1", text="Hello"))["error"] == "not_in_channel"
    await sandbox.comings.delete("C1")
    assert (await api("conversations.info", channel="C1"))["error"] == "channel_not_found"


async def test_members_can_do_all_this_on_the_page(api: Api, sandbox: Sandbox) -> None:
    async def does(what: str, **more: object) -> dict[str, object]:
        return dict(await api.post("/sandbox/channels/C1", **{"as": "U1"}, what=what, **more))

    async def shown() -> dict[str, object]:
        state = await api.get("/sandbox/state?as=U1")
        return next(one for one in state["channels"] if one["id"] == "C1")

    assert (await does("rename", name="ilt"))["message"] == "Another channel has this name already."
    await does("rename", name="everybody")
    await does("archive")
    await does("share")
    await does("remove_app")
    now = await shown()
    assert (now["name"], now["is_archived"], now["is_shared"], now["has_bot"]) == (
        "everybody",
        True,
        True,
        False,
    )
    await does("unarchive")
    await does("unshare")
    await api.post("/sandbox/say", **{"as": "U1"}, channel="C1", text="/invite @ILT Bot")
    now = await shown()
    assert (now["is_archived"], now["is_shared"], now["has_bot"]) == (False, False, True)


async def test_who_is_not_in_a_channel_changes_nothing_about_it(api: Api, sandbox: Sandbox) -> None:
    answer = await api.post("/sandbox/channels/C3", **{"as": "U1"}, what="archive")

    assert answer["error"] == "not_in_channel"
    assert not sandbox.workspace.conversation("C3").is_archived
