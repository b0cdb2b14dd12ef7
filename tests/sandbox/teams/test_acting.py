"""People do on Teams what they can do there, and the bot hears of it as from Teams."""

import asyncio

import pytest
from aiohttp import web

from bot.sandbox.filling import WouldNotAccept
from bot.sandbox.refusals import CannotDo
from bot.sandbox.teams.limits import Limits
from bot.sandbox.teams.seed import Channel
from bot.sandbox.teams.server import Teams
from tests.sandbox.teams.a_tenant import (
    ANA,
    APP,
    BEN,
    CARA,
    CHAT,
    GROUP,
    ILT,
    PAIR,
    SEED,
    STAFF,
    card,
    dialog,
    execute,
    fetch,
    message,
    replaced,
    said,
    submit,
    text,
)
from tests.sandbox.teams.conftest import Api, EchoBot, Json

WHAT = {"type": "Input.Text", "id": "what", "label": "What?", "isRequired": True, "maxLength": 20}
BAND = {
    "type": "Input.ChoiceSet",
    "id": "band",
    "label": "Grades",
    "isMultiSelect": True,
    "choices": [{"title": "K to 2", "value": "k-2"}, {"title": "3 to 5", "value": "3-5"}],
}
FORM = card(WHAT, BAND, actions=(submit("Send", _act="send"), submit("Throw away", _act="drop")))


async def test_words_in_a_chat_reach_the_bot_as_teams_writes_them(teams: Teams, bot: EchoBot) -> None:
    await teams.acting.says(ANA, "input paper")

    (heard,) = bot.heard
    assert heard["type"] == "message"
    assert heard["text"] == "input paper"
    assert heard["serviceUrl"] == teams.service_url
    assert heard["from"]["id"] == ANA
    assert heard["recipient"]["id"] == APP.id
    assert heard["conversation"] == {
        "id": CHAT,
        "conversationType": "personal",
        "tenantId": SEED.tenant_id,
    }
    assert heard["channelData"]["tenant"]["id"] == SEED.tenant_id
    assert teams.acting.errors == []


async def test_words_in_a_channel_name_the_bot_and_their_thread(teams: Teams, bot: EchoBot) -> None:
    await teams.acting.says(BEN, "agenda", "ILT")

    (heard,) = bot.heard
    assert heard["text"] == "<at>ILT Bot</at> agenda"
    assert heard["entities"][0]["mentioned"]["id"] == APP.id
    assert heard["conversation"]["id"] == f"{ILT};messageid={heard['id']}"
    assert heard["channelData"]["team"]["id"] == STAFF
    assert heard["channelData"]["channel"]["id"] == ILT


async def test_a_pressed_button_may_change_the_card_for_the_one_who_pressed(
    teams: Teams, bot: EchoBot, api: Api
) -> None:
    await api.posts(ILT, message(card(text("Vote"), actions=(execute("For", "vote", side="for"),))))
    (seen,) = teams.acting.messages("ILT", ANA)

    bot.reply = lambda _activity: replaced(card(text("Voted")))
    await teams.acting.press(ANA, seen, "For")

    invoke = bot.heard[-1]
    assert (invoke["name"], invoke["replyToId"]) == ("adaptiveCard/action", seen.id)
    assert invoke["value"]["action"]["verb"] == "vote"
    assert invoke["value"]["action"]["data"] == {"values": {"side": "for"}}
    assert invoke["conversation"]["id"] == f"{ILT};messageid={seen.id}"
    assert [teams.acting.messages("ILT", who)[0].words for who in (ANA, BEN)] == ["Voted", "Vote\nFor"]

    await api("PUT", f"conversations/{ILT}/activities/{seen.id}", message(card(text("1 vote"))))
    assert [teams.acting.messages("ILT", who)[0].words for who in (ANA, BEN)] == ["1 vote", "1 vote"]
    bot.reply = lambda _activity: said("You did already.")
    await api.posts(CHAT, message(card(actions=(execute("Again", "vote"),))))
    await teams.acting.press(ANA, teams.acting.messages(user=ANA)[-1], "Again")
    assert teams.acting.toasts(ANA) == ["You did already."]


async def test_a_button_asks_before_it_acts(teams: Teams, bot: EchoBot, api: Api) -> None:
    inner = card(text("Really?"), actions=(execute("Yes", "finish"),))
    sure = {"type": "Action.ShowCard", "title": "Finish", "card": {**inner, "version": "1.5"}}
    await api.posts(CHAT, message(card(actions=(sure,))))
    (seen,) = teams.acting.messages(user=ANA)
    assert (seen.buttons, seen.words) == (["Finish", "Yes"], "Finish\nReally?\nYes")

    bot.reply = lambda _activity: said("Done.")
    await teams.acting.press(ANA, seen, "Yes")
    assert bot.heard[-1]["value"]["action"]["verb"] == "finish"
    with pytest.raises(CannotDo):
        await teams.acting.press(ANA, seen, "No")


