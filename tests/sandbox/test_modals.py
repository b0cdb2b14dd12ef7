import pytest
from aiohttp import web

from bot.sandbox.filling import WouldNotAccept
from bot.sandbox.refusals import CannotDo
from bot.sandbox.server import Sandbox
from bot.sandbox.views import TROUBLE
from tests.sandbox.a_school import WRITING, actions, asks, button, modal, options, section, words
from tests.sandbox.conftest import Api, EchoBot, Json

PICK: Json = {"type": "static_select", "options": options("low", "high")}
TICK: Json = {"type": "checkboxes", "options": options("math", "art")}
SEVERAL: Json = {"type": "multi_static_select", "options": options("a", "b", "c"), "max_selected_items": 2}
FORM = modal(
    asks("what", {**WRITING, "min_length": 3}),
    asks("rank", PICK, optional=True),
    asks("subjects", TICK, optional=True),
    asks("several", SEVERAL, optional=True),
    asks("day", {"type": "datepicker"}, optional=True),
    asks("n", {"type": "number_input", "is_decimal_allowed": False, "max_value": "9"}, optional=True),
)


@pytest.fixture
async def form(api: Api, bot: EchoBot, sandbox: Sandbox) -> str:
    return await opened(FORM, api, bot, sandbox)


async def opened(view: Json, api: Api, bot: EchoBot, sandbox: Sandbox) -> str:
    async def reply(payload: Json) -> None:
        assert (await api("views.open", trigger_id=payload["trigger_id"], view=view))["ok"]

    bot.reply = reply
    await sandbox.acting.command("U2", "C1", "/ilt input")
    bot.reply = lambda _payload: None
    bot.heard.clear()
    return sandbox.acting.top_view("U2").id


async def test_a_form_is_sent_with_slacks_state(form: str, sandbox: Sandbox, bot: EchoBot) -> None:
    filled = {"what": "More paper", "rank": "high", "subjects": ["math"], "Day": "2026-10-20", "n": 7}

    await sandbox.acting.submit("U2", form, filled)

    (heard,) = bot.heard
    values = heard["view"]["state"]["values"]
    assert (heard["type"], heard["view"]["callback_id"]) == ("view_submission", "input")
    assert values["what"]["value"] == {"type": "plain_text_input", "value": "More paper"}
    assert values["rank"]["value"]["selected_option"] == options("high")[0]
    assert values["subjects"]["value"]["selected_options"] == options("math")
    assert values["day"]["value"] == {"type": "datepicker", "selected_date": "2026-10-20"}
    assert values["n"]["value"] == {"type": "number_input", "value": "7"}
    assert values["several"]["value"] == {"type": "multi_static_select", "selected_options": []}
    assert sandbox.acting.top_view("U2") is None


@pytest.mark.parametrize(
    ("filled", "field", "sentence"),
    [
        ({}, "what", "Please complete this required field."),
        ({"what": "x" * 21}, "what", "Must be at most 20 characters."),
        ({"what": "x"}, "what", "Must be at least 3 characters."),
        ({"what": "fine", "n": "ten"}, "n", "Enter a number."),
        ({"what": "fine", "n": "10"}, "n", "Must be from -inf to 9."),
        ({"what": "fine", "several": ["a", "b", "c"]}, "several", "Choose at most 2."),
        ({"what": "fine", "day": "Tuesday"}, "day", "Enter a valid date."),
        ({"what": "fine", "rank": "middle"}, "value", "There is no choice 'middle'."),
        ({"who": "me"}, "who", "There is no such field."),
    ],
)
async def test_a_form_slacks_client_would_not_send_is_not_sent(
    form: str, sandbox: Sandbox, bot: EchoBot, filled: Json, field: str, sentence: str
) -> None:
    with pytest.raises(WouldNotAccept) as refusal:
        await sandbox.acting.submit("U2", form, filled)

    assert refusal.value.problems == {field: sentence}
    assert bot.heard == []


async def test_errors_stand_beside_the_fields_and_the_words_stay(
    form: str, sandbox: Sandbox, bot: EchoBot
) -> None:
    bot.reply = lambda _payload: {"response_action": "errors", "errors": {"what": "Say more."}}
    await sandbox.acting.submit("U2", form, {"what": "Paper"})

    view = sandbox.acting.top_view("U2")
    assert view.errors == {"what": "Say more."}
    assert view.values["what"]["value"]["value"] == "Paper"

    bot.reply = lambda _payload: None
    await sandbox.acting.submit("U2", form, {"rank": "low"})
    assert bot.heard[-1]["view"]["state"]["values"]["what"]["value"]["value"] == "Paper"
    assert sandbox.acting.top_view("U2") is None


