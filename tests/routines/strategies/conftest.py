"""The sample school with its three strategies at work."""

import pytest

from bot.model.consensus import CheckState, ConsensusCheck
from bot.model.decisions import Authority
from bot.model.protocol import Protocol
from bot.routines import strategies
from bot.routines.requests import Nothing
from bot.routines.strategies import looking
from tests.conftest import MONDAY_NOON, SCHOOL, sample_file

LEADER, MEMBER, TEACHER = "mina-linden", "oli-nettle", "uma-thistle"


@pytest.fixture
async def three(units, sample):
    """The strategies by key."""
    async with units.writing(SCHOOL) as work:
        await strategies.establish(sample_file().strategies, work=work, roster=sample)
    async with units.reading(SCHOOL) as work:
        return {one.key: one for one in await work.strategies.active()}


@pytest.fixture
def page(perform, who):
    async def seen(by: str = TEACHER):
        return await perform(looking.look, Nothing(), actor=who(by))

    return seen


@pytest.fixture
def check(units, who):
    """A consensus check in a state."""

    async def kept(state: CheckState, number: int = 4) -> str:
        one = ConsensusCheck(
            school=SCHOOL,
            number=number,
            proposal="Work on a fourth strategy this spring",
            why="It is ready",
            authority=Authority.ILT,
            teams=(),
            opened_by=who(LEADER).person_id,
            opened_at=MONDAY_NOON,
            protocol=Protocol(),
            state=state,
        )
        async with units.writing(SCHOOL) as work:
            work.consensus.add(one)
        return one.id

    return kept
