"""What monitoring asks: alive, ready, and how it goes. No answer tells of people or of secrets."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from time import monotonic

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler
from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.figures import Deliveries, Looked, Queue, Requests, Ticks
from bot.logs import traced

log = structlog.stdlib.get_logger(__name__)

Check = Callable[[], Awaitable[str | None]]
"""Says in a sentence what is wrong, or None when all is well."""

ANSWER_WITHIN = 5.0
"""Seconds: a check that takes longer is not well."""


class Metrics:
    """Everything that is counted, in one registry; `look` looks into the database for the page."""

    def __init__(self, look: Callable[[], Awaitable[Looked]]) -> None:
        self.registry = CollectorRegistry()
        self._look = look
        self._requests = Requests(self.registry)
        self._queue = Queue(self.registry)
        self.deliveries = Deliveries(self.registry)
        self.ticks = Ticks(self.registry)
        ProcessCollector(registry=self.registry)

    def measure(self, request: str, outcome: str, seconds: float) -> None:
        self._requests.measure(request, outcome, seconds)

    async def page(self, request: web.Request) -> web.Response:
        """The figures, in Prometheus' text format."""
        self._queue.show(await self._look())
        return web.Response(
            body=generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )


def add_health(
    app: web.Application, metrics: Metrics, checks: Mapping[str, Check], notes: Mapping[str, Check]
) -> None:
    """Add `/healthz` (the process answers and its clock ticks), `/readyz` (every check is well) and
    `/metrics`. The first two answer 503 when it is not so; what `notes` say is told beside it."""

    async def healthz(request: web.Request) -> web.Response:
        missed = metrics.ticks.pulse.missed(monotonic())
        if missed:
            return web.json_response({"status": "stuck", "jobs": missed}, status=503)
        return web.json_response({"status": "alive"})

    async def readyz(request: web.Request) -> web.Response:
        found = {name: await looked_at(name, check) or "ok" for name, check in checks.items()}
        ready = all(said == "ok" for said in found.values())
        told = {name: said for name, note in notes.items() if (said := await looked_at(name, note))}
        return web.json_response({"ready": ready, **found, **told}, status=200 if ready else 503)

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics.page)


@web.middleware
async def trace(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let everything that is logged about one request be found together."""
    with traced():
        return await handler(request)


async def looked_at(name: str, check: Check) -> str | None:
    """What a check says; a sentence, too, when it breaks or does not come to an end."""
    try:
        async with asyncio.timeout(ANSWER_WITHIN):
            return await check()
    except TimeoutError:
        return f"It did not answer within {ANSWER_WITHIN:g} seconds."
    except Exception:
        log.exception("a check broke", check=name)
        return "Something went wrong; the log says where."
