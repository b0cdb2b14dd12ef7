"""`ilt-bot doctor`: what is well, what is missing, and how to mend it."""

import asyncio
import textwrap
from argparse import Namespace

from bot.app.checkup.examining import examined
from bot.app.checkup.findings import Finding, Part, Verdict
from bot.settings import Settings

WIDTH = 100


def run(arguments: Namespace) -> int:
    """Print what was found, part by part; 1 when something is to be mended."""
    parts = asyncio.run(examined(Settings.read()))
    for part in parts:
        print(page(part))
    to_mend = sum(one.verdict is Verdict.MEND for part in parts for one in part.findings)
    print(ending(to_mend))
    return 1 if to_mend else 0


def page(part: Part) -> str:
    return "\n".join((part.title, *(line(one) for one in part.findings), ""))


def line(found: Finding) -> str:
    return textwrap.fill(
        found.words,
        WIDTH,
        initial_indent=f"  {found.verdict:<5} ",
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    )


def ending(to_mend: int) -> str:
    if not to_mend:
        return "All is well."
    return "One thing is to be mended." if to_mend == 1 else f"{to_mend} things are to be mended."
