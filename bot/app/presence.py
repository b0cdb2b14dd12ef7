"""Being there: knowing whose workspace this is, holding the connection, and keeping up with the school."""

import asyncio
from time import monotonic

import structlog

from bot.app import whose
from bot.app.core import Core
from bot.app.listening import Listening
from bot.app.refusals import understood
from bot.app.slack import OnSlack
from bot.errors import Problem
from bot.model.people import Roster, the_clock
from bot.routines import people
from bot.routines.requests import Nothing
from bot.settings import Settings

log = structlog.stdlib.get_logger(__name__)

LOOK_THROUGH = 600.0
"""Seconds after which Slack is asked anew who works here, though nothing has changed on our side."""

Wanted = tuple[object, ...]
"""What a look through the workspace depends on; when it changes, it is time for another look."""


class Presence:
    """Comes up as soon as that is possible, and says in a sentence what keeps the bot from it until then."""

    def __init__(self, core: Core, bot: OnSlack, settings: Settings, listening: Listening | None) -> None:
        self._core = core
        self._bot = bot
        self._settings = settings
        self._listening = listening
        self._school: str | None = None
        self._looked_for: Wanted | None = None
        self._look_at = 0.0
        self._trouble: str | None = "The bot is starting."

    @property
    def is_introduced(self) -> bool:
        """The bot knows whose workspace this is, so that letters can be sent."""
        return self._school is not None

    async def trouble(self) -> str | None:
        """What keeps the bot from hearing or speaking, in a sentence; None when nothing does."""
        return self._trouble

    async def keep(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            self._tell(await self._look())
            await asyncio.sleep(self._settings.look_again_seconds)

    async def _look(self) -> str | None:
        try:
            await self._meet()
            if self._listening is not None:
                await self._listening.ensure()
        except Problem as problem:
            return str(problem)
        except Exception:
            log.exception("could not look around")
            return await self._core.check_quickly() or "Something went wrong; the log says where."
        return None

    async def _meet(self) -> None:
        if self._school is not None and monotonic() < self._look_at:
            wanted = await self._wanted(self._school)
            if wanted == self._looked_for:
                return
        self._look_at = 0.0
        self._school = await whose.introduce(self._core, self._bot.slack.workspaces, self._settings)
        wanted = await self._wanted(self._school)
        await self._forget_channels_no_longer_named(self._school)
        with understood("SLACK_BOT_TOKEN", self._settings.api_url):
            found = await self._bot.slack.directory.sync(self._school)
        log.info("looked around", school=self._school, people=found.people, not_found=len(found.missing))
        self._looked_for, self._look_at = wanted, monotonic() + LOOK_THROUGH

    async def _forget_channels_no_longer_named(self, school: str) -> None:
        """A team that has given up its channel is not spoken to there any more."""
        roster = await self._roster(school)
        named = people.channels_of(roster.school, roster)
        known = await whose.addresses(self._core, school)
        gone = [key for key in known if key not in named and (key.startswith("team:") or key == "all-staff")]
        await whose.learn(self._core, school, dict.fromkeys(gone, ""))

    async def _wanted(self, school: str) -> Wanted:
        roster = await self._roster(school)
        channels = people.channels_of(roster.school, roster)
        everybody = ((person.key, person.email, person.active) for person in roster.people)
        return (*sorted(channels.items()), *everybody)

    async def _roster(self, school: str) -> Roster:
        return await self._core.perform(people.whole_roster, Nothing(), actor=the_clock(school))

    def _tell(self, trouble: str | None) -> None:
        if trouble != self._trouble:
            if trouble is None:
                log.info("ready", school=self._school)
            else:
                log.warning("not ready", why=trouble)
        self._trouble = trouble
