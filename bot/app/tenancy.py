"""Which tenant the bot serves, and whose schools are in it."""

import structlog

from bot.app import whose
from bot.app.core import Core
from bot.errors import Problem
from bot.settings import Settings
from handlers.teams.references import SERVICE
from handlers.teams.verifying import is_teams
from handlers.teams.workspaces import PLATFORM, SERVICE_URL, Tenants

log = structlog.stdlib.get_logger(__name__)


class Tenancy:
    """Knows the tenant that the settings name; in development, every tenant that a local client makes up."""

    def __init__(self, core: Core, tenants: Tenants, settings: Settings) -> None:
        self._core = core
        self._tenants = tenants
        self._settings = settings
        self._met: list[str] = []

    async def admits(self, tenant: str, service_url: str) -> bool:
        """Whether activities from a tenant are for this bot; one that is expected is met on the way."""
        if self._tenants.knows(tenant):
            return True
        if not (tenant and (self._settings.teams_dev or tenant == self._own)):
            return False
        try:
            await self._meet(tenant, service_url if self._settings.teams_dev else "")
        except Problem as problem:
            log.warning("turned away", platform=PLATFORM, why=str(problem))
            return False
        return True

    async def introduce(self) -> list[str]:
        """Tell the adapter whose the tenant is, and return those schools' keys; raises `Problem`.

        In development nothing is known of a tenant until a client writes from it.
        """
        tenants = [*self._met] if self._settings.teams_dev else [self._own]
        return [school for tenant in tenants for school in await self._meet(tenant)]

    @property
    def _own(self) -> str:
        return (self._settings.teams_tenant_id or "").casefold()

    async def _meet(self, tenant: str, service_url: str = "") -> list[str]:
        opened = whose.Opened(tenant, tenant, platform=PLATFORM)
        schools = await whose.schools_of(self._core, opened, self._settings)
        await whose.move_in(self._core, schools, opened)
        for school in schools:
            self._tenants.introduce(school, tenant, service_url or await self._connector(tenant, school))
        if tenant not in self._met:
            self._met.append(tenant)
        return schools

    async def _connector(self, tenant: str, school: str) -> str:
        """Where a tenant's connector is, as far as it is known: the bot's token is for nobody but Teams."""
        if self._tenants.knows(tenant):
            return self._tenants.of_team(tenant).service_url
        known = (await whose.addresses(self._core, school, PLATFORM)).get(SERVICE, "")
        return known if is_teams(known) else SERVICE_URL
