"""The platforms that the settings name, each with its side of the bot."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.app.core import Core
from bot.app.side import Side
from bot.courier import Courier
from bot.errors import Problem
from bot.settings import Settings

NOWHERE = (
    "SLACK_BOT_TOKEN is not set, so nothing can be sent. `ilt-bot doctor` says where to find it, and what "
    "Microsoft Teams needs instead."
)


@asynccontextmanager
async def sides(core: Core, settings: Settings) -> AsyncIterator[tuple[Side, ...]]:
    """The bot's side on each platform, while the block lasts; nothing is asked of any of them yet.

    A platform that is not set is not imported either.
    """
    async with AsyncExitStack() as stack:
        found: list[Side] = []
        if settings.has_slack:
            from bot.app.slack_side import slack_side

            found.append(await stack.enter_async_context(slack_side(core, settings)))
        if settings.has_teams:
            from bot.app.teams_side import teams_side

            found.append(await stack.enter_async_context(teams_side(core, settings)))
        yield tuple(found)


@asynccontextmanager
async def delivering(core: Core, settings: Settings) -> AsyncIterator[tuple[Courier, ...]]:
    """Couriers that can send, for a command that delivers once; raises `Problem` when a platform says no."""
    async with sides(core, settings) as on:
        if not on:
            raise Problem(NOWHERE)
        for side in on:
            await side.introduce()
        yield tuple(side.courier for side in on)
