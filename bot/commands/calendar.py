"""`ilt-bot calendar import`: days from a CSV or ICS file, previewed with `--dry-run`."""

import asyncio
from argparse import Namespace
from pathlib import Path

from bot.app import opened
from bot.commands.school import operator
from bot.errors import Problem, Refusal
from bot.messages.calendar import changes as wording
from bot.messages.plain import plain
from bot.messages.vocabulary import Message
from bot.routines.calendar import changing, importing
from bot.routines.calendar.reading import LARGEST
from bot.settings import Settings


def run(arguments: Namespace) -> int:
    """Take all of the file or nothing, and say what follows."""
    path = Path(arguments.file)
    text = _text(path)

    async def work() -> list[Message]:
        async with opened(Settings.read(), existing=True) as core:
            who = operator(await core.school_named(arguments.school))
            command = importing.ImportCalendar(text=text)
            preview = await core.perform(importing.import_calendar, command, actor=who)
            if arguments.dry_run:
                return [wording.would(preview)]
            apply = changing.ApplyChange(change=preview.change.id)
            await core.perform(changing.apply_change, apply, actor=who)
            return [wording.did(preview)]

    try:
        said = asyncio.run(work())
    except Refusal as refusal:
        raise Problem(f"{path.name} is not taken.\n{refusal.sentence}") from refusal
    print("\n".join(plain(message) for message in said))
    return 0


def _text(path: Path) -> str:
    try:
        found = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Problem(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Problem(f"{path} is not UTF-8 text. Save it as UTF-8.") from error
    if len(found) > LARGEST or not found.strip():
        raise Problem(f"{path} is {'empty' if not found.strip() else 'too large to be a calendar'}.")
    return found
