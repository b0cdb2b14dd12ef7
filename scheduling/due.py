"""Doing what is due in every school, so that one broken thing does not hold up the rest."""

from collections.abc import Awaitable, Collection
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.errors import DatabaseTrouble
from bot.model.people import the_clock
from bot.perform import C, Performer, R, Routine
from bot.ports import Clock
from bot.routines.timetable import LookAround, RunDue, Timetable, Upcoming, WhatIsAhead

log = structlog.stdlib.get_logger(__name__)

LEASE = timedelta(seconds=30)
"""How long a school that was taken is left to whoever took it. Two at once would do nothing twice."""

AT_ONCE = 4
"""Schools that are taken together: few, so that other processes get their share."""

BACK_OFF = timedelta(seconds=20)
"""After this a school where something broke is looked at again, whatever is written there meanwhile."""


class Looks(Protocol):
    """When each school is worth looking at: `storage.looks.Looks`."""

    def are_waiting(self, now: datetime) -> Awaitable[bool]: ...

    def take(
        self, now: datetime, until: datetime, most: int, *, but_not: Collection[str] = ()
    ) -> Awaitable[list[str]]: ...

    def look_again(
        self, school: str, taken_until: datetime, *, at: datetime, idle_until: datetime | None = None
    ) -> Awaitable[None]: ...

    def anew(self) -> Awaitable[None]: ...


class DoesWhatIsDue:
    """Calling it does everything that is due, in every school whose moment has come.

    What was due before is never lost: a school that was taken by a process that ended is taken again when its
    lease is over, and at its start every process lets all schools be looked at.
    """

    def __init__(self, perform: Performer, due: Timetable, looks: Looks, clock: Clock) -> None:
        self._perform = perform
        self._due = due
        self._looks = looks
        self._clock = clock
        self._has_begun = False

    async def __call__(self) -> dict[str, list[Upcoming]]:
        """Do what is due, and return it by school. What breaks is logged, and tried again a little later."""
        if not self._has_begun:
            await self._looks.anew()
            self._has_begun = True
        done: dict[str, list[Upcoming]] = {}
        if await self._looks.are_waiting(self._clock.now()):
            while taken := await self._take(done):
                for school in taken:
                    done[school] = await self._in(school, taken[school])
        return done

    async def _take(self, seen: Collection[str]) -> dict[str, datetime]:
        """A few schools that nobody else looks at now, and until when that is so."""
        until = (now := self._clock.now()) + LEASE
        taken = await self._looks.take(now, until, AT_ONCE, but_not=seen)
        return dict.fromkeys(taken, until)

    async def _in(self, school: str, taken_until: datetime) -> list[Upcoming]:
        """Look first: a school where nothing is due keeps no writer waiting."""
        found = await self._tried(self._due.look_around, LookAround(), school)
        if found is not None and not found.is_due:
            await self._looks.look_again(school, taken_until, at=found.look_at)
            return []
        done = None if found is None else await self._tried(self._due.run_due, RunDue(), school)
        if done is not None:
            await self._looks.look_again(school, taken_until, at=self._clock.now())
            return done
        done = [one for part in self._due.parts() for one in await self._one_by_one(part, school)]
        later = self._clock.now() + BACK_OFF
        await self._looks.look_again(school, taken_until, at=later, idle_until=later)
        return done

    async def _one_by_one(self, part: Timetable, school: str) -> list[Upcoming]:
        """Do the due things of one noun, each in a transaction of its own."""
        waiting = await self._tried(part.whats_ahead, WhatIsAhead(), school) or []
        done: list[Upcoming] = []
        for one in waiting:
            done += await self._tried(part.run_due, RunDue(only=one.key), school, one.key) or []
        return done

    async def _tried(
        self, routine: Routine[C, R], request: C, school: str, key: str | None = None
    ) -> R | None:
        """What came of it; None when it broke. Raises `DatabaseTrouble`."""
        try:
            return await self._perform(routine, request, actor=the_clock(school))
        except DatabaseTrouble:
            raise  # it is the same for every school: the next tick tries again
        except Exception:
            log.exception("something due broke", request=type(request).__name__, school=school, key=key)
            return None
