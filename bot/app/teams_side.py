"""The bot on Microsoft Teams as the service runs it: let in by Entra, and knowing its tenant."""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta

import structlog
from aiohttp import ClientSession, web

from bot.app import entra
from bot.app.core import Core
from bot.app.sending import paced
from bot.app.teams import OnTeams, on_teams
from bot.app.tenancy import Tenancy
from bot.courier import Courier
from bot.errors import Problem
from bot.settings import Settings
from handlers.platform.afterwards import Afterwards
from handlers.platform.directory import Found
from handlers.teams.calls import Connector, ConnectorTrouble, Refused
from handlers.teams.messenger import PACE
from handlers.teams.tokens import Entra
from handlers.teams.tokens import entra as entra_token
from handlers.teams.verifying import Signed, Unchecked
from handlers.teams.workspaces import PLATFORM, Tenants

log = structlog.stdlib.get_logger(__name__)


class TeamsSide:
    """Teams, over HTTP: there is no other way in."""

    name = PLATFORM

    def __init__(
        self, bot: OnTeams, tenancy: Tenancy, settings: Settings, session: ClientSession, login: str
    ) -> None:
        self._teams = bot.teams
        self._tenancy = tenancy
        self._settings = settings
        self._session = session
        self._login = login
        self.courier: Courier = bot.courier
        self.afterwards: Afterwards = bot.teams.afterwards

    def routes(self) -> Iterable[web.RouteDef]:
        """Teams' door."""
        return self._teams.door.routes()

    async def introduce(self) -> list[str]:
        """Whose the tenant is, and that Entra lets the bot speak there; raises `Problem`.

        The tenant is known in any case, so that what comes in from it is not turned away meanwhile.
        """
        schools = await self._tenancy.introduce()
        if not self._settings.teams_dev:
            await entra.opened(self._settings, self._session, self._login)
        return schools

    async def look_through(self, school: str) -> Found:
        """Find the school's people and channels in Teams; raises `Problem` when Teams says no or nothing."""
        with understood():
            return await self._teams.directory.sync(school)

    async def listen(self) -> None:
        """Teams comes by itself."""

    async def hang_up(self, within: float) -> None:
        """There is no connection to close."""


@asynccontextmanager
async def teams_side(core: Core, settings: Settings, login: str = entra.LOGIN) -> AsyncIterator[TeamsSide]:
    """Teams' side as the settings have it, while the block lasts; nothing is asked of Teams yet."""
    if settings.teams_dev:
        log.warning("DEVELOPMENT: NOTHING FROM TEAMS IS CHECKED, whoever reaches this port may be anybody")
    connector = Connector(None if settings.teams_dev else token_of(settings))
    tenants = Tenants(connector)
    tenancy = Tenancy(core, tenants, settings)
    bot = on_teams(
        core,
        tenants,
        connector,
        verifier=Unchecked() if settings.teams_dev else Signed(settings.teams_client_id or ""),
        admit=tenancy.admits,
        pace=paced(PACE, settings.pace),
        lease=timedelta(seconds=settings.lease_seconds),
    )
    async with ClientSession(trust_env=True) as session:
        try:
            yield TeamsSide(bot, tenancy, settings, session, login)
        finally:
            await connector.close()


def token_of(settings: Settings) -> Entra:
    return entra_token(settings.teams_client_id or "", settings.client_secret, settings.teams_tenant_id or "")


@contextmanager
def understood() -> Iterator[None]:
    """Turn whatever a call to Teams raises into a `Problem` with a sentence."""
    try:
        yield
    except Refused as no:
        if no.status == 401:
            raise Problem(
                "Teams does not accept the bot's token. `ilt-bot doctor` says whether Entra does."
            ) from no
        raise Problem(f"Teams is not well at the moment ({no.code}). The bot tries again by itself.") from no
    except ConnectorTrouble as error:
        raise Problem("Teams cannot be reached. Check the network; the bot tries again by itself.") from error
