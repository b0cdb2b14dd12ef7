"""One figure of the bench: what was measured, beside its floor and its target."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Literal

Bound = Literal["at least", "at most"]
Unit = Literal["ms", "s", "MB", "%", "/s", ""]
Pair = tuple[float, float]
"""Ours and the floor, measured one right after the other."""

MISSED = {
    "A form sent, kept and acknowledged": (
        "what is left is Python: Bolt reads the request, the words are checked and looked over, two letters "
        "are written for their readers, five rows encoded and encrypted; some 4,400 calls, and four to five "
        "times the floor's processor time. The database is the lesser part: three trips to SQLite where the "
        "bare commit makes two, nine to PostgreSQL where it makes six, one commit each; 21 pages of the log "
        "are written, with all indexes, against three."
    ),
    "From its start to a bot that is ready": (
        "what serves people is imported before it says that it is ready, some 900 modules of our own. Of the "
        "processor time that they take, 121 tables and the entities in them take half, 420 checked forms a "
        "quarter, and reading the modules most of the rest. Imported later, the first person to ask would "
        "wait for it."
    ),
    "Memory of a bot at rest": (
        "it holds the same modules: their code takes 13 MB, the tables and the entities in them 15; then "
        "statements that are put together once, and the Spanish words, which are read ahead."
    ),
    "10,000 due letters taken and marked": (
        "each letter costs some 0.12 ms of processor time on a quiet machine: it is decoded, waits for its "
        "outcome in a task of its own, and is changed twice, with an index or more each time. Taking and "
        "marking share the one writer, so neither goes on while the other does."
    ),
    "Letters taken, sent and marked": (
        "the sample school has some 40 readers, and each has one letter on its way at a time: 500 letters "
        "take some 20 rounds and 120 transactions, most of them looks. A letter takes 2,050 calls of "
        "functions, a bare post 860; of what is more, a quarter goes into blocks and metadata, which Slack's "
        "part checks in the same process, the rest into the database and the tasks that wait for it."
    ),
    "Two replicas take and mark": (
        "two replicas and the database server share two processors. One replica alone keeps one of them "
        "busy, and whatever else runs on the other is taken from the second replica."
    ),
    "99 of 100 slash commands acknowledged, 50 a second, each answered": (
        "its rounds differ from 17 to 128 ms with the same program: something else was busy on the machine, "
        "and with two processors it shows in the slowest of a hundred."
    ),
}
"""Why a figure misses its target, by its name, as far as that has been found out; said in the table."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure is to be: the ratio to its floor, or the figure itself where there is no floor."""

    bound: Bound
    value: float

    def is_met(self, found: float) -> bool:
        return found >= self.value if self.bound == "at least" else found <= self.value


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `ours` and `floor` are medians in `unit`; `judged` is held against the target."""

    figure: str
    against: str
    unit: Unit
    ours: float
    floor: float | None
    judged: float
    lowest: float
    highest: float
    rounds: int
    target: Target | None = None
    database: str = ""

    @property
    def verdict(self) -> str:
        if self.target is None:
            return ""
        return "ok" if self.target.is_met(self.judged) else "MISSED"

    @property
    def why(self) -> str:
        """Why it is missed, as far as that is known."""
        return MISSED.get(self.figure, "") if self.verdict == "MISSED" else ""

    def as_json(self) -> dict[str, Any]:
        return {
            "figure": self.figure,
            "database": self.database,
            "ours": self.ours,
            "floor": self.floor,
            "floor_is": self.against,
            "unit": self.unit,
            "ratio": self.judged if self.floor is not None else None,
            "target": None
            if self.target is None
            else {"bound": self.target.bound, "value": self.target.value},
            "verdict": self.verdict,
            "why": self.why,
            "rounds": self.rounds,
            "spread": [self.lowest, self.highest],
        }


def compared(
    figure: str,
    pairs: Sequence[Pair],
    *,
    against: str,
    unit: Unit,
    target: Target | None = None,
    database: str = "",
) -> Row:
    """Ours beside its floor: the ratio is the middle of the rounds' own, for the machine's mood drifts."""
    ratios = [ours / floor for ours, floor in pairs]
    return Row(
        figure=figure,
        against=against,
        unit=unit,
        ours=median(ours for ours, _ in pairs),
        floor=median(floor for _, floor in pairs),
        judged=median(ratios),
        lowest=min(ratios),
        highest=max(ratios),
        rounds=len(pairs),
        target=target,
        database=database,
    )


def alone(
    figure: str, found: Iterable[float], *, unit: Unit, target: Target | None = None, database: str = ""
) -> Row:
    """A figure without a floor, the middle of its rounds."""
    every = list(found)
    return Row(
        figure=figure,
        against="",
        unit=unit,
        ours=median(every),
        floor=None,
        judged=median(every),
        lowest=min(every),
        highest=max(every),
        rounds=len(every),
        target=target,
        database=database,
    )


async def interleaved(
    ours: Callable[[], Awaitable[float]], floor: Callable[[], Awaitable[float]], rounds: int
) -> list[Pair]:
    """Measure the two in turns, each first in every other round.

    A round before the first is not counted; where there is only one, nothing is warmed up.
    """
    found = []
    for number in range(rounds + 1 if rounds > 1 else 1):
        if number % 2:
            beside = await floor()
            found.append((await ours(), beside))
        else:
            found.append((await ours(), await floor()))
    return found[-rounds:]
