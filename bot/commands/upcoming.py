"""`ilt-bot upcoming` and `ilt-bot tick`: looking ahead, and doing one moment's work by hand."""

import asyncio
from argparse import Namespace
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.app import Core, delivering, opened
from bot.errors import Problem
from bot.messages import dates
from bot.model.everybody import Roster
from bot.model.people import Actor, the_clock
from bot.routines import letters, people
from bot.routines.requests import Nothing
from bot.routines.timetable import RunDue, Upcoming, WhatIsAhead
from bot.settings import Settings


class ClockAt:
    """Shows the moment somebody asked about."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment


@dataclass(frozen=True)
class Then:
    """One school at the moment somebody asked about."""

    core: Core
    roster: Roster

    @property
    def clock(self) -> Actor:
        return the_clock(self.roster.school.id)

    def require_ahead(self, now: datetime) -> None:
        """Raise `Problem` when the moment is over."""
        if self.core.clock.now() < now:
            raise Problem(
                f"{self._moment()} is over. What was due then is done at the bot's next look, as late as it "
                "is, or has been done. Leave out --at to do it now, or look back with --dry-run."
            )

    def reading(self) -> str:
        """How a moment without a zone was read."""
        school = self.roster.school
        return f"At {self._moment()} on the clock of {school.name} ({school.zone}):"

    def _moment(self) -> str:
        return dates.moment(self.core.clock.now(), ZoneInfo(self.roster.school.zone))

    async def ahead(self, days: int = 0) -> list[Upcoming]:
        """What would be sent up to so many days later, soonest first."""
        until = self.core.clock.now() + timedelta(days=days)
        due = WhatIsAhead(until=until)
        found = await self.core.perform(self.core.timetable.whats_ahead, due, actor=self.clock)
        waiting = letters.WhatIsWritten(until=until)
        found += await self.core.perform(letters.written, waiting, actor=self.clock)
        return sorted((one for one in found if one.speaks), key=lambda one: (one.at, one.key))

    async def run(self, settings: Settings) -> list[str]:
        """Do what is due and deliver; nothing is done while a platform cannot be reached."""
        async with delivering(self.core, settings) as couriers:
            done = await self.core.perform(self.core.timetable.run_due, RunDue(), actor=self.clock)
            sent = sum([await courier.deliver_due() for courier in couriers])
        return [*said(self.roster, done), f"Sent {dates.number_of(sent, 'message')}."]


def upcoming(arguments: Namespace) -> int:
    """List, soonest first, everything the clock would send in the days ahead."""

    async def work() -> list[str]:
        lines: list[str] = []
        async with aclosing(schools(Settings.read(), arguments.at, datetime.now(UTC))) as each:
            async for then in each:
                lines += said(then.roster, await then.ahead(arguments.days))
        return lines

    ahead = "day" if arguments.days == 1 else f"{arguments.days} days"
    print("\n".join(asyncio.run(work())) or f"Nothing would be sent in the next {ahead}.")
    return 0


def tick(arguments: Namespace) -> int:
    """Do what the clock would do at one moment, deliver it, and say what was done."""
    doing = ticked(Settings.read(), arguments.at, now=datetime.now(UTC), dry_run=arguments.dry_run)
    print("\n".join(asyncio.run(doing)) or "Nothing is due.")
    return 0


async def ticked(
    settings: Settings, moment: datetime | None, *, now: datetime, dry_run: bool = False
) -> list[str]:
    """Do in every school what is due at a moment, or list it, and say what that was.

    Raises `Problem` for a moment that is over: what was due then would be sent as if it were on time.
    """
    lines: list[str] = []
    async with aclosing(schools(settings, moment, now)) as each:
        async for then in each:
            if not dry_run:
                then.require_ahead(now)
            if moment is not None and moment.tzinfo is None:
                lines.append(then.reading())
            lines += said(then.roster, await then.ahead()) if dry_run else await then.run(settings)
    return lines


async def schools(settings: Settings, moment: datetime | None, now: datetime) -> AsyncGenerator[Then, None]:
    """Every school, one after the other, at that moment of its own clock."""
    async with opened(settings, existing=True) as core:
        for school in await core.known_schools():
            roster = await core.perform(people.whole_roster, Nothing(), actor=the_clock(school))
            async with opened(settings, ClockAt(at(moment, roster, now))) as then:
                yield Then(then, roster)


def at(moment: datetime | None, roster: Roster, now: datetime) -> datetime:
    """The moment that was asked for, on the school's clock where it names no zone; now when none was."""
    if moment is None:
        return now
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(roster.school.zone))).astimezone(UTC)


def said(roster: Roster, found: Sequence[Upcoming]) -> list[str]:
    """One line for each: when, what, to whom, why."""
    zone = ZoneInfo(roster.school.zone)
    whom = partial(letters.whom, roster)
    return [
        f"{dates.moment(one.at, zone):<24} {one.what}  to {whom(one.audience.key)}  ({one.why})"
        for one in found
    ]
