"""What an agenda is made of: standing strategies, evidence, voices and items, and honest minutes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.model.agenda_items import (
    PREPARED,
    AgendaItem,
    DataBrought,
    Focus,
    ItemKind,
    Outcome,
    Provenance,
    Split,
    Timed,
    split_of,
)
from bot.model.agenda_templates import AgendaTemplate, Part, Section
from bot.model.meeting_plan import Moments, Plan
from bot.model.meetings import Meeting
from bot.model.rotation import MeetingRole
from bot.model.strategies import Strategy, longest_untouched

TREND, INPUT = 10, 5
TOO_OFTEN = 2
"""An item carried over so often has to be shortened, routed to a team or dropped."""
ORDER = (Provenance.TREND, Provenance.INPUT)
IN_A_ROW = 3
LEARNING_BLOCK = "learning-block"
"""The source of an item that gives adults time to learn; it comes before all other items (R-075)."""
BY_OUTCOME = (Outcome.DECIDE, Outcome.DISCUSS, Outcome.LEARN, Outcome.INFORM)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an agenda. Only items have an id; `part` is the section of the template it stands in.

    `waits` is set where it was carried over too often and nobody has chosen yet what becomes of it.
    """

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
    part: Part = Part.ITEMS
    prompts: tuple[str, ...] = ()
    waits: bool = False

    @property
    def wants_link(self) -> bool:
        """Whether it is to discuss or decide, and belongs to no problem of practice and no strategy (R-068).

        What staff said and what visits saw needs no such reason to be heard.
        """
        asks = self.outcome in PREPARED and self.item is not None
        return asks and not self.is_linked and self.provenance not in ORDER


@dataclass(frozen=True, slots=True)
class Agenda:
    """The lines of one meeting in order, against its length in minutes; a `memo` is read and takes none.

    `structure` names its template.
    """

    starts_at: datetime
    length: int
    lines: tuple[Line, ...]
    memo: tuple[Line, ...] = ()
    structure: str = ""

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
    def free(self) -> int:
        """How many minutes nothing is planned for."""
        return max(0, self.length - self.minutes)

    @property
    def waiting(self) -> tuple[Line, ...]:
        """The items about which somebody has to choose before the agenda is published."""
        return tuple(line for line in self.items if line.waits)

    @property
    def needs_a_meeting(self) -> bool:
        """Whether anything that was brought is to be decided, discussed or learned."""
        return any(line.outcome is not Outcome.INFORM for line in self.items)

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
    """An agenda with all that is said around it: the meeting, its roles and its people's names.

    `scope` names the one team it is about, and is empty when that is the whole school. `purpose` is what the
    charter says that the ILT is for, empty without one. Operations are to take so many percent of the minutes
    at most; `without_learning` says that the three meetings before had no minutes for adults to learn. The
    `pledge` is what the ILT said after its last meeting that it would change.
    """

    meeting: Meeting
    agenda: Agenda
    moments: Moments
    zone: ZoneInfo
    holders: Mapping[MeetingRole, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    scope: str = ""
    purpose: str = ""
    operational_at_most: int = 20
    without_learning: bool = False
    pledge: str = ""

    def name(self, person_id: str | None) -> str:
        return self.names.get(person_id or "", "someone who has left")


def without_learning(meeting: Meeting, plan: Plan) -> bool:
    """Whether the three meetings before, as their agendas were published, left adults no time to learn."""
    before = [one for day, one in sorted(plan.written.items()) if day < meeting.day and one.split]
    return len(before) >= IN_A_ROW and not any(one.split and one.split.adult for one in before[-IN_A_ROW:])


def dive_of(meeting: Meeting, strategies: Sequence[Strategy]) -> Strategy | None:
    """The strategy this meeting looks at closely: as settled with the draft, else the longest untouched."""
    settled = (one for one in strategies if one.active and one.key == meeting.deep_dive)
    return next(settled, None) or longest_untouched(strategies)


def build(
    meeting: Meeting,
    strategies: Sequence[Strategy],
    items: Sequence[AgendaItem],
    plan: Plan,
    template: AgendaTemplate,
) -> Agenda:
    """Lay out the agenda in the order of its template: every active strategy (one of them at depth, R-061),
    the steps of the template's own, and the items.

    Trends come before staff input, then what members added, decisions first; within each kind
    what has been carried over longest is first. What was carried over too often and waits for a
    choice comes last. Nothing is left out to make it fit.
    """
    dive = dive_of(meeting, strategies)
    standing = [one for one in strategies if one.active and one is not dive]
    placed = sorted(items, key=lambda item: (_kind(item), item.day))
    timed = sorted((_line(one, meeting, plan) for one in placed if not one.memo), key=lambda line: line.waits)
    read = tuple(_line(one, meeting, plan) for one in placed if one.memo)
    lines: list[Line] = []
    for section in template.sections:
        match section.part:
            case Part.STATUS:
                lines += [_standing(one, section) for one in standing]
            case Part.DIVE:
                lines += [_standing(dive, section)] if dive else []
            case Part.ITEMS:
                lines += timed
            case Part.OPENING | Part.BLOCK | Part.CLOSING:
                lines.append(_own(section))
            case _:
                assert_never(section.part)
    return Agenda(meeting.starts_at, meeting.minutes, tuple(lines), read, template.name)


def _own(section: Section) -> Line:
    """A section with a title of its own. A step of the template's own counts as work on instruction."""
    is_block, is_learning = section.part is Part.BLOCK, section.outcome is Outcome.LEARN
    return Line(
        section.title,
        section.minutes,
        outcome=section.outcome,
        kind=ItemKind.INSTRUCTIONAL if is_block else None,
        focus=(Focus.ADULT if is_learning else Focus.BOTH) if is_block else None,
        part=section.part,
        prompts=section.prompts,
    )


def _standing(strategy: Strategy, section: Section) -> Line:
    is_dive = section.part is Part.DIVE
    return Line(
        strategy.name,
        section.minutes,
        Provenance.STRATEGY,
        Outcome.DISCUSS if is_dive else Outcome.INFORM,
        detail=strategy.status,
        is_deep_dive=is_dive,
        kind=ItemKind.INSTRUCTIONAL,
        focus=Focus.STUDENT,
        strategy=strategy.key,
        part=section.part,
        prompts=section.prompts if is_dive else (),
    )


def _kind(item: AgendaItem) -> tuple[int, int]:
    if item.source == LEARNING_BLOCK:
        return -1, 0
    rank = ORDER.index(item.provenance) if item.provenance in ORDER else len(ORDER)
    return rank, BY_OUTCOME.index(item.outcome)


def _line(item: AgendaItem, meeting: Meeting, plan: Plan) -> Line:
    carries = plan.times_carried(item.day, meeting.day)
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
        carries=carries,
        kind=item.kind,
        focus=item.focus,
        strategy=item.strategy,
        is_linked=item.is_linked,
        example=item.example,
        students=item.students,
        brought=item.brought,
        waits=carries >= TOO_OFTEN and item.id not in meeting.settled,
    )
