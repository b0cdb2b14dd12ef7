"""Moving the clock: to the next thing that happens, or to a moment somebody names."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.sandbox.changes import Changes
from bot.sandbox.clock import StillClock, Timekeeper
from bot.sandbox.refusals import CannotDo
from bot.sandbox.tour import Progress
from bot.sandbox.wire import Json

FARTHEST = timedelta(days=400)


class Timekeeping:
    """Lets one person at a time move the clock forward, the bot living through the time in between."""

    def __init__(
        self,
        clock: StillClock,
        zone: ZoneInfo,
        changes: Changes,
        progress: Progress,
        keeper: Timekeeper | None,
    ) -> None:
        self.clock = clock
        self.zone = zone
        self._changes = changes
        self._progress = progress
        self.keeper = keeper
        self._start = clock.now()
        self._one_at_a_time = asyncio.Lock()
        self._coming: Json | None = None

    def local(self, moment: datetime) -> str:
        """Return a moment in the school's own time, with its offset."""
        return moment.astimezone(self.zone).isoformat(timespec="seconds")

    async def next(self) -> Json | None:
        """Return when something will happen next, and what; while the clock moves, what was next before."""
        if not self._one_at_a_time.locked():
            coming = await self.keeper.next_moment() if self.keeper else None
            self._coming = {"at": self.local(coming[0]), "what": coming[1]} if coming else None
        return self._coming

    async def go_to_next(self) -> int:
        """Move to the next thing that happens; return how many things did."""
        coming = await self.keeper.next_moment() if self.keeper else None
        if coming is None:
            raise CannotDo("nothing_planned", "Nothing is planned. Choose a day and a time instead.")
        return await self.go_to(coming[0])

    async def go_to(self, moment: datetime) -> int:
        """Move forward to a moment; return how many things happened on the way."""
        self.require_still()
        async with self._one_at_a_time:
            now = self.clock.now()
            if moment < now:
                raise CannotDo("in_the_past", "Time only moves forward here. To go back, start again.")
            if moment > now + FARTHEST:
                raise CannotDo("too_far", "That is more than a year away. Choose an earlier day.")
            happened = await self.keeper.move_to(moment) if self.keeper else 0
            self.clock.set(max(moment, self.clock.now()))
        self._progress.note("clock_moved")
        self._changes.tell("clock")
        return happened

    def moment(self, local: str) -> datetime:
        """Return the moment that a wall clock at the school calls this, or say why there is none."""
        try:
            named = datetime.fromisoformat(local)
        except ValueError:
            raise CannotDo("not_a_time", "Choose a day and a time.") from None
        if named.tzinfo is not None:
            return named.astimezone(UTC)
        moment = named.replace(tzinfo=self.zone).astimezone(UTC)
        if moment.astimezone(self.zone).replace(tzinfo=None) != named:
            raise CannotDo("no_such_time", "That hour is skipped when the clocks change. Choose another.")
        return moment

    def require_still(self) -> None:
        """Refuse to move a clock that goes by itself, and to begin again what a bot elsewhere remembers."""
        if not self.clock.is_still:
            raise CannotDo(
                "real_time",
                "The bot runs elsewhere, and time here is the real one. It cannot be moved or begun again.",
            )

    async def reset(self, *, skipping: bool = False) -> None:
        """Go back to the moment at which the sandbox was started; past its first chapter when skipping."""
        async with self._one_at_a_time:
            self.clock.set(self._start)
            if self.keeper:
                await (self.keeper.skip() if skipping else self.keeper.reset())
        self._changes.tell("clock")
