import asyncio

import pytest

from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import WRITING, actions, asks, button, modal, options, section, words
from tests.sandbox.conftest import Api, EchoBot, Json


@pytest.fixture
def opens(api: Api, bot: EchoBot, sandbox: Sandbox) -> object:
    async def opened(view: Json, user: str = "U2") -> Json:
        """Let a person type a command that opens this modal; return Slack's answer to the bot."""
        answers: list[Json] = []

        async def reply(payload: Json) -> None:
            answers.append(await api("views.open", trigger_id=payload["trigger_id"], view=view))

        bot.reply = reply
        await sandbox.acting.command(user, "C1", "/ilt input")
        bot.reply = lambda _payload: None
        return answers[0]

    return opened


async def test_a_command_can_open_a_modal(opens, sandbox: Sandbox) -> None:
    answer = await opens(modal(asks("what", WRITING)))

    top = sandbox.acting.top_view("U2")
    assert answer["view"]["id"] == top.id
    assert answer["view"]["state"]["values"] == {
        "what": {"value": {"type": "plain_text_input", "value": None}}
    }
    assert sandbox.acting.top_view("U1") is None


async def test_a_trigger_opens_one_modal_and_for_a_short_time(opens, api: Api, bot: EchoBot) -> None:
    await opens(modal(section("x")))
    trigger = bot.heard[0]["trigger_id"]

    again = await api("views.open", trigger_id=trigger, view=modal(section("x")))
    unknown = await api("views.open", trigger_id="1.2.three", view=modal(section("x")))
    assert (again["error"], unknown["error"]) == ("exchanged_trigger_id", "invalid_trigger_id")


@pytest.mark.parametrize("limits", [Limits(trigger_seconds=0.05)])
async def test_a_late_modal_is_refused(api: Api, bot: EchoBot, sandbox: Sandbox) -> None:
    await sandbox.acting.command("U2", "C1", "/ilt input")
    await asyncio.sleep(0.1)

    trigger = bot.heard[0]["trigger_id"]
    answer = await api("views.open", trigger_id=trigger, view=modal(section("x")))
    assert answer["error"] == "expired_trigger_id"


async def test_a_view_slack_would_refuse_is_refused(opens, sandbox: Sandbox) -> None:
    answer = await opens(modal(asks("what", WRITING), title=words("x" * 25)))

    assert answer["error"] == "invalid_arguments"
    assert answer["errors"] == ["must be less than 25 characters [json-pointer:/view/title/text]"]
    assert sandbox.acting.top_view("U2") is None


async def test_an_oversized_view_is_refused(opens) -> None:
    assert (await opens(modal(*[section("x" * 3000)] * 90)))["error"] == "view_too_large"


async def test_an_update_keeps_what_was_typed_where_the_field_stays(
    opens, api: Api, sandbox: Sandbox
) -> None:
    pick = {"type": "static_select", "options": options("one", "two")}
    view = (await opens(modal(asks("what", WRITING), asks("which", pick))))["view"]
    await sandbox.acting.choose("U2", view["id"], "what", "Typed")
    await sandbox.acting.choose("U2", view["id"], "which", "two")

    changed = modal(asks("what", WRITING), asks("which", {**pick, "action_id": "other"}))
    answer = await api("views.update", view_id=view["id"], view=changed)

    values = answer["view"]["state"]["values"]
    assert values["what"]["value"]["value"] == "Typed"
    assert values["which"]["other"]["selected_option"] is None


async def test_an_update_forgets_what_was_typed_when_the_field_becomes_another_kind(
    opens, api: Api, sandbox: Sandbox
) -> None:
    view = (await opens(modal(asks("what", WRITING))))["view"]
    await sandbox.acting.choose("U2", view["id"], "what", "Typed")

    answer = await api("views.update", view_id=view["id"], view=modal(asks("what", {"type": "datepicker"})))

    untouched = {"type": "datepicker", "selected_date": None}
    assert answer["view"]["state"]["values"] == {"what": {"value": untouched}}


async def test_a_stale_update_is_refused_by_its_hash(opens, api: Api) -> None:
    view = (await opens(modal(section("One"))))["view"]
    hashed = {"view_id": view["id"], "hash": view["hash"]}

    first = await api("views.update", **hashed, view=modal(section("Two")))
    second = await api("views.update", **hashed, view=modal(section("Three")))
    assert (first["ok"], second["error"]) == (True, "hash_conflict")


async def test_a_view_is_found_by_its_external_id_too(opens, api: Api) -> None:
    await opens(modal(section("One"), external_id="mine"))

    found = await api("views.update", external_id="mine", view=modal(section("Two"), external_id="mine"))
    lost = await api("views.update", external_id="other", view=modal(section("Two")))
    assert (found["ok"], lost["error"]) == (True, "not_found")


async def test_three_modals_lie_on_top_of_each_other_and_no_more(
    opens, api: Api, bot: EchoBot, sandbox: Sandbox
) -> None:
    deeper = modal(actions(button("Deeper", "deeper")))
    await opens(deeper)
    answers: list[Json] = []

    async def push(payload: Json) -> None:
        answers.append(await api("views.push", trigger_id=payload["trigger_id"], view=deeper))

    bot.reply = push
    for _ in range(3):
        top = sandbox.acting.top_view("U2")
        await sandbox.acting.press_in_view("U2", top.id, label="Deeper")

    assert [answer.get("error") for answer in answers] == [None, None, "push_limit_reached"]
    assert answers[1]["view"]["previous_view_id"] == answers[0]["view"]["id"]
    assert answers[1]["view"]["root_view_id"] == answers[0]["view"]["root_view_id"]


async def test_home_is_published_for_one_person_and_keeps_its_id(api: Api, sandbox: Sandbox) -> None:
    def home(text: str) -> Json:
        return {"type": "home", "blocks": [section(text)]}

    first = await api("views.publish", user_id="U1", view=home("One"))
    second = await api("views.publish", user_id="U1", view=home("Two"))

    assert first["view"]["id"] == second["view"]["id"] == sandbox.acting.home("U1").id
    assert sandbox.acting.home("U2") is None
    assert (await api("views.publish", user_id="U9", view=home("x")))["error"] == "user_not_found"
    wrong = await api("views.publish", user_id="U1", view=modal(section("x")))
    assert wrong["error"] == "invalid_arguments"
