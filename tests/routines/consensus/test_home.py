"""What Home shows of checks, and to whom."""

from bot.messages.plain import words
from bot.routines import consensus
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL
from tests.routines.consensus.conftest import OPENER, TEACHER


async def test_a_vote_waits_on_home_until_it_is_cast_and_for_nobody_else(voting_on, vote, units, who, clock):
    check = await voting_on(voters=8)

    async def waits(key: str) -> list[str]:
        async with units.reading(SCHOOL) as work:
            share = await consensus.home(await viewer(who(key), work=work, clock=clock), work=work)
        return [words(one.line) for one in share.waiting]

    assert await waits("ada-acorn") == [f"C-001: Vote is open. {check.proposal}"]
    await vote(check, 4)
    assert await waits("ada-acorn") == []
    assert await waits(OPENER)
    assert await waits(TEACHER) == []
