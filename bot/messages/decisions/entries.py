"""What the register of decisions shows: each as one person may see it, and how they stand together."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.messages.decisions.words import Telling
from bot.messages.vocabulary import Part
from bot.model.decisions_questions import QuestionKind
from bot.model.outbox import LetterState


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one team's post. `to` is who got it instead, when the channel could not have it."""

    place: str
    state: LetterState
    trouble: str | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about a decision, as the ILT may see it: never with a name. It waited school days."""

    id: str
    kind: QuestionKind
    words: str
    of: str
    answer: str = ""
    answered_by: str = ""
    waited: int = 0


@dataclass(frozen=True, slots=True)
class Past:
    """One step that a decision took: when, through whom, why, and how it was worded until then."""

    on: date
    what: str
    by: str = ""
    reason: str = ""
    now_do: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision as one person may see it; what is only for the ILT is empty for others.

    `posts` are the places where it was posted, each with the address under which it is read there; `inside`
    is what its record says to the ILT alone.
    """

    telling: Telling
    decided_on: date
    relay_at: datetime | None
    zone: ZoneInfo
    replaced_by: str = ""
    deliveries: tuple[Delivery, ...] = ()
    questions: tuple[Asked, ...] = ()
    asked: int = 0
    answered: int = 0
    may_correct: bool = False
    may_withdraw: bool = False
    may_review: bool = False
    review_on: date | None = None
    is_due: bool = False
    history: tuple[Past, ...] = ()
    posts: tuple[tuple[str, str], ...] = ()
    inside: tuple[Part, ...] = ()
    may_complete: bool = False
    may_reassign: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the decisions `in_force`: the median `age` in school days, how many reviews are `due`, and how many
    name other options, both needs, and staff input behind them."""

    in_force: int
    age: int
    due: int
    weighed: int
    needs: int
    from_staff: int


@dataclass(frozen=True, slots=True)
class Register:
    """What was found: one decision in full, or a list of them, newest first, out of `total`.

    `filters` are the words that find the decisions of one kind, with how many there are.
    """

    search: str
    entries: tuple[Entry, ...] = ()
    total: int = 0
    one: Entry | None = None
    filters: tuple[tuple[str, int], ...] = ()
    figures: Figures | None = None
