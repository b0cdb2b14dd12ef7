"""What one trial leaves to be read letter by letter: each call with its process, and each letter's row."""

import asyncio
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from time import time
from typing import Any

from aiohttp import web
from sqlalchemy import select

from storage import tables
from storage.engine import Engines

NOTED = ("chat.", "activities.", "conversations.history", "conversations.replies")


@dataclass
class Heard:
    """One call as it came in at a door, between two moments in seconds of the day's clock."""

    door: int
    method: str
    said: str
    began: float
    ended: float = 0.0


class Record:
    """Keeps every call that says, changes or looks up a letter."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []

    async def begun(self, request: web.Request, door: int, method: str) -> Heard:
        """Note a call; who answers it says when it has `ended`."""
        heard = Heard(door, method, "", time())
        if heard.method.startswith(NOTED):
            heard.said = await request.text()
            self.heard.append(heard)
        return heard

    async def write(self, engines: Engines, ran_in: Path, folder: Path) -> None:
        """Put into a folder: the calls, the outbox without its words, and what each process logged."""
        outbox = tables.outbox.outbox.c
        columns = [column for column in outbox if column is not outbox.message]
        async with engines.reader.connect() as database:
            rows = (await database.execute(select(*columns).order_by(outbox.id))).mappings().all()
        await asyncio.to_thread(self._put, [dict(row) for row in rows], ran_in, folder)

    def _put(self, rows: list[dict[str, Any]], ran_in: Path, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        calls = (json.dumps(asdict(one)) for one in self.heard)
        (folder / "calls.jsonl").write_text("\n".join(calls) + "\n", encoding="utf-8")
        told = (json.dumps(row, default=str) for row in rows)
        (folder / "outbox.jsonl").write_text("\n".join(told) + "\n", encoding="utf-8")
        for log in sorted(ran_in.glob("*/log")):
            shutil.copy(log, folder / f"{log.parent.name}.log")
