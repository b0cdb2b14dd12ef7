"""Microsoft Teams put together: one object that stands for it, and its web server."""

from aiohttp.web import Application, Request, Response, get, json_response

from bot.sandbox.calls import Calls
from bot.sandbox.clock import StillClock
from bot.sandbox.reached import Reached
from bot.sandbox.teams.acting import Acting
from bot.sandbox.teams.activities import Activities
from bot.sandbox.teams.connector import Connector
from bot.sandbox.teams.door import Door
from bot.sandbox.teams.faults import ConnectorFaults
from bot.sandbox.teams.limits import Gate, Limits
from bot.sandbox.teams.seed import Seed
from bot.sandbox.teams.sender import Sender
from bot.sandbox.teams.tenant import Tenant
from bot.sandbox.teams.tokens import KEYS, METADATA, Keys, metadata

PREFIX = "/amer/{tenant}"
"""A service URL has a path, as Teams' own have."""


class Teams(Reached[Sender]):
    """A tenant with one bot in it.

    The bot is reached at `bot_url` by signed activities; it reaches the connector at `service_url`, and the
    keys at `openid_metadata_url`. Set `base_url` to where `web()` is served before anything else.
    """

    def __init__(
        self,
        seed: Seed,
        *,
        clock: StillClock,
        bot_url: str | None = None,
        base_url: str = "",
        limits: Limits | None = None,
        keys: Keys | None = None,
        faults: ConnectorFaults | None = None,
    ) -> None:
        limits = limits or Limits()
        self.keys = keys or Keys()
        self.calls = Calls()
        self.faults = faults or ConnectorFaults()
        self.tenant = Tenant(seed, clock)
        self.sender = Sender(seed.app, self.keys, limits)
        self.activities = Activities(self.tenant)
        self.acting = Acting(self.tenant, self.sender, self.activities)
        self.comings = self.acting.comings
        self._door = Door(Connector(self.tenant, limits), Gate(limits), self.faults, self.calls)
        self.bot_url = bot_url
        self.base_url = base_url

    @property
    def base_url(self) -> str:
        """Where this server is reached, without a slash at the end."""
        return self._base_url

    @base_url.setter
    def base_url(self, url: str) -> None:
        self._base_url = url.rstrip("/")
        self.sender.service_url = self.activities.service_url = self.service_url

    @property
    def service_url(self) -> str:
        """Where the connector of this tenant is, with a slash at the end as Teams has it."""
        return f"{self._base_url}{PREFIX.format(tenant=self.tenant.seed.tenant_id)}/"

    @property
    def openid_metadata_url(self) -> str:
        """Where a bot finds out how to check who sent an activity."""
        return f"{self._base_url}{METADATA}"

    def web(self) -> Application:
        """Return the web application: the connector, and the keys."""
        application = Application(client_max_size=4 * 1024 * 1024)
        application.add_routes(
            [*self._door.routes(PREFIX), get(METADATA, self._metadata), get(KEYS, self._published)]
        )
        application.on_cleanup.append(self._close)
        return application

    async def close(self) -> None:
        """Let go of everything; closing twice does no harm."""
        await self.sender.close()

    async def _close(self, _application: Application) -> None:
        await self.close()

    async def _metadata(self, _request: Request) -> Response:
        return json_response(metadata(self._base_url))

    async def _published(self, _request: Request) -> Response:
        return json_response(self.keys.published())
