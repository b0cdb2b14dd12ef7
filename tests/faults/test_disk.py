"""Faults of the disk: full while people write, full while a copy is made, and a restore that is cut off."""

import asyncio
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import AsyncExitStack, closing
from pathlib import Path

import pytest

from tests.commands.conftest import as_before, ilt, school
from tests.databases import copied_now
from tests.faults import striking
from tests.faults.conftest import started
from tests.faults.frame import Fault
from tests.faults.test_database import NO_RECORDS, SEND_LATER, lived_through
from tests.serving.process import environment, until
from tests.serving.warm import Warm

__all__ = ["as_before", "ilt", "school"]

FULL = "The disk is full. Nothing was saved. Free some space, then try again."


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with twelve megabytes, where the system lets us have one."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)], check=False)
    if mounted.returncode != 0:
        pytest.skip("this account may not make a disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


async def test_a_full_disk_loses_nothing(slack, small_disk, sample_database, logged):
    copied_now(sample_database, small_disk / "ilt.db")
    fault = Fault("full", striking.full, FULL, SEND_LATER, None, NO_RECORDS)
    async with AsyncExitStack() as stack:
        ground = await started(slack, f"sqlite:///{small_disk / 'ilt.db'}", fault, stack, small_disk)
        await lived_through(fault, ground, logged)


def filled(place: Path, room: int) -> None:
    """Fill a disk until there is only so much room, in bytes."""
    (place / "ballast").unlink(missing_ok=True)
    free = shutil.disk_usage(place).free
    (place / "ballast").write_bytes(b"x" * (free - room))


@pytest.mark.parametrize("more", [{}, {"ILT_BACKUP_PASSPHRASE": "four short plain words"}])
def test_a_disk_that_fills_up_leaves_no_half_a_backup(school, small_disk, more):
    filled(small_disk, 256 * 1024)
    options = ["--encrypt"] if more else []

    said = school("backup", str(small_disk / "copy.db"), *options, **more)

    assert said.code == 1
    assert said.err == "ilt-bot: The backup was not made: there is no room for it. Free some space.\n"
    assert [one.name for one in small_disk.iterdir()] == ["ballast"]


def test_a_disk_that_fills_up_leaves_the_database_as_it_was(school, sample_database, small_disk):
    copied_now(sample_database, small_disk / "ilt.db")
    url = {"ILT_DATABASE_URL": f"sqlite:///{small_disk / 'ilt.db'}"}
    assert school("backup", "copy.db", **url).code == 0

    for room in (256 * 1024, 0):
        filled(small_disk, room)
        said = school("restore", "copy.db", "--force", **url)

        assert said.code == 1
        assert "Free some space" in said.err
    assert people(small_disk / "ilt.db") == 41
    assert not (small_disk / "ilt.db.restoring").exists()


RESTORE = ("restore", "copy.db", "--force")


def test_a_restore_that_is_killed_leaves_the_old_or_the_new_database(school, tmp_path):
    shutil.copy(tmp_path / "ilt.db", tmp_path / "copy.db")
    for delay in (0, 0.2):
        asyncio.run(killed_while_it_restores(tmp_path, delay))

        assert people(tmp_path / "ilt.db") == 41

    assert school(*RESTORE).code == 0
    assert not list(tmp_path.glob("*.restoring*"))


async def killed_while_it_restores(folder: Path, delay: float) -> None:
    """Restore as a process of its own, and kill it so many seconds after it has begun to write."""
    one = Warm(RESTORE, folder, environment(), folder / "out", folder / "out")
    await until((folder / "ilt.db.restoring").exists)
    await asyncio.sleep(delay)
    one.kill()
    await one.wait()


def people(path: Path) -> int:
    """How many people a sound database holds."""
    with closing(sqlite3.connect(path)) as found:
        assert found.execute("PRAGMA quick_check").fetchone() == ("ok",)
        return int(found.execute("SELECT count(*) FROM people").fetchone()[0])
