"""`ilt-bot serve` as a process of its own, the way a school runs it."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from aiohttp import ClientError, ClientSession

from tests.serving.warm import Warm

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "school.yaml"
PATIENCE = 60.0
"""Seconds in which what is waited for happens on the slowest machine."""
SHORTEST, LONGEST = 0.01, 0.05
"""Seconds between two looks, longer and longer: looking takes time from what is waited for."""


async def until(holds: Callable[[], Any], within: float = PATIENCE) -> Any:
    """Wait until something holds, and return what it says; raises TimeoutError."""
    pause = SHORTEST
    async with asyncio.timeout(within):
        while True:
            found = holds()
            if isinstance(found, Awaitable):
                found = await found
            if found:
                return found
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, LONGEST)


def environment(**variables: str) -> dict[str, str]:
    """The variables of a process that finds the program and nothing else of ours."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), **variables}


async def said(*words: str, folder: Path, **variables: str) -> tuple[int, str, str]:
    """Run a command to its end: its exit code, what it said, and what it complained about."""
    out, err = (Path(mkstemp(dir=folder)[1]) for _ in range(2))
    code = await Warm(words, folder, environment(**variables), out, err).wait()
    return code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")


class Serving:
    """One `ilt-bot serve`: started, asked, stopped or killed.

    A `cold` one is started with nothing imported, as a supervisor starts it.
    """

    def __init__(
        self, folder: Path, variables: Mapping[str, str], *, cold: bool = False, words: Sequence[str] = ()
    ) -> None:
        self.folder = folder
        self.words = ["serve", *words]
        self.variables = environment(**variables)
        self.log = folder / "log"
        self._cold = cold
        self._process: Process | Warm | None = None
        self._from = 0

    async def start(self) -> None:
        """Start it and return at once."""
        self._from = self.log.stat().st_size if self.log.exists() else 0
        if self._cold:
            self._process = await self._started_cold()
        else:
            self.log.touch()
            self._process = Warm(self.words, self.folder, self.variables, self.log, self.log)

    async def _started_cold(self) -> Process:
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "bot", *self.words),
                cwd=self.folder,
                env=self.variables,
                stdin=DEVNULL,
                stdout=log,
                stderr=log,
            )

    @property
    def process(self) -> Process | Warm:
        assert self._process is not None, "it was never started"
        return self._process

    def events(self) -> list[dict[str, Any]]:
        """What it has logged since it was started."""
        lines = self.log.read_text(encoding="utf-8")[self._from :].splitlines()
        return [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]

    def logged(self, event: str) -> list[dict[str, Any]]:
        return [one for one in self.events() if one["event"] == event]

    async def url(self) -> str:
        """Where it listens, once it does."""
        assert_alive = self.process
        told = await until(lambda: self.logged("serving") or assert_alive.returncode is not None)
        assert told is not True, f"it ended instead: {self.log.read_text(encoding='utf-8')}"
        return f"http://127.0.0.1:{told[0]['port']}"

    async def asked(self, path: str) -> tuple[int, Any]:
        """GET a page of it: status, and JSON or words."""
        async with ClientSession() as session, session.get(await self.url() + path) as response:
            is_json = response.content_type == "application/json"
            return response.status, await (response.json() if is_json else response.text())

    async def ready(self) -> None:
        await until(self._is_ready)

    async def _is_ready(self) -> bool:
        try:
            return (await self.asked("/readyz"))[0] == 200
        except ClientError:
            return False

    async def stop(self) -> int:
        """Ask it to end, as a supervisor does, and return its exit code."""
        if self.process.returncode is None:
            self.process.terminate()
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()

    async def kill(self) -> None:
        """End it in the middle of whatever it does."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
