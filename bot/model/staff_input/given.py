"""Staff input: what somebody sees at school, and what becomes of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.model.ids import new_id


class Mode(StrEnum):
    """How the sender wants to be seen. What is anonymous is kept apart, where nothing has an author."""

    NAMED = "named"
    THROUGH_REP = "through_rep"
    ANONYMOUS = "anonymous"


class Scope(StrEnum):
    """How wide the sender thinks it is."""

    MY_TEAM = "my_team"
    SEVERAL_TEAMS = "several_teams"
    WHOLE_SCHOOL = "whole_school"


class Topic(StrEnum):
    INSTRUCTION = "instruction"
    MATERIALS = "curriculum_and_materials"
    ASSESSMENT = "assessment"
    STUDENT_SUPPORT = "student_support"
    TIME = "schedule_and_time"
    LEARNING = "professional_learning"
    COMMUNICATION = "communication"
    CLIMATE = "climate"
    IDEA = "idea"
    THANKS = "thanks"
    OTHER = "other"


class InputState(StrEnum):
    """`received` -> perhaps `passed_on` by the rep -> an outcome; `withdrawn` by the sender until then.

    Outcomes: `answered`, `on_agenda` (open again when its meeting has passed without a decision),
    `declined` (open again on its look-again date), and `considered`: it shaped a decision.
    """

    RECEIVED = "received"
    PASSED_ON = "passed_on"
    ANSWERED = "answered"
    ON_AGENDA = "on_agenda"
    DECLINED = "declined"
    CONSIDERED = "considered"
    WITHDRAWN = "withdrawn"


class DeclineReason(StrEnum):
    NOT_OURS = "not_ours"
    ALREADY_DECIDED = "already_decided"
    NOT_NOW = "not_now"
    EVIDENCE = "evidence"


UNTOUCHED = frozenset({InputState.RECEIVED, InputState.PASSED_ON})
WITHDRAWABLE = UNTOUCHED | {InputState.ON_AGENDA}
LONGEST_SEE = 600
LONGEST_SUGGEST = 400


@dataclass(eq=False, kw_only=True)
class StaffInput:
    """One thing somebody said to the ILT.

    `carrier` is whom the sender chose by saying "through my rep". `passed_see` and `passed_suggest`
    are the carrier's words for it. `meeting_on` is the meeting it was last placed on. One that speaks for
    a team says how many of those `present` have `agreed`; its `credit` is the team's yes to being named.
    `routed_to` is the one team it is about, whose lead has taken the answer over.
    """

    school: str
    number: int
    author: str
    team: str | None
    carrier: str | None
    mode: Mode
    topic: Topic
    scope: Scope
    see: str
    suggest: str
    credit: bool
    received_at: datetime
    state: InputState = InputState.RECEIVED
    passed_see: str = ""
    passed_suggest: str = ""
    passed_at: datetime | None = None
    outcome: str = ""
    outcome_by: str | None = None
    outcome_at: datetime | None = None
    reason: DeclineReason | None = None
    look_again: date | None = None
    meeting_on: date | None = None
    decision: str | None = None
    decision_id: str | None = None
    agreed: int | None = None
    present: int | None = None
    routed_to: str | None = None
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        """Its number as people say it: "I-001"."""
        return f"I-{self.number:03d}"

    @property
    def on_behalf(self) -> bool:
        """Whether its author speaks for the team and not for themself."""
        return self.agreed is not None

    def awaits_outcome(self, today: date) -> bool:
        """Whether somebody still owes the sender a word: nobody gave one, or its time has come again."""
        if self.state is InputState.ON_AGENDA:
            return self.meeting_on is None or self.meeting_on < today
        if self.state is InputState.DECLINED:
            return self.look_again is not None and self.look_again <= today
        return self.state in UNTOUCHED

    @property
    def may_be_withdrawn(self) -> bool:
        return self.state in WITHDRAWABLE

    @property
    def shared(self) -> bool:
        """Whether it has gone beyond the sender and the carrier."""
        return self.mode is Mode.NAMED or self.passed_at is not None or self.meeting_on is not None

    def answer(self, words: str, by: str, now: datetime) -> None:
        self._close(InputState.ANSWERED, words, by, now)

    def place(self, meeting_on: date, by: str, now: datetime) -> None:
        self._close(InputState.ON_AGENDA, "", by, now)
        self.meeting_on = meeting_on

    def decline(
        self, reason: DeclineReason, words: str, look_again: date | None, by: str, now: datetime
    ) -> None:
        self._close(InputState.DECLINED, words, by, now)
        self.reason, self.look_again = reason, look_again

    def route(self, team: str, words: str, by: str, now: datetime) -> None:
        """It is about one team only, and that team's lead has it now."""
        self._close(InputState.ANSWERED, words, by, now)
        self.routed_to = team

    def give_back(self) -> None:
        """It is about more than one team after all: somebody owes the sender a word again."""
        self.state = InputState.PASSED_ON if self.passed_at else InputState.RECEIVED
        self.outcome, self.outcome_by, self.outcome_at = "", None, None
        self.routed_to = None

    def pass_on(self, see: str, suggest: str, now: datetime) -> None:
        self.state = InputState.PASSED_ON
        self.passed_see, self.passed_suggest, self.passed_at = see, suggest, now

    def consider(self, decision: str, decision_id: str, now: datetime) -> None:
        """It shaped a decision; `decision` is its display number."""
        self.state, self.outcome_at = InputState.CONSIDERED, now
        self.decision, self.decision_id = decision, decision_id

    def reopen(self) -> None:
        """The decision it shaped no longer stands: it is on the agenda again."""
        self.state, self.decision, self.decision_id = InputState.ON_AGENDA, None, None

    def withdraw(self, now: datetime) -> None:
        """The sender takes it back: its words are gone for good, its number stays."""
        self.state, self.outcome_at = InputState.WITHDRAWN, now
        self.see = self.suggest = self.passed_see = self.passed_suggest = self.outcome = ""

    def _close(self, state: InputState, words: str, by: str, now: datetime) -> None:
        self.state, self.outcome, self.outcome_by, self.outcome_at = state, words, by, now
        self.reason = self.look_again = self.routed_to = None
