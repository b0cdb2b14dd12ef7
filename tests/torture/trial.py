"""What one trial does to the bot, and for how long at most."""

from dataclasses import dataclass
from random import Random
from typing import Literal

Database = Literal["sqlite", "postgresql"]


@dataclass(frozen=True, slots=True)
class Trial:
    """One run: the same seed chooses the same letters, faults and moments; the machine's own pace differs.

    `deeds` are things that people do: forms sent, commands typed, buttons pressed, words written to the bot.
    `readable` says whether the bot may read what stands in channels. `seconds` is the most that it may take.
    """

    database: Database = "sqlite"
    processes: int = 1
    messages: int = 5000
    kills: int = 150
    deeds: int = 200
    readable: bool = True
    seed: int = 1
    seconds: float = 900.0
    lease: float = 20.0
    """`ILT_LEASE_SECONDS`: ten of them are for handing a letter over, and ten for it to arrive."""
    slow: float = 0.08
    """Seconds that an answer of Slack takes, in the middle."""

    def chance(self, part: str) -> Random:
        """The chance of one part of the run, which other parts do not use up."""
        return Random(f"{self.seed}/{part}")

    @property
    def name(self) -> str:
        processes = "1 process" if self.processes == 1 else f"{self.processes} processes"
        history = "history readable" if self.readable else "no history in channels"
        return f"{self.database}, {processes}, {history}"
