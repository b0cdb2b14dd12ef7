"""Teams' channels: all of them, or those of a team of which Teams has just told.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic

from bot.model.audiences import Audience
from bot.model.channels import SeenChannel, team_of
from handlers.platform.channels import Channels as Telling
from handlers.teams.calls import Connector, Refused
from handlers.teams.listed import Listed, called, listed
from handlers.teams.teams import Teams
from handlers.teams.workspaces import Tenant, Tenants

SURE_FOR = 600.0
"""Seconds for which a team counts as known after somebody wrote to the bot there."""


class Channels:
    """Asks Teams about channels. Its calls raise ConnectorTrouble."""

    def __init__(self, connector: Connector, tenants: Tenants, teams: Teams) -> None:
        self._connector = connector
        self._tenants = tenants
        self._teams = teams
        self._listed: dict[str, list[Listed]] = {}

    async def every(self, tenant: Tenant) -> AsyncIterator[SeenChannel]:
        """Every channel of the teams that the app is installed in, then whatever else is posted to.

        A team that does not let the bot look is one it was removed from.
        """
        found: list[Listed] = []
        for team in await self._teams.installed_in(tenant):
            found += await self._of_team(tenant, team)
        self._listed[tenant.team] = found
        for channel in await self._seen(tenant, found):
            yield channel
        held = {one.address for one in found}
        for address in await self._posted_to(tenant):
            if address not in held and (seen := await self._at(tenant, address)) is not None:
                yield seen

    async def one(self, tenant: Tenant, team: str, address: str) -> SeenChannel | None:
        """One channel of a team, as it stands among all others; None when it is gone."""
        known = self._listed.get(tenant.team)
        if known is None:
            every = [channel async for channel in self.every(tenant)]
        else:
            others = [one for one in known if one.team_id != team]
            self._listed[tenant.team] = [*others, *await self._of_team(tenant, team)]
            every = await self._seen(tenant, self._listed[tenant.team])
        found = next((channel for channel in every if channel.address == address), None)
        return found or await self._at(tenant, address)

    async def _seen(self, tenant: Tenant, found: list[Listed]) -> list[SeenChannel]:
        archived = await self._teams.archived_in(tenant)
        return [
            replace(
                channel,
                is_archived=one.team_id in archived or self._tenants.is_shut(tenant.team, one.address),
            )
            for one, channel in zip(found, called(found), strict=True)
        ]

    async def _of_team(self, tenant: Tenant, team: str) -> list[Listed]:
        try:
            told = await self._connector.team(tenant.service_url, team)
            channels = await self._connector.channels(tenant.service_url, team)
        except Refused as no:
            if no.status not in (403, 404):
                raise
            await self._teams.forget(tenant, installed=team)
            return []
        return [listed(channel, team, str(told.get("name") or "")) for channel in channels]

    async def _posted_to(self, tenant: Tenant) -> list[str]:
        known = await self._teams.known(tenant)
        return sorted({one for addresses in known for key, one in addresses.items() if is_channels(key)})

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


def is_channels(key: str) -> bool:
    """Whether an address stands under the key of an audience that reads a channel."""
    audience = Audience(key)
    return audience in (Audience.ilt(), Audience.all_staff()) or team_of(audience) is not None


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
        self._met: dict[tuple[str, str], float] = {}

    def is_new(self, tenant: str, team: str) -> bool:
        """Whether it is worth a look that somebody wrote to the bot in a team: the news of its installation
        may have been missed."""
        return bool(team) and monotonic() > self._met.get((tenant, team), 0.0)

    async def meet(self, team: str, named: str) -> None:
        """Remember a team (`named`) where somebody wrote to the bot, and look at it if that is news."""
        tenant = self._tenants.of_team(team)
        self._met[team, named] = monotonic() + SURE_FOR
        if named not in await self._teams.installed_in(tenant):
            await self._teams.remember(tenant, installed=named)
            await self._look_again(team)

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
            look = partial(self._channels.one, tenant, news.team, address)
            await self._telling.look_at(team, address, look)
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
