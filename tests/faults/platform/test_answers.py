"""Whatever Slack answers to a message: it stands there once, and nobody has to do anything."""

import gzip
from collections.abc import Iterable

import pytest

from bot.model.audiences import Audience
from bot.sandbox.faults import Matches, Raw
from tests.faults.platform.conftest import ILT, STAFF

POST, HISTORY = "chat.postMessage", "conversations.history"
HTML = {"Content-Type": "text/html"}
CUT_OFF = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
ALL = {"ok": True, "channel": "C2", "ts": "1.1"}
NOT_SLACKS = {
    "a page in HTML": Raw(b"<html>Please sign in</html>", headers=HTML),
    "nothing at all": Raw(b"", headers={}),
    "an empty JSON answer": Raw(b""),
    "half a JSON answer": Raw(b'{"ok": true, "ts": "17'),
    "a list": Raw.said([ALL]),
    "a number": Raw.said(17),
    "null": Raw.said(None),
    "neither yes nor no": Raw.said({"ts": "1.1"}),
    "yes without saying where": Raw.said({"ok": True}),
    "yes with a place longer than any": Raw.said(ALL | {"ts": "1." + "7" * 300}),
    "yes with values of the wrong kind": Raw.said({"ok": True, "channel": ["C2"], "ts": {"at": 1}}),
    "an error that is no word": Raw.said({"ok": False, "error": {"code": 17}}),
    "gzip that is cut off": Raw(gzip.compress(b'{"ok": true}' * 99)[:-20], headers=CUT_OFF),
    "gzip that is none": Raw(b'{"ok": true}', headers=CUT_OFF),
    "ten megabytes": Raw(b'{"ok": false, "x": "' + b"x" * 10_000_000 + b'"}'),
    "500": Raw.said({"ok": False, "error": "internal_error"}, 500),
    "502 in HTML": Raw(b"<html>Bad gateway</html>", 502, HTML),
    "503 and when to come again": Raw.said(
        {"ok": False, "error": "service_unavailable"}, 503, Retry_After="30"
    ),
}


@pytest.mark.parametrize("is_done", [True, False], ids=["done", "not done"])
async def test_an_answer_that_says_nothing_is_looked_into_and_the_message_stands_there_once(
    bot, is_done, logged
):
    readers = readers_of(bot, NOT_SLACKS)
    await bot.posting(ILT, "Before")
    await bot.ticks()
    for answer, raw in NOT_SLACKS.items():
        bot.sandbox.faults.answer(POST, raw, done=is_done, matches=saying(answer))
        await bot.posting(readers[answer], answer)

    await bot.ticks()
    assert {await bot.posting.state(answer) for answer in NOT_SLACKS} == {"sending"}
    for answer in NOT_SLACKS:
        await bot.until_it_is(answer, "sent", within=5)

    assert {answer: bot.said(reader) for answer, reader in readers.items()} == {
        answer: [answer] for answer in NOT_SLACKS
    }
    assert "a letter broke" not in logged()


def readers_of(bot, answers: Iterable[str]) -> dict[str, Audience]:
    """Somebody else for each."""
    return dict(zip(answers, (Audience.person(one.id) for one in bot.roster.people), strict=False))


def saying(words: str) -> Matches:
    return lambda call: str(call.get("text", "")) == words


MORE = {"response_metadata": {"next_cursor": "round and round"}, "has_more": True}
UNREADABLE = {
    "a page in HTML": Raw(b"<html>Please sign in</html>", headers=HTML),
    "a list": Raw.said([]),
    "no messages": Raw.said({"ok": True}),
    "messages that are none": Raw.said({"ok": True, "messages": ["hello", None]}),
    "the same page for ever": Raw.said({"ok": True, "messages": []} | MORE),
    "more to come, and not how": Raw.said({"ok": True, "messages": [], "has_more": True}),
    "429": Raw.said({"ok": False, "error": "ratelimited"}, 429, Retry_After="45"),
    "500": Raw.said({"ok": False, "error": "internal_error"}, 500),
    "an expired token": Raw.said({"ok": False, "error": "token_expired"}),
}


async def test_while_slack_does_not_tell_whether_a_message_is_there_it_is_not_sent_again(bot):
    readers = readers_of(bot, UNREADABLE)
    bot.sandbox.faults.drop_after(POST, times=len(UNREADABLE))
    for answer, reader in readers.items():
        await bot.posting(reader, answer)
    await bot.ticks()
    for call in bot.sandbox.calls.of(POST):
        raw = UNREADABLE[call.arguments["text"]]
        bot.sandbox.faults.answer(HISTORY, raw, times=99, matches=reading(call.arguments["channel"]))

    await bot.ticks(2)
    assert {await bot.posting.state(answer) for answer in UNREADABLE} == {"checking"}
    bot.sandbox.faults.clear()
    for answer in UNREADABLE:
        await bot.until_it_is(answer, "sent", within=15)

    assert {answer: bot.said(reader) for answer, reader in readers.items()} == {
        answer: [answer] for answer in UNREADABLE
    }


def reading(channel: str) -> Matches:
    return lambda asked: asked["channel"] == channel


async def test_a_message_is_found_behind_many_others_page_by_page(bot):
    bot.sandbox.faults.drop_after(POST, matches=saying("Exit tickets every day"))
    key = await bot.posting(STAFF, "Exit tickets every day")
    await bot.ticks(0)
    for number in range(450):
        bot.sandbox.workspace.say(bot.sandbox.workspace.conversation("C1"), "U100", f"Talk {number}")
    bot.sandbox.faults.rate_limit(HISTORY, 30, matches=lambda asked: bool(asked["cursor"]))

    await bot.until_it_is(key, "sent", within=5)

    assert bot.said(STAFF).count("Exit tickets every day") == 1
    assert bot.calls(HISTORY) == 2 + 3
