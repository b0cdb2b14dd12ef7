"""`ilt-bot minutes`: the minutes of a meeting as a file."""

import asyncio
from argparse import Namespace
from pathlib import Path

from bot.app import opened
from bot.commands.school import operator
from bot.documents import markdown, pdf
from bot.errors import Problem, Refusal
from bot.messages.vocabulary import Message
from bot.routines.minutes import exporting
from bot.settings import Settings


def run(arguments: Namespace) -> int:
    """Write the minutes of a day, or the last there are, as Markdown or as a PDF."""

    async def work() -> tuple[Message, bytes]:
        async with opened(Settings.read(), existing=True) as core:
            who = operator(await core.school_named(arguments.school))
            question = exporting.TakeOut(day=arguments.day)
            said = await core.perform(exporting.take_out, question, actor=who)
            made = pdf(said, core.clock.now()) if arguments.format == "pdf" else markdown(said).encode()
            return said, made

    try:
        said, made = asyncio.run(work())
    except Refusal as refusal:
        raise Problem(refusal.sentence) from refusal
    path = Path(arguments.out)
    try:
        path.write_bytes(made)
    except OSError as error:
        raise Problem(f"{path} cannot be written: {error.strerror}.") from error
    print(f"{said.summary} is in {path}.")
    return 0
