"""What Teams lists of a tenant to a bot: the people and channels of the teams that the app is installed in.

Nobody is ever held to have left because they are not in these lists: they hold who is in a team, and
nothing about accounts.
"""

from collections.abc import AsyncIterator
from time import monotonic

from bot.model.audiences import Audience
from bot.model.channels import SeenChannel
from handlers.platform.accounts import KEPT_FOR, Account
from handlers.platform.addresses import direct
from handlers.teams.accounts import account_of
from handlers.teams.calls import Connector, Refused
from handlers.teams.channels import Channels
from handlers.teams.teams import Teams
from handlers.teams.workspaces import Tenant

PERSON = "person:"


class Lists:
    """Asks Teams. Its calls raise ConnectorTrouble."""

    def __init__(self, connector: Connector, teams: Teams, channels: Channels) -> None:
        self._connector = connector
        self._teams = teams
        self._channels = channels
        self._asked: dict[tuple[str, str], tuple[float, Account]] = {}

    async def accounts(self, tenant: Tenant) -> AsyncIterator[Account]:
        """Everybody in a team that the app is installed in, and who is known from their 1:1 chat."""
        seen: set[str] = set()
        for team in await self._teams.installed_in(tenant):
            async for account in self._in_team(tenant, team):
                if account.id not in seen:
                    seen.add(account.id)
                    yield account
        for user, chat in await self._in_chats(tenant):
            if user not in seen and (known := await self._in_chat(tenant, chat, user)) is not None:
                seen.add(user)
                yield known

    async def channels(self, tenant: Tenant) -> AsyncIterator[SeenChannel]:
        """Every channel of a team that the app is installed in, and those that the school still posts to."""
        async for channel in self._channels.every(tenant):
            yield channel

    async def _in_team(self, tenant: Tenant, team: str) -> AsyncIterator[Account]:
        try:
            async for member in self._connector.members(tenant.service_url, team):
                yield account_of(member, tenant.team)
        except Refused as no:
            if no.status not in (403, 404):
                raise
            await self._teams.forget(tenant, installed=team)

    async def _in_chats(self, tenant: Tenant) -> list[tuple[str, str]]:
        """The accounts that have a 1:1 chat with the bot, each with its address."""
        found: list[tuple[str, str]] = []
        for addresses in await self._teams.known(tenant):
            people = {Audience(key): user for key, user in addresses.items() if key.startswith(PERSON)}
            chats = {user: addresses.get(direct(audience)) for audience, user in people.items()}
            found += [(user, chat) for user, chat in chats.items() if chat]
        return found

    async def _in_chat(self, tenant: Tenant, chat: str, user: str) -> Account | None:
        """Somebody who is in none of the teams; Teams is asked about them twice a day."""
        until, known = self._asked.get((tenant.team, user), (0.0, None))
        if known is not None and monotonic() < until:
            return known
        try:
            member = await self._connector.member(tenant.service_url, chat, user)
        except Refused as no:
            if no.status not in (403, 404):
                raise
            return None
        account = account_of({"id": user, **member}, tenant.team)
        self._asked[tenant.team, user] = (monotonic() + KEPT_FOR, account)
        return account
