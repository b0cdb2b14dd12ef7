import pytest

from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import actions, button, section
from tests.sandbox.conftest import Api


async def test_a_message_is_seen_by_everyone_in_the_channel(api: Api, sandbox: Sandbox) -> None:
    answer = await api("chat.postMessage", channel="C1", text="Hello", blocks=[section("*Hello*, all")])

    (seen,) = sandbox.acting.messages("#all-staff", "U3")
    assert answer["ok"]
    assert (seen.ts, seen.user, seen.text, seen.words) == (answer["ts"], "U0BOT", "Hello", "*Hello*, all")


async def test_messages_of_one_second_keep_their_order_and_their_own_timestamps(api: Api) -> None:
    sent = [(await api("chat.postMessage", channel="C1", text=f"{n}"))["ts"] for n in range(5)]
    history = await api("conversations.history", channel="C1")

    assert sent == sorted(set(sent))
    assert [message["ts"] for message in history["messages"]] == sent[::-1]


async def test_a_user_id_as_channel_opens_the_direct_messages(api: Api, sandbox: Sandbox) -> None:
    answer = await api("chat.postMessage", channel="U2", text="Just you")
    opened = await api("conversations.open", users="U2")

    assert answer["channel"] == opened["channel"]["id"]
    assert [seen.text for seen in sandbox.acting.dms("U2")] == ["Just you"]
    assert sandbox.acting.dms("U1") == []


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": "C9", "text": "hi"}, "channel_not_found"),
        ({"channel": "C3", "text": "hi"}, "not_in_channel"),
        ({"channel": "C4", "text": "hi"}, "is_archived"),
        ({"channel": "C1"}, "no_text"),
        ({"channel": "C1", "text": "x" * 40_001}, "msg_too_long"),
        ({"channel": "C1", "text": "hi", "blocks": "[{"}, "invalid_blocks_format"),
        ({"channel": "C1", "text": "hi", "blocks": [{"type": "sektion"}]}, "invalid_blocks"),
        ({"channel": "C1", "blocks": [section("x" * 3000)] * 5}, "msg_blocks_too_long"),
        ({"text": "hi"}, "invalid_arguments"),
        ({"channel": "C1", "text": "hi", "thread_ts": "1.1"}, "thread_not_found"),
        ({"channel": "C1", "text": "hi", "metadata": {"event_type": "x"}}, "invalid_metadata_schema"),
    ],
)
async def test_a_message_slack_would_refuse_is_refused_by_name(
    api: Api, arguments: dict[str, object], error: str
) -> None:
    answer = await api("chat.postMessage", **arguments)

    assert (answer["ok"], answer["error"], answer["status"]) == (False, error, 200)


async def test_invalid_blocks_are_refused_with_the_place_of_the_fault(api: Api) -> None:
    answer = await api("chat.postMessage", channel="C1", blocks=[section("ok"), section("")])

    complaint = "must be more than 0 characters [json-pointer:/blocks/1/text/text]"
    assert answer["errors"] == [complaint]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {complaint}"]


async def test_public_channels_are_open_to_a_bot_that_may_post_anywhere(api: Api, sandbox: Sandbox) -> None:
    sandbox.workspace.scopes.add("chat:write.public")

    assert (await api("chat.postMessage", channel="C3", text="hi"))["ok"]


async def test_a_missing_scope_says_which_one_and_what_there_is(api: Api, sandbox: Sandbox) -> None:
    sandbox.workspace.scopes = {"team:read"}

    answer = await api("chat.postMessage", channel="C1", text="hi")

    assert (answer["error"], answer["needed"], answer["provided"]) == (
        "missing_scope",
        "chat:write",
        "team:read",
    )


async def test_replies_stand_in_the_thread_and_not_in_the_channel(api: Api, sandbox: Sandbox) -> None:
    top = (await api("chat.postMessage", channel="C1", text="Top"))["ts"]
    reply = (await api("chat.postMessage", channel="C1", text="Below", thread_ts=top))["ts"]
    await api("chat.postMessage", channel="C1", text="Below that", thread_ts=reply)

    thread = await api("conversations.replies", channel="C1", ts=top)
    history = await api("conversations.history", channel="C1")
    assert [message["text"] for message in thread["messages"]] == ["Top", "Below", "Below that"]
    assert [(m["text"], m["reply_count"]) for m in history["messages"]] == [("Top", 2)]
    assert len(sandbox.acting.messages("C1", "U1", thread_ts=top)) == 3


async def test_an_ephemeral_message_is_for_one_person_and_never_in_the_history(
    api: Api, sandbox: Sandbox
) -> None:
    await api("chat.postEphemeral", channel="C1", user="U2", text="Psst")
    outside = await api("chat.postEphemeral", channel="C2", user="U3", text="Psst")

    assert [seen.text for seen in sandbox.acting.ephemerals("U2")] == ["Psst"]
    assert sandbox.acting.messages("C1", "U1") == []
    assert (await api("conversations.history", channel="C1"))["messages"] == []
    assert outside["error"] == "user_not_in_channel"


