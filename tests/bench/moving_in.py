"""A whole district moves in: 10,000 staff in 120 schools, from the zip on disk to the last commit."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.districts import District

SCHOOLS, STAFF, TARGET = 120, 10_000, 60.0
IMPORT = ("roster", "import", "district.zip", "--district", "--zone", "America/Denver", "--yes")


def seconds() -> float:
    """How long the command takes, its own start included."""
    with TemporaryDirectory() as folder:
        District(SCHOOLS, STAFF).written(Path(folder))
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


def line() -> str:
    took = seconds()
    verdict = "ok" if took < TARGET else "MISSED"
    return (
        f"{STAFF:,} staff in {SCHOOLS} schools, imported in {took:.1f} s (target {TARGET:.0f} s)  {verdict}"
    )


if __name__ == "__main__":
    print(line())
