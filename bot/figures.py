"""Figures about the program, for Prometheus; none about people, and no label holds what anybody wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from bot.model.deliveries import slug_of
from bot.model.outbox import LetterAct, LetterState
from bot.ports import Attempt, Letter

log = structlog.stdlib.get_logger(__name__)

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0, 10.0)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into the database tells monitoring: letters by state (counted up to a limit), how many
    seconds the oldest that is due has waited, the slowest and the fastest pace learned (letters a second),
    and how many programs run, each by platform where it has one."""

    letters: Mapping[str, int] = field(default_factory=dict)
    oldest: Mapping[str, float] = field(default_factory=dict)
    paces: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    replicas: int | None = None


class Requests:
    """Requests at the one door."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._asked = Counter(
            "ilt_requests_total", "Requests, by kind and outcome", ("request", "outcome"), registry=registry
        )
        self._seconds = Histogram(
            "ilt_request_seconds", "How long a request took", buckets=BUCKETS, registry=registry
        )

    def measure(self, request: str, outcome: str, seconds: float) -> None:
        self._asked.labels(request, outcome).inc()
        self._seconds.observe(seconds)


class Deliveries:
    """Counts and logs what the couriers do: a line for each letter, with its id and kind and no words."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def counter(name: str, says: str, *labels: str) -> Counter:
            return Counter(name, says, labels, registry=registry)

        self._tried = counter(
            "ilt_sends_total", "Letters handed to a platform, by what came of it", "platform", "outcome"
        )
        self._seconds = Histogram(
            "ilt_send_seconds",
            "How long a platform took to answer",
            ("platform",),
            buckets=BUCKETS,
            registry=registry,
        )
        self._ended = counter(
            "ilt_letters_ended_total",
            "Letters that came to an end, by kind and outcome",
            "kind",
            "outcome",
        )
        self._waits = counter("ilt_waits_total", "Times a platform asked to wait (429)", "platform")
        self._waited = counter("ilt_wait_seconds_total", "Seconds a platform asked to wait", "platform")
        self._settled = counter(
            "ilt_unknowns_settled_total",
            "Letters whose answer was lost, by what a look told",
            "platform",
            "outcome",
        )

    def tried(self, letter: Letter, attempt: Attempt, seconds: float) -> None:
        """A letter was handed to its platform, which took so many seconds to answer."""
        self._tried.labels(letter.platform, attempt.value).inc()
        self._seconds.labels(letter.platform).observe(seconds)
        say = log.info if attempt is Attempt.SENT else log.warning
        told = about(letter) | {"outcome": attempt.value, "attempt": letter.attempts}
        say("letter handed over", **told, ms=round(seconds * 1000, 1))

    def asked_to_wait(self, platform: str, seconds: float) -> None:
        """A platform wants to be left alone for so long."""
        self._waits.labels(platform).inc()
        self._waited.labels(platform).inc(seconds)
        log.warning("asked to wait", platform=platform, seconds=round(seconds, 1))

    def looked_up(self, letter: Letter, is_there: bool | None) -> None:
        """A letter whose answer was lost was looked for; None when the platform cannot tell."""
        outcome = {True: "there", False: "not_there", None: "untold"}[is_there]
        self._settled.labels(letter.platform, outcome).inc()
        log.info("letter looked up", **about(letter), found=outcome)

    def ended(self, letter: Letter, state: LetterState, trouble: str | None = None) -> None:
        """A letter came to an end; `trouble` is a platform's word for why, or ours."""
        self._ended.labels(kind(letter), state.value).inc()
        if state is not LetterState.SENT:
            log.warning("letter not sent", **about(letter), state=state.value, trouble=trouble)


def about(letter: Letter) -> dict[str, object]:
    """What a line in the log says of a letter."""
    return {
        "letter": letter.id,
        "school": letter.school,
        "kind": kind(letter),
        "platform": letter.platform,
    }


def kind(letter: Letter) -> str:
    """The kind of a letter in one word; a change is of the kind of what it changes."""
    return slug_of(letter.key if letter.act is LetterAct.POST else letter.thread or letter.key)


class Ticks:
    """Counts what the clock does, and knows which of its jobs still run."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._seconds = Histogram(
            "ilt_tick_seconds",
            "How long a tick of the clock took",
            ("job",),
            buckets=(*BUCKETS, 60.0),
            registry=registry,
        )
        self._broken = Counter(
            "ilt_ticks_broken_total", "Ticks that ended in an error", ("job",), registry=registry
        )
        self.pulse = Pulse()

    def expect(self, job: str, every: float) -> None:
        """From now on a job is to begin every so many seconds."""
        self.pulse.expect(job, every)
        self._broken.labels(job)

    def began(self, job: str) -> None:
        self.pulse.beat(job, is_running=True)

    def ended(self, job: str, seconds: float, *, is_broken: bool) -> None:
        self.pulse.beat(job, is_running=False)
        self._seconds.labels(job).observe(seconds)
        if is_broken:
            self._broken.labels(job).inc()


AT_LEAST = 120.0
"""Seconds without a beat before a job is missed, however often it is to begin."""
MISSES = 5
"""Beats that may be missed by one that begins seldom."""
LONGEST = 2 * 60 * 60.0
"""Seconds that one tick may take: 12,000 messages at a platform's pace take three quarters of an hour."""


class Pulse:
    """Whether every job of the clock still begins when it should."""

    def __init__(self) -> None:
        self._every: dict[str, float] = {}
        self._last: dict[str, tuple[float, bool]] = {}

    def expect(self, job: str, every: float) -> None:
        self._every[job] = every
        self._last[job] = (monotonic(), False)

    def beat(self, job: str, *, is_running: bool) -> None:
        self._last[job] = (monotonic(), is_running)

    def missed(self, now: float) -> list[str]:
        """The jobs that have not begun for too long, or run for too long, at a moment of elapsed time."""
        return [
            job
            for job, (at, is_running) in self._last.items()
            if now - at > (LONGEST if is_running else max(AT_LEAST, self._every.get(job, 0) * MISSES))
        ]


class Queue:
    """What waits in the database, as it was looked at last."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def gauge(name: str, says: str, *labels: str) -> Gauge:
            return Gauge(name, says, labels, registry=registry)

        self._letters = gauge("ilt_letters", "Messages in the outbox, by state, up to 10,000 each", "state")
        self._oldest = gauge(
            "ilt_oldest_due_seconds", "For how long the oldest message that is due has waited", "platform"
        )
        self._pace = gauge(
            "ilt_pace_letters_per_second",
            "The pace learned, of the slowest and fastest workspace",
            "platform",
            "of",
        )
        self._replicas = gauge("ilt_replicas", "Programs that run on this database")

    def show(self, looked: Looked) -> None:
        """From now on the page says this."""
        for one in (self._letters, self._oldest, self._pace):
            one.clear()
        for state, count in looked.letters.items():
            self._letters.labels(state).set(count)
        for platform, seconds in looked.oldest.items():
            self._oldest.labels(platform).set(seconds)
        for platform, (slowest, fastest) in looked.paces.items():
            self._pace.labels(platform, "slowest").set(slowest)
            self._pace.labels(platform, "fastest").set(fastest)
        self._replicas.set(float("nan") if looked.replicas is None else looked.replicas)
