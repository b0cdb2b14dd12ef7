"""An error that nobody foresaw, said without its words: they may quote people."""

import os
import secrets
import sys
import traceback
from pathlib import Path


def say_unexpected(kind: type[BaseException], error: BaseException, _trace: object) -> None:
    """Take the place of Python's traceback for an error that nobody foresaw."""
    sys.stderr.write(f"ilt-bot: {unexpected(error)}\n")


def unexpected(error: BaseException) -> str:
    """Say where something broke that nobody foresaw. Its own words may quote people, so they stay out."""
    steps = traceback.extract_tb(error.__traceback__)
    place = f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else "?"
    said = (
        f"Something went wrong that nobody foresaw ({type(error).__name__} at {place}, "
        f"reference {secrets.token_hex(3)}). Nothing was half done."
    )
    if os.environ.get("ILT_DEBUG") == "1":
        return "\n".join((said, *trace(error)))
    return f"{said} Set ILT_DEBUG=1 and try again to see where it came from."


def trace(error: BaseException) -> list[str]:
    """The way an error took through the program, with what caused it first, and without its words."""
    cause = error.__cause__ or error.__context__
    before = [*trace(cause), "and then:"] if cause is not None else []
    return [*before, "".join(traceback.format_tb(error.__traceback__)).rstrip(), type(error).__name__]
