"""Calls to Slack for somebody who is waiting: asked to slow down, they wait a little and go on."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from aiohttp import ClientPayloadError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from handlers.platform.waiting import seconds_to_wait
from handlers.platform.words import Json
from handlers.slack.failures import slack_code

SECONDS = 10
"""For one answer of Slack's. A shared session does not heed the client's own time limit."""
LONGEST_WAIT = 30.0
TRIES = 4
PAGE = 200

Call = Callable[[], Awaitable[AsyncSlackResponse]]


async def patiently(call: Call) -> AsyncSlackResponse:
    """Make a call, again after as long as Slack asks (nothing was done then); any other error is raised."""
    for _ in range(TRIES - 1):
        try:
            return await within_limit(call)
        except SlackApiError as error:
            if not is_busy(error):
                raise
            await asyncio.sleep(min(seconds_asked(error), LONGEST_WAIT))
    return await within_limit(call)


async def within_limit(call: Call, seconds: float = SECONDS) -> AsyncSlackResponse:
    """Make a call once; raises TimeoutError when the answer does not come, and ClientPayloadError when it is
    no answer of Slack's: the SDK takes whatever it is sent for an object."""
    async with asyncio.timeout(seconds):
        try:
            answer = await call()
        except (AttributeError, UnicodeError) as error:
            raise ClientPayloadError("not an answer of Slack's") from error
        if not isinstance(answer.data, dict):
            raise ClientPayloadError("not an answer of Slack's")
        return answer


def is_busy(error: SlackApiError) -> bool:
    return status(error) == 429 or slack_code(error) in ("ratelimited", "rate_limited")


def status(error: SlackApiError) -> int:
    """The answer's HTTP status, 0 when it is not known."""
    found = getattr(error.response, "status_code", None) or getattr(error.response, "status", None)
    return found if isinstance(found, int) else 0


def seconds_asked(error: SlackApiError) -> float:
    """How long Slack asks to wait; a second when it does not say."""
    headers = getattr(error.response, "headers", None) or {}
    asked = (value for name, value in headers.items() if name.lower() == "retry-after")
    return seconds_to_wait(next(asked, ""))


async def listed(call: Callable[..., Any], name: str, **arguments: object) -> AsyncIterator[Json]:
    """Everything in a list of Slack's that comes in pages."""
    cursor = ""
    while True:
        answer = await patiently(lambda cursor=cursor: call(limit=PAGE, cursor=cursor, **arguments))  # type: ignore[misc]
        for entry in answer.get(name) or ():
            yield entry
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return
