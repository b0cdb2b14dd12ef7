"""Time in the sandbox: it stands still until somebody moves it."""

from datetime import UTC, datetime
from typing import Protocol


class StillClock:
    """A clock that shows the same moment until it is set."""

    is_still = True

    def __init__(self, moment: datetime) -> None:
        self.set(moment)

    def now(self) -> datetime:
        """Return the moment shown, aware and in UTC."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Show another moment; a naive one is refused with ValueError."""
        if moment.tzinfo is None:
            raise ValueError("the clock shows moments with a zone only")
        self._moment = moment.astimezone(UTC)


class RealClock(StillClock):
    """The time it is, for a bot elsewhere that knows no other. It cannot be set."""

    is_still = False

    def now(self) -> datetime:
        return datetime.now(UTC)


class Timekeeper(Protocol):
    """Whoever runs the bot's own clock work when time is moved in the sandbox."""

    async def next_moment(self) -> tuple[datetime, str] | None:
        """Return when the bot will next do something by itself, and what; None when nothing is planned."""

    async def move_to(self, moment: datetime) -> int:
        """Live through the time up to `moment`; return how many things happened."""

    async def reset(self) -> None:
        """Put the bot back to the day the sample school starts."""

    async def skip(self) -> None:
        """The same, with the school as it is when the tour's first chapter is over."""
