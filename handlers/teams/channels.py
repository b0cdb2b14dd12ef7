"""Teams' channels: all of them, or those of a team of which Teams has just told.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
"""

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, replace

from bot.model.channels import SeenChannel, alike
from handlers.platform.channels import Channels as Telling
from handlers.platform.words import Json
from handlers.teams.calls import Connector, Refused
from handlers.teams.teams import Teams, is_about_a_team
from handlers.teams.workspaces import Tenant, Tenants

THREAD = "19:"
"""How the id of a channel begins, and no person's or chat's."""
GENERAL = "General"


@dataclass(frozen=True, slots=True)
class Listed:
    """A channel as its team lists it; a team's first channel has no name of its own."""

    team: str
    address: str
    own: str
    kind: str = "standard"


class Channels:
    """Asks Teams about channels. Its calls raise ConnectorTrouble."""

    def __init__(self, connector: Connector, tenants: Tenants, teams: Teams) -> None:
        self._connector = connector
        self._tenants = tenants
        self._teams = teams

    async def every(self, tenant: Tenant) -> AsyncIterator[SeenChannel]:
        """Every channel of the teams that the app is installed in, then whatever else is posted to.

        A team that does not let the bot look is one it was removed from.
        """
        archived = await self._teams.archived_in(tenant)
        found: list[tuple[str, Listed]] = []
        for team in await self._teams.installed_in(tenant):
            found += [(team, one) for one in await self._of_team(tenant, team)]
        for (team, _), channel in zip(found, called(one for _, one in found), strict=True):
            shut = team in archived or self._tenants.is_shut(tenant.team, channel.address)
            yield replace(channel, is_archived=shut)
        listed = {one.address for _, one in found}
        for address in await self._posted_to(tenant):
            if address not in listed and (seen := await self._at(tenant, address)) is not None:
                yield seen

    async def one(self, tenant: Tenant, address: str) -> SeenChannel | None:
        """One channel, as it stands among the others; None when it is gone."""
        async for channel in self.every(tenant):
            if channel.address == address:
                return channel
        return await self._at(tenant, address)

    async def _of_team(self, tenant: Tenant, team: str) -> list[Listed]:
        try:
            told = await self._connector.team(tenant.service_url, team)
            channels = await self._connector.channels(tenant.service_url, team)
        except Refused as no:
            if no.status not in (403, 404):
                raise
            await self._teams.forget(tenant, installed=team)
            return []
        return [listed(channel, str(told.get("name") or ""), team) for channel in channels]

    async def _posted_to(self, tenant: Tenant) -> list[str]:
        known = await self._teams.known(tenant)
        named = [(key, one) for addresses in known for key, one in addresses.items()]
        return sorted({one for key, one in named if one.startswith(THREAD) and not is_about_a_team(key)})

    async def _at(self, tenant: Tenant, address: str) -> SeenChannel | None:
        """A channel that no list holds: private, out of reach, or gone (None)."""
        try:
            await self._connector.some_members(tenant.service_url, address, most=50)
        except Refused as no:
            if no.status == 403:
                return SeenChannel(address=address, is_private=True)
            if no.status == 404:
                return None
            raise
        shut = self._tenants.is_shut(tenant.team, address)
        return SeenChannel(address=address, is_private=True, has_bot=True, is_archived=shut)


def listed(channel: Json, team_name: str, team: str) -> Listed:
    own = str(channel.get("name") or "")
    address = str(channel["id"])
    is_general = address == team or not own
    return Listed(team_name, address, "" if is_general else own, str(channel.get("type") or "standard"))


def called(channels: Iterable[Listed]) -> list[SeenChannel]:
    """The channels with the names they go by: a team's first one has the team's, and two of the same name
    have their team's before it."""
    every = list(channels)
    short = [one.own or one.team for one in every]
    often = Counter(alike(name) for name in short)
    names = [
        name if often[alike(name)] == 1 else f"{one.team} / {one.own or GENERAL}"
        for one, name in zip(every, short, strict=True)
    ]
    return [seen_channel(one, name) for one, name in zip(every, names, strict=True)]


def seen_channel(one: Listed, name: str) -> SeenChannel:
    """As the school sees it: only a team's own members read its channels, and those of other organizations
    a shared one."""
    return SeenChannel(
        address=one.address,
        name=name,
        is_private=True,
        has_bot=True,
        is_shared=one.kind == "shared",
    )


@dataclass(frozen=True, slots=True)
class News:
    """What Teams tells of a team or a channel of it: `event` is its `eventType`, or `installed` or `removed`
    where it is about the app itself. Who did it is told too, and not read."""

    event: str
    team: str
    channel: str | None = None


ABOUT_A_CHANNEL = frozenset(
    {
        "channelCreated",
        "channelDeleted",
        "channelRenamed",
        "channelRestored",
        "channelShared",
        "channelUnshared",
    }
)
ABOUT_A_TEAM = frozenset(
    {
        "installed",
        "removed",
        "teamArchived",
        "teamDeleted",
        "teamHardDeleted",
        "teamRenamed",
        "teamRestored",
        "teamUnarchived",
    }
)


class Told:
    """Follows what Teams tells of teams and channels, and of the app in them."""

    def __init__(
        self,
        telling: Telling[Tenant],
        channels: Channels,
        teams: Teams,
        tenants: Tenants,
        look_again: Callable[[str], Awaitable[object]],
    ) -> None:
        self._telling = telling
        self._channels = channels
        self._teams = teams
        self._tenants = tenants
        self._look_again = look_again

    def concerns(self, news: News) -> bool:
        """Whether it says something about a channel, or about the app in a team."""
        return bool(news.team) and (
            news.event in ABOUT_A_TEAM or (news.event in ABOUT_A_CHANNEL and bool(news.channel))
        )

    async def look_at(self, team: str, news: News) -> None:
        """Look at what it is about; what it says itself may be out of date by now.

        Raises UnknownWorkspace or ConnectorTrouble.
        """
        tenant = self._tenants.of_team(team)
        if news.event in ABOUT_A_CHANNEL and news.channel:
            address = news.channel
            await self._telling.look_at(team, address, lambda: self._channels.one(tenant, address))
            return
        match news.event:
            case "installed":
                await self._teams.remember(tenant, installed=news.team)
            case "removed" | "teamDeleted" | "teamHardDeleted":
                await self._teams.forget(tenant, installed=news.team, archived=news.team)
            case "teamArchived":
                await self._teams.remember(tenant, archived=news.team)
            case "teamUnarchived" | "teamRestored":
                await self._teams.forget(tenant, archived=news.team)
        await self._look_again(team)
