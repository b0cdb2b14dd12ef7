"""The bot as processes that are killed at random moments, and started again at once."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from tests.serving.process import Serving, until

PATIENCE = 6.0
"""Seconds after which a process is killed that has sent nothing."""


class Doomed:
    """One `ilt-bot serve` in a folder, started anew after each kill."""

    def __init__(
        self,
        folder: Path,
        variables: Mapping[str, str],
        *,
        speaking: Callable[[], int],
        spoken: Callable[[], int],
    ) -> None:
        folder.mkdir(exist_ok=True)
        self._serving = Serving(folder, variables)
        self._speaking = speaking
        self._spoken = spoken
        self.url = ""
        self.kills = 0
        self.in_flight: list[int] = []
        """For each kill, how many messages waited for their answer."""

    async def start(self) -> None:
        """Start it; it is found by its `url` once it listens."""
        self.url = ""
        await self._serving.start()
        self._finding = asyncio.create_task(self._find())

    async def _find(self) -> None:
        self.url = await self._serving.url()

    async def killed_again(self, chance: Random, breath: float) -> None:
        """Let it live for a while, now and then not until it speaks; then kill it, and start it again."""
        before = self._spoken()
        if chance.random() < 0.8:
            with contextlib.suppress(TimeoutError):
                await until(lambda: self._spoken() > before, within=PATIENCE)
        await asyncio.sleep(chance.uniform(0.05, 1.95) * breath)
        self.in_flight.append(self._speaking())
        await self.end()
        self.kills += 1
        await self.start()

    async def end(self) -> None:
        self._finding.cancel()
        await asyncio.gather(self._finding, return_exceptions=True)
        await self._serving.kill()
        self.url = ""

    async def stop(self) -> int:
        """Ask it to end, as a supervisor does; its exit code."""
        await self._finding
        return await self._serving.stop()

    @property
    def broken(self) -> list[str]:
        """What it logged as an error in its last life."""
        return [one["event"] for one in self._serving.events() if one.get("level") == "error"]
