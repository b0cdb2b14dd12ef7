"""A school that has lived a few days, and can be put back to that day as often as a test likes."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.app.core import Core, assembled
from bot.app.sample import earlier_visits
from bot.model.people import Actor
from bot.routines import decisions, people, staff_input, walkthroughs
from bot.routines.requests import Command, Nothing
from bot.routines.seats import inviting
from bot.routines.staff_input import GiveInput
from storage.engine import connect
from storage.remembered import Memory
from tests.conftest import OPERATOR, StillClock
from tests.contract.busy import Busy
from tests.databases import MONDAY_NOON, SEALER
from tests.permissions.conftest import Things, lived

JUNE = date(2028, 6, 2)
Who = Callable[[str], Actor]


@dataclass
class School:
    """The core on a database of its own; `who` turns keys of the school file into actors."""

    core: Core
    clock: StillClock
    path: Path
    who: Who
    memory: Memory
    _as_kept: int = -1

    def keep(self) -> None:
        """Remember how everything stands now, for `back`."""
        _copied(self.path, self._kept)
        self._as_kept = self.memory.writes

    def back(self) -> None:
        """Put everything back as it was kept, if anything was written since."""
        if self.memory.writes != self._as_kept:
            _copied(self._kept, self.path)
            self._as_kept = self.memory.writes

    @property
    def _kept(self) -> Path:
        return self.path.with_suffix(".kept")


@asynccontextmanager
async def school_at(path: Path, clock: StillClock) -> AsyncIterator[School]:
    """Open the school in a database file."""
    engines = connect(f"sqlite:///{path}", SEALER)
    core = assembled(engines, clock)
    roster = await core.perform(people.whole_roster, Nothing(), actor=OPERATOR)

    def who(key: str) -> Actor:
        person = roster.keyed(key)
        assert person is not None, f"{key} is not in the sample school"
        return roster.actor(person.id)

    try:
        yield School(core, clock, path, who, engines.memory)
    finally:
        await engines.dispose()


async def live(path: Path) -> Things:
    """Live a few days of the sample school in this file, until there is one of everything."""
    clock = StillClock(MONDAY_NOON)
    async with school_at(path, clock) as school:
        for key, visit in earlier_visits():
            for by in {key, "oli-nettle", "dale-clover"}:
                await school.core.perform(walkthroughs.record, visit, actor=school.who(by))
        things = await lived(school.core.perform, school.core.units, school.who, clock)
        await _more(school)
        await school.core.perform(
            decisions.support,
            decisions.SupportDecision(
                decision=things.ids["decision"],
                sponsor=school.who("noel-mint").person_id,
                time="Cover for two planning periods",
            ),
            actor=school.who("mina-linden"),
        )
        await Busy(school.core.perform, school.core.units, school.who, clock).begin()
    return things


async def _more(school: School) -> None:
    """Things of which people are told, so that they can answer."""
    perform, who = school.core.perform, school.who
    principal, teacher, newcomer = who("mina-linden"), who("uma-thistle"), who("bea-birch")
    asked: list[tuple[Any, Command, Actor]] = [
        (staff_input.give, GiveInput(see="The hall is loud", mode="named", scope="several_teams"), teacher),
        (staff_input.hand_in, GiveInput(see="So slow", mode="anonymous", scope="whole_school"), teacher),
        (
            inviting.invite,
            inviting.Invite(person=newcomer.person_id, teams=("k-1",), why="A second voice", ends=JUNE),
            principal,
        ),
    ]
    for routine, command, actor in asked:
        await perform(routine, command, actor=actor)


def _copied(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)
