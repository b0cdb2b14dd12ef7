"""Slack is away, busy, slow, or does not let us in: everything waits and arrives once, late ones say so."""

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.sandbox.faults import Raw
from handlers.platform.waiting import seconds_to_wait
from tests.faults.platform.conftest import GRADE_3, ILT, STAFF

POST, HISTORY = "chat.postMessage", "conversations.history"
BUSY = {"ok": False, "error": "ratelimited"}
LATE = "This comes late: it was meant for 2:00 PM."


def refused(bot, line):
    return line.cut()


async def nameless(bot, line):
    line.knows_the_name = False


async def broken(bot, line):
    bot.sandbox.faults.answer("*", Raw.said({"ok": False, "error": "fatal_error"}, 503), times=9999)


@pytest.mark.requirement("R-302")
@pytest.mark.parametrize("goes_away", [refused, nameless, broken])
async def test_two_hours_without_slack_lose_and_double_nothing_and_what_is_late_says_so(bot, line, goes_away):
    bot.clock.advance(hours=2)
    await bot.posting(ILT, "Before")
    await bot.ticks(0)
    await goes_away(bot, line)
    await bot.posting(STAFF, "Exit tickets every day")
    reminder = await bot.posting(ILT, "You keep the time today", stale_in=timedelta(minutes=10))
    for minutes in [10] * 11:
        await bot.ticks(minutes)
    meanwhile = await bot.posting(GRADE_3, "The agenda is ready")
    await bot.ticks(10)
    assert bot.said(STAFF) == bot.said(GRADE_3) == []

    bot.sandbox.faults.clear()
    await line.mend()
    await bot.until_it_is("Exit tickets every day", "sent", within=31)
    await bot.until_it_is(meanwhile, "sent", within=31)

    [said] = bot.said(STAFF)
    assert said.splitlines() == [LATE, "Exit tickets every day"]
    assert bot.said(GRADE_3) == ["The agenda is ready"]
    assert bot.said(ILT) == ["Before"]
    assert await bot.posting.state(reminder) == "expired"
    assert await bot.listed() == [
        "It came too late: its moment had gone by before it could go. If it still matters, say it yourself."
    ]


ASKED = {"7": 7, "0.5": 0.5, "": 1, "0": 0, "-1": 1, "soon": 1, "Mon, 19 Oct 2026 18:00:07 GMT": 1, "nan": 1}
TOO_LONG = {"86400": 900, "1e999": 900}


@pytest.mark.parametrize(("asked", "seconds"), (ASKED | TOO_LONG).items())
def test_whatever_stands_in_a_retry_after_is_a_second_to_a_quarter_of_an_hour(asked, seconds):
    assert seconds_to_wait(asked) == seconds


@pytest.mark.parametrize(("asked", "minutes"), [({}, 1), ({"Retry_After": "86400"}, 15)])
async def test_asked_to_wait_it_waits_at_most_a_quarter_of_an_hour_and_sends_once(bot, asked, minutes):
    bot.sandbox.faults.answer(POST, Raw.said(BUSY, 429, **asked))
    key = await bot.posting(ILT, "Exit tickets every day")
    await bot.ticks(0)
    assert await bot.posting.state(key) == "pending"

    assert await bot.until_it_is(key, "sent") == minutes

    assert bot.said(ILT) == ["Exit tickets every day"]
    assert bot.calls() == 2


async def test_while_every_second_call_is_too_many_everything_arrives_once(bot):
    calls = iter(range(9999))
    bot.sandbox.faults.rate_limit(POST, 3, times=9999, matches=lambda _: next(calls) % 2 == 0)
    readers = bot.roster.people[:12]
    keys = [await bot.posting(bot.person(one.key), f"Letter to {one.key}") for one in readers]

    for key in keys:
        await bot.until_it_is(key, "sent")

    assert [bot.said(bot.person(one.key)) for one in readers] == [[f"Letter to {one.key}"] for one in readers]


@pytest.mark.parametrize("patience", [0.5])
async def test_an_answer_that_comes_late_counts_and_one_that_comes_too_late_is_looked_up(bot):
    await bot.posting(ILT, "Before")
    await bot.ticks(0)
    bot.sandbox.faults.delay(POST, 0.2, matches=lambda call: call["text"] == "Late")
    bot.sandbox.faults.delay(POST, 1.0, matches=lambda call: call["text"] == "Too late")
    late, too_late = await bot.posting(ILT, "Late"), await bot.posting(STAFF, "Too late")
    await bot.ticks(0)
    assert [await bot.posting.state(key) for key in (late, too_late)] == ["sent", "sending"]

    await bot.until_it_is(too_late, "sent", within=3)

    assert (bot.said(ILT), bot.said(STAFF)) == (["Before", "Late"], ["Too late"])


@pytest.mark.parametrize("code", ["token_revoked", "missing_scope"])
async def test_without_a_valid_token_everything_waits_and_nobody_is_pestered(bot, code):
    await bot.posting(ILT, "Before")
    await bot.ticks()
    bot.sandbox.faults.refuse("*", code, times=9999)
    before = len(bot.sandbox.calls.all())
    keys = [await bot.posting(audience, "Exit tickets", key=audience.key) for audience in (ILT, STAFF)]

    with capture_logs() as lines:
        for _ in range(6):
            await bot.ticks(5)

    assert {await bot.posting.state(key) for key in keys} == {"pending"}
    assert sum("does not let us in" in line["event"] for line in lines) == 1
    assert len(bot.sandbox.calls.all()) - before <= 2 * 4
    bot.sandbox.faults.clear()
    for key in keys:
        assert await bot.until_it_is(key, "sent") <= 10
    assert (bot.said(ILT), bot.said(STAFF)) == (["Before", "Exit tickets"], ["Exit tickets"])
    assert await bot.listed() == []
