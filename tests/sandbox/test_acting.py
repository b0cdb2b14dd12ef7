import asyncio
from datetime import timedelta

import pytest
from aiohttp import web

from bot.sandbox.clock import StillClock
from bot.sandbox.limits import Limits
from bot.sandbox.refusals import CannotDo
from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import actions, button, options, section
from tests.sandbox.conftest import Api, EchoBot, Json


async def test_a_command_reaches_the_bot_as_slack_sends_it(server, sandbox: Sandbox, bot: EchoBot) -> None:
    await sandbox.acting.command("U2", "#ilt", "/ilt input  More paper ")

    (heard,) = bot.heard
    assert heard["command"] == "/ilt"
    assert heard["text"] == "input  More paper"
    assert (heard["user_id"], heard["channel_id"], heard["channel_name"]) == ("U2", "C2", "privategroup")
    assert (heard["team_id"], heard["api_app_id"]) == ("T1", "A0BOT")
    assert heard["response_url"].startswith(f"{sandbox.base_url}/respond/")


async def test_the_answer_to_a_command_is_private_unless_it_says_otherwise(
    sandbox: Sandbox, bot: EchoBot
) -> None:
    bot.reply = lambda _payload: {"text": "Only you"}
    await sandbox.acting.command("U2", "C1", "/ilt")
    bot.reply = lambda _payload: {"text": "All of you", "response_type": "in_channel"}
    await sandbox.acting.command("U2", "C1", "/ilt")

    assert [seen.text for seen in sandbox.acting.messages("C1", "U1")] == ["All of you"]
    assert [seen.text for seen in sandbox.acting.messages("C1", "U2")] == ["Only you", "All of you"]


@pytest.mark.parametrize(("status", "error"), [(500, "http_service_error"), (404, "http_client_error")])
async def test_a_failed_command_shows_the_person_slacks_own_error(
    sandbox: Sandbox, bot: EchoBot, status: int, error: str
) -> None:
    bot.reply = lambda _payload: web.Response(status=status)

    await sandbox.acting.command("U2", "C1", "/ilt")

    (note,) = sandbox.acting.ephemerals("U2")
    assert note.text == f"/ilt failed with the error “{error}”."


@pytest.mark.parametrize("limits", [Limits(answer_seconds=0.3)])
async def test_a_bot_that_answers_too_late_has_not_answered(sandbox: Sandbox, bot: EchoBot) -> None:
    async def late(_payload: Json) -> Json:
        await asyncio.sleep(1)
        return {"text": "Here I am"}

    bot.reply = late
    await sandbox.acting.command("U2", "C1", "/ilt")

    (note,) = sandbox.acting.ephemerals("U2")
    assert "operation_timeout" in note.text


async def test_no_bot_at_all_is_said_too(sandbox: Sandbox) -> None:
    sandbox.bot_url = None

    await sandbox.acting.command("U2", "C1", "/ilt")

    assert "dispatch_failed" in sandbox.acting.ephemerals("U2")[0].text


async def test_a_person_cannot_do_what_slacks_client_would_not_let_them(sandbox: Sandbox) -> None:
    for act in (
        sandbox.acting.command("U2", "C1", "/other"),
        sandbox.acting.command("U3", "C2", "/ilt"),
        sandbox.acting.say("U1", "C4", "Anyone?"),
        sandbox.acting.press("U1", "C1", "1.1", label="Go"),
    ):
        with pytest.raises(CannotDo):
            await act


async def test_a_button_brings_its_value_and_its_message(api: Api, sandbox: Sandbox, bot: EchoBot) -> None:
    blocks = [section("Ready?"), actions(button("Yes", "yes", value="7", style="primary"))]
    sent = await api("chat.postMessage", channel="C1", text="Ready?", blocks=blocks)

    await sandbox.acting.press("U2", "C1", sent["ts"], label="Yes")

    (heard,) = bot.heard
    (action,) = heard["actions"]
    assert (action["action_id"], action["value"], action["block_id"]) == ("yes", "7", "buttons")
    assert heard["container"] == {
        "type": "message",
        "message_ts": sent["ts"],
        "channel_id": "C1",
        "is_ephemeral": False,
    }
    assert heard["message"]["text"] == "Ready?"
    assert heard["user"]["id"] == "U2"


