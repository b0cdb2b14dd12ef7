"""The teams that the app is installed in, and what is remembered of them between two looks.

A school remembers each under `installed:<team>`, and under `archived:<team>` that nobody can write there:
Teams tells of that once and lists such a team like any other.
"""

from collections.abc import Mapping

from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines import people
from handlers.teams.workspaces import PLATFORM, Tenant, Tenants

INSTALLED, ARCHIVED = "installed:", "archived:"


class Teams:
    """What the schools of a tenant remember of its teams."""

    def __init__(self, perform: Performer, tenants: Tenants) -> None:
        self._perform = perform
        self._tenants = tenants

    async def installed_in(self, tenant: Tenant) -> list[str]:
        """The ids of the teams that the app is installed in."""
        return sorted(await self._named(tenant, INSTALLED))

    async def archived_in(self, tenant: Tenant) -> set[str]:
        """The ids of the teams in which nobody can write now."""
        return await self._named(tenant, ARCHIVED)

    async def known(self, tenant: Tenant) -> list[dict[str, str]]:
        """Every audience's address, at each school of the tenant."""
        return [await self._known(school) for school in self._tenants.schools_in(tenant.team)]

    async def remember(self, tenant: Tenant, *, installed: str = "", archived: str = "") -> None:
        """Remember this of a team, at every school of the tenant."""
        learnt = {f"{INSTALLED}{installed}": installed, f"{ARCHIVED}{archived}": archived}
        await self._learn(tenant, {key: team for key, team in learnt.items() if team})

    async def forget(self, tenant: Tenant, *, installed: str = "", archived: str = "") -> None:
        """Remember it no longer."""
        gone = {f"{INSTALLED}{installed}": installed, f"{ARCHIVED}{archived}": archived}
        await self._learn(tenant, {key: "" for key, team in gone.items() if team})

    async def _learn(self, tenant: Tenant, learnt: Mapping[str, str]) -> None:
        for school in self._tenants.schools_in(tenant.team):
            known = await self._known(school)
            news = {key: team for key, team in learnt.items() if known.get(key, "") != team}
            if news:
                learn = people.LearnAddresses(platform=PLATFORM, addresses=news)
                await self._perform(people.learn_addresses, learn, actor=the_clock(school))

    async def _known(self, school: str) -> dict[str, str]:
        asking = people.KnownAddresses(platform=PLATFORM)
        return await self._perform(people.known_addresses, asking, actor=the_clock(school))

    async def _named(self, tenant: Tenant, how: str) -> set[str]:
        known = await self.known(tenant)
        return {key.removeprefix(how) for addresses in known for key in addresses if key.startswith(how)}
