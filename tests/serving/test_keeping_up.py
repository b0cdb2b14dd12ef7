"""A bot that runs keeps up with its school; one token is one workspace is one school."""

import sqlite3

import pytest
import yaml
from aiohttp import ClientSession

from bot.routines.school_file import SchoolFile
from tests.databases import SAMPLE, SCHOOL, sample_file
from tests.serving.inside import apply
from tests.serving.process import until


def sample_with(change) -> SchoolFile:
    """The sample school with a change in it."""
    content = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    change(content)
    return SchoolFile.model_validate(content)


def address(folder, school, audience):
    found = sqlite3.connect(folder / "ilt.db").execute(
        "SELECT address FROM addresses WHERE school = ? AND audience = ?", (school, audience)
    )
    return next((row[0] for row in found), None)


async def test_a_changed_channel_is_spoken_to_without_a_restart(folder, slack, inside):
    bot = inside("http")
    await bot.start()
    await bot.ready()
    assert address(folder, SCHOOL, "team:k-1") == slack.channel("k-1")

    def change(school):
        school["teams"][0]["channel"] = "grade-2"
        del school["teams"][5]["channel"]

    await apply(folder, sample_with(change))

    await until(lambda: address(folder, SCHOOL, "team:k-1") == slack.channel("grade-2"))
    assert address(folder, SCHOOL, "team:specialists") is None


async def test_somebody_new_is_known_without_a_restart(folder, slack, inside):
    def leave_out(school):
        school["people"] = [one for one in school["people"] if one["key"] != "uma-thistle"]

    await apply(folder, sample_with(leave_out))
    bot = inside("http")
    await bot.start()
    await bot.ready()
    slack.sandbox.bot_url = await bot.url() + "/slack/events"
    uma = slack.people["uma-thistle"]
    await slack.acting.command(uma, slack.channel("grade-4"), "/ilt-input Hello")
    await until(lambda: slack.acting.ephemerals(uma))
    assert slack.acting.top_view(uma) is None

    await apply(folder, sample_file())
    await slack.acting.command(uma, slack.channel("grade-4"), "/ilt-input Hello")

    assert await until(lambda: slack.acting.top_view(uma))


@pytest.fixture
async def two_schools(folder):
    """A second school in the same database; only the first is linked to the sandbox's workspace."""

    def change(school):
        school["school"]["key"] = "other-elementary"

    await apply(folder, sample_with(change))
    with sqlite3.connect(folder / "ilt.db") as database:
        database.execute(
            "INSERT INTO addresses (school, platform, audience, address) VALUES (?, 'slack', 'workspace', ?)",
            (SCHOOL, "T0SANDBOX"),
        )
    return folder


async def test_the_school_of_the_workspace_is_served(two_schools, slack, inside):
    bot = inside("http")
    await bot.start()
    await bot.ready()

    assert address(two_schools, SCHOOL, "ilt") == slack.channel("ilt")
    assert address(two_schools, "other-elementary", "ilt") is None


async def test_it_is_said_when_the_school_is_not_clear(two_schools, slack, inside):
    with sqlite3.connect(two_schools / "ilt.db") as database:
        database.execute("DELETE FROM addresses")
    bot = inside("http")
    await bot.start()
    await bot.not_ready("other-elementary, sample-elementary")
    await bot.stop()

    bot = inside("http", ILT_SCHOOL="other-elementary")
    await bot.start()
    await bot.ready()
    assert address(two_schools, "other-elementary", "ilt") == slack.channel("ilt")
    assert address(two_schools, SCHOOL, "ilt") is None


async def test_another_workspaces_token_is_refused_and_a_move_is_allowed(folder, slack, inside):
    with sqlite3.connect(folder / "ilt.db") as database:
        database.execute(
            "INSERT INTO addresses (school, platform, audience, address) VALUES "
            "(?1, 'slack', 'workspace', 'T0ELSEWHERE'), (?1, 'slack', 'ilt', 'C0OLD')",
            (SCHOOL,),
        )
    bot = inside("http")
    await bot.start()
    await bot.not_ready("lives in another")
    await bot.stop()

    bot = inside("http", ILT_SCHOOL=SCHOOL)
    await bot.start()
    await bot.ready()
    assert address(folder, SCHOOL, "workspace") == "T0SANDBOX"
    assert address(folder, SCHOOL, "ilt") == slack.channel("ilt")


async def test_a_bot_with_both_secrets_listens_both_ways(slack, inside):
    bot = inside("both")
    await bot.start()
    await bot.ready()

    assert slack.sandbox.sockets.are_open
    async with ClientSession() as session, session.post(await bot.url() + "/slack/events") as response:
        assert response.status == 401


async def test_a_bot_without_a_school_waits_for_one(tmp_path, slack, inside):
    (tmp_path / "ilt.db").unlink()
    bot = inside("socket")
    await bot.start()
    await bot.not_ready("There is no school yet")

    assert "New school: Sample Elementary." in await apply(tmp_path, sample_file())

    await bot.ready()