async def test_what_stands_in_a_card_goes_along_unless_the_button_leaves_it_out(
    teams: Teams, bot: EchoBot, api: Api
) -> None:
    alone = {**execute("Later", "later"), "associatedInputs": "none"}
    await api.posts(CHAT, message(card(WHAT, actions=(execute("Say", "say"), alone, submit("Plain", a="b")))))
    (seen,) = teams.acting.messages(user=ANA)
    bot.reply = lambda activity: said("Thank you.") if activity["type"] == "invoke" else None

    await teams.acting.press(ANA, seen, "Say", {"What?": "Paper"})
    assert bot.heard[-1]["value"]["action"]["data"] == {"values": {}, "what": "Paper"}
    await teams.acting.press(ANA, seen, "Later")
    assert bot.heard[-1]["value"]["action"]["data"] == {"values": {}}
    await teams.acting.press(ANA, seen, "Plain", {"What?": "Paper"})
    assert (bot.heard[-1]["type"], bot.heard[-1]["value"]) == ("message", {"a": "b", "what": "Paper"})
    with pytest.raises(WouldNotAccept):
        await teams.acting.press(ANA, seen, "Say")
    assert teams.acting.errors == []


async def opened(teams: Teams, bot: EchoBot, api: Api) -> None:
    await api.posts(CHAT, message(card(actions=(fetch("Open the form", "input"),))))
    bot.reply = lambda _activity: dialog(FORM)
    await teams.acting.press(ANA, teams.acting.messages(user=ANA)[-1], "Open the form")


async def test_a_dialog_is_fetched_filled_in_and_sent(teams: Teams, bot: EchoBot, api: Api) -> None:
    await opened(teams, bot, api)
    assert bot.heard[-1]["name"] == "task/fetch"
    assert bot.heard[-1]["value"]["data"] == {"type": "task/fetch", "verb": "input"}
    shown = teams.acting.dialog(ANA)
    assert shown is not None
    assert (shown.title, shown.buttons) == ("Input", ["Send", "Throw away"])
    assert [(each.name, each.label, each.kind) for each in shown.fields] == [
        ("what", "What?", "Text"),
        ("band", "Grades", "ChoiceSet"),
    ]

    bot.reply = lambda _activity: web.Response()
    await teams.acting.submit(ANA, {"What?": "Paper", "band": ["K to 2", "3-5"]})

    assert bot.heard[-1]["name"] == "task/submit"
    assert bot.heard[-1]["value"]["data"] == {"_act": "send", "what": "Paper", "band": "k-2,3-5"}
    assert teams.acting.dialog(ANA) is None
    assert teams.acting.errors == []


async def test_a_refused_form_keeps_its_words_and_shows_what_is_wrong(
    teams: Teams, bot: EchoBot, api: Api
) -> None:
    await opened(teams, bot, api)
    again = card(
        {**WHAT, "value": "Pap"}, text("Say more.", color="attention"), BAND, actions=(submit("Send"),)
    )
    bot.reply = lambda _activity: dialog(again)
    await teams.acting.submit(ANA, {"what": "Pap"})

    shown = teams.acting.dialog(ANA)
    assert shown is not None
    assert (shown.field("what").value, shown.field("What?").error) == ("Pap", "Say more.")
    assert (shown.field("band").error, shown.errors) == ("", ["Say more."])

    bot.reply = lambda _activity: {"task": {"type": "message", "value": "Thank you."}}
    await teams.acting.submit(ANA)
    last = teams.acting.dialog(ANA)
    assert last is not None
    assert last.words == "Thank you."
    teams.acting.close(ANA)
    assert teams.acting.dialog(ANA) is None


@pytest.mark.parametrize("values", [{}, {"what": "x" * 21}, {"what": "x", "band": "6-8"}, {"who": "x"}])
async def test_the_client_holds_back_a_form_that_is_not_filled_in_right(
    teams: Teams, bot: EchoBot, api: Api, values: Json
) -> None:
    await opened(teams, bot, api)
    heard = len(bot.heard)
    with pytest.raises(WouldNotAccept):
        await teams.acting.submit(ANA, values)
    assert len(bot.heard) == heard


async def test_an_action_of_the_compose_box_opens_a_dialog_too(teams: Teams, bot: EchoBot) -> None:
    bot.reply = lambda _activity: dialog(FORM)
    await teams.acting.use_action(ANA, "input", "ILT")
    assert bot.heard[-1]["name"] == "composeExtension/fetchTask"
    assert bot.heard[-1]["value"]["commandId"] == "input"
    assert bot.heard[-1]["value"]["commandContext"] == "compose"

    bot.reply = lambda _activity: web.Response()
    await teams.acting.submit(ANA, {"what": "Paper"})
    assert bot.heard[-1]["name"] == "composeExtension/submitAction"
    assert bot.heard[-1]["value"]["data"]["what"] == "Paper"

    written = teams.acting.written(BEN, "More paper", "ILT")
    bot.reply = lambda _activity: dialog(FORM)
    await teams.acting.use_action(ANA, "input", "ILT", message=written["id"])
    payload = bot.heard[-1]["value"]["messagePayload"]
    assert (payload["id"], payload["replyToId"]) == (written["id"], None)
    assert "More paper" in payload["body"]["content"]
    assert payload["from"]["user"]["displayName"] == "Ben Lee"
    assert teams.acting.errors == []


