"""A team's channel is archived in the middle of the week, told as it is lived."""

from datetime import date, time

import pytest

WEDNESDAY, FRIDAY = date(2026, 10, 28), date(2026, 10, 30)


@pytest.mark.requirement("R-289", "R-290")
async def test_a_channel_is_archived_another_is_chosen_and_it_is_told_what_it_missed(world):
    noel, jay, tea = world.person("noel-mint"), world.person("jay-ivy"), world.person("tea-sage")
    comings, channels = world.running.sandbox.comings, world.channel

    await tea.says("/ilt decide One block of reading a day", "ilt")
    await tea.chooses("teams", ["grade-2"])
    await tea.submits(
        why="Two grades asked for a steady time, and the visits show that it helps.",
        changes__grade_2="Start with one block a day.",
        helper="Dale Clover",
    )
    await comings.archive(channels("grade-2"))
    await world.settle()
    assert "#grade-2 is archived. Until you choose, Jay Ivy gets the posts" in noel.letters()[-1]
    await world.until(date(2026, 10, 20), time(9, 0))
    assert "Start with one block a day" in jay.letters()[-1]
    assert not any("archived" in words for words in world.heard_in("grade-3", by="oli-nettle"))

    assert "Grade 2" in await noel.opens_home()
    await noel.says("/ilt channels")
    await noel.presses("Use another channel")
    await noel.submits(address="#specialists")
    await world.until(date(2026, 10, 20), time(9, 30))

    (digest,) = [one for one in world.heard_in("specialists", by="dale-clover") if "Catching up" in one]
    assert "D-001" in digest
    await noel.says("/ilt channels")
    assert "Nothing needs you." in noel.whispers()[-1]
