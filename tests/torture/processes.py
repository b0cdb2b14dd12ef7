"""The bot as processes that are killed at random moments, and started again at once."""

import asyncio
import contextlib
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from tests.serving.process import Serving, until

WHENEVER, ONCE_IT_SPEAKS = 0.2, 0.4
"""How often a process is killed at any moment of its life, and some time after its first message; else it is
while a message waits for its answer."""
PATIENCE = 15.0
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
        greeted: Callable[[str], Awaitable[None]],
        words: Sequence[str] = (),
    ) -> None:
        folder.mkdir(exist_ok=True)
        self._serving = Serving(folder, variables, words=words)
        self._greeted = greeted
        self._speaking = speaking
        self._spoken = spoken
        self.url = ""
        self.kills = 0
        self.in_flight: list[int] = []
        """For each kill, how many messages waited for their answer."""
        self.frozen_in_flight: list[int] = []
        """The same for each time it was stopped."""

    async def start(self) -> None:
        """Start it; it is found by its `url` once it listens."""
        self.url = ""
        await self._serving.start()
        self._finding = asyncio.create_task(self._find())

    async def _find(self) -> None:
        while not self.url:
            with contextlib.suppress(TimeoutError):
                self.url = await self._serving.url()
        await self._greeted(self.url)

    @property
    def knows_people(self) -> bool:
        """Whether it has looked for its people on the platform."""
        return bool(self._serving.logged("looked around"))

    async def killed_again(self, chance: Random, breath: float) -> None:
        """Kill it at any moment, its start among them, or in the middle of speaking; then start it again."""
        await self._moment(chance, breath)
        await self.killed()
        await self.start()

    async def frozen(self, chance: Random, breath: float, seconds: float) -> None:
        """Stop it at such a moment for so long, then let it go on as if nothing had been."""
        await self._moment(chance, breath)
        self.frozen_in_flight.append(self._speaking())
        self._serving.process.send_signal(signal.SIGSTOP)
        await asyncio.sleep(seconds)
        self._serving.process.send_signal(signal.SIGCONT)

    async def _moment(self, chance: Random, breath: float) -> None:
        before, drawn = self._spoken(), chance.random()
        with contextlib.suppress(TimeoutError):
            if drawn < WHENEVER:
                await asyncio.sleep(chance.uniform(0, 5) * breath)
            elif drawn < WHENEVER + ONCE_IT_SPEAKS:
                await until(lambda: self._spoken() > before, within=PATIENCE)
                await asyncio.sleep(chance.uniform(0, 1) * breath)
            else:
                await until(self._speaking, within=PATIENCE)
                await asyncio.sleep(chance.uniform(0, 0.1))

    async def killed(self) -> None:
        """Kill it now."""
        self.in_flight.append(self._speaking())
        await self.end()
        self.kills += 1

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
