"""`ilt-bot serve` on Microsoft Teams, alone and beside Slack."""

from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.app import opened
from bot.app.teams_side import teams_side
from bot.errors import Problem
from bot.sandbox.teams.server import Teams
from bot.settings import Settings
from tests.databases import sample_file
from tests.handlers.teams.a_tenant import TENANT, seed, user_id
from tests.serving.conftest import MovingClock, variables
from tests.serving.inside import Inside
from tests.serving.process import until

UMA = user_id("uma-thistle")
GUID = "11111111-2222-3333-4444-555555555555"
IN_TEAMS = {"TEAMS_CLIENT_ID": GUID, "TEAMS_CLIENT_SECRET": "a-secret", "TEAMS_TENANT_ID": TENANT}
HERE = {"ILT_PORT": "0", "ILT_LOOK_AGAIN_SECONDS": "0.5"}


@pytest.fixture
async def teams():
    told = seed(sample_file())
    without_token = replace(told, app=replace(told.app, token=""))
    tenant = Teams(without_token, clock=MovingClock(datetime.now(UTC)))
    async with TestServer(tenant.web()) as server:
        tenant.base_url = str(server.make_url("/"))
        yield tenant


@pytest.fixture
async def bots(folder, teams):
    """Makes a bot for a Teams client on this computer, and starts it with these variables."""
    made = []

    async def started(**more):
        made.append(bot := Inside(folder, HERE | more, teams_dev=True))
        await bot.start()
        await bot.ready()
        teams.bot_url = await bot.url() + "/api/messages"
        return bot

    yield started
    for bot in made:
        await bot.stop()


async def answered(teams, user, text):
    """What the bot says in a 1:1 chat, in one string."""
    before = len(teams.acting.messages(user=user))
    assert (await teams.acting.says(user, text)).ok
    return await until(lambda: "\n".join(one.words for one in teams.acting.messages(user=user)[before:]))


async def test_a_bot_on_teams_alone_answers_a_client_on_this_computer(bots, teams):
    bot = await bots()
    assert (await bot.asked("/readyz"))[1].keys() == {"ready", "database", "program", "teams"}

    assert "Open the form" in str(teams.acting.messages(user=UMA)) or await answered(
        teams, UMA, "input Paper"
    )

    (offer,) = teams.acting.messages(user=UMA)
    await teams.acting.press(UMA, offer, offer.buttons[0])
    told = {"topic": "instruction", "scope": "several_teams", "mode": "named"}
    await teams.acting.submit(UMA, told)
    await until(lambda: any("I-001" in one.words for one in teams.acting.messages(user=UMA)))
    assert not teams.acting.errors


async def test_what_was_begun_on_teams_is_finished_before_the_bot_ends(bots, teams):
    bot = await bots()
    teams.faults.delay("activities.create", 0.5)
    assert (await teams.acting.says(UMA, "help")).ok

    await bot.stop()

    assert "agenda" in teams.acting.messages(user=UMA)[0].words


async def test_one_process_answers_on_both_platforms(bots, teams, slack):
    bot = await bots(**variables(slack, "http") | HERE)
    slack.sandbox.bot_url = await bot.url() + "/slack/events"
    assert (await bot.asked("/readyz"))[1].keys() == {"ready", "database", "program", "slack", "teams"}

    assert "agenda" in await answered(teams, UMA, "help")
    uma, grade_4 = slack.people["uma-thistle"], slack.channel("grade-4")
    assert (await slack.acting.command(uma, grade_4, "/ilt help")).ok
    await until(lambda: any("agenda" in one.words for one in slack.acting.messages(grade_4, uma)))


async def test_trouble_on_one_platform_is_said_and_keeps_the_other_at_work(folder, slack):
    bot = Inside(folder, variables(slack, "http") | HERE | IN_TEAMS | {"SLACK_BOT_TOKEN": "xoxb-wrong"})
    await bot.start()
    await bot.not_ready("Slack does not accept SLACK_BOT_TOKEN")

    door = await bot.url() + "/api/messages"
    async with ClientSession() as session, session.post(door, json=AN_ACTIVITY) as response:
        assert response.status == 401
        assert "not signed by Teams" in (await response.json())["error"]
    await bot.stop()


AN_ACTIVITY = {
    "type": "message",
    "id": "1",
    "channelId": "msteams",
    "serviceUrl": "http://127.0.0.1/",
    "from": {"id": UMA},
    "recipient": {"id": f"28:{GUID}"},
    "conversation": {"id": "a:uma-thistle", "conversationType": "personal", "tenantId": TENANT},
    "text": "help",
}


async def test_what_is_not_checked_is_at_least_not_open_to_other_sites(bots):
    bot = await bots()
    elsewhere = {"Origin": "https://elsewhere.example"}

    door = await bot.url() + "/api/messages"
    async with (
        ClientSession() as session,
        session.post(door, json=AN_ACTIVITY, headers=elsewhere) as response,
    ):
        assert response.status == 403


async def test_a_secret_that_entra_refuses_is_said_kindly(folder):
    async def refused(request):
        return web.json_response({"error_description": "AADSTS7000215: Invalid client secret."}, status=401)

    entra = web.Application()
    entra.add_routes([web.post("/{tenant}/oauth2/v2.0/token", refused)])
    settings = Settings(_env_file=None, ILT_DATABASE_URL=f"sqlite:///{folder / 'ilt.db'}", **IN_TEAMS)

    async with AsyncExitStack() as stack:
        login = (await stack.enter_async_context(TestServer(entra))).make_url("")
        core = await stack.enter_async_context(opened(settings))
        side = await stack.enter_async_context(teams_side(core, settings, str(login).rstrip("/")))
        with pytest.raises(Problem, match="Entra does not accept TEAMS_CLIENT_SECRET") as problem:
            await side.introduce()

    assert "a-secret" not in str(problem.value)


async def test_a_client_without_dialogs_is_given_every_form_in_the_chat(bots, teams):
    await bots()
    await answered(teams, UMA, "input Paper")
    (offer,) = teams.acting.messages(user=UMA)
    who, chat = teams.tenant.person(UMA), teams.tenant.place("", UMA)
    asked = {"msteams": {"type": "task/fetch"}, "verb": "input", "values": {"see": "No paper by Thursday"}}

    await teams.sender.deliver(teams.activities.pressed(who, chat, chat.messages[offer.id], asked))
    (form,) = await until(lambda: teams.acting.messages(user=UMA)[1:])
    told = {"topic": "instruction", "scope": "several_teams", "mode": "named"}
    await teams.acting.press(UMA, form, "Send", told)

    await until(lambda: any("I-001" in one.words for one in teams.acting.messages(user=UMA)))
