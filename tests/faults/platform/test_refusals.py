"""Slack says no to one message: it is said where it can be read, and whoever looks after the bot sees it."""

import pytest

from tests.faults.platform.conftest import GRADE_3, ILT

POST = "chat.postMessage"
SHARE = "It comes to you because you speak for Grade 3. Please share it."
CHANNEL = {
    "is_archived": "the channel is archived",
    "restricted_action": "I am not allowed to post in the channel",
    "a_word_of_tomorrow": "the channel could not be reached",
}
ASK = "If it still matters, say it yourself. Ask whoever runs the bot to run `ilt-bot doctor`."
NO_ACCOUNT = "they have no account there that I can find. Type /ilt channels to see what helps."
PERSON = {
    "user_disabled": f"It could not be delivered: {NO_ACCOUNT} If it still matters, say it yourself.",
    "cannot_dm_bot": f"It could not be delivered: the platform said cannot_dm_bot. {ASK}",
    "a_word_of_tomorrow": f"It could not be delivered: the platform said a_word_of_tomorrow. {ASK}",
}


@pytest.mark.requirement("R-289")
@pytest.mark.parametrize("code", CHANNEL)
async def test_what_a_channel_does_not_take_goes_to_whoever_speaks_for_it(bot, code):
    bot.sandbox.faults.refuse(POST, code, times=99, matches=lambda call: call["channel"] == "C3")
    key = await bot.posting(GRADE_3, "Exit tickets every day")

    for minutes in (0, 1, 5, 30, 120, 1):
        await bot.ticks(minutes)

    reader = bot.roster.speaker_for("grade-3")
    said = [one for one in bot.said(bot.person(reader.key)) if "Exit tickets" in one]
    assert len(said) == 1
    assert f"This was meant for Grade 3, but {CHANNEL[code]}. {SHARE}" in said[0]
    assert bot.said(GRADE_3) == []
    assert await bot.posting.state(key) == "rerouted"


@pytest.mark.parametrize("code", PERSON)
async def test_what_somebody_cannot_get_is_listed_with_what_to_do(bot, code):
    quin = bot.person("quin-poppy")
    bot.sandbox.faults.refuse(POST, code, times=99)
    key = await bot.posting(quin, "Your 1:1 is tomorrow")

    for minutes in (0, 1, 5, 30, 120, 1):
        await bot.ticks(minutes)

    assert await bot.posting.state(key) == "failed"
    assert await bot.listed() == [PERSON[code]]


async def test_a_word_of_tomorrow_that_passes_costs_a_minute(bot):
    bot.sandbox.faults.refuse(POST, "a_word_of_tomorrow")
    key = await bot.posting(ILT, "Exit tickets every day")
    await bot.ticks(0)

    assert await bot.until_it_is(key, "sent") == 1

    assert bot.said(ILT) == ["Exit tickets every day"]


async def test_a_message_that_is_too_long_for_slack_is_listed_and_holds_up_no_other(bot):
    bot.sandbox.faults.refuse(POST, "msg_too_long")
    key, after = await bot.posting(ILT, "Long"), await bot.posting(ILT, "Short")

    await bot.ticks(0)

    assert [await bot.posting.state(one) for one in (key, after)] == ["failed", "sent"]
    assert await bot.listed() == [f"It could not be delivered: the platform said msg_too_long. {ASK}"]


async def test_a_chat_that_slack_has_moved_is_opened_anew_once(bot):
    quin = bot.person("quin-poppy")
    await bot.posting(quin, "Before")
    await bot.ticks(0)
    bot.sandbox.faults.refuse(POST, "channel_not_found")
    key = await bot.posting(quin, "Your 1:1 is tomorrow")

    await bot.ticks(0)

    assert await bot.posting.state(key) == "sent"
    assert bot.said(quin) == ["Before", "Your 1:1 is tomorrow"]
    assert bot.calls("conversations.open") == 2
