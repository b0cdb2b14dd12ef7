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
from bot.messages import dates
from bot.model.people import Actor, Roster, the_clock
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
        async with aclosing(schools(Settings.read(), arguments.at)) as each:
            async for then in each:
                lines += said(then.roster, await then.ahead(arguments.days))
        return lines

    ahead = "day" if arguments.days == 1 else f"{arguments.days} days"
    print("\n".join(asyncio.run(work())) or f"Nothing would be sent in the next {ahead}.")
    return 0


def tick(arguments: Namespace) -> int:
    """Do what the clock would do at one moment, deliver it, and say what was done."""

    async def work() -> list[str]:
        settings = Settings.read()
        lines: list[str] = []
        async with aclosing(schools(settings, arguments.at)) as each:
            async for then in each:
                dry = arguments.dry_run
                lines += said(then.roster, await then.ahead()) if dry else await then.run(settings)
        return lines

    print("\n".join(asyncio.run(work())) or "Nothing is due.")
    return 0


async def schools(settings: Settings, moment: datetime | None) -> AsyncGenerator[Then, None]:
    """Every school, one after the other, at that moment of its own clock."""
    async with opened(settings, existing=True) as core:
        for school in await core.known_schools():
            roster = await core.perform(people.whole_roster, Nothing(), actor=the_clock(school))
            async with opened(settings, ClockAt(at(moment, roster))) as then:
                yield Then(then, roster)


def at(moment: datetime | None, roster: Roster) -> datetime:
    """The moment that was asked for, on the school's clock where it names no zone; now when none was."""
    if moment is None:
        return datetime.now(UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(roster.school.zone))).astimezone(UTC)


def said(roster: Roster, found: Sequence[Upcoming]) -> list[str]:
    """One line for each: when, what, to whom, why."""
    zone = ZoneInfo(roster.school.zone)
    whom = partial(letters.whom, roster)
    return [
        f"{dates.moment(one.at, zone):<24} {one.what}  to {whom(one.audience.key)}  ({one.why})"
        for one in found
    ]