async def test_a_menu_in_a_message_remembers_each_persons_choice(
    api: Api, sandbox: Sandbox, bot: EchoBot
) -> None:
    menu: Json = {"type": "static_select", "action_id": "pick", "options": options("one", "two")}
    row = actions(menu, button("Go", "go"))
    sent = await api("chat.postMessage", channel="C1", text="x", blocks=[row])

    await sandbox.acting.press("U2", "C1", sent["ts"], action_id="pick", value="two")
    await sandbox.acting.press("U2", "C1", sent["ts"], label="Go")
    await sandbox.acting.press("U1", "C1", sent["ts"], label="Go")

    picks = [heard["state"]["values"]["buttons"]["pick"]["selected_option"] for heard in bot.heard]
    assert [pick and pick["value"] for pick in picks] == ["two", "two", None]
    assert bot.heard[0]["actions"][0]["selected_option"]["value"] == "two"


async def answer(api: Api, bot: EchoBot, **body: object) -> int:
    async with api.session.post(bot.heard[-1]["response_url"], json=body) as response:
        return response.status


async def test_a_response_address_takes_five_answers(api: Api, sandbox: Sandbox, bot: EchoBot) -> None:
    await sandbox.acting.command("U2", "C1", "/ilt")

    assert [await answer(api, bot, text=f"{n}") for n in range(6)] == [200] * 5 + [404]
    assert [seen.text for seen in sandbox.acting.ephemerals("U2")] == ["0", "1", "2", "3", "4"]


async def test_a_response_address_is_good_for_half_an_hour(
    api: Api, sandbox: Sandbox, bot: EchoBot, clock: StillClock
) -> None:
    await sandbox.acting.command("U2", "C1", "/ilt")
    clock.set(clock.now() + timedelta(minutes=29))
    assert await answer(api, bot, text="In time") == 200
    clock.set(clock.now() + timedelta(minutes=2))
    assert await answer(api, bot, text="Too late") == 404


async def test_an_answer_can_replace_or_remove_the_message_that_was_clicked(
    api: Api, sandbox: Sandbox, bot: EchoBot
) -> None:
    sent = await api(
        "chat.postEphemeral", channel="C1", user="U2", text="x", blocks=[actions(button("Go", "go"))]
    )
    await sandbox.acting.press("U2", "C1", sent["message_ts"], label="Go")

    assert await answer(api, bot, replace_original=True, text="Done") == 200
    assert [seen.text for seen in sandbox.acting.ephemerals("U2")] == ["Done"]
    assert await answer(api, bot, delete_original=True) == 200
    assert sandbox.acting.ephemerals("U2") == []


async def test_an_invalid_answer_is_refused(api: Api, sandbox: Sandbox, bot: EchoBot) -> None:
    await sandbox.acting.command("U2", "C1", "/ilt")

    assert await answer(api, bot, blocks=[section("")]) == 400
    assert await answer(api, bot, response_type="ephemeral") == 400
    assert sandbox.acting.ephemerals("U2") == []


async def test_a_global_and_a_message_shortcut_reach_the_bot(
    api: Api, sandbox: Sandbox, bot: EchoBot
) -> None:
    said = await sandbox.acting.say("U2", "C1", "A thought")

    await sandbox.acting.shortcut("U2", "say")
    await sandbox.acting.shortcut("U2", "keep", "C1", said.ts)

    everywhere, on_message = bot.heard
    assert (everywhere["type"], everywhere["callback_id"]) == ("shortcut", "say")
    assert (on_message["type"], on_message["message"]["text"]) == ("message_action", "A thought")


async def test_a_click_can_reach_the_bot_twice(sandbox: Sandbox, bot: EchoBot) -> None:
    sandbox.faults.deliver_twice("slash_commands")

    await sandbox.acting.command("U2", "C1", "/ilt")
    await sandbox.acting.command("U2", "C1", "/ilt")

    assert len(bot.heard) == 3
    assert bot.heard[0]["trigger_id"] == bot.heard[1]["trigger_id"]


async def test_a_reply_to_a_reply_joins_the_same_thread(api: Api, sandbox: Sandbox) -> None:
    top = await sandbox.acting.say("U1", "C1", "Top")
    reply = await sandbox.acting.say("U2", "C1", "Below", top.ts)
    await sandbox.acting.say("U3", "C1", "Below that", reply.ts)

    thread = sandbox.acting.messages("C1", "U1", thread_ts=top.ts)
    assert [seen.text for seen in thread] == ["Top", "Below", "Below that"]
