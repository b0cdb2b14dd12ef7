"""Processes of the bot that start at once: each is a copy of one that has imported the program already."""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path

from bot.__main__ import main

IMPORTED = [
    "bot.app.service",
    "bot.app.checkup.examining",
    "bot.app.teams_side",
    "bot.commands.serve",
    "alembic.command",
]


class Warm:
    """`ilt-bot` with some words, as a process of its own in a folder, with these variables and no others."""

    def __init__(
        self, words: Sequence[str], folder: Path, variables: Mapping[str, str], out: Path, err: Path
    ) -> None:
        told = (list(words), folder, dict(variables), out, err)
        self._process = _starter().Process(target=_become, args=told, daemon=True)
        self._process.start()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def terminate(self) -> None:
        self._process.terminate()

    def kill(self) -> None:
        self._process.kill()

    async def wait(self) -> int:
        await asyncio.to_thread(self._process.join)
        code = self._process.exitcode
        assert code is not None
        return code


@cache
def _starter() -> ForkServerContext:
    starter = multiprocessing.get_context("forkserver")
    starter.set_forkserver_preload(IMPORTED)
    return starter


def _become(words: list[str], folder: Path, variables: dict[str, str], out: Path, err: Path) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    for path, place in ((out, 1), (err, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT), place)
    sys.argv = ["ilt-bot", *words]
    sys.exit(main(words))
