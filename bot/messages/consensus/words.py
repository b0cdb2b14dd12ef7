"""Words that everything about consensus checks shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.messages.vocabulary import Button
from bot.model.consensus import CheckState, ConsensusCheck, Risk, Voice
from bot.model.decisions import Authority
from bot.model.people import in_words
from bot.model.protocol import Protocol, ProtocolType

RISKS: Mapping[Risk, str] = {
    Risk.TIME: "Time",
    Risk.CLARITY: "Clarity",
    Risk.EQUITY: "Equity",
    Risk.WORKLOAD: "Workload",
    Risk.EVIDENCE: "Evidence",
    Risk.OTHER: "Something else",
}
NAMED_RISKS: Mapping[Risk, str] = {
    Risk.TIME: "Risk: time",
    Risk.CLARITY: "Risk: clarity",
    Risk.EQUITY: "Risk: equity",
    Risk.WORKLOAD: "Risk: workload",
    Risk.EVIDENCE: "Risk: evidence",
    Risk.OTHER: "Risk: something else",
}
VOICES: Mapping[Voice | None, str] = {
    Voice.HEARD: "was heard",
    Voice.ASKED: "asked, no answer",
    None: "not asked",
}
WAYS_OF_VOTING: Mapping[ProtocolType, str] = {
    ProtocolType.FIST_TO_FIVE: "Fist-to-five",
    ProtocolType.THUMBS: "Thumbs",
    ProtocolType.CONSENT: "Consent round",
    ProtocolType.GRADIENTS: "Support ladder",
}
PASS_RULES: Mapping[ProtocolType, str] = {
    ProtocolType.FIST_TO_FIVE: "It passes when all votes are 3 or higher.",
    ProtocolType.THUMBS: "It passes when nobody says no.",
    ProtocolType.CONSENT: "It passes when nobody sees harm in it.",
    ProtocolType.GRADIENTS: "It passes when the middle vote is 5 or higher and no vote is below 3.",
}
AT_THE_BAR: Mapping[ProtocolType, str] = {
    ProtocolType.FIST_TO_FIVE: "at 3+",
    ProtocolType.THUMBS: "without a no",
    ProtocolType.CONSENT: "without seeing harm",
    ProtocolType.GRADIENTS: "at 3+",
}
STATES: Mapping[CheckState, str] = {
    CheckState.VOICES: "Voices",
    CheckState.PRESSURE: "Pressure test",
    CheckState.VOTING: "Vote is open",
    CheckState.PAUSED: "Paused",
    CheckState.HEARING: "Concerns to hear",
    CheckState.FALLBACK: "No consensus",
    CheckState.PASSED: "Passed",
    CheckState.ADOPTED: "Recorded",
    CheckState.PARKED: "Parked",
    CheckState.REVISED: "Revised",
}
LEADER_DECIDED = "Decided with a reason, without consensus"


def state_of(check: ConsensusCheck) -> str:
    """Where a check stands; one that the school leader decided in the end did not pass."""
    if check.state is CheckState.PASSED and check.leader_reason:
        return LEADER_DECIDED
    return STATES[check.state]


@dataclass(frozen=True)
class Sheet:
    """One check with what is needed to say it: names of teams, how many votes are in of how many, and the
    smallest group that is shown. `said` are the words of teams."""

    check: ConsensusCheck
    teams: Mapping[str, str]
    zone: ZoneInfo
    leader: str = ""
    cast: int = 0
    eligible: int = 0
    fewest: int = 5
    said: tuple[tuple[str, str], ...] = ()
    label: str = ""

    @property
    def needs(self) -> int:
        return self.check.needs(self.eligible)

    def named(self, keys: tuple[str, ...]) -> str:
        return in_words(self.teams.get(key, key) for key in keys)


def authority(kind: Authority, protocol: Protocol) -> str:
    """Who decides in the end, in a few words."""
    return {
        Authority.ILT: "ILT decides",
        Authority.PRINCIPAL: "ILT recommends, the school leader decides",
        Authority.FACULTY: f"ILT recommends, the faculty ratifies ({protocol.ratify_share} %)",
        Authority.MANDATE: "District mandate, for information only",
    }[kind]


def scale(protocol: Protocol) -> tuple[str, ...]:
    """What each answer means, highest first; it stands on every vote."""
    return tuple(f"{answer.value}: {answer.says}" for answer in protocol.scale)


def button(label: str, verb: str, check: ConsensusCheck) -> Button:
    return Button(label, verb, {"check": check.id})
