"""A school of which one grade is on Microsoft Teams and the rest on Slack, with one bot for both."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime, time

import pytest

from bot.app.core import assembled
from bot.app.sandbox import sandboxed
from bot.app.teams import OnTeams
from bot.sandbox.clock import StillClock
from bot.sandbox.teams.server import Teams
from storage.engine import Engines
from tests.databases import DENVER, MONDAY_NOON, sample
from tests.teams_world import Life, TeamsCitizen, in_teams, installed, team_id, tenant_of, user_id
from tests.world import UNHURRIED, World, accounts

TUESDAY = date(2026, 10, 20)
GRADE_3 = "grade-3"


@dataclass(frozen=True)
class Both(World):
    """One bot on both platforms: Slack's world, and beside it the tenant and its side of the bot."""

    tenant: Teams
    teams: OnTeams
    life: Life

    def on_teams(self, key: str) -> TeamsCitizen:
        return TeamsCitizen(self.tenant, self.settle, user_id(key))

    def heard_in_teams(self, team: str) -> list[str]:
        return [one.words for one in self.tenant.acting.messages(team_id(team))]

    async def settle(self) -> None:
        await self.running.bot.slack.afterwards.drain()
        await self.teams.teams.afterwards.drain()
        await self.life.deliver()
        await self.running.keeper.deliver()

    async def go_to(self, day: date, wall: time = time(7, 45)) -> None:
        """Live through time on both platforms."""
        await self.life.until(datetime.combine(day, wall, self.zone))
        await self.settle()


@pytest.fixture
async def both(engines: Engines) -> AsyncIterator[Both]:
    """Monday noon: everybody has an account on Slack; those of Grade 3 and the coach one on Teams too."""
    school, clock = sample(), StillClock(MONDAY_NOON)
    staff = [one.key for one in school.file.people if one.team == GRADE_3 or one.key == "dale-clover"]
    async with sandboxed(school, clock, limits=UNHURRIED, core=assembled(engines, clock)) as running:
        seed = tenant_of(school.file, only=(GRADE_3,), people=staff)
        async with in_teams(running.core, seed, clock) as (tenant, bot):
            await installed(tenant, bot.teams.afterwards)
            await bot.teams.directory.sync(school.key)
            life = Life(running.core, clock, school.key, (running.bot.courier, bot.courier))
            world = Both(running, clock, accounts(school), DENVER, tenant, bot, life)
            yield world
            assert world.misspoken() == []
            assert tenant.acting.errors == []


async def test_one_bot_serves_a_grade_on_teams_and_the_others_on_slack(both):
    mina, dale = both.person("mina-linden"), both.person("dale-clover")
    oli, pia, ray = both.on_teams("oli-nettle"), both.on_teams("pia-olive"), both.on_teams("ray-quince")

    await mina.says("/ilt channels")
    await mina.presses("Change a channel")
    await mina.chooses("audience", "team:grade-3")
    await mina.submits(address=mina.option("address", "(Teams)"))
    assert "Grade 3" in mina.whispers()[-1]

    await oli.opens("input The bell is too loud")
    await oli.submits(scope="my_team", mode="named")
    assert "I-001" in oli.letters[-1]
    assert "I-001" in await both.person("oli-nettle").opens_home(), "one person, wherever they look"

    await dale.says("/ilt decide Three minutes of writing before sharing", "ilt")
    await dale.chooses("teams", ["grade-3", "grade-4"])
    await dale.submits(
        why="Two teachers asked for a lighter routine.",
        changes__grade_3="Write for three minutes, then share.",
        changes__grade_4="Write or draw for three minutes.",
        helper="Dale Clover",
    )
    await both.go_to(TUESDAY)
    (on_teams,) = [words for words in both.heard_in_teams(GRADE_3) if "D-001" in words]
    assert "Write for three minutes" in on_teams
    (on_slack,) = [one for one in both.heard_in("grade-4", by="uma-thistle") if "D-001" in one]
    assert "Write or draw" in on_slack
    assert not any("D-001" in one for one in both.heard_in("grade-3", by="pia-olive"))

    await pia.presses("Ask", GRADE_3)
    await pia.submits(text="Does drawing count?")
    question = both.heard_in("ilt", by="dale-clover")[-1]
    assert "Does drawing count?" in question
    assert "Pia" not in question
    await dale.presses("Answer", "ilt")
    await dale.submits(answer="Yes, all year.")
    assert "Yes, all year." in pia.letters[-1], "where she asked"
    assert not any("Yes, all year." in one for one in both.person("pia-olive").letters())

    await ray.presses("Ask", GRADE_3)
    await ray.submits(text="What about half days?")
    both.tenant.comings.block(ray.id)
    await dale.presses("Answer", "ilt", saying="What about half days?")
    await dale.submits(answer="On those days too.")
    assert "On those days too." in both.person("ray-quince").letters()[-1], "where else he can be reached"
    home = await both.person("noel-mint").opens_home()
    assert "Ray Quince has turned off messages from ILT Bot in Teams" in home
    assert "On those days too." not in home