@pytest.mark.parametrize(
    "reply",
    [
        web.Response(status=500),
        {"response_action": "errors", "errors": {"nowhere": "x"}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "update", "view": modal(title=words(""))},
        {"response_action": "dance"},
    ],
)
async def test_a_bad_answer_leaves_the_form_open_with_a_line_about_trouble(
    form: str, sandbox: Sandbox, bot: EchoBot, reply: object
) -> None:
    bot.reply = lambda _payload: reply

    await sandbox.acting.submit("U2", form, {"what": "Paper"})

    view = sandbox.acting.top_view("U2")
    assert (view.id, view.trouble) == (form, TROUBLE)
    assert view.values["what"]["value"]["value"] == "Paper"


async def test_a_bot_can_answer_with_another_page_of_the_form(
    form: str, sandbox: Sandbox, bot: EchoBot
) -> None:
    thanks = modal(section("Thank you. Your code is 17."), callback_id="done")
    bot.reply = lambda _payload: {"response_action": "update", "view": thanks}

    await sandbox.acting.submit("U2", form, {"what": "Paper"})

    view = sandbox.acting.top_view("U2")
    assert (view.id, view.body["callback_id"]) == (form, "done")


async def test_a_bot_can_push_a_page_and_clear_them_all(form: str, sandbox: Sandbox, bot: EchoBot) -> None:
    bot.reply = lambda _payload: {"response_action": "push", "view": modal(asks("why", WRITING))}
    await sandbox.acting.submit("U2", form, {"what": "Paper"})
    top = sandbox.acting.top_view("U2")
    assert top.previous_view_id == form
    with pytest.raises(CannotDo):
        await sandbox.acting.submit("U2", form, {"what": "Paper"})

    bot.reply = lambda _payload: {"response_action": "clear"}
    await sandbox.acting.submit("U2", top.id, {"why": "Because"})
    assert sandbox.acting.top_view("U2") is None


async def test_closing_is_told_only_to_a_bot_that_asked(
    form: str, api: Api, sandbox: Sandbox, bot: EchoBot
) -> None:
    await sandbox.acting.close("U2", form)
    assert bot.heard == []

    noisy = await opened(modal(section("x"), notify_on_close=True), api, bot, sandbox)
    await sandbox.acting.close("U2", noisy)
    assert [heard["type"] for heard in bot.heard] == ["view_closed"]
    with pytest.raises(CannotDo):
        await sandbox.acting.submit("U2", noisy)


async def test_a_field_tells_the_bot_at_once_only_when_it_says_so(
    api: Api, sandbox: Sandbox, bot: EchoBot
) -> None:
    view = modal(asks("quiet", PICK), asks("loud", PICK, dispatch_action=True))
    form = await opened(view, api, bot, sandbox)

    assert await sandbox.acting.choose("U2", form, "quiet", "low") is None
    assert bot.heard == []
    await sandbox.acting.choose("U2", form, "loud", "high")

    (heard,) = bot.heard
    assert heard["actions"][0]["selected_option"]["value"] == "high"
    values = heard["view"]["state"]["values"]
    assert values["quiet"]["value"]["selected_option"]["value"] == "low"
    assert values["loud"]["value"]["selected_option"]["value"] == "high"


async def test_choices_can_be_looked_up_while_typing(api: Api, sandbox: Sandbox, bot: EchoBot) -> None:
    look_up = asks("who", {"type": "external_select", "min_query_length": 2})
    form = await opened(modal(look_up), api, bot, sandbox)
    bot.reply = lambda payload: {"options": options(payload["value"])}

    assert await sandbox.acting.suggest("U2", form, "who", "a") == []
    (choice,) = await sandbox.acting.suggest("U2", form, "who", "an")
    await sandbox.acting.submit("U2", form, {"who": choice})

    assert bot.heard[-1]["view"]["state"]["values"]["who"]["value"]["selected_option"] == choice


async def test_nobody_touches_a_form_that_somebody_else_has_open(form: str, sandbox: Sandbox) -> None:
    for act in (
        sandbox.acting.submit("U1", form, {"what": "Paper"}),
        sandbox.acting.choose("U1", form, "what", "Paper"),
        sandbox.acting.close("U1", form),
    ):
        with pytest.raises(CannotDo, match="Somebody else has this form open"):
            await act


async def test_a_failed_click_in_a_modal_shows_trouble(api: Api, sandbox: Sandbox, bot: EchoBot) -> None:
    form = await opened(modal(actions(button("Go", "go"))), api, bot, sandbox)
    bot.reply = lambda _payload: web.Response(status=500)

    await sandbox.acting.press_in_view("U2", form, label="Go")

    assert sandbox.acting.top_view("U2").trouble == TROUBLE
