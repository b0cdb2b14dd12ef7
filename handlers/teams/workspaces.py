"""The tenants the bot is installed in, and where in each of them somebody was last heard from.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
"""

from dataclasses import dataclass, replace
from time import monotonic

from bot.ports import Trouble, Undeliverable
from handlers.platform.workspaces import Known
from handlers.teams.calls import Connector, Refused
from handlers.teams.refusals import NO_SUCH_PERSON, understood

PLATFORM = "teams"
SERVICE_URL = "https://smba.trafficmanager.net/teams/"
"""The connector for a tenant that has not told of its own yet."""

REMEMBERED = 10_000
"""People whose conversation is kept in mind at once; each is heard again before they are asked about."""
SHUT_FOR = 24 * 3600.0
"""Seconds after which a channel that was found shut is tried again."""


@dataclass(frozen=True, slots=True)
class Tenant:
    """One tenant, as one of its schools knows it; `team` is its id, `service_url` where its connector is."""

    school: str
    team: str
    service_url: str = SERVICE_URL


class Tenants(Known[Tenant]):
    """Remembers tenants, and opens conversations with people in them."""

    def __init__(self, connector: Connector) -> None:
        super().__init__(PLATFORM)
        self._connector = connector
        self._heard_in: dict[tuple[str, str], str] = {}
        self._shut: dict[tuple[str, str], float] = {}

    def introduce(self, school: str, tenant: str, service_url: str = SERVICE_URL) -> Tenant:
        """Remember a school's tenant."""
        known = Tenant(school, tenant, service_url)
        self.add(known)
        return known

    def serves(self, tenant: str, service_url: str) -> bool:
        """Take in where a tenant's connector is now, and say whether that is news.

        Raises UnknownWorkspace for a tenant without a school.
        """
        if self.of_team(tenant).service_url == service_url:
            return False
        for school in self.schools_in(tenant):
            self.add(replace(self.of_school(school), service_url=service_url))
        return True

    def hears(self, tenant: str, user: str, conversation: str) -> None:
        """Take in where somebody speaks: there Teams tells who they are."""
        if len(self._heard_in) >= REMEMBERED:
            self._heard_in.clear()
        self._heard_in[tenant, user] = conversation

    def heard_in(self, tenant: str, user: str) -> str | None:
        """The conversation in which somebody last spoke to the bot."""
        return self._heard_in.get((tenant, user))

    def shuts(self, tenant: str, channel: str) -> None:
        """Take in that nobody can write in a channel; Teams lists it as if one could."""
        self._shut[tenant, channel] = monotonic() + SHUT_FOR

    def is_shut(self, tenant: str, channel: str) -> bool:
        """Whether a channel was found shut not long ago."""
        return self._shut.get((tenant, channel), 0.0) > monotonic()

    async def opened(self, school: str, user: str) -> str:
        """Open the 1:1 chat with somebody, and return its address; the same one every time.

        Raises Undeliverable, Unknown, Busy or UnknownWorkspace.
        """
        tenant = self.of_school(school)
        with understood(to_a_person=True):
            try:
                return await self._connector.create_conversation(tenant.service_url, tenant.team, user)
            except Refused as no:
                if no.status in (400, 404):
                    raise Undeliverable(Trouble.PERSON, NO_SUCH_PERSON) from no
                raise
