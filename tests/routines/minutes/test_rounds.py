"""A round of voices: counts only, and names that go with the item."""

import pytest
from sqlalchemy import func, select

from bot.errors import NotPermitted, OutOfDate
from bot.messages.live import rounds as wording
from bot.messages.minutes.document import document
from bot.messages.plain import plain
from bot.model.people import Role
from bot.routines.live import rounds
from storage import tables
from tests.conftest import SCHOOL
from tests.routines.live.conftest import DAY


class Round:
    """The round on the item that is to be decided, opened by the facilitator."""

    def __init__(self, meeting) -> None:
        self.meeting = meeting

    async def opens(self) -> None:
        await self.meeting.starts()
        self.line = (await self.meeting.until("Exit tickets")).number
        await self.does(rounds.begin, rounds.OpenRound, self.meeting.lead)

    async def does(self, routine, command, key: str, **values):
        asked = command(day=DAY, line=self.line, **values)
        return await self.meeting.perform(routine, asked, actor=self.meeting.who(key))

    async def turn(self, key: str, way: str = "spoke"):
        return await self.does(rounds.take, rounds.TakeTurn, key, way=way)

    async def closes(self, key: str):
        return await self.does(rounds.close, rounds.CloseRound, key)

    async def members(self) -> list[str]:
        async with self.meeting.units.reading(SCHOOL) as work:
            roster = await work.people.roster()
            return [one.key for one in roster.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER)]

    async def names(self) -> int:
        async with self.meeting.units.reading(SCHOOL) as work:
            counted = select(func.count()).select_from(tables.minutes.voice_taps)
            return await work.session.scalar(counted)


@pytest.fixture
async def round_(meeting) -> Round:
    found = Round(meeting)
    await found.opens()
    return found


@pytest.mark.requirement("R-082")
async def test_two_voices_left_are_told_to_the_facilitator_alone_and_names_go_with_the_item(round_):
    meeting, members = round_.meeting, await round_.members()
    for key in members[:-2]:
        assert (await round_.turn(key)).is_new
    with pytest.raises(NotPermitted):
        await round_.closes(meeting.member)
    assert "2 voices left." in plain(wording.ended(await round_.closes(meeting.lead)))
    assert await round_.names() == len(members) - 2
    await meeting.next()
    assert await round_.names() == 0
    assert "voices left" not in " ".join(one.text for one in await meeting.posted("meeting/"))
    async with meeting.units.reading(SCHOOL) as work:
        assert "take-turn" not in await work.audit.actions()


async def test_a_turn_counts_once_and_none_after_the_round(round_):
    meeting = round_.meeting
    assert (await round_.turn(meeting.member, "passed")).is_new
    assert not (await round_.turn(meeting.member)).is_new
    async with meeting.units.reading(SCHOOL) as work:
        found = await work.rounds.on(DAY, round_.line)
        assert (found.spoke, found.passed) == (0, 1)
    await round_.closes(meeting.lead)
    with pytest.raises(OutOfDate):
        await round_.turn("jay-ivy")


async def test_minutes_say_how_many_rounds_were_full(round_):
    meeting = round_.meeting
    for key in await round_.members():
        await round_.turn(key)
    await meeting.ends()
    assert await round_.names() == 0
    said = plain(document(await meeting.sees(meeting.member)))
    assert "Rounds in which everybody spoke or passed: 1 of 1." in said


async def test_two_people_open_one_round(round_):
    await round_.does(rounds.begin, rounds.OpenRound, round_.meeting.lead)
    await round_.does(rounds.begin, rounds.OpenRound, "mina-linden")
    assert len(await round_.meeting.posted("live/round/")) == 1
