"""A cycle as one of the two sees it. Nobody else ever does, the bot admin included."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import NotFound
from bot.messages import cycles as wording
from bot.messages.cycles.showing import MyCycles
from bot.messages.cycles.view import CycleView, PhaseView
from bot.messages.home import HomeShare
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.cycles import Cycle, Phase, plan
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Question
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

GONE = "This learning cycle is not there any more. /ilt cycle shows the ones you have."


@dataclass(frozen=True)
class Setting:
    """What every view is drawn from: the roster, the calendar and the moment."""

    roster: Roster
    calendar: SchoolCalendar
    now: datetime

    @property
    def today(self) -> date:
        return self.calendar.today(self.now)

    def view(self, cycle: Cycle, phases: Sequence[Phase], person: str) -> CycleView:
        planned = tuple(plan(cycle, phases, self.calendar))
        last = max(one.due for one in planned)
        return CycleView(
            cycle=cycle,
            planned=planned,
            person=person,
            other=self.roster.name(cycle.other(person)),
            skipped=tuple(self.calendar.skipped(cycle.begins, last)),
            today=self.today,
        )

    def at_work(self) -> datetime:
        """When the bot may say something that the person did not ask for."""
        try:
            return self.calendar.next_open(self.now)
        except NoSchoolAhead:
            return self.now


async def setting(work: UnitOfWork, now: datetime) -> Setting:
    return Setting(await work.people.roster(), await work.calendar.whole(), now)


async def cycle_of(cycle_id: str, verb: str, *, actor: Actor, work: UnitOfWork) -> Cycle:
    """The cycle, for one of its two people."""
    cycle = await work.cycles.cycle(cycle_id)
    permit(actor, verb, *([Relation.PAIR] if cycle and cycle.holds(actor.person_id) else []))
    if cycle is None:
        raise NotFound(GONE)
    return cycle


async def phase_of(phase_id: str, verb: str, *, actor: Actor, work: UnitOfWork) -> tuple[Cycle, Phase]:
    phase = await work.cycles.phase(phase_id)
    cycle = await cycle_of(phase.cycle if phase else "", verb, actor=actor, work=work)
    if phase is None:
        raise NotFound(GONE)
    return cycle, phase


async def view_of(cycle: Cycle, person: str, *, work: UnitOfWork, seen: Setting) -> CycleView:
    phases = await work.cycles.phases([cycle.id])
    return seen.view(cycle, phases[cycle.id], person)


async def phase_view(
    cycle: Cycle, phase: Phase, person: str, *, work: UnitOfWork, seen: Setting
) -> PhaseView:
    view = await view_of(cycle, person, work=work, seen=seen)
    return PhaseView(view, view.phase(phase.id))


async def tell(
    person: str,
    message: Message,
    key: str,
    *,
    work: UnitOfWork,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Say something to one of the two; a lost answer is said again rather than never."""
    await work.outbox.post(
        Audience.person(person), message, key=f"cycles/{key}", due_at=at, reason=reason, if_unknown="again"
    )


class SeeCycles(Question):
    """My open learning cycles."""


async def see(question: SeeCycles, *, actor: Actor, work: UnitOfWork, clock: Clock) -> MyCycles:
    permit(actor, "cycle")
    return MyCycles(await _mine(actor.person_id, await setting(work, clock.now()), work))


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """What waits for this person in their cycles, and where those stand."""
    seen = Setting(viewer.roster, viewer.calendar, viewer.now)
    return wording.share(await _mine(viewer.actor.person_id, seen, work))


async def _mine(person: str, seen: Setting, work: UnitOfWork) -> tuple[CycleView, ...]:
    cycles = await work.cycles.open_cycles_of(person)
    phases = await work.cycles.phases([cycle.id for cycle in cycles])
    return tuple(seen.view(cycle, phases[cycle.id], person) for cycle in cycles)
