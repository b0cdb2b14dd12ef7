"""The address that Slack knows: each request goes to any process, to two, late, or its answer is lost."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from time import monotonic
from urllib.parse import parse_qs

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, web

from handlers.platform.notices import STILL_DOING_IT

TWICE, LATE, ANSWER_LOST = 0.25, 0.15, 0.04
"""How often a request comes to two processes at once, once more seconds later, or is answered in vain."""
AT_LAST = 2.4
"""Seconds after which the bot answers because Slack gives up at three."""
KEPT = ("X-Slack", "Content-T")
AGAIN = 0.5
"""How often whoever got no answer sends the very same request again."""


@dataclass
class Request:
    """What Slack sent, as often as it did: how many deliveries, and how many the bot took (`taken`), or said
    that it had when Slack would have waited no longer (`hasty`; `warned`: with a sentence about that)."""

    kind: str
    answers: str = ""
    """The last part of the address to which the bot answers this request; empty when it has none."""
    deliveries: int = 0
    taken: int = 0
    hasty: int = 0
    warned: int = 0


@dataclass
class Front:
    """Knows the processes that listen, and what came of every request by its own id."""

    chance: Random
    urls: Callable[[], Sequence[str]]
    requests: dict[str, Request] = field(default_factory=dict)
    went_wrong: Counter[str] = field(default_factory=Counter)
    is_calm: bool = False
    url: str = ""
    _later: set[asyncio.Task[None]] = field(default_factory=set)

    async def open(self) -> None:
        application = web.Application()
        application.router.add_post("/slack/events", self._take)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/slack/events"
        self._session = ClientSession(timeout=ClientTimeout(total=4.0))

    async def close(self) -> None:
        await self.settled()
        await self._session.close()
        await self._runner.cleanup()

    async def settled(self) -> None:
        """Wait until what comes late has come."""
        await asyncio.gather(*self._later)

    async def _take(self, taken: web.Request) -> web.StreamResponse:
        body = await taken.read()
        headers = {
            name: taken.headers[name] for name in taken.headers if name.startswith(("X-Slack", "Content-T"))
        }
        asked = self.requests.setdefault(*known(body.decode(), taken.content_type))
        if "X-Slack-Retry-Num" in headers:
            self.went_wrong["sent again by Slack"] += 1
        answer = await self._delivered(asked, body, headers)
        lost = answer is not None and not self.is_calm and self.chance.random() < ANSWER_LOST
        self.went_wrong["answer lost"] += lost
        if answer is None or lost:
            if taken.transport is not None:
                taken.transport.abort()
            return web.Response(status=502)
        return answer

    async def _delivered(self, asked: Request, body: bytes, headers: dict[str, str]) -> web.Response | None:
        """The first answer; None when nobody listens, or whoever heard it died before answering."""
        if self.is_calm:
            return await self._to_one(asked, body, headers)
        drawn = self.chance.random()
        if drawn < TWICE:
            self.went_wrong["delivered twice"] += 1
            first, _ = await asyncio.gather(*(self._to_one(asked, body, headers) for _ in range(2)))
            return first
        answer = await self._to_one(asked, body, headers)
        if drawn < TWICE + LATE or (answer is None and self.chance.random() < AGAIN):
            self.went_wrong["delivered again late"] += 1
            self._send_later(asked, body, headers)
        return answer

    def _send_later(self, asked: Request, body: bytes, headers: dict[str, str]) -> None:
        async def late() -> None:
            await asyncio.sleep(self.chance.uniform(0.3, 3.0))
            await self._to_one(asked, body, headers)

        task = asyncio.create_task(late())
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _to_one(self, asked: Request, body: bytes, headers: dict[str, str]) -> web.Response | None:
        """Hand it to one that listens, as a proxy does: on to the next only while nobody has taken it."""
        urls = list(self.urls())
        self.chance.shuffle(urls)
        for url in urls:
            began = monotonic()
            try:
                async with self._session.post(f"{url}/slack/events", data=body, headers=headers) as answer:
                    if answer.status == 503:
                        continue
                    asked.deliveries += 1
                    is_hasty = monotonic() - began > AT_LAST
                    asked.hasty += answer.status == 200 and is_hasty
                    asked.taken += answer.status == 200 and not is_hasty
                    said = await answer.read()
                    asked.warned += is_hasty and STILL_DOING_IT.encode() in said
                    return web.Response(body=said, status=answer.status, content_type=answer.content_type)
            except ClientConnectorError:
                continue
            except (ClientError, TimeoutError, ConnectionError):
                asked.deliveries += 1
                self.went_wrong["killed before it answered"] += 1
                return None
        return None


def known(body: str, content_type: str) -> tuple[str, Request]:
    """A request's own id, under which Slack sends it again, and what it is."""
    if content_type == "application/json":
        return f"event/{json.loads(body).get('event_id')}", Request("event")
    fields = {name: values[0] for name, values in parse_qs(body).items()}
    if "payload" not in fields:
        kind = "command" if fields.get("text", "").startswith("away") else "asking for a form"
        return f"trigger/{fields['trigger_id']}", Request(kind, last_part(fields["response_url"]))
    payload = json.loads(fields["payload"])
    if payload["type"] == "view_submission":
        return f"view/{payload['view']['id']}", Request("form")
    return f"trigger/{payload.get('trigger_id')}", Request("button", last_part(payload["response_url"]))


def last_part(url: str) -> str:
    return url.rpartition("/")[2]
