"""What somebody asks about a decision, or worries about, and when the ILT hears of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.ids import new_id

DAYS_TO_ANSWER = 2
"""School days after which a question that nobody answered is mentioned to the ILT (R-108)."""
SMALLEST_NAMED_TEAM = 5
"""A team of fewer people is never named beside a question: its members could be guessed."""


class QuestionKind(StrEnum):
    ASK = "ask"
    CONCERN = "concern"


class QuestionState(StrEnum):
    """`open` -> `answered`."""

    OPEN = "open"
    ANSWERED = "answered"


@dataclass(eq=False, kw_only=True)
class DecisionQuestion:
    """What somebody asked about a decision, or worries about.

    `team` is the key of their team if it is large enough to be named. `asked_by` is kept so that the
    answer can reach them, and is shown to nobody.
    """

    school: str
    decision: str
    kind: QuestionKind
    text: str
    asked_by: str
    asked_at: datetime
    team: str | None = None
    state: QuestionState = QuestionState.OPEN
    answer: str = ""
    answered_by: str | None = None
    answered_at: datetime | None = None
    id: str = field(default_factory=new_id)

    def answer_with(self, words: str, *, by: str, at: datetime) -> bool:
        """Keep the answer; False when somebody else was first."""
        if self.state is not QuestionState.OPEN:
            return False
        self.state = QuestionState.ANSWERED
        self.answer, self.answered_by, self.answered_at = words, by, at
        return True


def mention_day(question: DecisionQuestion, calendar: SchoolCalendar) -> date | None:
    """The school day on which an open question is mentioned to the ILT: two after it reached them."""
    try:
        reached = calendar.today(calendar.next_open(question.asked_at))
        return calendar.shift(reached, DAYS_TO_ANSWER)
    except NoSchoolAhead:
        return None
