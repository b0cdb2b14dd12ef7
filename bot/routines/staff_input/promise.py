"""The promise, kept by the clock: nobody waits longer than ten school days without a word and a date."""

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import dropwhile, islice

from bot.messages.staff_input import outcomes
from bot.messages.staff_input import triage as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.everybody import Roster
from bot.model.people import Role, the_clock
from bot.model.staff_input import (
    PROMISED_DAYS,
    UNTOUCHED,
    InputState,
    StaffInput,
    following,
    late_days,
    nudge_days,
    outcome_by,
    owner,
    sight,
)
from bot.ports import Clock
from bot.routines.staff_input import batches, bridge, loop
from bot.routines.staff_input.showing import show
from bot.routines.staff_input.telling import as_author, tell_author
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.recalled import recalled
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Waiting:
    """Everything that may still need somebody, read once."""

    inputs: Sequence[StaffInput]
    roster: Roster
    calendar: SchoolCalendar
    _heard: dict[Hashable, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)

    def reminded(self, given: StaffInput, morning: date) -> frozenset[str]:
        """Who hears of it on a morning: whoever owes the next word; once late, the principal too."""
        owing, leading = self._known(given)
        is_late = given.state in UNTOUCHED and morning >= outcome_by(given.received_at, self.calendar)
        return owing | leading if is_late else owing

    def _known(self, given: StaffInput) -> tuple[frozenset[str], frozenset[str]]:
        """Who owes the next word as the input stands, and which leaders hear of it once it is late."""
        stands = (given.id, given.state, given.passed_at, given.carrier)
        if stands not in self._heard:
            owes = owner(given, self.roster)
            leaders = self.roster.holders(Role.SCHOOL_LEADER)
            seeing = (one.id for one in leaders if one.id != given.author and self.may_see(given, one.id))
            self._heard[stands] = frozenset({owes.id} if owes else ()), frozenset(seeing)
        return self._heard[stands]

    def may_see(self, given: StaffInput, person: str) -> bool:
        return sight(given, person, self.roster) is not None

    def for_person(self, person: str, morning: date) -> list[StaffInput]:
        """What that person is reminded of that morning, what was missed on earlier mornings included."""
        begun = (one for one in self.inputs if any(nudge_days(one, self.calendar, morning)))
        return [one for one in begun if person in self.reminded(one, morning)]


@recalled
async def waiting_in(work: UnitOfWork) -> Waiting:
    """What may still need somebody as this unit of work sees it."""
    calendar = await work.calendar.whole()
    return Waiting(await work.inputs.unsettled(), await work.people.roster(), calendar)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """One reminder per person and morning for all they owe; a word to each sender whose ten days are over."""
    waiting = await waiting_in(work)
    calendar = waiting.calendar
    mornings: set[tuple[str, date]] = set()
    late: list[Due] = []
    first, last = calendar.today(after), calendar.today(until)
    for given in waiting.inputs:
        for morning in dropwhile(first.__gt__, nudge_days(given, calendar, last)):
            mornings |= {(person, morning) for person in waiting.reminded(given, morning)}
        unanswered = dropwhile(first.__gt__, late_days(given, calendar, last))
        late += [_late(given, morning, waiting, work) for morning in unanswered]
    late += [*await batches.due(work, after, until), *await loop.due(work, after, until)]
    late += await bridge.due(work, after, until)
    found = [*late, *(_reminder(person, morning, waiting) for person, morning in sorted(mornings))]
    return [one for one in found if after < one.at <= until]


def _reminder(person: str, morning: date, waiting: Waiting) -> Due:
    calendar = waiting.calendar
    return Due(
        key=f"input/reminder/{person}/{morning}",
        at=calendar.at(morning, calendar.morning),
        what="Reminder of staff input that waits",
        why="a first answer, the ten school days, a meeting that is over or a look-again date",
        audience=Audience.person(person),
        act=partial(_remind, person, morning, waiting),
        stale_at=calendar.at(next(following(morning, calendar), morning), calendar.closes),
        group=f"input/reminder/{person}",
        reason=f"input-owed:{person}",
    )


async def _remind(person: str, morning: date, waiting: Waiting) -> Message | None:
    owed = waiting.for_person(person, morning)
    nudges = [wording.nudge(one, morning, outcome_by(one.received_at, waiting.calendar)) for one in owed]
    return wording.reminder(nudges) if nudges else None


def _late(given: StaffInput, morning: date, waiting: Waiting, work: UnitOfWork) -> Due:
    """The sender's word goes out under its own key: a list of what is due must not say who sent it."""
    calendar, owes = waiting.calendar, owner(given, waiting.roster)
    return Due(
        key=f"input/late/{given.id}/{morning}",
        at=calendar.at(morning, calendar.morning),
        what="Word to a sender that there is no answer yet",
        why="ten school days without an answer",
        audience=Audience.person(owes.id) if owes else Audience.ilt(),
        act=partial(_own_up, given, morning, waiting, work),
        group=f"input/late/{given.id}",
    )


async def _own_up(given: StaffInput, morning: date, waiting: Waiting, work: UnitOfWork) -> None:
    calendar = waiting.calendar
    sees = Viewer(the_clock(work.school), waiting.roster, calendar, calendar.at(morning, calendar.morning))
    mine = show(given, as_author(given, sees))
    next_word = next(islice(following(morning, calendar), PROMISED_DAYS - 1, None), None)
    message = outcomes.late(mine, next_word)
    await tell_author(given, message, sees, work=work, event=f"late/{morning}")


async def _still_received(input_id: str, work: UnitOfWork, clock: Clock) -> bool:
    return await _stands(input_id, work, InputState.RECEIVED)


async def _still_passed_on(input_id: str, work: UnitOfWork, clock: Clock) -> bool:
    return await _stands(input_id, work, InputState.PASSED_ON)


async def _still_shaped(input_id: str, work: UnitOfWork, clock: Clock) -> bool:
    return await _stands(input_id, work, InputState.CONSIDERED)


async def _still_untouched(input_id: str, work: UnitOfWork, clock: Clock) -> bool:
    return await _stands(input_id, work, *UNTOUCHED)


async def _not_withdrawn(input_id: str, work: UnitOfWork, clock: Clock) -> bool:
    return await _stands(input_id, work, *(set(InputState) - {InputState.WITHDRAWN}))


async def _stands(input_id: str, work: UnitOfWork, *states: InputState) -> bool:
    given = await work.inputs.by_id(input_id)
    return given is not None and given.state in states


async def _still_owed(person: str, work: UnitOfWork, clock: Clock) -> bool:
    waiting = await waiting_in(work)
    return bool(waiting.for_person(person, waiting.calendar.today(clock.now())))


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "input-received": _still_received,
    "input-passed": _still_passed_on,
    "input-shaped": _still_shaped,
    "input-untouched": _still_untouched,
    "input-told": _not_withdrawn,
    "input-owed": _still_owed,
}
"""What makes a letter about staff input worth sending, looked up again before it goes out."""
