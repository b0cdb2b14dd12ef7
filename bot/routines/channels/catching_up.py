"""When a channel can be spoken in again, what it missed is said there once (R-289)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.messages.channels import catching_up as wording
from bot.messages.delivery import place
from bot.messages.vocabulary import Message
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.channels import ChannelHealth, team_of
from bot.ports import Clock
from bot.routines.timetable import CATCH_UP, Due
from storage.channels import Missed
from storage.unit_of_work import UnitOfWork

KEPT = 5
"""School days for which what a channel misses is kept for it."""

Reasons = Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]]


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """Nothing: catching up needs every noun's re-checks, which `CatchUp` is given."""
    return ()


@dataclass(frozen=True, slots=True)
class CatchUp:
    """Makes the digests; `reasons` say whether each thing that was missed still holds."""

    reasons: Reasons
    clock: Clock

    async def due(self, work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
        """One digest for each channel that was mended, in contract hours."""
        found: list[Due] = []
        for health in await work.channels.every(await work.people.places()):
            mended = health.mended_at
            if mended is None or mended < after - CATCH_UP or health.is_broken or health.lead_instead:
                continue
            calendar = await work.calendar.whole()
            try:
                at = calendar.next_open(mended)
            except NoSchoolAhead:
                continue
            if after < at <= until:
                found.append(await self._digest(health, at, calendar, work))
        return found

    async def _digest(
        self, health: ChannelHealth, at: datetime, calendar: SchoolCalendar, work: UnitOfWork
    ) -> Due:
        mended = health.mended_at or at
        roster = await work.people.roster()
        return Due(
            key=f"channel/{health.id}/catch-up/{mended.isoformat()}",
            at=at,
            what=f"Catching up for {place(health.where, roster)}",
            why="its channel can be reached again",
            audience=health.where,
            act=partial(self._missed, health, mended, calendar, work),
            reason=f"channel-mended:{health.id}",
            if_unknown="again",
            speaks=bool(await missed(health, mended, calendar, work)),
        )

    async def _missed(
        self, health: ChannelHealth, mended: datetime, calendar: SchoolCalendar, work: UnitOfWork
    ) -> Message | None:
        still = [
            (one.at, one.message)
            for one in await missed(health, mended, calendar, work)
            if await self._holds(one, work)
        ]
        is_team = team_of(health.where) is not None
        return wording.digest(still, calendar.zone, to_a_team=is_team) if still else None

    async def _holds(self, one: Missed, work: UnitOfWork) -> bool:
        kind, _, name = (one.reason or "").partition(":")
        holds = self.reasons.get(kind)
        return holds is None or await holds(name, work, self.clock)


async def missed(
    health: ChannelHealth, mended: datetime, calendar: SchoolCalendar, work: UnitOfWork
) -> list[Missed]:
    """What went to somebody else in the last five school days and everybody in the channel may know."""
    if health.broken_at is None:
        return []
    kept = calendar.at(calendar.shift(calendar.today(mended), -KEPT), calendar.opens)
    found = await work.channels.missed(health.audience, max(health.broken_at, kept), mended)
    return [one for one in found if not one.message.private]


async def still_mended(health_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the channel can still be spoken in."""
    health = await work.channels.numbered(health_id)
    return health is not None and not health.is_broken and not health.lead_instead
