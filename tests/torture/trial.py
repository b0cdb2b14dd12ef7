"""What one trial does to the bot, and for how long at most."""

from dataclasses import dataclass
from random import Random
from typing import Literal

Database = Literal["sqlite", "postgresql"]
Platform = Literal["slack", "teams"]


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

    platform: Platform = "slack"
    freezes: int = 0
    """How often a process is stopped for longer than its lease, and goes on afterwards."""

    @property
    def strikes(self) -> int:
        return self.kills + self.freezes

    @property
    def sees_all(self) -> bool:
        """Whether the bot can look up every letter."""
        return self.readable and self.platform == "slack"

    def is_blind(self, audience: str) -> bool:
        """Whether nobody can look up what this audience was sent: Teams tells no bot what stands anywhere."""
        return self.platform == "teams" or not (self.readable or audience.startswith("person:"))

    def chance(self, part: str) -> Random:
        """The chance of one part of the run, which other parts do not use up."""
        return Random(f"{self.seed}/{part}")

    @property
    def name(self) -> str:
        processes = "1 process" if self.processes == 1 else f"{self.processes} processes"
        history = "history readable" if self.readable else "no history in channels"
        if self.platform == "teams":
            return f"{self.database}, {processes}, Teams"
        return f"{self.database}, {processes}, {history}"
