"""What the service needs of each platform the bot is on, and nothing more."""

from collections.abc import Iterable
from typing import Protocol

from aiohttp import web

from bot.courier import Courier
from handlers.platform.afterwards import Afterwards
from handlers.platform.directory import Found


class Side(Protocol):
    """The bot on one platform: it answers over HTTP or a connection, and speaks of its own accord."""

    @property
    def name(self) -> str:
        """The platform's key, as the database and `/readyz` have it."""
        ...

    @property
    def courier(self) -> Courier: ...

    @property
    def afterwards(self) -> Afterwards: ...

    def routes(self) -> Iterable[web.RouteDef]:
        """What the platform sends its requests to."""
        ...

    async def introduce(self) -> list[str]:
        """Find out whose workspace this is, and return those schools' keys; raises `Problem`."""
        ...

    async def look_through(self, school: str) -> Found:
        """Find the school's people and channels; raises `Problem` when the platform says no or nothing."""
        ...

    async def listen(self) -> None:
        """Hold the connection over which requests come in, where there is one; raises `Problem`."""
        ...

    async def hang_up(self, within: float) -> None:
        """Answer what has come in over that connection, for so many seconds at most, and close it."""
        ...
