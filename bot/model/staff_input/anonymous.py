"""Anonymous input: what somebody said, and nothing that leads back to who it was."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from bot.model.everybody import Roster
from bot.model.publishing import FEWEST, PeopleCell, publishable
from bot.model.staff_input.given import DeclineReason, Need, Scope, Topic


def random_id() -> str:
    """Return 32 hexadecimal digits of pure chance: they tell nothing of when they were made."""
    return secrets.token_hex(16)


class AnonymousState(StrEnum):
    """`waiting` for the next batch -> `received` by whoever answers -> an outcome.

    `answered`, `on_agenda`, `declined` and `considered` are outcomes. Its sender may take it back
    (`withdrawn`) while it is waiting, received or on an agenda.
    """

    WAITING = "waiting"
    RECEIVED = "received"
    ANSWERED = "answered"
    ON_AGENDA = "on_agenda"
    DECLINED = "declined"
    CONSIDERED = "considered"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({AnonymousState.WAITING, AnonymousState.RECEIVED})
CAN_BE_TAKEN_BACK = OPEN | {AnonymousState.ON_AGENDA}
LONGEST_MORE = 400
LONGEST_PUBLIC = 600


@dataclass(eq=False, kw_only=True)
class AnonymousInput:
    """One thing somebody said without a name.

    `week` is the Monday of the week it came in; nothing says when in that week. `receipt` is what is left of
    the one-time code: from it the code cannot be had back. `team` is there only when it is too large to
    point at anybody. `more` is what its sender added with the code. `asked` is a question put to its sender
    in public, `outcome` the answer or the reason, `routed_to` the one team whose lead has it now.
    """

    school: str
    receipt: str
    week: date
    team: str | None
    topic: Topic
    scope: Scope
    see: str
    suggest: str
    state: AnonymousState = AnonymousState.WAITING
    more: str = ""
    asked: str = ""
    outcome: str = ""
    reason: DeclineReason | None = None
    look_again: date | None = None
    meeting_on: date | None = None
    decision: str | None = None
    decision_id: str | None = None
    routed_to: str | None = None
    needs: tuple[Need, ...] = ()
    id: str = field(default_factory=random_id)

    @property
    def label(self) -> str:
        """What people call it: "A-3F9C". It is made from chance and tells no order."""
        return f"A-{self.id[:4].upper()}"

    @property
    def is_out(self) -> bool:
        """Whether it has been shown to whoever answers."""
        return self.state not in (AnonymousState.WAITING, AnonymousState.WITHDRAWN)

    def awaits_outcome(self, today: date) -> bool:
        """Whether somebody still owes a word on it."""
        if self.state is AnonymousState.ON_AGENDA:
            return self.meeting_on is None or self.meeting_on < today
        if self.state is AnonymousState.DECLINED:
            return self.look_again is not None and self.look_again <= today
        return self.state is AnonymousState.RECEIVED

    @property
    def may_be_withdrawn(self) -> bool:
        return self.state in CAN_BE_TAKEN_BACK

    @property
    def may_be_added_to(self) -> bool:
        """Once, and only while nobody has settled it."""
        return self.state in OPEN and not self.more

    def ask(self, question: str) -> None:
        self.asked = question

    def add(self, more: str) -> None:
        self.more = more

    def answer(self, words: str) -> None:
        self._close(AnonymousState.ANSWERED, words)

    def place(self, meeting_on: date) -> None:
        self._close(AnonymousState.ON_AGENDA, "")
        self.meeting_on = meeting_on

    def decline(self, reason: DeclineReason, words: str, look_again: date | None) -> None:
        self._close(AnonymousState.DECLINED, words)
        self.reason, self.look_again = reason, look_again

    def route(self, team: str, words: str) -> None:
        """It is about one team only, and that team's lead has it now, in the router's words."""
        self._close(AnonymousState.ANSWERED, words)
        self.routed_to = team

    def give_back(self) -> None:
        """It is about more than one team after all: a word is owed again."""
        self.state, self.outcome, self.routed_to = AnonymousState.RECEIVED, "", None

    def consider(self, decision: str, decision_id: str) -> None:
        self.state, self.decision, self.decision_id = AnonymousState.CONSIDERED, decision, decision_id

    def reopen(self) -> None:
        self.state, self.decision, self.decision_id = AnonymousState.ON_AGENDA, None, None

    def withdraw(self) -> None:
        """Its words are gone for good."""
        self.state = AnonymousState.WITHDRAWN
        self.see = self.suggest = self.more = self.asked = self.outcome = ""

    def _close(self, state: AnonymousState, words: str) -> None:
        self.state, self.outcome = state, words
        self.reason = self.look_again = self.routed_to = None


def week_of(today: date) -> date:
    """The Monday of a day's week."""
    return today - timedelta(days=today.weekday())


@dataclass(frozen=True, slots=True)
class Counted:
    """With whom an anonymous input is counted: a team (`key`), or all staff (no key), and how many they are.

    `own` is how many the sender's own team has; `name` is empty for all staff.
    """

    key: str | None
    name: str
    n: int
    own: int


def counted_with(roster: Roster, person: str, fewest: int = FEWEST) -> Counted | None:
    """The smallest group that an anonymous input of this person may be counted with; None when there is none.

    Whoever answers input is not one of those it could be from. A team that is too small is counted with all
    staff, and so is a larger one when those left over would otherwise be too few.
    """
    staff = [one for one in roster.people if one.active]
    team = roster.team_of(person)
    own = len(roster.members(team.key)) if team else 0
    if len(staff) - len(readers(roster)) < max(FEWEST, fewest):
        return None
    if team and team.key in publishable(team_cells(roster), total_shown=True, fewest=fewest):
        return Counted(team.key, team.name, own, own)
    return Counted(None, "", len(staff), own)


def team_cells(roster: Roster) -> list[PeopleCell]:
    """How many could have said it, by the team each belongs to first."""
    counts: dict[str, int] = {}
    reads = readers(roster)
    for person in roster.people:
        if person.active and person.id not in reads:
            team = roster.team_of(person.id)
            counts[team.key if team else ""] = counts.get(team.key if team else "", 0) + 1
    return [PeopleCell(name or "none", n) for name, n in sorted(counts.items())]


def readers(roster: Roster) -> set[str]:
    """Who reads anonymous input before anybody else."""
    triager = roster.triager()
    return {triager.id} if triager else set()


def names_in(roster: Roster, words: str) -> Iterable[str]:
    """The names of colleagues that stand in these words, by full name or family name."""
    spoken = words.split()
    plain = {word.strip(".,;:!?()\"'’“”").removesuffix("'s").removesuffix("’s") for word in spoken}
    for person in roster.people:
        first, _, last = person.name.rpartition(" ")
        if person.name.lower() in words.lower() or (first and last in plain):
            yield person.name
