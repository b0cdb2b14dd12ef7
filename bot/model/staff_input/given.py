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


class Need(StrEnum):
    """What would help, in one word. A sender may choose several."""

    TIME = "time"
    MATERIALS = "materials"
    TRAINING = "training"
    CLARITY = "clarity"
    STUDENT_SUPPORT = "student_support"
    CLIMATE = "climate"


class BoardStatus(StrEnum):
    """Where an input stands on the triage board; `closed` once what became of it was told to all staff."""

    NEW = "new"
    TRIAGED = "triaged"
    NEEDS_INFO = "needs_info"
    ROUTED = "routed"
    ON_AGENDA = "on_agenda"
    DECIDED = "decided"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Passage:
    """That an input came to a place on the board, and when."""

    status: BoardStatus
    at: datetime


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
    `routed_to` is the one team it is about, whose lead has taken the answer over. `triaged_at` is when
    whoever answers said that they have read it; `asked` is what they want to know first, `replied` the
    sender's words to that. `steps` are its places on the board so far.
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
    needs: tuple[Need, ...] = ()
    triaged_at: datetime | None = None
    asked: str = ""
    replied: str = ""
    steps: tuple[Passage, ...] = ()
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
    def board_status(self) -> BoardStatus:
        """Its place on the triage board now."""
        if self.state is InputState.ON_AGENDA:
            return BoardStatus.ON_AGENDA
        if self.state not in UNTOUCHED:
            told = bool(self.steps) and self.steps[-1].status is BoardStatus.CLOSED
            routed = self.routed_to and self.state is InputState.ANSWERED
            return BoardStatus.CLOSED if told else BoardStatus.ROUTED if routed else BoardStatus.DECIDED
        if self.asked and not self.replied:
            return BoardStatus.NEEDS_INFO
        return BoardStatus.TRIAGED if self.triaged_at else BoardStatus.NEW

    @property
    def in_status_since(self) -> datetime:
        return self.steps[-1].at if self.steps else self.received_at

    def triage(self, now: datetime) -> None:
        """Whoever answers has read it."""
        self.triaged_at = self.triaged_at or now
        self._come_to(BoardStatus.TRIAGED, now)

    def ask(self, question: str, now: datetime) -> None:
        """Whoever answers needs to know something first; an earlier question is replaced, with its reply."""
        self.asked, self.replied = question, ""
        self.triaged_at = self.triaged_at or now
        self._come_to(BoardStatus.NEEDS_INFO, now)

    def reply(self, words: str, now: datetime) -> None:
        self.replied = words
        self._come_to(BoardStatus.TRIAGED, now)

    def tell_all(self, now: datetime) -> None:
        """All staff can read what became of it."""
        self._come_to(BoardStatus.CLOSED, now)

    def untell(self) -> None:
        """What all staff could read of it was taken back."""
        self._leave(BoardStatus.CLOSED)

    def _come_to(self, status: BoardStatus, now: datetime) -> None:
        if not self.steps or self.steps[-1].status is not status:
            self.steps = (*self.steps, Passage(status, now))

    def _leave(self, status: BoardStatus) -> None:
        if self.steps and self.steps[-1].status is status:
            self.steps = self.steps[:-1]

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
        self._leave(BoardStatus.DECIDED)
        self._come_to(BoardStatus.ROUTED, now)

    def give_back(self) -> None:
        """It is about more than one team after all: somebody owes the sender a word again."""
        self.state = InputState.PASSED_ON if self.passed_at else InputState.RECEIVED
        self.outcome, self.outcome_by, self.outcome_at = "", None, None
        self.routed_to = None
        self._leave(BoardStatus.ROUTED)

    def pass_on(self, see: str, suggest: str, now: datetime) -> None:
        self.state = InputState.PASSED_ON
        self.passed_see, self.passed_suggest, self.passed_at = see, suggest, now

    def consider(self, decision: str, decision_id: str, now: datetime) -> None:
        """It shaped a decision; `decision` is its display number."""
        self.state, self.outcome_at = InputState.CONSIDERED, now
        self.decision, self.decision_id = decision, decision_id
        self._come_to(BoardStatus.DECIDED, now)

    def reopen(self) -> None:
        """The decision it shaped no longer stands: it is on the agenda again."""
        self.state, self.decision, self.decision_id = InputState.ON_AGENDA, None, None
        self._leave(BoardStatus.DECIDED)

    def withdraw(self, now: datetime) -> None:
        """The sender takes it back: its words are gone for good, its number stays."""
        self.state, self.outcome_at = InputState.WITHDRAWN, now
        self.see = self.suggest = self.passed_see = self.passed_suggest = self.outcome = ""
        self.asked = self.replied = ""

    def _close(self, state: InputState, words: str, by: str, now: datetime) -> None:
        self.state, self.outcome, self.outcome_by, self.outcome_at = state, words, by, now
        self.reason = self.look_again = self.routed_to = None
        placed = state is InputState.ON_AGENDA
        self._come_to(BoardStatus.ON_AGENDA if placed else BoardStatus.DECIDED, now)
