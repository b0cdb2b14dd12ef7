"""What every test stands on: a migrated database of its own, a still clock, and the sample school."""

import asyncio
import gc
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import mkdtemp
from zoneinfo import ZoneInfo

import pytest
import yaml

import storage  # noqa: F401  # map the model before any test module makes an entity
from bot.model.people import Actor, Relation, Roster
from bot.perform import Performer
from bot.routines import school
from bot.routines.school_file import SchoolFile
from storage import migrations
from storage.engine import Engines, connect
from storage.unit_of_work import UnitsOfWork

gc.freeze()
gc.set_threshold(50_000, 20, 100)

SAMPLE = Path(__file__).parent.parent / "examples" / "school.yaml"
SCHOOL = "sample-elementary"
DENVER = ZoneInfo("America/Denver")
MONDAY_NOON = datetime(2026, 10, 19, 18, 0, tzinfo=UTC)
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


@pytest.fixture
def clock() -> StillClock:
    """Monday 19 October 2026, noon in Denver."""
    return StillClock(MONDAY_NOON)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file without any rows, made once."""
    return made(tmp_path_factory.mktemp("empty") / "ilt.db")


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file with the sample school applied on the Monday, made once."""
    return made(tmp_path_factory.mktemp("sample") / "ilt.db", sample_file())


def made(path: Path, file: SchoolFile | None = None) -> Path:
    async def make() -> None:
        engines = connect(f"sqlite:///{path}")
        await migrations.upgrade(engines.writer)
        if file is not None:
            perform = Performer(UnitsOfWork(engines), StillClock(MONDAY_NOON))
            await perform(school.apply, school.ApplySchool(file=file), actor=OPERATOR)
        await engines.dispose()

    asyncio.run(make())
    return path


@pytest.fixture(scope="session")
def shelf() -> Iterator[Path]:
    """A folder for this process's databases: in memory where the machine has room there."""
    memory = Path("/dev/shm")
    folder = Path(mkdtemp(prefix="ilt-tests-", dir=memory if os.access(memory, os.W_OK) else None))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database(request: pytest.FixtureRequest, shelf: Path) -> str:
    """The URL of a migrated database as new for each test, with the sample school when the test uses it."""
    kind = "sample_database" if "sample" in request.fixturenames else "empty_database"
    for old in shelf.glob("ilt.db*"):
        old.unlink()
    shutil.copy(request.getfixturevalue(kind), shelf / "ilt.db")
    return f"sqlite:///{shelf / 'ilt.db'}"


@pytest.fixture(scope="session")
def known_engines() -> dict[str, Engines]:
    """Engines by URL: what they have learnt to compile serves every test, their connections only one."""
    return {}


@pytest.fixture
async def engines(database: str, known_engines: dict[str, Engines]) -> AsyncIterator[Engines]:
    opened = known_engines.setdefault(database, connect(database))
    yield opened
    await opened.dispose()


@pytest.fixture
def units(engines: Engines) -> UnitsOfWork:
    return UnitsOfWork(engines)


@pytest.fixture
def perform(units: UnitsOfWork, clock: StillClock) -> Performer:
    return Performer(units, clock)


def sample_file() -> SchoolFile:
    return SchoolFile.model_validate(yaml.safe_load(SAMPLE.read_text(encoding="utf-8")))


@pytest.fixture
async def sample(units: UnitsOfWork, database: str, clock: StillClock) -> Roster:
    """The roster of the sample school, which was applied at the moment the clock shows."""
    since = clock.now().replace(tzinfo=None).isoformat(" ", "microseconds")
    with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as file, file:
        file.execute("UPDATE schools SET since = ?", (since,))
    async with units.reading(SCHOOL) as work:
        return await work.people.roster()


@pytest.fixture
def who(sample: Roster):
    """Turn a key of the sample school ("oli-nettle") into the actor that person is."""

    def actor(key: str) -> Actor:
        person = sample.keyed(key)
        assert person is not None, f"{key} is not in the sample school"
        return sample.actor(person.id)

    return actor
