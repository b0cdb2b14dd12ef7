"""The real bot on a database of the bench's own, with the sandbox as Slack."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.app.core import Core, assembled
from bot.app.sample import SECRET, TOKEN, sample_school, seeded
from bot.app.screens import home_screen
from bot.sandbox.clock import StillClock
from bot.sandbox.filling import filled, find_field, merged
from bot.sandbox.limits import Limits
from bot.sandbox.payloads import interaction
from bot.sandbox.server import Sandbox
from bot.sandbox.shown import shown_view
from bot.sandbox.state import Values
from handlers.catalogue import catalogue
from handlers.platform.afterwards import Afterwards
from handlers.slack.app import Slack
from handlers.slack.app import assembled as slack_assembled
from storage.engine import connect
from tests.bench.knocking import Knock
from tests.bench.knocking import interaction as sent
from tests.databases import MONDAY_NOON, SCHOOL, SEALER

NO_LIMITS = Limits(posts=(1e6, 10**6), tier_3=(1e6, 10**6))


@dataclass
class OnSlack:
    """The bot behind its door, and Slack as the sandbox plays it."""

    core: Core
    slack: Slack
    sandbox: Sandbox
    session: ClientSession

    async def beside(self, afterwards: Afterwards) -> Slack:
        """The same bot on the same database, which does something else after an acknowledgement."""
        return await _introduced(self.core, self.session, self.sandbox, afterwards)

    async def form(self, user: str, command: str, values: Mapping[str, object]) -> "SentForm":
        """Open a form as a person does, and fill it in."""
        await self.sandbox.acting.command(user, "C0ALLSTAFF", command)
        await self.slack.afterwards.drain()
        view = self.sandbox.acting.top_view(user)
        assert view is not None, f"{command} opened no form"
        given: Values = {}
        for field, value in values.items():
            block, element = find_field(view.blocks, field)
            given.setdefault(block["block_id"], {})[element["action_id"]] = filled(element, value)
        workspace = self.sandbox.workspace
        shown = shown_view(workspace, replace(view, values=merged(view.blocks, view.values, given)))
        return SentForm({**interaction(workspace, "view_submission", user), "view": shown})


@dataclass
class SentForm:
    """A filled form, as often as it is wanted."""

    payload: dict[str, object]
    number: int = 0

    def again(self) -> Knock:
        """The same form opened anew and sent, as another person in the same mood would."""
        self.number += 1
        view = {**self.payload["view"], "id": f"V{self.number}"}  # type: ignore[dict-item]  # a view is a dict
        return sent({**self.payload, "view": view}, SECRET)


@asynccontextmanager
async def on_slack(url: str) -> AsyncIterator[OnSlack]:
    """The bot while the block lasts, on a database that holds the sample school."""
    async with AsyncExitStack() as stack:
        clock = StillClock(MONDAY_NOON)
        engines = connect(url, SEALER)
        stack.push_async_callback(engines.dispose)
        core = assembled(engines, clock)
        sandbox = Sandbox(seeded(sample_school(), core), clock=clock, limits=NO_LIMITS)
        server = await stack.enter_async_context(TestServer(sandbox.web()))
        sandbox.base_url = str(server.make_url("")).rstrip("/")
        stack.push_async_callback(sandbox.close)
        session = await stack.enter_async_context(ClientSession())
        slack = await _introduced(core, session, sandbox, None)
        door = web.Application()
        door.add_routes(slack.door.routes())
        behind = await stack.enter_async_context(TestServer(door))
        sandbox.bot_url = str(behind.make_url("/slack/events"))
        stack.push_async_callback(slack.afterwards.drain)
        await slack.directory.sync(SCHOOL)
        yield OnSlack(core, slack, sandbox, session)


async def _introduced(
    core: Core, session: ClientSession, sandbox: Sandbox, afterwards: Afterwards | None
) -> Slack:
    slack = slack_assembled(
        catalogue(core.start),
        home_screen(core),
        perform=core.perform,
        session=session,
        base_url=f"{sandbox.base_url}/api/",
        everywhere=core.units,
        signing_secret=SECRET,
        afterwards=afterwards,
    )
    await slack.workspaces.introduce(SCHOOL, TOKEN)
    return slack
