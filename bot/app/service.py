"""The bot as a service: it comes up, says whether it is ready, and goes down without losing anything."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import structlog
from aiohttp import ClientSession, web
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.app.core import Core, opened, sqlite_file
from bot.app.slack import OnSlack, introduce, on_slack, secret
from bot.errors import Problem
from bot.health import add_health
from bot.settings import Settings
from handlers.slack.http import MOST
from handlers.slack.socket import Socket
from handlers.slack.workspaces import slack_session
from scheduling.clockwork import Clockwork
from scheduling.timetable import timetable
from storage import migrations

log = structlog.stdlib.get_logger(__name__)

LOOK_AGAIN = 10.0
"""Seconds after which a bot without a school, or without Slack, looks again."""


class Service:
    """Everything that runs while the bot serves one Slack app."""

    def __init__(self, core: Core, bot: OnSlack, settings: Settings) -> None:
        self._core = core
        self._bot = bot
        self._settings = settings
        self._ready: set[str] = set()
        self._trouble: str | None = "starting"

    async def come_up(self) -> None:
        """Learn whose workspace this is and where everybody is reached, as soon as that is possible."""
        while True:
            try:
                self._trouble = await self._meet()
            except Problem as problem:
                self._trouble = str(problem)
                log.warning("not ready", why=self._trouble)
            except Exception:
                self._trouble = "Slack could not be asked who works here; the log says why."
                log.exception("not ready")
            await asyncio.sleep(LOOK_AGAIN if self._trouble else LOOK_AGAIN * 60)

    async def _meet(self) -> str | None:
        schools = [school for school in await self._core.units.schools() if school not in self._ready]
        if not schools and not self._ready:
            return "There is no school yet. Run `ilt-bot school apply school.yaml`."
        for school in schools:
            await introduce(self._bot, school, self._settings)
            found = await self._bot.slack.directory.sync(school)
            log.info("ready", school=school, people=found.people, not_found=len(found.missing))
            self._ready.add(school)
        return None

    async def slack_trouble(self) -> str | None:
        """What keeps the bot from speaking, in a sentence; None when nothing does."""
        return self._trouble

    async def database_trouble(self) -> str | None:
        """What keeps the bot from remembering, in a sentence; None when nothing does."""
        return await self._core.check_quickly()


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[web.Application]:
    """Run the bot while the block lasts: ready to answer, ticking and delivering.

    Going down, it takes nothing new in, finishes what it has begun, and keeps the rest in the outbox.
    """
    async with AsyncExitStack() as stack:
        core = await stack.enter_async_context(opened(settings))
        await _current(core, settings)
        session = await stack.enter_async_context(slack_session())
        bot = on_slack(core, session, api_url=settings.api_url, signing_secret=secret(settings))
        service = Service(core, bot, settings)
        stack.push_async_callback(bot.slack.afterwards.drain)
        clockwork = Clockwork(timetable(core.perform, core.timetable, bot.courier, core.units))
        stack.push_async_callback(clockwork.stop)
        stack.callback(bot.courier.finish)
        clockwork.start()
        coming_up = asyncio.create_task(service.come_up(), name="come up")
        stack.callback(coming_up.cancel)
        await _listen(stack, bot, settings, session)
        yield _web(core, bot, service, settings)


async def _current(core: Core, settings: Settings) -> None:
    """One process upgrades its own file; several on one server are upgraded by hand, once."""
    if sqlite_file(settings.database_url) is not None:
        await core.upgrade()
    else:
        await migrations.require_current(core.engines.writer)


async def _listen(stack: AsyncExitStack, bot: OnSlack, settings: Settings, session: ClientSession) -> None:
    if settings.slack_app_token is None:
        return
    token = settings.slack_app_token.get_secret_value()
    socket = Socket(bot.slack.bolt, token)
    socket.client.web_client = AsyncWebClient(token=token, base_url=settings.api_url, session=session)
    try:
        await socket.connect_async()  # type: ignore[no-untyped-call]  # Bolt's is not annotated
    except SlackApiError as error:
        code = str(error.response.get("error", "unknown"))
        raise Problem(
            f"Slack does not accept SLACK_APP_TOKEN ({code}). Make a new one under Basic Information."
        ) from error
    stack.push_async_callback(socket.close)


def _web(core: Core, bot: OnSlack, service: Service, settings: Settings) -> web.Application:
    app = web.Application(client_max_size=MOST)
    if settings.slack_signing_secret:
        app.add_routes(bot.slack.door.routes())
    add_health(app, core.metrics, {"database": service.database_trouble, "slack": service.slack_trouble})
    return app
