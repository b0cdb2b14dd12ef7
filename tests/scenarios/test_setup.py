"""A school moves in: the principal sets it up in chat, and the week begins."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientSession

from bot.app.core import assembled
from bot.app.sandbox import sandboxed
from bot.sandbox.clock import StillClock
from storage.engine import Engines
from tests.databases import sample
from tests.scenarios.conftest import MONDAY_NOON
from tests.world import UNHURRIED, World, accounts


@pytest.fixture
async def world(engines: Engines) -> AsyncIterator[World]:
    """A workspace with forty-one people in it, and a school that knows nobody but its principal."""
    school = replace(sample(), is_empty=True)
    clock = StillClock(MONDAY_NOON)
    async with sandboxed(school, clock, limits=UNHURRIED, core=assembled(engines, clock)) as running:
        lived = World(running, clock, accounts(school), ZoneInfo(school.file.school.zone))
        yield lived
        assert lived.misspoken() == []


async def tour(world):
    """How many steps of the tour are done, and what the button says that leaves its first chapter out."""
    async with ClientSession() as session, session.get(f"{world.running.url}/sandbox/state") as answer:
        told = (await answer.json())["tour"]
    return sum(step["done"] for step in told["steps"]), told["skip"]


async def fills(person, label, **values):
    """Press a button of the setup and send its form as it is filled already, with these values."""
    await person.presses(label)
    await person.submits(**values)


async def test_a_principal_sets_the_school_up_in_chat_and_the_first_week_begins(world):
    mina, uma = world.person("mina-linden"), world.person("uma-thistle")
    await uma.says("/ilt")
    assert "do not know you" in uma.whispers()[-1]

    await mina.says("/ilt setup")
    assert "Ten short forms" in mina.whispers()[-1]
    await fills(mina, "Next: School and hours")
    await fills(mina, "Next: Channels")
    await fills(mina, "Next: Teams")
    await fills(mina, "Next: People")
    assert "And 34 more changes." in mina.whispers()[-1]
    await mina.presses("Continue later")
    assert "4 of 10 parts are done" in await mina.opens_home()
    await mina.presses_at_home("Continue")
    await fills(mina, "Next: Roles")
    await fills(mina, "Next: ILT meetings", first="2026-10-27")
    await mina.presses("All parts")
    await fills(mina, "Routines")
    await mina.presses("See the first two weeks")
    assert "Tue, Oct 20, 7:45 AM  Call for items, to #ilt" in mina.whispers()[-1]
    assert world.heard_in("ilt", by="jay-ivy") == []
    assert uma.letters() == []

    await mina.presses("Switch on")
    assert await tour(world) == (10, "Use the sample school")
    assert "New here: ILT meetings" in world.heard_in("ilt", by="jay-ivy")[-1]
    assert "New here: Staff input" in world.heard_in("all-staff", by="uma-thistle")[-1]

    await uma.says("/ilt-input Writing before sharing takes too long", "grade-4")
    await uma.submits(topic="instruction", scope="several_teams", mode="named")
    assert "I-001" in uma.letters()[-1]
    await world.until(date(2026, 10, 20))
    assert "Call for items" in world.heard_in("ilt", by="jay-ivy")[-1]

    await world.running.sandbox.reset(skipping=True)
    assert await tour(world) == (10, "")
    assert "What would you like to do?" in await says(world.person("dale-clover"), "/ilt")


async def says(person, words):
    await person.says(words)
    return person.whispers()[-1]
