"""What staff are asked to do: initiatives in their six stages, and how many asks a team gets in a month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.decisions import PROPOSED, Decision, DecisionState
from bot.model.ids import new_id

MANY_ASKS = 2
"""With so many new asks in a month, a team has enough; one more is mentioned (R-048)."""
NO_ASK = PROPOSED | {DecisionState.WITHDRAWN}


class Stage(StrEnum):
    """The steps of an initiative, in their order (R-077)."""

    ANALYSIS = "analysis"
    DESIGN = "design"
    PD = "pd"
    SUPPORT = "support"
    MENTORING = "mentoring"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class StageStep:
    on: date
    stage: Stage


@dataclass(eq=False, kw_only=True)
class Initiative:
    """Something the school tries for a strategy (its key): the `ask` is what staff do. `support` says what
    help was given, in words; `steps` are the stages it has been in, oldest first."""

    school: str
    number: int
    name: str
    strategy: str
    ask: str
    teams: tuple[str, ...]
    started_on: date
    steps: tuple[StageStep, ...]
    support: str = ""
    ended_on: date | None = None
    learned: str = ""
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return f"N-{self.number:03d}"

    @property
    def stage(self) -> Stage:
        return self.steps[-1].stage

    @property
    def since(self) -> date:
        return self.steps[-1].on

    def lacks_support(self, stage: Stage) -> bool:
        """Whether this step passes over support, and nobody has said what help was given."""
        order = list(Stage)
        been = any(step.stage is Stage.SUPPORT for step in self.steps)
        return order.index(stage) > order.index(Stage.SUPPORT) and not been and not self.support

    def move(self, stage: Stage, on: date) -> bool:
        """Bring it to a stage; False when it is there already, or has ended."""
        if self.ended_on is not None or stage is self.stage:
            return False
        self.steps = (*self.steps, StageStep(on, stage))
        return True

    def end(self, on: date, learned: str) -> bool:
        if self.ended_on is not None:
            return False
        self.ended_on, self.learned = on, learned
        return True


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked of teams from a day on, by its label ("D-004", "N-002")."""

    label: str
    what: str
    teams: tuple[str, ...]
    starts_on: date


def asks_of(decisions: Iterable[Decision], initiatives: Iterable[Initiative]) -> list[Ask]:
    """Everything that was ever asked of staff, the oldest first."""
    found = [
        Ask(one.label, one.statement, one.teams, one.starts_on)
        for one in decisions
        if one.state not in NO_ASK
    ]
    found += [Ask(one.label, one.ask, one.teams, one.started_on) for one in initiatives]
    return sorted(found, key=lambda ask: (ask.starts_on, ask.label))


def new_in(asks: Sequence[Ask], team: str, month: date) -> int:
    """How many asks begin for a team in the month of a day."""
    return sum(
        team in ask.teams and (ask.starts_on.year, ask.starts_on.month) == (month.year, month.month)
        for ask in asks
    )
