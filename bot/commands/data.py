"""`ilt-bot data` and `ilt-bot hold`: what leaves the school, what is erased, what is held."""

import asyncio
import csv
import io
import json
import zipfile
from argparse import Namespace
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.app import Core, opened
from bot.commands.school import operator
from bot.errors import Problem, Refusal
from bot.messages.plain import plain, words
from bot.messages.privacy import stored_table
from bot.messages.retention import page, receipt
from bot.model.retention import RULES, DataClass
from bot.routines import privacy, retention
from bot.routines.privacy.exporting import Export, Exported, Sheet, export
from bot.routines.requests import Nothing
from bot.settings import Settings

T = TypeVar("T")


def export_class(arguments: Namespace) -> int:
    """Write one class of what is stored into a zip file, with a manifest that says what is in it."""
    target = Path(arguments.out or f"ilt-export-{arguments.kind.lower()}.zip")
    if target.exists():
        raise Problem(f"{target} is there already. Name another file with --out.")

    async def work(core: Core, school: str) -> Exported:
        asked = Export(kind=DataClass(arguments.kind.upper()))
        return await core.perform(export, asked, actor=operator(school))

    found = _asked(arguments, work)
    write_zip(target, found, arguments.format)
    print(f"Wrote {len(found.sheets)} tables of class {found.kind} to {target}.")
    return 0


def write_zip(target: Path, found: Exported, form: str) -> None:
    draw = {"csv": as_csv, "md": as_markdown, "json": as_json}[form]
    try:
        with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as made:
            for sheet in found.sheets:
                made.writestr(f"{sheet.name}.{form}", draw(sheet))
            made.writestr("manifest.json", json.dumps(manifest(found, form), indent=2))
    except OSError as error:
        raise Problem(f"The export was not written: {error.strerror}.") from error


def manifest(found: Exported, form: str) -> Mapping[str, Any]:
    """What is in the zip, for whoever opens it in five years."""
    tables = [
        {
            "file": f"{sheet.name}.{form}",
            "what": sheet.what,
            "seen_by": sheet.seen_by,
            "kept": sheet.keep,
            "rows": len(sheet.rows),
            "note": sheet.note,
        }
        for sheet in found.sheets
    ]
    return {"made_at": found.at.isoformat(), "class": found.kind.value, "tables": tables}


def as_csv(sheet: Sheet) -> str:
    """Comma-separated; a cell that a spreadsheet would take for a formula is made plain text."""
    out = io.StringIO()
    names = list(sheet.rows[0]) if sheet.rows else []
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_inert(_cell(row[name])) for name in names] for row in sheet.rows)
    return out.getvalue()


def as_markdown(sheet: Sheet) -> str:
    names = list(sheet.rows[0]) if sheet.rows else []
    lines = [f"# {sheet.name}", "", sheet.what, sheet.note, ""]
    if names:
        lines += [f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"]
    for row in sheet.rows:
        cells = (_cell(row[name]).replace("|", "\\|").replace("\n", " ") for name in names)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def as_json(sheet: Sheet) -> str:
    return json.dumps([dict(row) for row in sheet.rows], indent=2, ensure_ascii=False)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _inert(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def table(arguments: Namespace) -> int:
    """Print the retention table, as it stands in docs/privacy.md."""
    print(stored_table(RULES), end="")
    return 0


def keep(arguments: Namespace) -> int:
    """Say for how many years the school's shared records are kept."""
    keeping = retention.KeepShared(years=arguments.years)

    async def work(core: Core, school: str) -> int:
        return await core.perform(retention.keep_shared, keeping, actor=operator(school))

    print(f"The school's shared records are kept for {_asked(arguments, work)} years.")
    return 0


def erase(arguments: Namespace) -> int:
    """Erase the words and the name of somebody who has left."""

    async def work(core: Core, school: str) -> str:
        asked = privacy.EraseSomeone(person=arguments.person)
        gone = await core.perform(privacy.erase_someone, asked, actor=operator(school))
        return words(receipt(gone, ZoneInfo("UTC")))

    print(_asked(arguments, work))
    return 0


def hold_add(arguments: Namespace) -> int:
    """Hold something from deletion."""
    placing = retention.PlaceHold(object=arguments.object, reason=arguments.reason)

    async def work(core: Core, school: str) -> str:
        return plain(page(await core.perform(retention.place, placing, actor=operator(school))))

    print(_asked(arguments, work))
    return 0


def hold_lift(arguments: Namespace) -> int:
    """Hold something no longer."""

    async def work(core: Core, school: str) -> str:
        lifting = retention.LiftHold(object=arguments.object)
        return plain(page(await core.perform(retention.lift, lifting, actor=operator(school))))

    print(_asked(arguments, work))
    return 0


def hold_list(arguments: Namespace) -> int:
    """Say what is held, and what was deleted lately."""

    async def work(core: Core, school: str) -> str:
        return plain(page(await core.perform(retention.see, Nothing(), actor=operator(school))))

    print(_asked(arguments, work))
    return 0


def _asked(arguments: Namespace, work: Callable[[Core, str], Awaitable[T]]) -> T:
    """Do something with the one school that is meant; a refusal is said like any other problem."""

    async def done() -> T:
        async with opened(Settings.read(), existing=True) as core:
            return await work(core, await core.school_named(arguments.school))

    try:
        return asyncio.run(done())
    except Refusal as refusal:
        raise Problem(refusal.sentence) from refusal
