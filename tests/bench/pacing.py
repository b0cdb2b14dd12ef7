"""A district written to at once, in virtual time, beside what its workspace takes at most."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial

from bot.pacing import Pace
from tests.bench.flood import Drained, Model, Slack, drained, limit
from tests.bench.places import Place
from tests.bench.rows import Row, Target, alone, compared
from tests.bench.scale import Scale

DISTRICT = 12_000
KNOWN = 525
"""Letters a minute that a workspace is known to take."""
SMALL = 300
"""The same of each of many small workspaces."""
MODELS: tuple[Model, ...] = ("bucket", "window")
AT_THE_LIMIT = "(letters - burst) / limit"


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    """Every round is the same in virtual time, so there is one of each."""
    letters = scale.of(DISTRICT, 530)
    known, small = at_once(KNOWN), at_once(SMALL)
    floods = {model: await lived(known, KNOWN, model, letters) for model in MODELS}
    for model, found in floods.items():
        yield beside_limit(f"limit known and counted in a {model}", found, KNOWN, letters, 1.02)
    refused = max(100 * found.refused / found.calls for found in floods.values())
    yield alone("Letters refused (429) at a known limit", [refused], unit="%", target=Target("at most", 0.1))
    for a_minute in (300, KNOWN, 900)[: scale.of(3, 1)]:
        tried = [await lived(Pace(), a_minute, model, letters) for model in MODELS]
        slowest = max(tried, key=lambda found: found.seconds)
        yield beside_limit(f"a limit of {a_minute} a minute not known", slowest, a_minute, letters, 1.25)
    asking = [60.0 * minute + 20.3 for minute in range(letters // KNOWN)]
    together = await lived(known, KNOWN, "bucket", letters, replicas=3, asked_at=asking)
    yield beside_limit("three replicas, and somebody asks each minute", together, KNOWN, letters, 1.02)
    longest = max(together.answered_after)
    yield alone("The longest wait for an answer among them", [longest], unit="s", target=Target("at most", 2))
    many = await lived(small, SMALL, "bucket", 60, workspaces=scale.of(200, 10))
    yield beside_limit("one of many at once", many, SMALL, 60, 1.25)


def at_once(a_minute: int) -> Pace:
    """A limit that is known."""
    return Pace(workspace=a_minute / 60, most=a_minute / 60)


async def lived(
    pace: Pace, a_minute: int, model: Model, letters: int, *, asked_at: list[float] | None = None, **more: int
) -> Drained:
    flood = partial(drained, pace, Slack(a_minute, model), letters, asked_at=asked_at or (), **more)
    return await asyncio.to_thread(flood)


def beside_limit(figure: str, found: Drained, a_minute: int, letters: int, target: float) -> Row:
    pair = (found.seconds, limit(a_minute, letters))
    name = f"{letters:,} letters to one workspace: {figure}"
    return compared(name, [pair], against=AT_THE_LIMIT, unit="s", target=Target("at most", target))
