"""What happens by the clock, and how often it is looked at.

The ticks hold no facts: what is due is computed from rows, so a tick may come twice, late, or in several
processes at once without harm.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.courier import Courier
from bot.model.people import the_clock
from bot.perform import Performer
from bot.ports import Clock
from bot.routines.forgetting import Forget, forget
from bot.routines.retention import Purge, purge
from bot.routines.timetable import Timetable
from scheduling.clockwork import Clockwork, Job
from scheduling.due import DoesWhatIsDue, Looks

DAY = 24 * 60 * 60

SOON = 1.0
"""Seconds after the start for what is due: all nouns are asked, while the bot is about to be ready."""

AT_LEISURE = 60.0
"""Seconds after the start for what may come later in the day: it asks every table there is."""


class Schools(Protocol):
    async def schools(self) -> Sequence[str]:
        """Return the key of every school."""
        ...

    @property
    def looks(self) -> Looks:
        """When each of them is worth looking at."""
        ...


def timetable(perform: Performer, due: Timetable, units: Schools, clock: Clock) -> tuple[Job, ...]:
    """Return every job that needs no platform."""

    async def forget_the_old() -> None:
        for school in await units.schools():
            await perform(forget, Forget(), actor=the_clock(school))
            await perform(purge, Purge(), actor=the_clock(school))

    return (
        Job("run-due", 1, DoesWhatIsDue(perform, due, units.looks, clock), after=SOON),
        Job("forget", DAY, forget_the_old, after=AT_LEISURE),
    )


def deliveries(platform: str, courier: Courier) -> tuple[Job, ...]:
    """Return the jobs of a platform's courier."""
    return (
        Job(f"deliver-{platform}", 1, courier.deliver_due),
        Job(f"settle-{platform}", 5, courier.settle_overdue),
    )


def scheduler(jobs: Iterable[Job]) -> Clockwork:
    """Return what runs these jobs between its `start()` and `await stop()`."""
    return Clockwork(jobs)
