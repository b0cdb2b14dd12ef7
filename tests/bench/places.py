"""Databases to measure on, each with the sample school: a file on the disk, or a server of our own."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol

from tests.databases import with_the_sample_school
from tests.postgres import TEMPLATE, Cluster, account, programs


class Place(Protocol):
    """One kind of database."""

    name: str

    async def school(self) -> str:
        """The URL of a new database of this program's shape that holds the sample school."""
        ...


class OnSqlite:
    """Files on the disk, written through to it as in service."""

    name = "SQLite"

    def __init__(self, template: Path, folder: Path) -> None:
        self._template = template
        self._folder = folder
        self._numbers = count()

    async def school(self) -> str:
        path = self._folder / f"{next(self._numbers)}.db"
        shutil.copyfile(self._template, path)
        return f"sqlite:///{path}"


class OnPostgres:
    """Databases of one server, which writes through to the disk as in service."""

    name = "PostgreSQL"

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._numbers = count()

    async def school(self) -> str:
        name = f"bench_{next(self._numbers)}"
        await self._cluster.heard(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return self._cluster.url(name)


@contextmanager
def places(wanted: str | None) -> Iterator[list[Place]]:
    """The kinds of database to measure on: those there are, or the one that is wanted."""
    folder = Path(mkdtemp(prefix="ilt-bench-"))
    found: list[Place] = []
    cluster = None
    try:
        if wanted in (None, "sqlite"):
            asyncio.run(with_the_sample_school(f"sqlite:///{folder / 'template.db'}"))
            found.append(OnSqlite(folder / "template.db", folder))
        if wanted in (None, "postgres"):
            cluster = _started(folder / "postgres")
            found += [OnPostgres(cluster)] if cluster else []
        yield found
    finally:
        if cluster is not None:
            cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _started(folder: Path) -> Cluster | None:
    bin_folder = programs()
    if bin_folder is None:
        print("PostgreSQL is not installed here (apt-get install postgresql): its figures are left out.")
        return None
    user = account()
    folder.mkdir()
    folder.parent.chmod(0o755)
    if user is not None:
        shutil.chown(folder, user)
    cluster = Cluster(bin_folder, folder, user)
    cluster.start(durable=True)
    cluster.say(f"CREATE DATABASE {TEMPLATE}")
    asyncio.run(with_the_sample_school(cluster.url(TEMPLATE)))
    return cluster
