"""The still clock, the sample school, and databases that hold it."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app.keys import key_file, replace_file
from bot.app.sample import SampleSchool, sample_school
from bot.model.people import Actor, Relation
from bot.perform import Performer
from bot.routines import school
from bot.routines.school_file import SchoolFile
from storage import migrations
from storage.engine import connect
from storage.sealing import Key, Sealer
from storage.units_of_work import UnitsOfWork

SAMPLE = Path(__file__).parent.parent / "examples" / "school.yaml"
SCHOOL = "sample-elementary"
DENVER = ZoneInfo("America/Denver")
MONDAY_NOON = datetime(2026, 10, 19, 18, 0, tzinfo=UTC)
KEY = Key(b"only for tests, not for schools!")
SEALER = Sealer([KEY])
OPERATOR = Actor(SCHOOL, "operator", frozenset({Relation.BOT_ADMIN}))


class StillClock:
    """Shows one moment until it is moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def on(self, day: date, wall: time = time(12, 0), zone: ZoneInfo = DENVER) -> None:
        """Stand at a wall-clock time of the school."""
        self.moment = datetime.combine(day, wall, zone).astimezone(UTC)

    def advance(self, **step: float) -> None:
        self.moment += timedelta(**step)


@cache
def sample() -> SampleSchool:
    """The sample school as the sandbox has it; nothing in it can be changed."""
    return sample_school()


def sample_file() -> SchoolFile:
    return sample().file


async def migrated(url: str) -> None:
    """Bring a database to the program's shape."""
    engines = connect(url, SEALER)
    await migrations.upgrade(engines.writer)
    await engines.dispose()


async def with_the_sample_school(url: str) -> None:
    """Bring a database to the program's shape, and apply the sample school on the Monday."""
    engines = connect(url, SEALER)
    await migrations.upgrade(engines.writer)
    perform = Performer(UnitsOfWork(engines), StillClock(MONDAY_NOON))
    await perform(school.apply, school.ApplySchool(file=sample_file()), actor=OPERATOR)
    await engines.dispose()


def copied_now(template: Path, path: Path) -> None:
    """Copy the sample school's database, as if it had been applied this moment."""
    shutil.copy(template, path)
    replace_file(key_file(path), [KEY])
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE schools SET since = ?", (f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f}",))


def as_new(template: Path, shelf: Path) -> str:
    """Put a copy of a database file on the shelf, in place of the last one; its URL."""
    for old in shelf.glob("ilt.db*"):
        old.unlink()
    shutil.copy(template, shelf / "ilt.db")
    replace_file(key_file(shelf / "ilt.db"), [KEY])
    return f"sqlite:///{shelf / 'ilt.db'}"
