"""This program as one of those that run on a database: it says that it is there, and notices when a newer one
has upgraded the database under it."""

import asyncio
import contextlib
from importlib.metadata import version

import structlog

from bot.model.ids import new_id
from bot.settings import Settings
from scheduling.clockwork import Job
from storage import migrations, replicas
from storage.engine import Engines
from storage.trouble import TROUBLE

log = structlog.stdlib.get_logger(__name__)

EVERY = 20.0
"""Seconds between two beats: after three that were missed a program counts as gone."""

STOPPING = "The bot is stopping."
OUTGROWN = (
    "A newer version of ILT Bot has upgraded the database, and this version does not work with it any more. "
    "It stops. Install the newer version and start it again."
)


class Replica:
    """Beats for as long as the program runs. `outgrown` is set when it must not go on."""

    def __init__(self, engines: Engines, settings: Settings) -> None:
        self._engines = engines
        self.id = new_id()
        self.name = settings.replica or self.id[-6:]
        self.version = version("ilt-bot")
        self.outgrown = asyncio.Event()
        self._is_stopping = False
        self._is_ahead = False

    def job(self) -> Job:
        return Job("replica", EVERY, self.beat)

    async def beat(self) -> None:
        """Look whether the database still fits, and say that this program runs.

        While the database is away nothing is said: others say so, and the next beat comes.
        """
        with contextlib.suppress(*TROUBLE):
            await self._look()
            if not self.outgrown.is_set():
                await replicas.beat(
                    self._engines.writer,
                    id=self.id,
                    name=self.name,
                    version=self.version,
                    head=migrations.head(),
                )

    async def leave(self) -> None:
        """Say that this program has ended; where that cannot be said, it is noticed after a minute."""
        try:
            async with asyncio.timeout(2):
                await replicas.leave(self._engines.writer, self.id)
        except TROUBLE:
            log.warning("could not say goodbye", replica=self.name)

    def drain(self) -> None:
        """From now on it is not ready, so that whoever divides requests sends them elsewhere."""
        self._is_stopping = True

    async def trouble(self) -> str | None:
        """Why no more requests should be sent here; None when they may be."""
        if self.outgrown.is_set():
            return OUTGROWN
        return STOPPING if self._is_stopping else None

    async def note(self) -> str | None:
        """What is good to know though it keeps nothing from working."""
        return migrations.AHEAD if self._is_ahead else None

    async def _look(self) -> None:
        try:
            is_ahead = await migrations.is_ahead(self._engines.reader)
        except migrations.NewerDatabase:
            log.error("outgrown", replica=self.name, version=self.version, why=OUTGROWN)
            self.outgrown.set()
            return
        if is_ahead and not self._is_ahead:
            log.warning("ahead", replica=self.name, version=self.version, why=migrations.AHEAD)
        self._is_ahead = is_ahead
