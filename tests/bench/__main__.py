"""`make bench`: measure, print each figure beside the floor it is compared with, and write them as JSON."""

import argparse
import asyncio
import gc
import logging
import signal
import sys
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter

from bot import logs
from tests.bench.places import Place, places
from tests.bench.rows import Row
from tests.bench.scale import Scale
from tests.bench.scenes import SCENES, Scene
from tests.bench.table import as_json, lines, markdown

WRITTEN = Path("build") / "bench.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is wanted: 0 even when a target is missed, as the table says; 1 when something failed."""
    asked = parser().parse_args(arguments)
    logs.configure(level=logging.ERROR)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that what was started is ended
    scale = Scale(asked.short)
    with places(asked.database) as found:
        failed: list[str] = []
        rows = list(measured([SCENES[name] for name in asked.only or SCENES], found, scale, failed))
    print("\n".join(markdown(rows) if asked.markdown else lines(rows)))
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(as_json(rows, scale), encoding="utf-8")
    print(f"Written to {asked.json}.", file=sys.stderr)
    if failed:
        print(f"Not measured: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def measured(
    scenes: Iterable[Scene], found: Sequence[Place], scale: Scale, failed: list[str]
) -> Iterable[Row]:
    """Every figure of these scenes, as it is found; what is going on is told beside the table.

    A scene that fails is added to `failed` and keeps no other from being measured.
    """
    for scene in scenes:
        for place in scene.among(found):
            started = perf_counter()
            gc.collect()
            print(f"{scene.name:<12} {place.name:<11}", end="", file=sys.stderr, flush=True)
            try:
                rows = asyncio.run(_all(scene, place, scale))
            except Exception:  # noqa: BLE001  # whatever it is, it is printed, and the others are measured
                traceback.print_exc()
                failed.append(f"{scene.name} on {place.name}")
                continue
            print(f"{perf_counter() - started:6.1f} s", file=sys.stderr, flush=True)
            yield from rows


async def _all(scene: Scene, place: Place, scale: Scale) -> list[Row]:
    return [row async for row in scene.rows(scale, place)]


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    found.add_argument("--only", nargs="+", choices=[*SCENES], metavar="NAME", help=f"of {', '.join(SCENES)}")
    found.add_argument("--database", choices=["sqlite", "postgres"], help="on this one, not on both")
    found.add_argument("--short", action="store_true", help="see that it works; the figures mean nothing")
    found.add_argument("--markdown", action="store_true", help="print the table as docs/bench.md has it")
    found.add_argument("--json", type=Path, default=WRITTEN, help="where to write the table")
    return found


if __name__ == "__main__":
    sys.exit(main())
