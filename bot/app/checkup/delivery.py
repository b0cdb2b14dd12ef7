"""How messages fare: what waits, what was lost in the last week, and which programs run."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from bot.app.checkup.findings import Finding
from bot.app.core import Core
from bot.messages.dates import long_time, number_of
from bot.messages.deliveries import in_number
from bot.model.deliveries import LOST, Fate
from bot.model.platforms import NAMES
from storage import replicas
from storage.delivery_report import DUE, Learned, Queue

A_WEEK = timedelta(days=7)
TOO_LONG = timedelta(minutes=10)
"""A message that is due and has waited for longer tells that something is wrong."""
SLOW = 1.0
"""Letters a second: a workspace that takes fewer has asked to be left alone often."""
SEE = "`ilt-bot deliveries` lists them, and says why."


async def of(core: Core) -> list[Finding]:
    """Look at the outbox, and at who empties it."""
    queue = await core.units.queue(core.clock.now())
    waiting = _waiting(core, queue)
    return [*waiting, *_paces(core, queue.paces), *await _lost(core), *await _programs(core)]


def _waiting(core: Core, queue: Queue) -> list[Finding]:
    waited = {name: core.clock.now() - since for name, since in queue.oldest.items()}
    late = {name: time for name, time in waited.items() if time > TOO_LONG}
    if late:
        return [Finding.mend(_stuck(NAMES[name], time)) for name, time in late.items()]
    if queue.counts[DUE]:
        return [Finding.well(f"{number_of(queue.counts[DUE], 'message is', 'messages are')} about to go.")]
    return [Finding.well("No message waits that is due.")]


def _stuck(platform: str, waited: timedelta) -> str:
    since = long_time(int(waited.total_seconds() // 60))
    return (
        f"A message for {platform} has been due for {since} and has not gone. "
        "Start `ilt-bot serve`, or read in its log what keeps it. "
        "`ilt-bot deliveries --state waiting` lists what waits."
    )


def _paces(core: Core, paces: Mapping[str, Learned]) -> list[Finding]:
    found = []
    for key, pace in paces.items():
        name, left = NAMES[key], (pace.opens_at - core.clock.now()).total_seconds()
        if left > 0:
            again = number_of(int(left) + 1, "second")
            found.append(Finding.note(f"{name} has asked the bot to wait; it goes on in {again}."))
        if pace.slowest < SLOW:
            found.append(
                Finding.note(
                    f"{name} takes {pace.slowest * 60:.0f} messages a minute of a workspace, and asks the "
                    "bot to wait when more come. Large mailings take their time."
                )
            )
    return found


async def _lost(core: Core) -> list[Finding]:
    """What came late or not at all in the last week, in all schools together."""
    now = core.clock.now()
    counts: Counter[Fate] = Counter()
    for school in await core.units.schools():
        async with core.units.reading(school) as work:
            found = await work.deliveries.since(now - A_WEEK)
        counts.update(fate for one in found if (fate := one.fate(now)) in (Fate.LATE, *LOST))
    if not any(counts.values()):
        return [Finding.well("Every message of the last seven days arrived, and none came late.")]
    said = [in_number(counts[fate], fate) for fate in LOST if counts[fate]]
    said += [f"{number_of(counts[Fate.LATE], 'message')} came late."] if counts[Fate.LATE] else []
    return [Finding.note(f"In the last seven days: {' '.join(said)} {SEE}")]


async def _programs(core: Core) -> list[Finding]:
    """Which programs run on the database, and whether they are of one version."""
    running = await replicas.running(core.engines.reader)
    if not running:
        return [
            Finding.note(
                "No `ilt-bot serve` is running on this database now; nothing is sent until one does."
            )
        ]
    versions = Counter(one.version for one in running)
    listed = ", ".join(f"{name} ({count})" for name, count in sorted(versions.items()))
    if len({(one.version, one.head) for one in running}) > 1:
        return [Finding.note(f"Programs of several versions are running: {listed}. Finish the upgrade soon.")]
    return [Finding.well(f"{number_of(len(running), 'program is', 'programs are')} running: {listed}.")]
