"""A proposal before the ILT of the sample school, opened by the Math coach Dale Clover."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.messages.consensus.cards import card
from bot.messages.consensus.words import Sheet
from bot.messages.plain import plain
from bot.model.consensus import ConsensusCheck
from bot.model.people import the_clock
from bot.routines import consensus, decisions
from bot.routines.consensus import ending, opening, ratifying, voting
from bot.routines.consensus.shown import AboutCheck, OneCheck
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL

OPENER, LEADER, TEACHER = "dale-clover", "mina-linden", "uma-thistle"
ILT = (
    "ada-acorn",
    "jay-ivy",
    "oli-nettle",
    "tea-sage",
    "yara-xylem",
    "dale-clover",
    "hugo-ginger",
    "kaya-jasmine",
    "mina-linden",
    "noel-mint",
)
PROPOSAL = "Every math block starts with 3 minutes of writing."
Do = Callable[..., Awaitable[Any]]

ROUTINES: dict[type, Any] = {
    opening.OpenCheck: opening.open_check,
    opening.SkipVoices: opening.skip_voices,
    opening.GiveVoice: opening.give_voice,
    voting.NameRisk: voting.name_risk,
    voting.OpenVote: voting.open_vote,
    voting.CastVote: voting.vote,
    ending.AddConcern: ending.add_concern,
    ending.VoteAgain: ending.vote_again,
    ending.DecideWithReason: ending.decide_with_reason,
    ratifying.Ratify: ratifying.ratify,
}


def said(sheet: Sheet) -> str:
    return plain(card(sheet))


@pytest.fixture
def do(perform, who) -> Do:
    """Do something with a check, as whoever opened it unless said otherwise."""

    async def done(kind: type, by: str = OPENER, **given: Any) -> Any:
        return await perform(ROUTINES[kind], kind(**given), actor=who(by))

    return done


@pytest.fixture
def press(perform, who) -> Do:
    """Press a button that needs no form."""

    async def pressed(routine: Any, check: ConsensusCheck, by: str = OPENER) -> Sheet:
        kind = AboutCheck if routine is ending.see else OneCheck
        return await perform(routine, kind(check=check.id), actor=who(by))

    return pressed


@pytest.fixture
def open_check(do) -> Do:
    """Open one that every team it touches was heard on."""

    async def opened(**given: Any) -> ConsensusCheck:
        values = {"proposal": PROPOSAL, "why": "It helps.", "teams": ("grade-3",), "heard": ("grade-3",)}
        return (await do(opening.OpenCheck, **(values | given))).check

    return opened


@pytest.fixture
def voting_on(open_check, do, units) -> Do:
    """Open one and its vote; `voters` and `protocol` are what the test needs them to be."""

    async def begun(voters: int = 10, protocol: Any = None, **given: Any) -> ConsensusCheck:
        check = await open_check(**given)
        await do(voting.NameRisk, check=check.id, risk="workload")
        await do(voting.OpenVote, check=check.id, proposal=check.proposal, mitigation="One block a day")
        async with units.writing(SCHOOL) as work:
            found = await work.consensus.find(check.id)
            found.voters = found.voters[:voters]
            found.protocol = protocol or found.protocol
        return found

    return begun


@pytest.fixture
def vote(do, sample) -> Do:
    """Let the first of those who may vote give these answers, in their order."""

    async def voted(check: ConsensusCheck, *values: int, reason: str = "") -> None:
        keys = {person.id: person.key for person in sample.people}
        for person, value in zip(check.voters, values, strict=False):
            await do(voting.CastVote, keys[person], check=check.id, value=value, reason=reason)

    return voted


@pytest.fixture
def now(units) -> Do:
    """The check as it stands."""

    async def read(check: ConsensusCheck) -> ConsensusCheck:
        async with units.reading(SCHOOL) as work:
            found = await work.consensus.find(check.id)
            assert found is not None
            return found

    return read


@pytest.fixture
def tick(perform) -> Do:
    """Do what is due of checks, votes of the faculty and decisions."""

    async def ticked() -> list[str]:
        timetable = Timetable([consensus.due, decisions.due])
        return [one.key for one in await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))]

    return ticked
