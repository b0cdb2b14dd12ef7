"""Our clock and Slack's do not agree, or ours is set while letters are on their way: each arrives once."""

from datetime import timedelta

import pytest

from bot.sandbox.faults import Matches
from tests.faults.platform.conftest import GRADE_3, ILT, STAFF

POST = "chat.postMessage"
FIVE_MINUTES, AN_HOUR, A_DAY = timedelta(minutes=5), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize("ahead", [AN_HOUR, -FIVE_MINUTES, -A_DAY], ids=str)
async def test_a_message_is_found_in_slack_however_far_its_clock_is_from_ours(bot, slacks_clock, ahead):
    slacks_clock.ahead = ahead
    bot.sandbox.faults.drop_after(POST)
    key = await bot.posting(ILT, "Exit tickets every day")

    await bot.ticks(0)
    await bot.until_it_is(key, "sent", within=3)

    assert bot.said(ILT) == ["Exit tickets every day"]


async def goes_on(bot, slacks_clock, jump):
    """Nobody sets a clock: the time goes by because the computer slept, here and not at Slack's."""
    bot.clock.moment += jump


async def is_set(bot, slacks_clock, jump):
    bot.clock.moment += jump
    slacks_clock.ahead -= jump
    await bot.posting.units.after_a_jump(bot.clock.now())


JUMPS = {
    "set an hour forward": (is_set, AN_HOUR),
    "set a day forward": (is_set, A_DAY),
    "set an hour back": (is_set, -AN_HOUR),
    "asleep for the night": (goes_on, timedelta(hours=10)),
}


@pytest.mark.parametrize("jump", JUMPS)
async def test_whatever_a_clock_does_each_message_arrives_once(bot, slacks_clock, jump):
    bot.sandbox.faults.drop_after(POST, matches=saying("Looked up"))
    bot.sandbox.faults.drop_after(POST, matches=saying("On its way"))
    looked_up = await bot.posting(ILT, "Looked up")
    await bot.ticks(0)
    bot.sandbox.faults.server_error("conversations.history")
    await bot.ticks(2)
    on_its_way = await bot.posting(STAFF, "On its way")
    await bot.ticks(0)
    waits = await bot.posting(GRADE_3, "Waits", due_at=bot.clock.now() + timedelta(minutes=5))
    before = {key: await bot.posting.state(key) for key in (looked_up, on_its_way, waits)}
    assert before == {"Looked up": "checking", "On its way": "sending", "Waits": "pending"}

    strike, by = JUMPS[jump]
    await strike(bot, slacks_clock, by)
    for key in before:
        await bot.until_it_is(key, "sent", within=10 if by > timedelta() else 70)

    assert bot.said(ILT) == ["Looked up"]
    assert bot.said(STAFF) == ["On its way"]
    [said] = bot.said(GRADE_3)
    assert said.splitlines()[-1] == "Waits"
    assert said.startswith("This comes late") == (by > timedelta(hours=2))


def saying(words: str) -> Matches:
    return lambda call: call["text"] == words
