"""What goes wrong with a database: the real thing, done by somebody else than the bot."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import asyncpg

from tests.faults.frame import Ground
from tests.postgres import DATABASE, Cluster
from tests.serving.process import until

OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'ilt' AND pid <> pg_backend_pid()"
)


def file_of(ground: Ground) -> Path:
    return Path(ground.url.removeprefix("sqlite:///"))


def server_of(ground: Ground) -> Cluster:
    assert ground.cluster is not None
    return ground.cluster


@asynccontextmanager
async def locked(ground: Ground) -> AsyncIterator[None]:
    """Another program writes and does not come to an end."""
    with closing(sqlite3.connect(file_of(ground), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@asynccontextmanager
async def full(ground: Ground) -> AsyncIterator[None]:
    """No room is left on the disk where the database is."""
    ballast = file_of(ground).with_name("ballast")
    with ballast.open("wb", buffering=0) as out:
        for size in (65536, 4096, 512):
            try:
                while True:
                    out.write(b"x" * size)
            except OSError:
                continue
    yield
    ballast.unlink()


@asynccontextmanager
async def moved_away(ground: Ground) -> AsyncIterator[None]:
    """The file is taken away, with what lies beside it, and later put back."""
    ends = ("", "-wal", "-shm")
    beside = [file_of(ground).with_name(file_of(ground).name + end) for end in ends]
    away = file_of(ground).parent / "away"
    away.mkdir()
    for one in beside:
        if one.exists():
            one.rename(away / one.name)
    yield
    for one in away.iterdir():
        os.replace(one, file_of(ground).parent / one.name)


@asynccontextmanager
async def stopped(ground: Ground) -> AsyncIterator[None]:
    """The server is stopped as for an upgrade of the machine, and started again."""
    server = server_of(ground)
    await asyncio.to_thread(server.run, "pg_ctl", "-D", f"{server.folder}/data", "-m", "fast", "-w", "stop")
    try:
        yield
    finally:
        await asyncio.to_thread(server.begin)


@asynccontextmanager
async def restarted(ground: Ground) -> AsyncIterator[None]:
    """The server dies and is there again at once: no connection that was open is any good."""
    server = server_of(ground)
    await asyncio.to_thread(server.stop)
    await asyncio.to_thread(server.begin)
    yield


@asynccontextmanager
async def cut_off(ground: Ground) -> AsyncIterator[None]:
    """Every connection in the pool is killed; the server stays."""
    await server_of(ground).heard(OTHERS)
    yield


@asynccontextmanager
async def read_only(ground: Ground) -> AsyncIterator[None]:
    """The server takes no changes, as a standby does."""
    server = server_of(ground)
    await server.heard("ALTER SYSTEM SET default_transaction_read_only = on")
    await server.heard("SELECT pg_reload_conf()")
    await asyncio.sleep(0.1)
    try:
        yield
    finally:
        await server.heard("ALTER SYSTEM RESET default_transaction_read_only")
        await server.heard("SELECT pg_reload_conf()")
        await asyncio.sleep(0.1)


@asynccontextmanager
async def held(ground: Ground) -> AsyncIterator[None]:
    """Another program holds what is written to, and does not let go."""
    other = await asyncpg.connect(server_of(ground).url(DATABASE))
    try:
        await other.execute("BEGIN; LOCK TABLE requests, outbox IN EXCLUSIVE MODE")
        yield
    finally:
        await other.close()


@asynccontextmanager
async def crowded(ground: Ground) -> AsyncIterator[None]:
    """Other programs have taken every connection that the server gives."""
    url, taken = server_of(ground).url(DATABASE), []
    try:
        while True:
            try:
                await server_killing(taken)
                taken.append(await asyncpg.connect(url))
            except asyncpg.TooManyConnectionsError:
                break
        yield
    finally:
        for one in taken:
            await one.close()


async def server_killing(taken: list[asyncpg.Connection]) -> None:
    """Once somebody is in, the bot is put out each time: what it gives up is taken."""
    if taken:
        await taken[0].execute(OTHERS.replace("pid <>", "application_name = 'ilt-bot' AND pid <>"))


@asynccontextmanager
async def slow_to_keep(ground: Ground) -> AsyncIterator[None]:
    """Whatever writes down that a request was done takes two seconds to be kept."""
    server = server_of(ground)
    await server.heard(
        "CREATE FUNCTION dawdle() RETURNS trigger AS $$ BEGIN PERFORM pg_sleep(2); RETURN NULL; END $$ "
        "LANGUAGE plpgsql; CREATE CONSTRAINT TRIGGER dawdling AFTER INSERT ON requests "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()",
        DATABASE,
    )
    yield
    await server.heard("DROP TRIGGER dawdling ON requests; DROP FUNCTION dawdle()", DATABASE)


async def committing(ground: Ground) -> None:
    """Wait until somebody's COMMIT is under way."""
    asked = (
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = 'ilt' AND query ILIKE 'COMMIT%' AND state = 'active'"
    )
    other = await asyncpg.connect(server_of(ground).url(DATABASE))
    try:
        await until(lambda: other.fetchval(asked))
    finally:
        await other.close()
