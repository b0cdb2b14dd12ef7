"""The school's channels as a platform has them, and telling the school how they are."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.model.channels import Placed, SeenChannel, alike
from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines import channels, people
from handlers.platform.listings import Listings
from handlers.platform.workspaces import Known, Workspace

W = TypeVar("W", bound=Workspace)


@dataclass(frozen=True, slots=True)
class Channel:
    """One of the school's channels as the workspace has it."""

    audience: str
    name: str
    id: str | None = None
    is_archived: bool = False
    has_bot: bool = False


class Channels(Generic[W]):
    """Looks at channels, and tells the school how they are.

    `every` lists all channels of a workspace; what it raises is raised as it is.
    """

    def __init__(
        self,
        *,
        perform: Performer,
        workspaces: Known[W],
        listings: Listings,
        every: Callable[[W], AsyncIterator[SeenChannel]],
    ) -> None:
        self._perform = perform
        self._platform = workspaces.platform
        self._workspaces = workspaces
        self._listings = listings
        self._every = every

    async def look_at(
        self, team: str, address: str, one: Callable[[], Awaitable[SeenChannel | None]]
    ) -> None:
        """Look at the one channel that something was told about; what was told may be out of date by now."""
        workspace = self._workspaces.of_team(team)
        seen = await one()
        gone = () if seen else (address,)
        look = channels.Look(platform=self._platform, seen=(seen,) if seen else (), gone=gone)
        for school in self._workspaces.schools_in(workspace.team):
            if await self._is_known(address, school) or self._is_shown(seen, workspace.team):
                await self._perform(channels.look, look, actor=the_clock(school))

    async def look_through(
        self, workspace: W, school: str, wanted: Mapping[str, str], known: Mapping[str, str]
    ) -> list[Channel]:
        """Look at all of them, and return each audience's."""
        team = workspace.team
        found_all = await self.listed(workspace)
        own = {*known.values(), *map(alike, wanted.values())}
        shown = [
            one for one in found_all if self._is_shown(one, team) or own & {one.address, alike(one.name)}
        ]
        seen = concerning(shown, wanted, known)
        look = channels.Look(platform=self._platform, seen=tuple(seen), is_whole=True)
        found = await self._perform(channels.look, look, actor=the_clock(school))
        return [channel_of(one) for one in found]

    async def listed(self, workspace: W) -> list[SeenChannel]:
        """Every channel of the workspace that the bot can see."""
        return await self._listings.of(workspace.team, "channels", lambda: self._every(workspace))

    async def _is_known(self, address: str, school: str) -> bool:
        asking = people.KnownAddresses(platform=self._platform)
        known = await self._perform(people.known_addresses, asking, actor=the_clock(school))
        return address in known.values()

    def _is_shown(self, channel: SeenChannel | None, team: str) -> bool:
        """Whether every school of the workspace may know of it: where several share one, no private ones."""
        return channel is not None and not (channel.is_private and self._workspaces.is_shared(team))


def concerning(
    found: Iterable[SeenChannel], wanted: Mapping[str, str], known: Mapping[str, str]
) -> list[SeenChannel]:
    """Those that the bot is in, posts to, or that bear a name the school gives."""
    names, addresses = {*map(alike, wanted.values())}, {*known.values()}
    return [one for one in found if one.has_bot or one.address in addresses or alike(one.name) in names]


def channel_of(one: Placed) -> Channel:
    """What was found for one audience, as it is reported."""
    if one.seen is None:
        return Channel(one.audience, one.name)
    return Channel(
        one.audience, one.name, one.seen.address, is_archived=one.seen.is_archived, has_bot=one.seen.has_bot
    )
