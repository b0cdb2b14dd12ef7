"""Being on a platform: knowing whose workspace this is, hearing it, and keeping up with the school."""

import asyncio
from time import monotonic

import structlog

from bot.app import whose
from bot.app.core import Core
from bot.app.side import Side
from bot.errors import DatabaseTrouble, Problem
from bot.model.everybody import Roster
from bot.model.people import the_clock
from bot.routines import people
from bot.routines.requests import Nothing
from bot.settings import Settings

log = structlog.stdlib.get_logger(__name__)

LOOK_THROUGH = 600.0
"""Seconds after which a platform is asked anew who works here, though nothing has changed on our side."""

Wanted = tuple[object, ...]
"""What a look through the workspace depends on; when it changes, it is time for another look."""


class Presence:
    """Comes up as soon as that is possible, and says in a sentence what keeps the bot from it until then."""

    def __init__(self, core: Core, side: Side, settings: Settings) -> None:
        self._core = core
        self._side = side
        self._settings = settings
        self._schools: list[str] = []
        self._looked_for: dict[str, Wanted] = {}
        self._look_at = 0.0
        self._is_turned_away = False
        self._trouble: str | None = "The bot is starting."
        self.has_looked = asyncio.Event()
        """Set once it has tried to come up, whatever came of it."""

    @property
    def is_introduced(self) -> bool:
        """The bot knows whose workspace this is, so that letters can be sent."""
        return bool(self._schools)

    async def trouble(self) -> str | None:
        """What keeps the bot from hearing or speaking, in a sentence; None when nothing does."""
        return self._trouble

    async def keep(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            self._tell(await self._look())
            self.has_looked.set()
            await asyncio.sleep(self._settings.look_again_seconds)

    async def _look(self) -> str | None:
        try:
            await self._knock()
            await self._meet()
            await self._side.listen()
        except (Problem, DatabaseTrouble) as trouble:
            return str(trouble)
        except Exception:
            log.exception("could not look around", platform=self._side.name)
            return await self._core.check_quickly() or "Something went wrong; the log says where."
        return None

    async def _knock(self) -> None:
        """Where letters are not let in, ask at each look whether the token counts; raises `Problem`.

        Once it counts again they go at once. Where it counts all along, something else is missing.
        """
        refused = self._side.courier.locked_out
        if refused is None:
            return
        was_turned_away, self._is_turned_away = self._is_turned_away, True
        await self._side.introduce()
        self._is_turned_away = False
        if not was_turned_away:
            place = self._side.name.capitalize()
            raise Problem(f"{place} does not let the bot in ({refused}). `ilt-bot doctor` says what to do.")
        self._side.courier.try_again()

    async def _meet(self) -> None:
        if self._schools and monotonic() < self._look_at:
            changed = [one for one in self._schools if await self._wanted(one) != self._looked_for.get(one)]
            if not changed:
                return
        else:
            changed = []
        until, self._look_at = self._look_at if changed else monotonic() + LOOK_THROUGH, 0.0
        self._schools = await self._side.introduce()
        for school in changed or self._schools:
            await self._look_through(school)
        self._look_at = until

    async def _look_through(self, school: str) -> None:
        wanted = await self._wanted(school)
        await self._forget_channels_no_longer_named(school)
        found = await self._side.look_through(school)
        lost = len(found.missing)
        log.info(
            "looked around", platform=self._side.name, school=school, people=found.people, not_found=lost
        )
        self._looked_for[school] = wanted

    async def _forget_channels_no_longer_named(self, school: str) -> None:
        """A team that has given up its channel is not spoken to there any more."""
        roster = await self._roster(school)
        named = people.channels_of(roster.school, roster)
        known = await whose.addresses(self._core, school, self._side.name)
        gone = [key for key in known if key not in named and (key.startswith("team:") or key == "all-staff")]
        await whose.learn(self._core, school, dict.fromkeys(gone, ""), self._side.name)

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
                log.info("ready", platform=self._side.name, schools=len(self._schools))
            else:
                log.warning("not ready", platform=self._side.name, why=trouble)
        self._trouble = trouble
