from datetime import UTC, datetime

import pytest

from bot.sandbox.clock import StillClock
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api


async def test_everybody_is_listed_page_by_page(api: Api) -> None:
    first = await api("users.list", limit=3)
    second = await api("users.list", limit=3, cursor=first["response_metadata"]["next_cursor"])

    names = [user["real_name"] for user in [*first["members"], *second["members"]]]
    assert names == ["School", "Ana Ortiz", "Ben Lee", "Cara Diaz"]
    assert second["response_metadata"]["next_cursor"] == ""


async def test_an_address_is_shown_only_with_the_scope_for_it(api: Api, sandbox: Sandbox) -> None:
    with_scope = await api("users.info", user="U1")
    sandbox.workspace.scopes.remove("users:read.email")
    without = await api("users.info", user="U1")

    assert with_scope["user"]["profile"]["email"] == "ana@example.org"
    assert "email" not in without["user"]["profile"]
    assert (await api("users.lookupByEmail", email="ana@example.org"))["error"] == "missing_scope"


async def test_people_are_found_by_address(api: Api) -> None:
    assert (await api("users.lookupByEmail", email="BEN@example.org"))["user"]["id"] == "U2"
    assert (await api("users.lookupByEmail", email="x@example.org"))["error"] == "users_not_found"
    assert (await api("users.info", user="U9"))["error"] == "user_not_found"


async def test_private_channels_are_listed_only_where_the_bot_is(api: Api, sandbox: Sandbox) -> None:
    kinds = "public_channel,private_channel"

    async def names(**more: object) -> list[str]:
        answer = await api("conversations.list", types=kinds, **more)
        return [channel["name"] for channel in answer["channels"]]

    assert await names() == ["all-staff", "grade-3", "ilt", "old"]
    assert await names(exclude_archived=True) == ["all-staff", "grade-3", "ilt"]
    sandbox.workspace.remove("C2", "U0BOT")
    assert await names() == ["all-staff", "grade-3", "old"]
    assert (await api("conversations.info", channel="C2"))["error"] == "channel_not_found"


async def test_listing_private_channels_needs_a_scope_of_its_own(api: Api, sandbox: Sandbox) -> None:
    sandbox.workspace.scopes.remove("groups:read")

    assert (await api("conversations.list", types="private_channel"))["needed"] == "groups:read"
    assert (await api("conversations.list", types="nonsense"))["error"] == "invalid_types"


async def test_a_channel_says_whether_the_bot_is_in_it(api: Api) -> None:
    async def is_member(channel: str) -> bool:
        return bool((await api("conversations.info", channel=channel))["channel"]["is_member"])

    assert [await is_member("C1"), await is_member("C3")] == [True, False]
    assert (await api("conversations.history", channel="C3"))["error"] == "not_in_channel"
    await api("conversations.join", channel="C3")
    assert await is_member("C3")
    assert (await api("conversations.members", channel="C3"))["members"] == ["U0BOT", "U2"]


@pytest.mark.parametrize(
    ("channel", "error"), [("C2", "method_not_supported_for_channel_type"), ("C4", "is_archived")]
)
async def test_not_every_channel_can_be_joined(api: Api, channel: str, error: str) -> None:
    assert (await api("conversations.join", channel=channel))["error"] == error


async def test_the_channels_of_a_person_are_known_as_far_as_the_bot_may(api: Api) -> None:
    answer = await api("users.conversations", user="U2", types="public_channel,private_channel")

    assert [channel["name"] for channel in answer["channels"]] == ["all-staff", "grade-3", "ilt"]


async def test_no_direct_messages_with_somebody_who_left(api: Api, sandbox: Sandbox) -> None:
    sandbox.workspace.deactivate("U3")

    assert (await api("conversations.open", users="U3"))["error"] == "user_disabled"
    assert (await api("chat.postMessage", channel="U3", text="hi"))["error"] == "channel_not_found"


async def test_a_few_people_can_share_direct_messages(api: Api, sandbox: Sandbox) -> None:
    assert (await api("conversations.open", users="U1,U2"))["needed"] == "mpim:write"

    sandbox.workspace.scopes.add("mpim:write")
    group = (await api("conversations.open", users="U1,U2"))["channel"]["id"]
    assert (await api("conversations.open", users="U2,U1"))["channel"]["id"] == group
    await api("chat.postMessage", channel=group, text="You two")
    assert [seen.text for seen in sandbox.acting.messages(group, "U2")] == ["You two"]


async def test_a_bot_cannot_be_written_to_in_private(api: Api) -> None:
    assert (await api("conversations.open", users="U0BOT"))["error"] == "cannot_dm_bot"


async def test_a_person_is_in_a_time_zone_with_its_clock_change(api: Api, clock: StillClock) -> None:
    before = (await api("users.info", user="U1"))["user"]
    clock.set(datetime(2026, 11, 2, 12, 0, tzinfo=UTC))
    after = (await api("users.info", user="U1"))["user"]

    assert (before["tz"], before["tz_offset"]) == ("America/Denver", -6 * 3600)
    assert after["tz_offset"] == -7 * 3600
