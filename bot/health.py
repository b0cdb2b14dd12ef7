"""What a district's monitoring asks: alive, ready, and how it goes."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0)

Check = Callable[[], Awaitable[str | None]]
"""Says in a sentence what is wrong, or None when all is well."""


class Metrics:
    """Figures about the program; none about people, and no label holds what anybody wrote."""

    def __init__(self, waiting: Callable[[], Awaitable[Mapping[str, int]]]) -> None:
        self.registry = CollectorRegistry()
        self._waiting = waiting
        self._asked = Counter(
            "ilt_requests_total",
            "Requests, by kind and outcome",
            ("request", "outcome"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "ilt_request_seconds", "How long a request took", buckets=BUCKETS, registry=self.registry
        )
        self._letters = Gauge(
            "ilt_letters", "Messages in the outbox, by state", ("state",), registry=self.registry
        )

    def measure(self, request: str, outcome: str, seconds: float) -> None:
        self._asked.labels(request, outcome).inc()
        self._seconds.observe(seconds)

    async def page(self, request: web.Request) -> web.Response:
        """The figures, in Prometheus' text format."""
        letters = await self._waiting()
        self._letters.clear()
        for state, count in letters.items():
            self._letters.labels(state).set(count)
        return web.Response(
            body=generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )


def add_health(app: web.Application, metrics: Metrics, checks: Mapping[str, Check]) -> None:
    """Add `/healthz` (the process answers), `/readyz` (every check is well, else 503) and `/metrics`."""

    async def healthz(request: web.Request) -> web.Response:
        return web.json_response({"status": "alive"})

    async def readyz(request: web.Request) -> web.Response:
        found = {name: await check() or "ok" for name, check in checks.items()}
        ready = all(said == "ok" for said in found.values())
        return web.json_response({"ready": ready, **found}, status=200 if ready else 503)

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics.page)
