"""Consensus checks: one proposal, from who was asked about it to what the ILT came to.

    voices -> pressure -> voting -> passed -> adopted
                            |-> paused (too few votes)
                            |-> hearing (somebody cannot live with it) -> voting, next round
                            |-> fallback (the last round failed) -> passed, or revised

From everywhere it can be parked, and what nobody goes on with is parked by itself (`LAPSES_AFTER`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.model.decisions import Authority
from bot.model.ids import new_id
from bot.model.protocol import Protocol
from bot.model.publishing import FEWEST, AnswerCell, publishable
from bot.model.staff_input.anonymous import random_id

TIME_TO_ANSWER = timedelta(hours=48)
TIME_TO_TAP = timedelta(minutes=2)


class CheckState(StrEnum):
    VOICES = "voices"
    PRESSURE = "pressure"
    VOTING = "voting"
    PAUSED = "paused"
    HEARING = "hearing"
    FALLBACK = "fallback"
    PASSED = "passed"
    ADOPTED = "adopted"
    PARKED = "parked"
    REVISED = "revised"


S = CheckState
WAYS: Mapping[CheckState, frozenset[CheckState]] = {
    S.VOICES: frozenset({S.PRESSURE, S.PARKED}),
    S.PRESSURE: frozenset({S.VOTING, S.PARKED}),
    S.VOTING: frozenset({S.PAUSED, S.HEARING, S.FALLBACK, S.PASSED, S.PARKED}),
    S.PAUSED: frozenset({S.VOTING, S.PARKED}),
    S.HEARING: frozenset({S.VOTING, S.PARKED}),
    S.FALLBACK: frozenset({S.PASSED, S.REVISED, S.PARKED}),
    S.PASSED: frozenset({S.ADOPTED, S.PARKED}),
    S.ADOPTED: frozenset(),
    S.PARKED: frozenset(),
    S.REVISED: frozenset(),
}
"""From each state, the states that may follow it."""

LAPSES_AFTER: Mapping[CheckState, int] = {
    S.VOICES: 5,
    S.PRESSURE: 5,
    S.PAUSED: 5,
    S.HEARING: 5,
    S.FALLBACK: 5,
    S.PASSED: 10,
}
"""School days after which it is parked when nobody goes on with it; a vote ends by its own bell."""

OPEN = frozenset({*LAPSES_AFTER, S.VOTING})


class Voice(StrEnum):
    """How far a team was brought in; a team that is neither was not asked."""

    ASKED = "asked"
    HEARD = "heard"


class Risk(StrEnum):
    TIME = "time"
    CLARITY = "clarity"
    EQUITY = "equity"
    WORKLOAD = "workload"
    EVIDENCE = "evidence"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Tally:
    """What one round came to: how often each answer was given, of so many who could have given one. `advice`
    are the answers of guests, which decide nothing."""

    round: int
    counts: Mapping[int, int]
    eligible: int
    advice: Mapping[int, int] = field(default_factory=dict)
    passed: bool = False

    @property
    def votes(self) -> list[int]:
        return [value for value, times in self.counts.items() for _ in range(times)]

    @property
    def cast(self) -> int:
        return sum(self.counts.values())

    def is_shown(self, fewest: int = FEWEST) -> bool:
        """Whether the spread of the answers may be shown: nobody can be told from it."""
        cell = AnswerCell("votes", tuple(self.counts.values()) or (0,), self.eligible)
        return bool(publishable([cell], total_shown=True, fewest=fewest))


@dataclass(eq=False, kw_only=True)
class ConsensusCheck:
    """One proposal before the ILT, by the `protocol` of charter version `version` (0: without a charter).

    `voices` says of each team that it touches how far it was brought in; `gaps` why the vote went on without
    some. `switched` says in words why another authority holds than was chosen. `risks` counts taps, and
    `risk_lines`, `concerns` and `advice` of guests hold no names and are in no order. `voters` are those who
    may vote, `guests` those whose answers are advisory. At `waits_until` it goes on by itself, as its state
    says. With `leader_last` the school leader votes when all others are in. `leader_reason` is why the
    school leader decided when the ILT did not reach consensus; `meeting` the day of the meeting it began in.
    """

    school: str
    number: int
    proposal: str
    why: str
    authority: Authority
    teams: tuple[str, ...]
    opened_by: str
    opened_at: datetime
    protocol: Protocol
    version: int = 0
    state: CheckState = CheckState.PRESSURE
    round: int = 0
    voters: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    problem: str | None = None
    review_on: date | None = None
    voices: Mapping[str, Voice] = field(default_factory=dict)
    gaps: str = ""
    switched: str = ""
    risks: Mapping[Risk, int] = field(default_factory=dict)
    risk_lines: tuple[str, ...] = ()
    mitigation: str = ""
    concerns: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()
    leader_last: bool = False
    leader_reason: str = ""
    meeting: date | None = None
    waits_until: datetime | None = None
    decision: str | None = None
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return f"C-{self.number:03d}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def unasked(self) -> tuple[str, ...]:
        """The teams it touches that nobody asked."""
        return tuple(team for team in self.teams if team not in self.voices)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The teams that were asked and have not been heard."""
        return tuple(team for team in self.teams if self.voices.get(team) is Voice.ASKED)

    @property
    def last(self) -> Tally | None:
        return self.tallies[-1] if self.tallies else None

    @property
    def top_risk(self) -> Risk | None:
        """The risk that was tapped most; of several, the one that stands first."""
        tapped = [risk for risk in Risk if self.risks.get(risk)]
        return max(tapped, key=lambda risk: self.risks[risk], default=None)

    @property
    def is_last_round(self) -> bool:
        return self.round >= self.protocol.rounds

    @property
    def by_supermajority(self) -> bool:
        """Whether the last round failed and yet reached what the charter asks for instead."""
        last = self.last
        return last is not None and not last.passed and self.protocol.has_supermajority(last.votes)

    def become(self, state: CheckState, until: datetime | None = None) -> bool:
        """Move on to a state, until a moment; False, and nothing changes, when it cannot follow this one.

        With its end it forgets who could vote.
        """
        if state not in WAYS[self.state]:
            return False
        self.state, self.waits_until = state, until
        if not self.is_open:
            self.voters = self.guests = ()
        return True

    def begin_round(self, until: datetime, proposal: str = "") -> bool:
        """Open the vote, or the next round of it, in these words if any."""
        goes_on = self.state is S.PAUSED
        if not self.become(S.VOTING, until):
            return False
        self.round += 0 if goes_on else 1
        self.proposal = proposal or self.proposal
        return True

    def hear(self, teams: Collection[str]) -> None:
        self.voices = {**self.voices, **dict.fromkeys(teams, Voice.HEARD)}

    def ask(self, teams: Collection[str]) -> None:
        self.voices = {**dict.fromkeys(teams, Voice.ASKED), **self.voices}

    def tap(self, risk: Risk) -> None:
        self.risks = {**self.risks, risk: self.risks.get(risk, 0) + 1}

    def needs(self, eligible: int) -> int:
        """How many votes make it valid, of so many who may vote."""
        return self.protocol.quorum(eligible)

    def count(self, votes: Sequence[int], eligible: int, advice: Sequence[int] = ()) -> CheckState:
        """What these votes come to, kept without voters; the state it leads to. The caller moves on to it."""
        passed = self.protocol.passes(votes)
        tally = Tally(self.round, counted(votes, self.protocol), eligible, counted(advice, None), passed)
        self.tallies = (*self.tallies, tally)
        if passed:
            return S.PASSED
        return S.FALLBACK if self.is_last_round else S.HEARING


def counted(votes: Sequence[int], protocol: Protocol | None) -> dict[int, int]:
    """How often each answer was given, highest first; with a protocol, those nobody gave too."""
    values = [answer.value for answer in protocol.scale] if protocol else sorted(set(votes), reverse=True)
    return {value: votes.count(value) for value in values}


@dataclass(eq=False, kw_only=True)
class Vote:
    """What one person answers in the round that is open; it can be changed, and is gone when that closes.

    Its id is made from chance: it does not tell when the vote came.
    """

    school: str
    check: str
    person: str
    value: int
    reason: str = ""
    id: str = field(default_factory=random_id)
