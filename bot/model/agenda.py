"""What an agenda is made of: standing strategies, evidence, voices and items, and honest minutes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.model.agenda_items import DataBrought, Focus, ItemKind, Split, Timed, split_of
from bot.model.meetings import AgendaItem, Meeting, Moments, Outcome, Plan, Provenance
from bot.model.rotation import MeetingRole
from bot.model.strategies import Strategy, longest_untouched

OPENING, CLOSING = 3, 5
DEEP_DIVE, STATUS = 15, 2
TREND, INPUT = 10, 5
OPENING_TITLE = "Opening: a classroom moment, and what we said we would do"
CLOSING_TITLE = "Closing: decisions, who does what, what each team will hear"
ORDER = (Provenance.TREND, Provenance.INPUT)
LEARNING_BLOCK = "learning-block"
"""The source of an item that gives adults time to learn; it comes before all other items (R-075)."""
BY_OUTCOME = (Outcome.DECIDE, Outcome.DISCUSS, Outcome.LEARN, Outcome.INFORM)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an agenda. The opening and the closing have no provenance, only items have an id."""

    title: str
    minutes: int
    provenance: Provenance | None = None
    outcome: Outcome = Outcome.INFORM
    label: str = ""
    detail: str = ""
    by: str | None = None
    item: str | None = None
    is_deep_dive: bool = False
    carried_from: date | None = None
    carries: int = 0
    kind: ItemKind | None = None
    focus: Focus | None = None
    strategy: str | None = None
    is_linked: bool = True
    example: str = ""
    students: str = ""
    brought: DataBrought | None = None

    @property
    def wants_link(self) -> bool:
        """Whether it is to discuss or decide, and belongs to no problem of practice and no strategy (R-068).

        What staff said and what visits saw needs no such reason to be heard.
        """
        asks = self.outcome in (Outcome.DISCUSS, Outcome.DECIDE) and self.item is not None
        return asks and not self.is_linked and self.provenance not in ORDER


@dataclass(frozen=True, slots=True)
class Agenda:
    """The lines of one meeting in order, against its length in minutes; a `memo` is read and takes none."""

    starts_at: datetime
    length: int
    lines: tuple[Line, ...]
    memo: tuple[Line, ...] = ()

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)

    @property
    def over(self) -> int:
        """By how many minutes it does not fit; zero when it does."""
        return max(0, self.minutes - self.length)

    @property
    def items(self) -> tuple[Line, ...]:
        """What has been put on it, beyond what stands on every agenda."""
        return tuple(line for line in self.lines if line.item)

    @property
    def deep_dive(self) -> Line | None:
        return next((line for line in self.lines if line.is_deep_dive), None)

    @property
    def split(self) -> Split:
        """The minutes by kind and by whose learning they serve, without the opening and the closing."""
        return split_of(Timed(line.minutes, line.kind, line.focus) for line in self.lines if line.kind)

    @property
    def unlinked(self) -> tuple[Line, ...]:
        """What is to be discussed or decided without a link to what the school works on."""
        return tuple(line for line in self.lines if line.wants_link)

    def timed(self) -> Iterator[tuple[datetime, Line]]:
        """Each line with the moment it begins."""
        begins = self.starts_at
        for line in self.lines:
            yield begins, line
            begins += timedelta(minutes=line.minutes)


@dataclass(frozen=True)
class Sheet:
    """An agenda with all that is said around it: the meeting, its roles and its people's names."""

    meeting: Meeting
    agenda: Agenda
    moments: Moments
    zone: ZoneInfo
    holders: Mapping[MeetingRole, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, person_id: str | None) -> str:
        return self.names.get(person_id or "", "someone who has left")


def dive_of(meeting: Meeting, strategies: Sequence[Strategy]) -> Strategy | None:
    """The strategy this meeting looks at closely: as settled with the draft, else the longest untouched."""
    settled = (one for one in strategies if one.active and one.key == meeting.deep_dive)
    return next(settled, None) or longest_untouched(strategies)


def build(
    meeting: Meeting, strategies: Sequence[Strategy], items: Sequence[AgendaItem], plan: Plan
) -> Agenda:
    """Lay out the agenda: every active strategy (one of them at depth, R-061), then the items.

    Trends come before staff input, then what members added, decisions first; within each kind
    what has been carried over longest is first. Nothing is left out to make it fit.
    """
    dive = dive_of(meeting, strategies)
    placed = sorted(items, key=lambda item: (_kind(item), item.day))
    timed, memo = [one for one in placed if not one.memo], [one for one in placed if one.memo]
    lines = (
        Line(OPENING_TITLE, OPENING),
        *(_standing(one, STATUS) for one in strategies if one.active and one is not dive),
        *([_standing(dive, DEEP_DIVE)] if dive else []),
        *(_line(item, meeting, plan) for item in timed),
        Line(CLOSING_TITLE, CLOSING),
    )
    read = tuple(_line(item, meeting, plan) for item in memo)
    return Agenda(meeting.starts_at, meeting.minutes, lines, read)


def _standing(strategy: Strategy, minutes: int) -> Line:
    return Line(
        strategy.name,
        minutes,
        Provenance.STRATEGY,
        Outcome.DISCUSS if minutes == DEEP_DIVE else Outcome.INFORM,
        detail=strategy.status,
        is_deep_dive=minutes == DEEP_DIVE,
        kind=ItemKind.INSTRUCTIONAL,
        focus=Focus.STUDENT,
        strategy=strategy.key,
    )


def _kind(item: AgendaItem) -> tuple[int, int]:
    if item.source == LEARNING_BLOCK:
        return -1, 0
    rank = ORDER.index(item.provenance) if item.provenance in ORDER else len(ORDER)
    return rank, BY_OUTCOME.index(item.outcome)


def _line(item: AgendaItem, meeting: Meeting, plan: Plan) -> Line:
    return Line(
        item.title,
        item.minutes,
        item.provenance,
        item.outcome,
        item.label,
        item.detail,
        item.by,
        item.id,
        carried_from=item.day if item.day < meeting.day else None,
        carries=plan.times_carried(item.day, meeting.day),
        kind=item.kind,
        focus=item.focus,
        strategy=item.strategy,
        is_linked=item.is_linked,
        example=item.example,
        students=item.students,
        brought=item.brought,
    )
