"""How the sandbox speaks to the bot: signed HTTP requests, or a socket when the bot holds one."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, TCPConnector

from bot.sandbox.faults import Faults, Kind
from bot.sandbox.limits import Limits
from bot.sandbox.sockets import Sockets
from bot.sandbox.wire import Json

Outcome = Literal["ok", "http_error", "timeout", "connection_failed"]


@dataclass(frozen=True)
class Answer:
    """What the bot answered: `body` is JSON or words, empty when it only said that it heard."""

    outcome: Outcome
    body: Json | str = ""
    status: int = 0
    may_retry: bool = True

    @property
    def ok(self) -> bool:
        """Whether the bot took the request in time."""
        return self.outcome == "ok"

    @property
    def json(self) -> Json:
        """The body as an object, empty for mere words."""
        return self.body if isinstance(self.body, dict) else {}


@dataclass(frozen=True)
class Retry:
    """Which further try of an event this is, and what went wrong before."""

    number: int
    reason: str


def signed(secret: str, body: str, content_type: str) -> dict[str, str]:
    """Return the headers with which Slack proves that a body is its own."""
    stamp = str(int(time.time()))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256)
    return {
        "Content-Type": content_type,
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={digest.hexdigest()}",
    }


def written(kind: Kind, payload: Json) -> tuple[str, str]:
    """Return a payload as Slack writes it in a request, and its content type."""
    if kind == "events_api":
        return json.dumps(payload), "application/json"
    fields: Mapping[str, str] = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields), "application/x-www-form-urlencoded"


class Sender:
    """Delivers what people do to the bot and brings its answer back."""

    def __init__(self, secret: str, sockets: Sockets, limits: Limits, faults: Faults) -> None:
        self.bot_url: str | None = None
        self._secret = secret
        self._sockets = sockets
        self._limits = limits
        self._faults = faults
        self._session: ClientSession | None = None

    async def deliver(self, kind: Kind, payload: Json, retry: Retry | None = None) -> Answer:
        """Return the bot's answer to one request; when it goes out twice, the answer to the first."""
        if not self._faults.is_sent_twice(kind):
            return await self._once(kind, payload, retry)
        first, _second = await asyncio.gather(
            self._once(kind, payload, retry), self._once(kind, payload, retry)
        )
        return first

    async def close(self) -> None:
        """Hang up."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _once(self, kind: Kind, payload: Json, retry: Retry | None) -> Answer:
        try:
            if self._sockets.are_open:
                return await self._over_socket(kind, payload, retry)
            if self.bot_url:
                return await self._over_http(self.bot_url, kind, payload, retry)
        except TimeoutError:
            return Answer("timeout")
        except (ClientError, ConnectionError):
            pass
        return Answer("connection_failed")

    async def _over_socket(self, kind: Kind, payload: Json, retry: Retry | None) -> Answer:
        tries = {"retry_attempt": retry.number, "retry_reason": retry.reason} if retry else {}
        async with asyncio.timeout(self._limits.answer_seconds):
            return Answer("ok", await self._sockets.send(kind, payload, tries), 200)

    async def _over_http(self, url: str, kind: Kind, payload: Json, retry: Retry | None) -> Answer:
        body, content_type = written(kind, payload)
        headers = signed(self._secret, body, content_type)
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry.number), "X-Slack-Retry-Reason": retry.reason}
        if self._session is None:
            limit = ClientTimeout(total=self._limits.answer_seconds)
            self._session = ClientSession(timeout=limit, connector=TCPConnector(force_close=True))
        async with self._session.post(url, data=body, headers=headers) as response:
            return await _read(response)


async def _read(response: ClientResponse) -> Answer:
    words = await response.text()
    may_retry = response.headers.get("X-Slack-No-Retry") != "1"
    outcome: Outcome = "ok" if 200 <= response.status < 300 else "http_error"
    if response.content_type == "application/json" and words:
        try:
            given = json.loads(words)
        except ValueError:
            given = words
        return Answer(outcome, given if isinstance(given, dict) else words, response.status, may_retry)
    return Answer(outcome, words, response.status, may_retry)
