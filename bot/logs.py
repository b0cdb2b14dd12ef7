"""Structured logs: what was done, by which id, how long it took; never what anybody wrote.

What belongs together carries the same `trace`: a request with all that followed it, or a tick of the clock.
"""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex
from typing import Any

import structlog

OURS = "bot", "handlers", "scheduling", "storage"


def configure(*, level: int = logging.INFO, pretty: bool = False) -> None:
    """Send every log line to standard error: JSON, or aligned words for a terminal.

    Libraries are heard only when something fails in them, and then not in their own words, which may quote
    what passes through them; an exception is named by its type and the place it came from.
    """
    renderer: Any = (
        structlog.dev.ConsoleRenderer(colors=False) if pretty else structlog.processors.JSONRenderer()
    )
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_words,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = ToStandardError()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, in_our_words],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    handler.addFilter(is_worth_saying)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)
    logging.raiseExceptions = False


class ToStandardError(logging.Handler):
    """Writes to what standard error is at that moment; a line that cannot be written is let go, unquoted."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            print(self.format(record), file=sys.stderr, flush=True)
        except (OSError, ValueError):
            self.handleError(record)


@contextmanager
def traced() -> Iterator[None]:
    """Let every line that is logged inside, and in the tasks begun there, carry one name of its own."""
    with structlog.contextvars.bound_contextvars(trace=token_hex(4)):
        yield


def is_worth_saying(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.ERROR or record.name.partition(".")[0] in OURS


def in_our_words(logger: Any, name: str, event: Any) -> Any:
    """Replace what a library says by where in the library it was said."""
    record = event["_record"]
    event["event"] = "a library complained"
    event["said_at"] = f"{record.pathname}:{record.lineno}"
    return event


def without_words(logger: Any, name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Replace an exception by its type and the line it rose at: its message may quote a person."""
    trouble = event.pop("exc_info", None)
    if trouble is True:
        trouble = sys.exc_info()
    if isinstance(trouble, BaseException):
        trouble = (type(trouble), trouble, trouble.__traceback__)
    if isinstance(trouble, tuple) and trouble[0] is not None:
        event["error"] = trouble[0].__name__
        event["at"] = place(trouble[2])
    record = event.get("_record")
    if record is not None:
        record.exc_info = None
        record.exc_text = None
    return event


def place(trace: Any) -> str:
    """Where an exception rose: the innermost file and line."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else "?"