async def test_an_update_keeps_the_blocks_it_does_not_mention(api: Api, sandbox: Sandbox) -> None:
    sent = await api("chat.postMessage", channel="C1", text="Old", blocks=[section("Old block")])

    await api("chat.update", channel="C1", ts=sent["ts"], text="New")
    (seen,) = sandbox.acting.messages("C1", "U1")
    assert (seen.text, seen.words, seen.edited) == ("New", "Old block", True)

    await api("chat.update", channel="C1", ts=sent["ts"], text="Newer", blocks=[])
    (seen,) = sandbox.acting.messages("C1", "U1")
    assert (seen.words, seen.blocks) == ("Newer", [])


async def test_only_the_bots_own_lasting_messages_can_be_changed(api: Api, sandbox: Sandbox) -> None:
    theirs = await sandbox.acting.say("U1", "C1", "Mine")
    fleeting = await api("chat.postEphemeral", channel="C1", user="U2", text="Psst")
    own = await api("chat.postMessage", channel="C1", text="Own")

    async def change(ts: str) -> str:
        return str((await api("chat.update", channel="C1", ts=ts, text="x")).get("error"))

    assert await change(theirs.ts) == "cant_update_message"
    assert await change(fleeting["message_ts"]) == "message_not_found"
    sandbox.workspace.edits_are_closed = True
    assert await change(own["ts"]) == "edit_window_closed"


async def test_a_deleted_message_is_gone(api: Api, sandbox: Sandbox) -> None:
    sent = await api("chat.postMessage", channel="C1", text="Oops")

    assert (await api("chat.delete", channel="C1", ts=sent["ts"]))["ok"]
    assert sandbox.acting.messages("C1", "U1") == []
    assert (await api("chat.delete", channel="C1", ts=sent["ts"]))["error"] == "message_not_found"


async def test_metadata_comes_back_only_when_asked_for(api: Api) -> None:
    kept = {"event_type": "outbox", "event_payload": {"id": "7"}}
    sent = await api("chat.postMessage", channel="U1", text="x", metadata=kept)

    async def read(**more: object) -> object:
        answer = await api("conversations.history", channel=sent["channel"], **more)
        return answer["messages"][0].get("metadata")

    assert await read() is None
    assert await read(include_all_metadata=True) == kept


async def test_history_is_cut_by_time_and_by_pages(api: Api) -> None:
    sent = [(await api("chat.postMessage", channel="C1", text=f"{n}"))["ts"] for n in range(5)]

    async def texts(**more: object) -> list[str]:
        answer = await api("conversations.history", channel="C1", **more)
        return [message["text"] for message in answer["messages"]]

    assert await texts(oldest=sent[1]) == ["4", "3", "2"]
    assert await texts(oldest=sent[1], latest=sent[3], inclusive=True) == ["3", "2", "1"]
    first = await api("conversations.history", channel="C1", limit=3)
    assert first["has_more"]
    cursor = first["response_metadata"]["next_cursor"]
    assert await texts(limit=3, cursor=cursor) == ["1", "0"]


async def test_blocks_and_elements_get_ids_as_slack_gives_them(api: Api, sandbox: Sandbox) -> None:
    nameless = {"type": "button", "text": {"type": "plain_text", "text": "Go"}}
    await api("chat.postMessage", channel="C1", text="x", blocks=[section("a"), actions(nameless)])

    (seen,) = sandbox.acting.messages("C1", "U1")
    assert all(block["block_id"] for block in seen.blocks)
    assert seen.blocks[1]["elements"][0]["action_id"]
    assert seen.buttons == ["Go"]


async def test_a_form_body_means_the_same_as_json(api: Api, sandbox: Sandbox) -> None:
    url = api.server.make_url("/api/chat.postMessage")
    form = {"token": "xoxb-bot", "channel": "C1", "blocks": '[{"type": "divider"}]', "text": "Form"}
    async with api.session.post(url, data=form) as response:
        assert (await response.json())["ok"]

    (seen,) = sandbox.acting.messages("C1", "U1")
    assert (seen.text, seen.blocks[0]["type"]) == ("Form", "divider")
    assert "token" not in sandbox.calls.of("chat.postMessage")[0].arguments


async def test_a_message_says_what_it_is_through_its_buttons_too(api: Api, sandbox: Sandbox) -> None:
    blocks = [section("Ready?"), actions(button("Yes", "yes", value="1"), button("No", "no"))]
    await api("chat.postMessage", channel="C1", text="Ready?", blocks=blocks)

    (seen,) = sandbox.acting.messages("C1", "U1")
    assert (seen.words, seen.buttons) == ("Ready?\nYes\nNo", ["Yes", "No"])