@pytest.mark.parametrize(("where", "kind"), [(PAIR, "personal"), (GROUP, "groupChat")])
async def test_an_action_may_be_used_where_the_bot_is_not(
    teams: Teams, bot: EchoBot, api: Api, where: str, kind: str
) -> None:
    bot.reply = lambda _activity: dialog(FORM)
    await teams.acting.use_action(ANA, "input", where)
    heard = bot.heard[-1]["conversation"]
    assert (heard["id"], heard["conversationType"]) == (where, kind)
    assert teams.acting.dialog(ANA) is not None

    for verb, path in (
        ("POST", f"conversations/{where}/activities"),
        ("GET", f"conversations/{where}/members"),
    ):
        assert (await api(verb, path, message(FORM)))["code"] == "BotNotInConversationRoster"
    with pytest.raises(CannotDo):
        await teams.acting.says(ANA, "Hi", where)


async def test_whatever_teams_would_not_show_is_an_error(teams: Teams, bot: EchoBot, api: Api) -> None:
    await api.posts(CHAT, message(card(actions=(execute("Go", "go"), fetch("Open", "open")))))
    (seen,) = teams.acting.messages(user=ANA)

    for reply in (
        None,
        replaced({"type": "AdaptiveCard", "version": "1.6"}),
        {"statusCode": 200, "type": "text", "value": "Hi"},
        web.Response(status=500),
        web.json_response(said("Hi"), status=202),
    ):
        bot.reply = lambda _activity, reply=reply: reply
        before = len(teams.acting.errors)
        await teams.acting.press(ANA, seen, "Go")
        assert len(teams.acting.errors) == before + 1, reply
    bot.reply = lambda _activity: dialog(card(actions=(execute("Send", "send"),)))
    await teams.acting.press(ANA, seen, "Open")
    assert "does nothing in a dialog" in teams.acting.errors[-1].words
    assert teams.acting.dialog(ANA) is None


@pytest.mark.parametrize("limits", [Limits(answer_seconds=0.3)])
async def test_an_answer_that_comes_too_late_is_an_error(teams: Teams, bot: EchoBot, api: Api) -> None:
    await api.posts(CHAT, message(card(actions=(execute("Go", "go"),))))
    (seen,) = teams.acting.messages(user=ANA)

    async def late(_activity: Json) -> Json:
        await asyncio.sleep(1)
        return said("Hi")

    bot.reply = late
    await teams.acting.press(ANA, seen, "Go")

    assert len(teams.acting.errors) == 1


async def test_news_of_apps_teams_and_channels_comes_as_from_teams(teams: Teams, bot: EchoBot) -> None:
    comings = teams.comings
    await comings.install(CARA)
    await comings.uninstall(CARA)
    await comings.remove_from_team("Staff", ANA)
    await comings.install_in_team("Staff", ANA, where="ILT")
    await comings.add_channel("Staff", Channel("19:new@thread.tacv2", "New"), ANA)
    await comings.rename_channel("New", "Newer", ANA)
    await comings.delete_channel("Newer", ANA)
    await comings.rename_team("Staff", "Everybody", ANA)
    await comings.archive_team("Everybody", ANA)
    await comings.remove_member("Everybody", BEN, ANA)
    await comings.add_member("Everybody", BEN, ANA)

    told = [(each["type"], each.get("action") or each["channelData"].get("eventType")) for each in bot.heard]
    assert told == [
        ("conversationUpdate", None),
        ("installationUpdate", "add"),
        ("installationUpdate", "remove"),
        ("conversationUpdate", "teamMemberRemoved"),
        ("installationUpdate", "remove"),
        ("conversationUpdate", "teamMemberAdded"),
        ("installationUpdate", "add"),
        *(("conversationUpdate", f"channel{how}") for how in ("Created", "Renamed", "Deleted")),
        ("conversationUpdate", "teamRenamed"),
        ("conversationUpdate", "teamArchived"),
        ("conversationUpdate", "teamMemberRemoved"),
        ("conversationUpdate", "teamMemberAdded"),
    ]
    assert bot.heard[6]["channelData"]["settings"]["selectedChannel"]["id"] == ILT
    assert bot.heard[8]["channelData"]["channel"]["name"] == "Newer"
    assert bot.heard[8]["channelData"]["team"] == {"id": STAFF}
    assert bot.heard[10]["channelData"]["team"]["name"] == "Everybody"
    with pytest.raises(CannotDo):
        await teams.acting.says(ANA, "Hi", "ILT")
