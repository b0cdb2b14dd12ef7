"""`ilt-bot roster import`: staff from a CSV or a OneRoster export, for one school or a whole district."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Awaitable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bot.app import Core, opened
from bot.app.core import sqlite_file
from bot.commands import roster_files
from bot.commands.school import operator
from bot.errors import Problem, Refusal
from bot.messages.dates import number_of
from bot.messages.roster.importing import lines
from bot.model.people import in_words
from bot.model.roster.listed import ListedSchool, Reading, slug, unused
from bot.routines.roster import importing
from bot.routines.roster.importing import Taken
from bot.settings import Settings

T = TypeVar("T")
LOOK_ONLY = "Add --yes to take it, or --dry-run to only look."


@dataclass(frozen=True, slots=True)
class Target:
    """A listed school, and the key of the school it is or becomes."""

    key: str
    listed: ListedSchool


def run(arguments: Namespace) -> int:
    """Look at everything first; then take all of it, a school at a time, or nothing."""
    path = Path(arguments.file)
    reading = roster_files.read(path)
    if reading.slips:
        raise Problem(f"{path.name} is not taken.\n{lines(reading.slips)}")
    settings = Settings.read()
    file = sqlite_file(settings.database_url)
    if arguments.dry_run and file is not None and not file.exists():
        with TemporaryDirectory() as folder:
            empty = settings.model_copy(update={"database_url": f"sqlite:///{folder}/ilt.db"})
            asyncio.run(_import(reading, arguments, empty, upgrade=True))
    else:
        asyncio.run(_import(reading, arguments, settings, upgrade=not arguments.dry_run))
    return 0


async def _import(reading: Reading, arguments: Namespace, settings: Settings, *, upgrade: bool) -> None:
    async with opened(settings, existing=not upgrade) as core:
        if upgrade:
            await core.upgrade()
        targets = await _targets(reading, arguments, core)
        seen = [await _look(core, one, arguments) for one in progress(targets, "Comparing")]
        _refuse(seen, Path(arguments.file).name)
        _require_sense(seen, arguments)
        if arguments.dry_run:
            _print(_in_full(seen), reading)
            print("This was a dry run: nothing was changed.")
            return
        _require_yes(seen, arguments)
        changing = {one.school for one in seen if one.changes}
        wanted = [one for one in targets if one.key in changing]
        taken = {one.key: await _take(core, one, arguments) for one in progress(wanted, "Taking")}
        seen = [taken.get(one.school, one) for one in seen]
        _print(_in_short(seen) if arguments.district else _in_full(seen), reading)


async def _look(core: Core, target: Target, arguments: Namespace) -> Taken:
    asked = importing.LookAtRoster(
        listed=target.listed,
        zone=arguments.zone,
        leavers=arguments.leavers,
        new_teams=arguments.new_teams or arguments.district,
    )
    return await _said(core.perform(importing.look, asked, actor=operator(target.key)))


async def _take(core: Core, target: Target, arguments: Namespace) -> Taken:
    command = importing.TakeRoster(
        listed=target.listed,
        zone=arguments.zone,
        leavers=arguments.leavers,
        new_teams=arguments.new_teams or arguments.district,
    )
    return await _said(core.perform(importing.take, command, actor=operator(target.key)))


async def _said(asked: Awaitable[Taken]) -> Taken:
    try:
        return await asked
    except Refusal as refusal:
        raise Problem(refusal.sentence) from refusal


async def _targets(reading: Reading, arguments: Namespace, core: Core) -> list[Target]:
    if arguments.district:
        return list(_of_district(reading.schools, await core.units.known_by()))
    key = await core.school_named(arguments.school)
    known = await core.units.known_by()
    mine = [one for one in reading.schools if len(reading.schools) == 1 or known.get(one.source or "") == key]
    mine = mine or [one for one in reading.schools if slug(one.name) == key]
    if len(mine) != 1:
        raise Problem(
            f"{Path(arguments.file).name} holds {len(reading.schools)} schools, and none is clearly {key}. "
            "Import all of them with --district, or export one school alone."
        )
    return [Target(key, mine[0])]


def _of_district(schools: Sequence[ListedSchool], known: Mapping[str, str]) -> Iterator[Target]:
    """Each school under the key it has, or a new one: its name, with its number when two have that name.

    `known` are the keys of the schools there are, by the id a file gave them or else by the key itself.
    """
    names = [slug(one.name) for one in schools]
    taken = set(known.values())
    for listed, name in zip(schools, names, strict=True):
        key = known.get(listed.source or "") or known.get(f"key:{name}")
        if key is None:
            several = names.count(name) > 1 or name in taken
            key = unused(slug(f"{name[:40]}-{listed.number or listed.source}") if several else name, taken)
        taken.add(key)
        yield Target(key, listed)


def _refuse(seen: Iterable[Taken], file: str) -> None:
    several = len({one.school for one in seen}) > 1
    slips = [
        replace(slip, file=f"{file} ({one.name})" if several else file) for one in seen for slip in one.slips
    ]
    if slips:
        raise Problem(f"{file} is not taken.\n{lines(slips)}")


def _require_sense(seen: Iterable[Taken], arguments: Namespace) -> None:
    """A file that would empty a school is more often cut short than right."""
    emptied = [one.name for one in seen if one.too_many_leave]
    if emptied and not (arguments.many_leave or arguments.dry_run):
        raise Problem(
            f"More than a fifth of {in_words(emptied[:5])} would leave. Is the file whole? "
            "Look with --dry-run; if it is right, add --many-leave. Nothing was changed."
        )


def _require_yes(seen: Sequence[Taken], arguments: Namespace) -> None:
    if arguments.yes or not any(one.changes for one in seen):
        return
    if not sys.stdin.isatty():
        raise Problem(LOOK_ONLY)
    _print(_in_short(seen) if arguments.district else _in_full(seen))
    if input("Take it? [y/N] ").strip().lower() not in ("y", "yes"):
        raise Problem("Nothing was changed.")


def _in_full(seen: Sequence[Taken]) -> Iterator[str]:
    for one in seen:
        if len(seen) > 1:
            yield f"{one.name} ({one.school}): {one.in_short}."
        yield from (one.changes or () if len(seen) > 1 else one.changes or ("Nothing to change.",))
        yield from one.notes


def _in_short(seen: Sequence[Taken]) -> Iterator[str]:
    for one in seen:
        yield f"{one.name} ({one.school}): {one.in_short}."
        yield from one.notes
    yield f"{number_of(len(seen), 'school')}."


def _print(said: Iterable[str], reading: Reading | None = None) -> None:
    print("\n".join(said))
    if reading and reading.elsewhere:
        people = number_of(reading.elsewhere, "person", "people")
        print(f"Left out: {people} who belong to no school in the file.")


def progress(what: Sequence[T], title: str) -> Iterable[T]:
    """The same things, with a bar on a terminal that says how far it is."""
    if len(what) < 2 or not sys.stderr.isatty():
        return what
    from rich.console import Console
    from rich.progress import track

    return track(what, title, console=Console(stderr=True), transient=True)
