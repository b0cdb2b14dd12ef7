"""The bot of `ilt-bot serve` inside the test's own process, where nothing depends on it being another one."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from bot.app import opened
from bot.app.service import running
from bot.commands.school import operator
from bot.routines import school
from bot.routines.school_file import SchoolFile
from bot.settings import Settings
from tests.serving.process import until


class Inside:
    """A bot at work: started, asked, stopped."""

    def __init__(self, folder: Path, variables: Mapping[str, str], *, teams_dev: bool = False) -> None:
        database = {"ILT_DATABASE_URL": f"sqlite:///{folder / 'ilt.db'}"}
        settings = Settings(_env_file=None, **(database | dict(variables)))
        self.settings = settings.for_teams_development() if teams_dev else settings
        self._stack = AsyncExitStack()
        self._url = ""

    async def start(self) -> None:
        service = await self._stack.enter_async_context(running(self.settings))
        server = await self._stack.enter_async_context(TestServer(service.web()))
        self._url = str(server.make_url("")).rstrip("/")

    async def url(self) -> str:
        return self._url

    async def asked(self, path: str) -> tuple[int, Any]:
        """GET a page of it: status, and JSON or words."""
        async with ClientSession() as session, session.get(self._url + path) as response:
            is_json = response.content_type == "application/json"
            return response.status, await (response.json() if is_json else response.text())

    async def ready(self) -> None:
        async def is_ready() -> bool:
            return (await self.asked("/readyz"))[0] == 200

        await until(is_ready)

    async def not_ready(self, words: str, platform: str = "slack") -> None:
        """Wait until it says these words about why it is not ready on a platform."""

        async def says() -> bool:
            status, said = await self.asked("/readyz")
            return status == 503 and words in said[platform]

        await until(says)

    async def stop(self) -> None:
        await self._stack.aclose()

    kill = stop


async def apply(folder: Path, file: SchoolFile) -> tuple[str, ...]:
    """Apply a school file beside a running bot, as `ilt-bot school apply` does, and return what changed."""
    settings = Settings(_env_file=None, ILT_DATABASE_URL=f"sqlite:///{folder / 'ilt.db'}")
    async with opened(settings) as core:
        command = school.ApplySchool(file=file)
        return (await core.perform(school.apply, command, actor=operator(file.school.key))).changes
