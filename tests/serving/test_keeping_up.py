"""A bot that runs keeps up with its school; one token is one workspace is one school."""

import shutil
import sqlite3

import pytest
import yaml

from tests.conftest import SCHOOL
from tests.serving.process import SAMPLE, said, until


def written(folder, change):
    """Write the sample school down with a change in it."""
    content = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    change(content)
    (folder / "school.yaml").write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


def address(folder, school, audience):
    found = sqlite3.connect(folder / "ilt.db").execute(
        "SELECT address FROM addresses WHERE school = ? AND audience = ?", (school, audience)
    )
    return next((row[0] for row in found), None)


async def applied(folder):
    code, out, err = await said("school", "apply", "school.yaml", folder=folder)
    assert code == 0, err
    return out


async def test_a_changed_channel_is_spoken_to_without_a_restart(folder, slack, serving):
    bot = serving("http")
    await bot.start()
    await bot.ready()
    assert address(folder, SCHOOL, "team:k-1") == slack.channel("k-1")

    def change(school):
        school["teams"][0]["channel"] = "grade-2"
        del school["teams"][5]["channel"]

    written(folder, change)
    await applied(folder)

    await until(lambda: address(folder, SCHOOL, "team:k-1") == slack.channel("grade-2"))
    assert address(folder, SCHOOL, "team:specialists") is None


async def test_somebody_new_is_known_without_a_restart(folder, slack, serving):
    def leave_out(school):
        school["people"] = [one for one in school["people"] if one["key"] != "uma-thistle"]

    written(folder, leave_out)
    await applied(folder)
    bot = serving("http")
    await bot.start()
    await bot.ready()
    slack.sandbox.bot_url = await bot.url() + "/slack/events"
    uma = slack.people["uma-thistle"]
    await slack.acting.command(uma, slack.channel("grade-4"), "/ilt-input Hello")
    await until(lambda: slack.acting.ephemerals(uma))
    assert slack.acting.top_view(uma) is None

    shutil.copy(SAMPLE, folder / "school.yaml")
    await applied(folder)
    await slack.acting.command(uma, slack.channel("grade-4"), "/ilt-input Hello")

    assert await until(lambda: slack.acting.top_view(uma))


@pytest.fixture
async def two_schools(folder):
    """A second school in the same database; only the first is linked to the sandbox's workspace."""

    def change(school):
        school["school"]["key"] = "other-elementary"

    written(folder, change)
    await applied(folder)
    with sqlite3.connect(folder / "ilt.db") as database:
        database.execute(
            "INSERT INTO addresses (school, platform, audience, address) VALUES (?, 'slack', 'workspace', ?)",
            (SCHOOL, "T0SANDBOX"),
        )
    return folder


async def test_the_school_of_the_workspace_is_served(two_schools, serving):
    bot = serving("http")
    await bot.start()
    await bot.ready()

    assert bot.logged("ready")[0]["school"] == SCHOOL
    assert address(two_schools, "other-elementary", "ilt") is None


async def test_it_is_said_when_the_school_is_not_clear(two_schools, serving):
    with sqlite3.connect(two_schools / "ilt.db") as database:
        database.execute("DELETE FROM addresses")
    bot = serving("http")
    await bot.start()
    assert "other-elementary, sample-elementary" in (await not_ready(bot))["slack"]
    await bot.stop()

    bot = serving("http", ILT_SCHOOL="other-elementary")
    await bot.start()
    await bot.ready()
    assert bot.logged("ready")[0]["school"] == "other-elementary"


async def test_another_workspaces_token_is_refused_and_a_move_is_allowed(folder, slack, serving):
    with sqlite3.connect(folder / "ilt.db") as database:
        database.execute(
            "INSERT INTO addresses (school, platform, audience, address) VALUES "
            "(?1, 'slack', 'workspace', 'T0ELSEWHERE'), (?1, 'slack', 'ilt', 'C0OLD')",
            (SCHOOL,),
        )
    bot = serving("http")
    await bot.start()
    assert "lives in another" in (await not_ready(bot))["slack"]
    await bot.stop()

    bot = serving("http", ILT_SCHOOL=SCHOOL)
    await bot.start()
    await bot.ready()
    assert address(folder, SCHOOL, "workspace") == "T0SANDBOX"
    assert address(folder, SCHOOL, "ilt") == slack.channel("ilt")


async def test_a_bot_without_a_school_waits_for_one(tmp_path, slack, serving):
    (tmp_path / "ilt.db").unlink()
    bot = serving("socket")
    await bot.start()
    assert "There is no school yet" in (await not_ready(bot))["slack"]

    shutil.copy(SAMPLE, tmp_path / "school.yaml")
    assert "New school: Sample Elementary." in await applied(tmp_path)

    await bot.ready()


async def not_ready(bot):
    """What `/readyz` says once the bot has looked around."""
    await until(lambda: bot.logged("not ready"))
    status, said = await bot.asked("/readyz")
    assert status == 503
    return said
