"""`ilt-bot upcoming` and `ilt-bot tick`: looking ahead, and doing one moment's work by hand."""

import asyncio
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.app import Core, delivering, opened
from bot.errors import Problem
from bot.messages import dates
from bot.model.people import Roster, the_clock
from bot.routines import people
from bot.routines.requests import Nothing
from bot.routines.timetable import RunDue, Upcoming, WhatIsAhead
from bot.settings import Settings


class ClockAt:
    """Shows the moment somebody asked about."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment


def upcoming(arguments: Namespace) -> int:
    """List, soonest first, everything the clock would send in the days ahead."""

    async def work() -> list[str]:
        async with opened(Settings()) as core:
            lines: list[str] = []
            for school in await existing(core):
                roster = await core.perform(people.whole_roster, Nothing(), actor=the_clock(school))
                now = at(arguments.at, roster)
                async with opened(Settings(), ClockAt(now)) as then:
                    until = now + timedelta(days=arguments.days)
                    found = await then.perform(
                        then.timetable.whats_ahead, WhatIsAhead(until=until), actor=the_clock(school)
                    )
                lines += said(roster, found)
            return lines

    lines = asyncio.run(work())
    print("\n".join(lines) or f"Nothing would be sent in the next {arguments.days} days.")
    return 0


def tick(arguments: Namespace) -> int:
    """Do what the clock would do at one moment, deliver it, and say what was done."""

    async def work() -> list[str]:
        settings = Settings()
        async with opened(settings) as core:
            lines: list[str] = []
            for school in await existing(core):
                roster = await core.perform(people.whole_roster, Nothing(), actor=the_clock(school))
                async with opened(settings, ClockAt(at(arguments.at, roster))) as then:
                    lines += said(roster, await done(then, school, dry=arguments.dry_run))
                    if not arguments.dry_run:
                        lines.append(await delivered(then, settings))
            return lines

    print("\n".join(asyncio.run(work())) or "Nothing was due.")
    return 0


async def existing(core: Core) -> Sequence[str]:
    schools = await core.units.schools()
    if not schools:
        raise Problem(
            "There is no school yet. Write a school.yaml and run `ilt-bot school apply school.yaml`."
        )
    return schools


async def done(core: Core, school: str, *, dry: bool) -> list[Upcoming]:
    if dry:
        question = WhatIsAhead(until=core.clock.now())
        return await core.perform(core.timetable.whats_ahead, question, actor=the_clock(school))
    return await core.perform(core.timetable.run_due, RunDue(), actor=the_clock(school))


async def delivered(core: Core, settings: Settings) -> str:
    """Send what waits, and say how much that was."""
    async with delivering(core, settings) as courier:
        sent = await courier.deliver_due()
    return f"Sent {dates.number_of(sent, 'message')}."


def at(moment: datetime | None, roster: Roster) -> datetime:
    """The moment that was asked for, on the school's clock where it names no zone; now when none was."""
    if moment is None:
        return datetime.now(UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(roster.school.zone))).astimezone(UTC)


def said(roster: Roster, found: Sequence[Upcoming]) -> list[str]:
    """One line for each: when, what, to whom, why."""
    zone = ZoneInfo(roster.school.zone)
    return [
        f"{dates.moment(one.at, zone):<24} {one.what}  to {whom(roster, one.audience.key)}  ({one.why})"
        for one in found
    ]


def whom(roster: Roster, audience: str) -> str:
    kind, _, name = audience.partition(":")
    if kind == "person":
        return roster.name(name)
    if kind == "team":
        team = roster.team(name)
        return (
            f"#{team.channel}"
            if team and team.channel
            else f"whoever speaks for {team.name if team else name}"
        )
    channel = roster.school.ilt_channel if kind == "ilt" else roster.school.all_staff_channel
    return f"#{channel}"
