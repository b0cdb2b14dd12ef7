"""Whatever the bot says on Slack in the sandbox, its page can show as Microsoft Teams would."""

import json
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientSession

from bot.app.core import assembled
from bot.app.sandbox import sandboxed
from bot.sandbox.clock import StillClock
from bot.sandbox.teams.validation.cards import card_problems
from tests.databases import sample
from tests.world import UNHURRIED, World, accounts

MONDAY_NOON = datetime(2026, 10, 19, 18, 0, tzinfo=UTC)
SENTENCE = "Writing before sharing takes too long in math"


@pytest.fixture
async def world(engines):
    school, clock = sample(), StillClock(MONDAY_NOON)
    async with sandboxed(school, clock, limits=UNHURRIED, core=assembled(engines, clock)) as running:
        yield World(running, clock, accounts(school), ZoneInfo(school.file.school.zone))


async def on_teams(world, **shown):
    """What the page gets to draw, as Teams has it."""
    url = f"{world.running.url}/sandbox/teams"
    async with ClientSession() as session, session.post(url, json=shown) as response:
        assert response.status == 200
        return await response.json()


async def test_messages_home_and_forms_are_shown_as_teams_would(world):
    uma = world.person("uma-thistle")
    await uma.says(f"/ilt-input {SENTENCE}", "grade-4")
    form = uma.form()
    asked = await on_teams(world, verb="input", title=form.body["title"]["text"], blocks=form.blocks)
    assert card_problems(asked["dialog"]["card"]) == []
    assert SENTENCE in json.dumps(asked["dialog"]["card"])

    await uma.submits(topic="instruction", scope="several_teams", mode="named")
    await uma.says("/ilt", "grade-4")
    await uma.opens_home()
    await world.until(date(2026, 10, 20), time(8, 0))

    workspace = world.running.sandbox.workspace
    said = [
        one.blocks
        for place in workspace.conversations.values()
        for one in place.messages.values()
        if one.blocks
    ]
    homes = [workspace.views.home(world.accounts["uma-thistle"]).blocks]
    assert len(said) > 3
    for blocks in [*said, *homes]:
        shown = await on_teams(world, blocks=blocks)
        assert [card_problems(page["card"]) for page in shown["pages"]] == [[] for _ in shown["pages"]]
        assert "/ilt" not in json.dumps(shown)


async def test_what_the_bot_did_not_say_is_not_made_up(world):
    blocks = [{"type": "section", "text": {"type": "plain_text", "text": "Never said"}}]

    assert await on_teams(world, blocks=blocks) == {"ok": True}
    assert await on_teams(world) == {"ok": True}
