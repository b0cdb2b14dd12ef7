"""`make torture`: kill the bot, lie to it, ask everything twice, and count."""

import argparse
import asyncio
import json
import logging
import os
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import logs
from tests.torture.counting import Counts
from tests.torture.run import Run
from tests.torture.schools import moved_in, schools
from tests.torture.table import table
from tests.torture.trial import Database, Trial

WRITTEN = Path("build") / "torture.json"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--messages", type=int, help="letters to write (5000; 1000 without history)")
    parser.add_argument("--kills", type=int, help="kills by SIGKILL (150; 30 without history)")
    parser.add_argument(
        "--freezes", type=int, help="how often a process is stopped for longer than its lease"
    )
    parser.add_argument("--deeds", type=int, help="things that people do (200; 40 without history)")
    parser.add_argument("--processes", type=int, help="processes at once (1 on SQLite, 3 on PostgreSQL)")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), help="only this one")
    parser.add_argument("--platform", choices=("slack", "teams"), default="slack")
    parser.add_argument("--history", choices=("yes", "no"), help="may channels be read: only this way")
    parser.add_argument("--seconds", type=float, default=900, help="the most that one trial may take")
    parser.add_argument(
        "--keep", type=Path, help="a folder for the logs, the calls and the outbox of each trial"
    )
    return parser.parse_args()


def trials(asked: argparse.Namespace) -> Iterator[Trial]:
    databases: tuple[Database, ...] = (asked.database,) if asked.database else ("sqlite", "postgresql")
    both = ["yes", "no"] if asked.platform == "slack" else ["no"]
    for history in [asked.history] if asked.history else both:
        for database in databases:
            full = Trial(database, 1 if database == "sqlite" else 3, seed=asked.seed, seconds=asked.seconds)
            if history == "no":
                full = replace(full, messages=1000, kills=30, deeds=40, readable=False)
            if asked.platform == "teams":
                full = replace(full, platform="teams", deeds=0)
            given = {
                name: getattr(asked, name) for name in ("messages", "kills", "freezes", "deeds", "processes")
            }
            yield replace(full, **{name: value for name, value in given.items() if value is not None})


@contextmanager
def database(trial: Trial, folder: Path) -> Iterator[str]:
    """A new database of the trial's own: its URL."""
    if trial.database == "sqlite":
        yield f"sqlite:///{folder / 'ilt.db'}"
        return
    from tests.postgres import started

    with started() as cluster:
        cluster.say("CREATE DATABASE torture")
        yield cluster.url("torture")


def tried(trial: Trial, keep: Path | None) -> Counts:
    what = f"{trial.messages} letters, {trial.kills} kills, {trial.deeds} deeds, seed {trial.seed}"
    print(f"{trial.name}: {what}", flush=True)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with TemporaryDirectory(prefix="ilt-torture-", dir=memory) as named, database(trial, Path(named)) as url:
        return asyncio.run(run(trial, url, Path(named), keep))


async def run(trial: Trial, url: str, folder: Path, keep: Path | None) -> Counts:
    there = schools() if trial.platform == "slack" else schools()[:1]
    await moved_in(url, there)
    how = "teams" if trial.platform == "teams" else "yes" if trial.readable else "no"
    kept = keep and keep / f"{trial.database}-{how}-{trial.seed}"
    return await Run(trial, url, folder, there, lambda line: print(line, flush=True), kept).done()


def end_well(*_: object) -> None:
    """Leave by the front door when told to end, so that no process of the bot and no server stays behind."""
    raise SystemExit(143)


def main() -> int:
    logs.configure(level=logging.ERROR)
    signal.signal(signal.SIGTERM, end_well)
    asked = arguments()
    results = [(trial, tried(trial, asked.keep)) for trial in trials(asked)]
    print(table(results))
    WRITTEN.parent.mkdir(exist_ok=True)
    told = [{**asdict(trial), "figures": found.figures, "wrong": found.wrong} for trial, found in results]
    WRITTEN.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 1 if any(found.wrong for _, found in results) else 0


if __name__ == "__main__":
    sys.exit(main())
