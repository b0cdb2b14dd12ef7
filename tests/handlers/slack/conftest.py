"""The real adapter over real HTTP: the sandbox stands for Slack, with the sample school in it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.model.everybody import Roster
from bot.perform import Performer
from bot.routines import people
from bot.routines.requests import Nothing
from bot.sandbox.acting import Acting
from bot.sandbox.clock import StillClock as SandboxClock
from bot.sandbox.limits import Limits
from bot.sandbox.reading import Seen
from bot.sandbox.seed import Bot, Channel, Seed, Team, User
from bot.sandbox.server import Sandbox
from bot.sandbox.validation import validate_message, validate_view
from bot.sandbox.views import View
from handlers import schools
from handlers.slack.app import Slack, assembled
from handlers.slack.manifest import OPTIONAL_SCOPES, SCOPES
from handlers.slack.workspaces import slack_session
from tests.conftest import OPERATOR, SCHOOL
from tests.databases import as_new
from tests.handlers.a_catalogue import Routines, catalogue
from tests.handlers.conftest import Screen

SECRET = "a-signing-secret"
TOKEN = "xoxb-sandbox"
BOT = Bot(
    user_id="U0BOT",
    bot_id="B0BOT",
    app_id="A0BOT",
    name="ILT Bot",
    token=TOKEN,
    app_token="xapp-sandbox",
    signing_secret=SECRET,
    scopes=frozenset({*SCOPES, *OPTIONAL_SCOPES}),
)
VISITOR = User("U900", "Vera Visitor", email="vera@elsewhere.example")
GUEST_KEY = "pia-olive"


def user_id(roster: Roster, key: str) -> str:
    return f"U{[person.key for person in roster.people].index(key) + 100}"


def seed(roster: Roster, bot: Bot = BOT) -> Seed:
    """The sample school's people with their e-mail addresses, one of them a guest, and three channels."""
    users = tuple(
        User(
            user_id(roster, person.key),
            person.name,
            email=person.email or "",
            is_restricted=person.key == GUEST_KEY,
        )
        for person in roster.people
    )
    everyone = (*(user.id for user in users), VISITOR.id)
    channels = (
        Channel("C1", "all-staff", members=everyone),
        Channel("C2", "ilt", is_private=True, members=everyone),
        Channel("C3", "grade-3", members=everyone),
        Channel("C4", "grade-4", members=everyone, is_archived=True),
        Channel("C5", "grade-5", members=everyone, bot_is_member=False),
    )
    return Seed(Team("T1", "Sample", "America/Denver"), (*users, VISITOR), channels, bot)


@dataclass
class Someone:
    """Acts as one person in the sandbox, and sees what they see."""

    id: str
    acting: Acting
    slack: Slack
    channel: str = "C1"

    async def types(self, text: str) -> list[Seen]:
        """Type a slash command, and return everything only this person was shown since."""
        before = {seen.ts for seen in self.acting.ephemerals(self.id)}
        await self.acting.command(self.id, self.channel, text)
        await self.slack.afterwards.drain()
        return [seen for seen in self.acting.ephemerals(self.id) if seen.ts not in before]

    async def presses(self, seen: Seen, label: str, channel: str | None = None) -> None:
        await self.acting.press(self.id, channel or self.channel, seen.ts, label=label)
        await self.slack.afterwards.drain()

    async def submits(self, **values: object) -> View | None:
        """Send the open modal; return it if it stays open."""
        view = self.view
        assert view is not None, "no modal is open"
        await self.acting.submit(
            self.id, view.id, {name.replace("__", "."): one for name, one in values.items()}
        )
        await self.slack.afterwards.drain()
        return self.view

    async def chooses(self, name: str, value: object) -> None:
        assert self.view is not None
        await self.acting.choose(self.id, self.view.id, name, value)
        await self.slack.afterwards.drain()

    async def opens_home(self) -> View | None:
        await self.acting.open_home(self.id)
        await self.slack.afterwards.drain()
        return self.acting.home(self.id)

    @property
    def view(self) -> View | None:
        return self.acting.top_view(self.id)

    @property
    def private(self) -> list[str]:
        """The words of everything only this person was shown."""
        return [seen.words for seen in self.acting.ephemerals(self.id)]

    @property
    def dms(self) -> list[str]:
        return [seen.words for seen in self.acting.dms(self.id)]


def the_bot_says(sandbox: Sandbox, *buttons: tuple[str, str, str], thread: str | None = None) -> str:
    """Have the bot post a message with buttons, as a letter would."""
    elements = [
        {
            "type": "button",
            "text": {"type": "plain_text", "text": label},
            "action_id": action_id,
            "value": value,
        }
        for label, action_id, value in buttons
    ]
    workspace = sandbox.workspace
    message = workspace.say(
        workspace.conversation("C1"),
        workspace.bot_id,
        "A decision",
        blocks=[{"type": "actions", "block_id": "b", "elements": elements}],
        thread_ts=thread,
    )
    return message.ts


@pytest.fixture
def database(sample_database: Path, shelf: Path) -> str:
    return as_new(sample_database, shelf)


@pytest.fixture
async def sample(perform: Performer) -> Roster:
    return await perform(people.whole_roster, Nothing(), actor=OPERATOR)


@pytest.fixture
def limits() -> Limits:
    return Limits(retry_events_after=(0.0, 0.05, 0.1))


@pytest.fixture
async def sandbox(sample: Roster, clock, limits: Limits) -> AsyncIterator[Sandbox]:
    """Slack's stand-in. Whatever the bot sent in a test is checked against Slack's limits at its end."""
    sandbox = Sandbox(seed(sample), clock=SandboxClock(clock.now()), limits=limits)
    async with TestServer(sandbox.web()) as server:
        sandbox.base_url = str(server.make_url("")).rstrip("/")
        yield sandbox
        await sandbox.close()
    for call in sandbox.calls.all():
        assert validate_message(call.arguments.get("blocks") or [{"type": "divider"}]) == []
        if "view" in call.arguments:
            assert validate_view(call.arguments["view"]) == []


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    """The way to Slack."""
    async with slack_session() as session:
        yield session


@pytest.fixture
async def slack(
    session: ClientSession, sandbox: Sandbox, perform, units, routines: Routines, screen: Screen
) -> AsyncIterator[Slack]:
    adapter = assembled(
        (*catalogue(routines), *schools.INTERACTIONS),
        screen,
        perform=perform,
        session=session,
        base_url=f"{sandbox.base_url}/api/",
        signing_secret=SECRET,
        everywhere=units,
    )
    await adapter.workspaces.introduce(SCHOOL, TOKEN)
    yield adapter
    await adapter.afterwards.drain()


@pytest.fixture
async def http(slack: Slack, sandbox: Sandbox) -> AsyncIterator[TestServer]:
    """The bot behind its door; the sandbox sends what people do there."""
    application = web.Application()
    application.add_routes(slack.door.routes())
    async with TestServer(application) as server:
        sandbox.bot_url = str(server.make_url("/slack/events"))
        yield server


@pytest.fixture
def someone(http: TestServer, sandbox: Sandbox, slack: Slack, sample: Roster):
    """Turn a key of the sample school into the person who acts in the sandbox."""

    def person(key: str = "quin-poppy", channel: str = "C1") -> Someone:
        return Someone(user_id(sample, key), sandbox.acting, slack, channel)

    return person
