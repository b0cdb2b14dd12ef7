"""What one request costs inside, beside what SQLite alone costs."""

import sqlite3
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import mkdtemp
from typing import Self

from bot.app.core import assembled
from bot.model.people import the_clock
from bot.routines import people, staff_input
from bot.routines.requests import Nothing
from bot.routines.timetable import WhatIsAhead
from storage.engine import connect
from tests.databases import MONDAY_NOON, SCHOOL, SEALER, StillClock, with_the_sample_school


class Bench:
    """The sample school in a file, and a second file that is only written to."""

    async def __aenter__(self) -> Self:
        self._stack = AsyncExitStack()
        folder = Path(mkdtemp(prefix="ilt-bench-"))
        url = f"sqlite:///{folder / 'ilt.db'}"
        await with_the_sample_school(url)
        engines = connect(url, SEALER)
        self._stack.push_async_callback(engines.dispose)
        self.core = assembled(engines, StillClock(MONDAY_NOON))
        roster = await self.core.perform(people.whole_roster, Nothing(), actor=the_clock(SCHOOL))
        self.teacher = roster.actor(roster.keyed("uma-thistle").id)
        self.raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
        self.raw.execute("PRAGMA journal_mode=WAL")
        self.raw.execute("PRAGMA synchronous=FULL")
        self.raw.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, words TEXT)")
        return self

    async def __aexit__(self, *trouble: object) -> None:
        self.raw.close()
        await self._stack.aclose()

    async def read_raw(self) -> None:
        self.raw.execute("SELECT count(*) FROM things").fetchall()

    async def write_raw(self) -> None:
        self.raw.execute("INSERT INTO things (words) VALUES ('words')")

    async def ask(self) -> None:
        question = people.WhoIs(platform="slack", address="U1")
        await self.core.perform(people.who_is, question, actor=the_clock(SCHOOL))

    async def give(self) -> None:
        given = staff_input.GiveInput(see="The copier is slow", topic="other", scope="my_team", mode="named")
        await self.core.perform(staff_input.give, given, actor=self.teacher)

    async def tick(self) -> None:
        await self.core.perform(self.core.timetable.whats_ahead, WhatIsAhead(), actor=the_clock(SCHOOL))
