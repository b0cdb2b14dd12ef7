"""The sandbox put together: one object that stands for Slack, and its web server."""

import json
from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from aiohttp.web import (
    Application,
    HTTPForbidden,
    Request,
    Response,
    StreamResponse,
    get,
    json_response,
    middleware,
    post,
    route,
)

from bot.sandbox import answers
from bot.sandbox.acting import Acting
from bot.sandbox.api.door import Door
from bot.sandbox.api.method import Parts
from bot.sandbox.calls import Calls
from bot.sandbox.changes import Changes
from bot.sandbox.clock import StillClock, Timekeeper
from bot.sandbox.comings import Comings
from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.limits import Gate, Limits
from bot.sandbox.neighbors import is_own, kept_apart
from bot.sandbox.page_api import PageApi
from bot.sandbox.page_state import PageState
from bot.sandbox.passes import Passes
from bot.sandbox.reached import Reached
from bot.sandbox.seed import Seed
from bot.sandbox.sender import Sender
from bot.sandbox.sockets import Sockets
from bot.sandbox.stream import Stream
from bot.sandbox.timekeeping import Timekeeping
from bot.sandbox.tour import Progress
from bot.sandbox.wire import Json, SlackError
from bot.sandbox.workspace import Workspace

Next = Callable[[Request], Awaitable[StreamResponse]]
Elsewhere = Callable[[Json], Json | None]
"""How the bot would show the same on Microsoft Teams, given what Slack shows; None when it cannot tell."""


class Sandbox(Reached[Sender]):
    """A workspace with one bot in it.

    The bot is reached over the sockets it opens, otherwise at `bot_url` by signed requests; it reaches
    the sandbox at `base_url`, which is learnt from the first request when it is not given. Tests act
    through `acting` and `comings`, spoil things through `faults` and read `calls`. It answers under IP
    addresses, `localhost`, and the `names` it is given. With `elsewhere` its page
    shows what the bot says as Microsoft Teams would, too.
    """

    def __init__(
        self,
        seed: Seed,
        *,
        clock: StillClock,
        timekeeper: Timekeeper | None = None,
        bot_url: str | None = None,
        base_url: str = "",
        limits: Limits | None = None,
        faults: Faults | None = None,
    ) -> None:
        limits = limits or Limits()
        self.calls = Calls()
        self.faults = faults or Faults()
        self.changes = Changes()
        self.workspace = Workspace(seed, clock, self.changes)
        self.sockets = Sockets(seed.bot.app_id, limits, self.faults)
        self.sender = Sender(seed.bot.signing_secret, self.sockets, limits, self.faults)
        self.sender.bot_url = bot_url
        self.events = Events(self.workspace, self.sender, limits)
        self._passes = Passes(clock, limits.trigger_seconds)
        self._passes.base_url = base_url
        self._progress = Progress(seed.tour, self.changes)
        self.acting = Acting(self.workspace, self.sender, self.events, self._passes, self._progress)
        self.comings = Comings(self.workspace, self.events)
        zone = ZoneInfo(seed.team.zone)
        self.time = Timekeeping(clock, zone, self.changes, self._progress, timekeeper)
        parts = Parts(self.workspace, self._passes, self.sockets, self._progress)
        self._door = Door(parts, Gate(limits), self.faults, self.calls)
        self.elsewhere: Elsewhere | None = None
        self.names: frozenset[str] = frozenset()

    @property
    def base_url(self) -> str:
        """Where the sandbox is reached, without a slash at the end."""
        return self._passes.base_url

    @base_url.setter
    def base_url(self, url: str) -> None:
        self._passes.base_url = url

    def web(self) -> Application:
        """Return the web application: Slack's API, the socket, response addresses, and the page."""
        state = PageState(self.workspace, self.time, self._progress)
        page = PageApi(
            self.workspace, self.acting, self.comings, state, self.time, self.reset, self._elsewhere
        )
        application = Application(middlewares=[self._guard], client_max_size=4 * 1024 * 1024)
        application.add_routes(
            [
                route("*", "/api/{method}", self._door.answer),
                get("/socket", self.sockets.serve),
                post("/respond/{id}", self._respond),
                get("/sandbox/stream", Stream(self.workspace, self.changes).answer),
                *page.routes(),
            ]
        )
        application.on_response_prepare.append(kept_apart)
        application.on_shutdown.append(self._hang_up)
        application.on_cleanup.append(self._close)
        return application

    async def reset(self, *, skipping: bool = False) -> None:
        """Start again: the workspace as the seed has it, the clock at its beginning, the bot likewise.

        Skipping: with everything there that the tour's first chapter leads to.
        """
        self.time.require_still()
        self.workspace.reset()
        self._progress.reset(skipping=skipping)
        await self.time.reset(skipping=skipping)
        self.changes.tell("everything")

    async def close(self) -> None:
        """Let go of everything; closing twice does no harm."""
        self.changes.close()
        await self.events.close()
        await self.sockets.close()
        await self.sender.close()

    async def _hang_up(self, _application: Application) -> None:
        self.changes.close()
        await self.sockets.close()

    async def _close(self, _application: Application) -> None:
        await self.close()

    @middleware
    async def _guard(self, request: Request, handler: Next) -> StreamResponse:
        """Learn the own address, and refuse pages of other sites that reach for this one."""
        if not is_own(request, self.names):
            raise HTTPForbidden(text="Another site may not use the sandbox.")
        if not self.base_url:
            self.base_url = f"{request.scheme}://{request.host}"
        return await handler(request)

    def _elsewhere(self, asked: Json) -> Json:
        return (self.elsewhere(asked) if self.elsewhere else None) or {}

    async def _respond(self, request: Request) -> StreamResponse:
        fault = self.faults.next_for("response_url", {})
        if fault is not None and fault.answer is not None:
            return Response(body=fault.answer.body, status=fault.answer.status, headers=fault.answer.headers)
        try:
            answer: Json = json.loads(await request.text())
            reply = self._passes.answer(request.match_info["id"])
            answers.put(self.workspace, reply, answer)
        except ValueError:
            return Response(text="invalid_payload", status=400)
        except SlackError as refusal:
            status = 404 if refusal.error in ("used_url", "expired_url", "no_service") else 400
            return json_response(refusal.body(), status=status)
        return Response(text="ok")
