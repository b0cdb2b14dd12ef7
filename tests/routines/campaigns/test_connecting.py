"""Who else is working on this: nobody is told of anybody until two have asked."""

import pytest

from bot.errors import NotFound, Refusal
from bot.messages.campaigns import connecting as wording
from bot.messages.plain import plain
from bot.routines.campaigns import connecting
from tests.letters import letters

FIRST, SECOND, THIRD, FOURTH, FIFTH = "uma-thistle", "bea-birch", "jay-ivy", "pia-olive", "elsa-daisy"


@pytest.fixture
def connect(perform, who, sample):
    async def connecting_on(key: str, topic: str = "Small-group reading"):
        return await perform(connecting.connect, connecting.Connect(topic=topic), actor=who(key))

    return connecting_on


@pytest.mark.requirement("R-125")
async def test_one_volunteer_waits_and_nothing_is_sent(connect, units):
    said = plain(wording.answered(await connect(FIRST)))
    assert "waiting for one more" in said
    assert await letters(units) == []


@pytest.mark.requirement("R-125")
async def test_the_second_is_told_at_once_and_the_first_in_school_hours_and_nobody_else(connect, units, who):
    await connect(FIRST)
    assert "Uma Thistle asked about this too." in plain(wording.answered(await connect(SECOND, "reading")))
    (letter,) = await letters(units)
    assert letter.audience == f"person:{who(FIRST).person_id}"
    assert "Bea Birch and you asked who else works on it." in letter.text
    assert "reading" not in letter.message.summary


async def test_four_are_told_of_each_other_and_the_fifth_begins_anew(connect, units):
    for key in (FIRST, SECOND, THIRD):
        await connect(key)
    circle = await connect(FOURTH)
    assert sorted(circle.others) == ["Bea Birch", "Jay Ivy", "Uma Thistle"]
    assert (await connect(FIFTH)).others == ()
    assert len(await letters(units)) == 1 + 2 + 3


async def test_asking_twice_is_kindly_refused_and_other_topics_do_not_meet(connect):
    await connect(FIRST)
    with pytest.raises(Refusal, match="asked about this already"):
        await connect(FIRST, "small group reading")
    assert (await connect(SECOND, "Math talk")).others == ()


async def test_who_steps_back_is_told_to_nobody_and_only_they_can(connect, perform, who):
    one = (await connect(FIRST)).interest
    stop = connecting.StopConnecting(interest=one.id)
    with pytest.raises(NotFound):
        await perform(connecting.stop, stop, actor=who(SECOND))
    await perform(connecting.stop, stop, actor=who(FIRST))
    assert (await connect(SECOND)).others == ()
