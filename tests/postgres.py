"""A PostgreSQL of the tests' own, where the programs for it are installed.

Its fixtures are known everywhere by `tests/conftest.py`. A module that imported one again would have a
server of its own: pytest keeps what a fixture made by where it was found.
"""

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import pytest

from tests.databases import as_new, with_the_sample_school

DATABASE, TEMPLATE = "ilt", "ilt_sample"

on_one_server = pytest.mark.xdist_group("postgres")
"""One worker runs these, so that one server is started."""

on_both = pytest.mark.parametrize(
    "either_database", ["sqlite", pytest.param("postgres", marks=on_one_server)], indirect=True
)
"""For what the two databases do each in their own way: taking, ordering, counting time."""


def programs() -> Path | None:
    """The folder of the newest PostgreSQL server on this machine."""
    found = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    return max((path.parent for path in found), key=lambda path: int(path.parent.name), default=None)


class Cluster:
    """A private server in a folder of its own, reached through a socket there and not by the network."""

    def __init__(self, bin_folder: Path, folder: Path, user: str | None) -> None:
        self.bin = bin_folder
        self.folder = folder
        self.user = user
        self.options = ""

    def run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self.bin / program), *arguments],
            user=self.user,
            cwd=self.folder,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def start(self, *, durable: bool = False) -> None:
        """Start it; what is committed waits for the disk only if it is `durable`."""
        self.run("initdb", "-D", str(self.folder / "data"), "-U", "ilt", "-A", "trust", "-E", "UTF8", "-N")
        fsync = "on" if durable else "off"
        self.options = f"-k {self.folder} -c listen_addresses='' -c fsync={fsync} -c max_connections=100"
        self.begin()

    def begin(self) -> None:
        """Start it again after it was stopped, with what is in it."""
        log = str(self.folder / "log")
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-o", self.options, "-l", log, "-w", "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")

    def url(self, database: str) -> str:
        return f"postgresql://ilt@/{database}?host={self.folder}"

    def say(self, words: str, database: str = "postgres") -> None:
        """Run one statement outside any test's own connections."""
        asyncio.run(self.heard(words, database))

    async def heard(self, words: str, database: str = "postgres") -> None:
        """The same where a loop runs."""
        connection = await asyncpg.connect(self.url(database))
        try:
            await connection.execute(words)
        finally:
            await connection.close()


def account() -> str | None:
    """Whom the server runs as: it refuses to run as root. None is whoever runs the tests."""
    if os.getuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        pytest.skip("PostgreSQL does not run as root, and there is no account named postgres")


@contextmanager
def started() -> Iterator[Cluster]:
    """A running server without any database of ours, which ends with the block."""
    bin_folder = programs()
    if bin_folder is None:
        pytest.skip("PostgreSQL is not installed here (apt-get install postgresql)")
    user = account()
    folder = Path(tempfile.mkdtemp(prefix="ilt-pg-"))
    if user is not None:
        shutil.chown(folder, user)
    cluster = Cluster(bin_folder, folder, user)
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A running server with a migrated database that holds the sample school."""
    with started() as cluster:
        cluster.say(f"CREATE DATABASE {TEMPLATE}")
        asyncio.run(with_the_sample_school(cluster.url(TEMPLATE)))
        yield cluster


@pytest.fixture
def postgres_database(postgres: Cluster) -> Iterator[str]:
    """The URL of a PostgreSQL database of this test's own, with the sample school."""
    postgres.say(f"CREATE DATABASE {DATABASE} TEMPLATE {TEMPLATE}")
    yield postgres.url(DATABASE)
    postgres.say(f"DROP DATABASE {DATABASE} WITH (FORCE)")


@pytest.fixture
def either_database(request: pytest.FixtureRequest) -> str:
    """The URL of this test's own database with the sample school: on SQLite, or where its mark says.

    Override `database` with it in a conftest, and a test marked `on_both` runs on both.
    """
    wanted = "postgres_database" if getattr(request, "param", "") == "postgres" else "sqlite_database"
    return str(request.getfixturevalue(wanted))


@pytest.fixture
def sqlite_database(sample_database: Path, shelf: Path) -> str:
    return as_new(sample_database, shelf)
