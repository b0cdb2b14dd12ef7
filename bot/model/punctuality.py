"""How meetings start and end: the meeting's own figures, never a person's (R-050)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.model.live import ON_TIME, MeetingRun


@dataclass(frozen=True, slots=True)
class Punctuality:
    """Of the last `meetings`, how many `started` on time; of those `with_end`, how many `ended` on time."""

    meetings: int = 0
    started: int = 0
    with_end: int = 0
    ended: int = 0


def punctuality(runs: Iterable[MeetingRun]) -> Punctuality:
    """On time is at most two minutes later than planned; an end that nobody said is not counted."""
    listed = list(runs)
    ends = [run.end_off for run in listed if run.end_off is not None]
    return Punctuality(
        len(listed),
        sum(run.start_off <= ON_TIME for run in listed),
        len(ends),
        sum(off <= ON_TIME for off in ends),
    )
