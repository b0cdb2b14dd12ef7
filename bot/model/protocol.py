"""How the ILT decides: the way of voting, when it passes, and what follows when it does not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from statistics import median

from bot.model.decisions import Authority

HUNDRED = 100


class ProtocolType(StrEnum):
    """The ways an ILT votes on one proposal."""

    FIST_TO_FIVE = "fist_to_five"
    THUMBS = "thumbs"
    CONSENT = "consent"
    GRADIENTS = "gradients"


class Fallback(StrEnum):
    """What the ILT falls back on when the last round does not pass."""

    PRINCIPAL = "principal"
    REVISE = "revise"
    PARK = "park"
    SUPERMAJORITY = "supermajority"


@dataclass(frozen=True, slots=True)
class Answer:
    """One step of a scale: the number that is counted, and what it says to whoever votes."""

    value: int
    says: str


SCALES: Mapping[ProtocolType, tuple[Answer, ...]] = {
    ProtocolType.FIST_TO_FIVE: (
        Answer(5, "I'll help lead it"),
        Answer(4, "I support it"),
        Answer(3, "I can live with it and will do it"),
        Answer(2, "I need something small fixed"),
        Answer(1, "I need a lot fixed"),
        Answer(0, "I can't support it"),
    ),
    ProtocolType.THUMBS: (
        Answer(2, "Yes"),
        Answer(1, "OK, with a question"),
        Answer(0, "No, talk first"),
    ),
    ProtocolType.CONSENT: (
        Answer(2, "Good enough for now, safe enough to try"),
        Answer(1, "I consent, and have a concern to record"),
        Answer(0, "I see harm in it for our aim"),
    ),
    ProtocolType.GRADIENTS: (
        Answer(7, "A full yes"),
        Answer(6, "Yes"),
        Answer(5, "Yes, with small doubts"),
        Answer(4, "Neutral"),
        Answer(3, "Mostly no, but I will not stand in the way"),
        Answer(2, "We need to talk more"),
        Answer(1, "No"),
    ),
}
"""What each answer means, highest first; it is printed on every vote."""

LOWEST: Mapping[ProtocolType, int] = {
    ProtocolType.FIST_TO_FIVE: 3,
    ProtocolType.THUMBS: 1,
    ProtocolType.CONSENT: 1,
    ProtocolType.GRADIENTS: 3,
}
"""The lowest answer that lets a proposal pass."""

MIDDLE: Mapping[ProtocolType, int] = {ProtocolType.GRADIENTS: 5}
"""Where the middle answer must lie at least, for the ways that ask for it."""


@dataclass(frozen=True, kw_only=True)
class Protocol:
    """The defaults are what holds for an ILT without a charter.

    `quorum_share` is in percent of those who may vote, and never means fewer than `quorum_least` votes.
    `ratify_share` is the percentage of yes among the votes of the faculty; `ratify_topics` says in the
    school's own words what needs it.
    """

    type: ProtocolType = ProtocolType.FIST_TO_FIVE
    quorum_share: int = 60
    quorum_least: int = 4
    rounds: int = 2
    fallback: tuple[Fallback, ...] = (Fallback.PRINCIPAL, Fallback.REVISE, Fallback.PARK)
    supermajority: int = 80
    authority: Authority = Authority.ILT
    ratify_share: int = 65
    ratify_topics: str = ""

    @property
    def scale(self) -> tuple[Answer, ...]:
        """What each answer means, highest first."""
        return SCALES[self.type]

    @property
    def lowest(self) -> int:
        """The lowest answer that lets a proposal pass; whoever answers less is heard."""
        return LOWEST[self.type]

    def is_low(self, vote: int) -> bool:
        return vote < self.lowest

    def quorum(self, eligible: int) -> int:
        """How many votes must be cast, of so many who may vote; never more than there are."""
        return min(eligible, max(self.quorum_least, ceil(eligible * self.quorum_share / HUNDRED)))

    def passes(self, votes: Collection[int]) -> bool:
        """Whether these votes carry a proposal: no low one, and a high middle where that is asked (R-089)."""
        if not votes or any(self.is_low(vote) for vote in votes):
            return False
        return median(votes) >= MIDDLE.get(self.type, self.lowest)

    def has_supermajority(self, votes: Collection[int]) -> bool:
        """Whether the share of votes that are not low reaches what the charter asks for instead."""
        agree = sum(not self.is_low(vote) for vote in votes)
        return bool(votes) and agree * HUNDRED >= self.supermajority * len(votes)

    def ratifies(self, approve: int, of: int) -> bool:
        """Whether so many approvals among the yes and no votes of the faculty are enough."""
        return of > 0 and approve * HUNDRED >= self.ratify_share * of


@dataclass(frozen=True, slots=True)
class InForce:
    """The protocol that holds, and the version of the charter it stands in: 0 without a charter."""

    protocol: Protocol
    version: int = 0
