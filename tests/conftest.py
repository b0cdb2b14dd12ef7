"""What every test stands on: a migrated database of its own, a still clock, and the sample school."""

import asyncio
import gc
import logging
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import pytest

import storage  # noqa: F401  # map the model before any test module makes an entity
from bot import logs
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.perform import Performer
from storage.engine import Engines, connect
from storage.units_of_work import UnitsOfWork
from tests.databases import (
    DENVER,
    MONDAY_NOON,
    OPERATOR,
    SCHOOL,
    SEALER,
    StillClock,
    as_new,
    migrated,
    sample_file,
    with_the_sample_school,
)
from tests.postgres import either_database, postgres, postgres_database, sqlite_database

__all__ = [
    "DENVER",
    "MONDAY_NOON",
    "OPERATOR",
    "SCHOOL",
    "StillClock",
    "either_database",
    "postgres",
    "postgres_database",
    "sample_file",
    "sqlite_database",
]

WHOLE = ("tests/browser/", "tests/contract/")

gc.freeze()
gc.set_threshold(50_000, 20, 100)


def pytest_collection() -> None:
    """Let chance try a few examples of each kind, or EXAMPLES of them; a slow machine is no failure."""
    from hypothesis import HealthCheck, settings

    settings.register_profile(
        "ilt",
        max_examples=int(os.environ.get("EXAMPLES", "30")),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("ilt")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Give the folders in `WHOLE` to one worker each: what they share is long in the making.

    The mark `xdist_group` does not reach pytest-xdist 3.8 under pytest 9.2, so the folder decides.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Whole(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return next((folder for folder in WHOLE if nodeid.startswith(folder)), nodeid)

    return Whole(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long in one piece, so that no worker is left alone with it at the end."""
    long = (*WHOLE, "tests/scenarios/test_a_term", "tests/serving/test_killed")
    items.sort(key=lambda item: not item.nodeid.startswith(long))


def pytest_sessionfinish() -> None:
    """Look once for what nobody awaited; pytest looks five times through everything that is left."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def quiet_logs() -> None:
    """Log the way the service does: a line for each, without the pictures of tracebacks."""
    logs.configure(level=logging.WARNING)


@pytest.fixture
def logged(capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """Everything logged since this was last called."""
    logs.configure()
    yield lambda: "".join(capfd.readouterr())
    logs.configure(level=logging.WARNING)


@pytest.fixture
def clock() -> StillClock:
    """Monday 19 October 2026, noon in Denver."""
    return StillClock(MONDAY_NOON)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file without any rows, made once."""
    path = tmp_path_factory.mktemp("empty") / "ilt.db"
    asyncio.run(migrated(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file with the sample school applied on the Monday, made once."""
    path = tmp_path_factory.mktemp("sample") / "ilt.db"
    asyncio.run(with_the_sample_school(f"sqlite:///{path}"))
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
    return as_new(request.getfixturevalue(kind), shelf)


@pytest.fixture(scope="session")
def known_engines() -> dict[str, Engines]:
    """Engines by URL: what they have learnt to compile serves every test, their connections only one."""
    return {}


@pytest.fixture
async def engines(database: str, known_engines: dict[str, Engines]) -> AsyncIterator[Engines]:
    opened = known_engines.setdefault(database, connect(database, SEALER))
    yield opened
    await opened.dispose()


@pytest.fixture
def units(engines: Engines) -> UnitsOfWork:
    return UnitsOfWork(engines)


@pytest.fixture
def perform(units: UnitsOfWork, clock: StillClock) -> Performer:
    return Performer(units, clock)


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
