"""A whole district moves in: 10,000 staff in 120 schools, from the zip on disk to the last commit."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.places import Place
from tests.bench.rows import Row, Target, alone
from tests.bench.scale import Scale
from tests.districts import District

IMPORT = ("roster", "import", "district.zip", "--district", "--zone", "America/Denver", "--yes")


def seconds(schools: int, staff: int) -> float:
    """How long the command takes, its own start included."""
    with TemporaryDirectory() as folder:
        District(schools, staff).written(Path(folder))
        here = str(Path(__file__).parents[2])
        started = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "bot", *IMPORT],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": here},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return perf_counter() - started


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    schools, staff = scale.of(120, 2), scale.of(10_000, 40)
    took = await asyncio.to_thread(seconds, schools, staff)
    yield alone(
        f"{staff:,} staff in {schools} schools imported", [took], unit="s", target=Target("at most", 60)
    )
