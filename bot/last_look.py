"""Whether what is being handed over may still be, asked directly before it goes over the wire.

Who hands it over looks at its watch before, but a program can be made to stand still in between.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_may_go: ContextVar[Callable[[], bool] | None] = ContextVar("may_go", default=None)


@contextmanager
def while_it_may_go(holds: Callable[[], bool]) -> Iterator[None]:
    """Every call that this task makes inside the block goes out only while `holds`."""
    before = _may_go.set(holds)
    try:
        yield
    finally:
        _may_go.reset(before)


def may_go() -> bool:
    """Whether a call that this task makes may go out; where nobody said anything, it may."""
    holds = _may_go.get()
    return holds is None or holds()
