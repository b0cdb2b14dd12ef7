"""The sandbox in Slack's place before a bot that runs elsewhere: to try a deployment without Slack."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

from bot.app.core import SystemClock, assembled
from bot.app.sample import SECRET, TOKEN, SampleSchool, seeded
from bot.app.sandbox import serve
from bot.sandbox.clock import RealClock
from bot.sandbox.seed import Tour
from bot.sandbox.server import Sandbox
from storage.engine import connect

NO_DATABASE = "sqlite:///none"
"""What is said about the commands needs the bot's declarations, and no database is ever opened."""


@asynccontextmanager
async def standing_in(bot: str, sample: SampleSchool, *, port: int = 0) -> AsyncIterator[str]:
    """Serve the sample school's workspace on loopback while the block lasts; the page's address.

    What people do there is sent to the bot at `bot` as Slack sends it, signed with the sandbox's secret. Time
    is the real one and cannot be moved.
    """
    async with AsyncExitStack() as stack:
        core = assembled(connect(NO_DATABASE), SystemClock())
        seed = replace(seeded(sample, core), tour=Tour())
        sandbox = Sandbox(seed, clock=RealClock(datetime.now(UTC)))
        sandbox.bot_url = f"{bot.rstrip('/')}/slack/events"
        url = await serve(stack, sandbox.web(), port)
        sandbox.base_url = url
        yield url


def variables(url: str) -> str:
    """What the bot is told, so that it takes the sandbox at `url` for Slack: lines for a file `.env`."""
    told = {
        "SLACK_API_URL": f"{url}/api/",
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
    }
    return "\n".join(f"{name}={value}" for name, value in told.items())
