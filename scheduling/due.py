"""Doing what is due in every school, so that one broken thing does not hold up the rest."""

from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.model.people import the_clock
from bot.perform import C, Performer, Routine
from bot.routines.timetable import RunDue, Timetable, Upcoming, WhatIsAhead

log = structlog.stdlib.get_logger(__name__)


class DoesWhatIsDue:
    """Calling it does everything that is due, in every school."""

    def __init__(
        self, perform: Performer, due: Timetable, schools: Callable[[], Awaitable[Sequence[str]]]
    ) -> None:
        self._perform = perform
        self._due = due
        self._schools = schools

    async def __call__(self) -> dict[str, list[Upcoming]]:
        """Do what is due, and return it by school. What breaks is logged, and tried again the next time."""
        return {school: await self._in(school) for school in await self._schools()}

    async def _in(self, school: str) -> list[Upcoming]:
        """Look first: a school where nothing is due keeps no writer waiting."""
        if await self._tried(self._due.whats_ahead, WhatIsAhead(), school) == []:
            return []
        done = await self._tried(self._due.run_due, RunDue(), school)
        if done is not None:
            return done
        return [one for part in self._due.parts() for one in await self._one_by_one(part, school)]

    async def _one_by_one(self, part: Timetable, school: str) -> list[Upcoming]:
        """Do the due things of one noun, each in a transaction of its own."""
        waiting = await self._tried(part.whats_ahead, WhatIsAhead(), school) or []
        done: list[Upcoming] = []
        for one in waiting:
            done += await self._tried(part.run_due, RunDue(only=one.key), school, one.key) or []
        return done

    async def _tried(
        self, routine: Routine[C, list[Upcoming]], request: C, school: str, key: str | None = None
    ) -> list[Upcoming] | None:
        """What came of it; None when it broke."""
        try:
            return await self._perform(routine, request, actor=the_clock(school))
        except Exception:
            log.exception("something due broke", request=type(request).__name__, school=school, key=key)
            return None
