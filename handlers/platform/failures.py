"""What went wrong, for the log and for the person: a reference in both, and no word of anybody's content."""

import secrets
import traceback
from collections.abc import Callable
from pathlib import Path

import structlog

log = structlog.stdlib.get_logger(__name__)

STEPS = 6

Report = Callable[..., str]
"""Logs an error with ids that name what it was about, and returns the reference that finds it in the log."""


class Malformed(Exception):
    """A request that is signed but not shaped like anything its platform documents."""


def report(error: BaseException, *, code: str | None = None, **ids: object) -> str:
    """Log what failed and where, and return the reference that finds it in the log.

    `code` is the platform's own word for it. The error's words are left out: a database's or pydantic's
    quote what people wrote.
    """
    reference = secrets.token_hex(3)
    log.error("failed", reference=reference, error=type(error).__name__, code=code, where=where(error), **ids)
    return reference


def where(error: BaseException) -> str:
    """The last few places in the program that the error went through."""
    steps = traceback.extract_tb(error.__traceback__)[-STEPS:]
    return " > ".join(f"{Path(step.filename).name}:{step.lineno} {step.name}" for step in steps)
