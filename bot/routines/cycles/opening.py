"""Proposing a learning cycle, agreeing to it, or not."""

from datetime import date
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages import cycles as wording
from bot.messages.cycles.forms import ENDS_LENGTH, GOAL_LENGTH, MEASURE_LENGTH, OpeningSheet
from bot.messages.cycles.view import CycleView
from bot.messages.dates import day
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.cycles import Cycle, CycleState, Phase, PhaseName, proposed_days, standing
from bot.model.everybody import Roster
from bot.model.people import Actor, Person
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.cycles.sheets import Setting, cycle_of, setting, tell, view_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

NOBODY = (
    "There is nobody to open a learning cycle with: it takes a lead, and a school leader, deputy or coach."
    " Ask whoever looks after ILT Bot here to put their roles in the school file."
)


class OpenCycleForm(Question):
    """The form for a new cycle."""


async def open_form(question: OpenCycleForm, *, actor: Actor, work: UnitOfWork, clock: Clock) -> OpeningSheet:
    """Whom it can be opened with, the leader of their own check-ins first, and when it could well begin."""
    permit(actor, "open-cycle")
    seen = await setting(work, clock.now())
    people = partners(seen.roster, actor.person_id)
    if not people:
        raise Refusal(NOBODY)
    met = {one.leader for one in await work.checkins.of_person(actor.person_id)}
    people.sort(key=lambda person: person.id not in met)
    monday = seen.today + (7 - seen.today.weekday()) * A_DAY
    return OpeningSheet(
        tuple((person.id, person.name) for person in people), first_day(seen.calendar, monday)
    )


def partners(roster: Roster, person_id: str) -> list[Person]:
    """Everybody who makes a pair with this person: leaders for a lead, and for a leader the leads first."""
    mine = standing(roster.relations(person_id))
    ranked = [
        (standing(roster.relations(person.id)), person)
        for person in roster.people
        if may(roster.actor(person.id), "open-cycle")
    ]
    found = [(rank, person) for rank, person in ranked if rank != mine]
    return [person for rank, person in sorted(found, key=lambda one: nearness(mine, one[0]))]


def nearness(mine: int, rank: int) -> int:
    """For a lead the school leader comes first; for a leader the leads do."""
    return -rank if rank > mine else rank - 100


def first_day(calendar: SchoolCalendar, wanted: date) -> date:
    try:
        return calendar.on_or_after(wanted)
    except NoSchoolAhead as error:
        raise Refusal(
            "The school year is over. Open a learning cycle when the next one is planned."
        ) from error


class OpenCycle(Command):
    """A learning cycle somebody would like to go through with somebody."""

    other: str
    weeks: Annotated[int, Field(ge=3, le=5)]
    begins: date
    goal: Annotated[str, Field(min_length=1, max_length=GOAL_LENGTH)]
    baseline: Annotated[str, Field(min_length=1, max_length=ENDS_LENGTH)]
    target: Annotated[str, Field(min_length=1, max_length=ENDS_LENGTH)]
    measure: Annotated[str, Field(min_length=1, max_length=MEASURE_LENGTH)]


async def propose(command: OpenCycle, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CycleView:
    """Keep the proposal and ask the other one, with the days and the breaks that are skipped."""
    permit(actor, "open-cycle")
    seen = await setting(work, clock.now())
    if command.other not in [person.id for person in partners(seen.roster, actor.person_id)]:
        raise Refusal("Please choose one of the people in the list.", field="other")
    await _check_free(command.other, actor, work)
    check_days(command.weeks, command.begins, seen)
    cycle = _cycle(command, actor, seen)
    _keep(cycle, work)
    await work.flush()
    asked = await view_of(cycle, cycle.asked, work=work, seen=seen)
    message, reason = wording.proposal(asked), f"cycle-proposal:{cycle.id}"
    await tell(cycle.asked, message, f"{cycle.id}/proposal", work=work, at=seen.at_work(), reason=reason)
    return await view_of(cycle, actor.person_id, work=work, seen=seen)


async def _check_free(other: str, actor: Actor, work: UnitOfWork) -> None:
    mine = await work.cycles.open_cycles_of(actor.person_id)
    if any(cycle.holds(other) for cycle in mine):
        raise Refusal(
            "The two of you have a learning cycle open already. Finish or end it first: /ilt cycle.",
            field="other",
        )


def check_days(weeks: int, begins: date, seen: Setting) -> None:
    """Refuse a first day that is past or without school, and a cycle longer than what is left of the year."""
    if begins < seen.today:
        raise Refusal("This day is past. Choose today or a later day.", field="begins")
    following = first_day(seen.calendar, begins)
    if following != begins:
        raise Refusal(
            f"There is no school on {day(begins)}. The next school day is {day(following)}.", field="begins"
        )
    try:
        proposed_days(weeks, begins, seen.calendar)
    except NoSchoolAhead as error:
        raise Refusal(
            "The school year ends before this cycle would. Begin earlier, or choose fewer weeks.",
            field="begins",
        ) from error


def _cycle(command: OpenCycle, actor: Actor, seen: Setting) -> Cycle:
    pair = [actor.person_id, command.other]
    lead, leader = sorted(pair, key=lambda person: standing(seen.roster.relations(person)))
    return Cycle(
        school=actor.school,
        lead=lead,
        leader=leader,
        opened_by=actor.person_id,
        weeks=command.weeks,
        begins=command.begins,
        goal=command.goal,
        baseline=command.baseline,
        target=command.target,
        measure=command.measure,
        proposed_on=seen.today,
    )


def _keep(cycle: Cycle, work: UnitOfWork) -> None:
    work.cycles.add(cycle)
    for name in PhaseName:
        work.cycles.add(Phase(school=cycle.school, cycle=cycle.id, name=name))


class AgreeToCycle(Command):
    cycle: str


async def agree(command: AgreeToCycle, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CycleView:
    """Begin the cycle. One that was to begin on a day gone by begins on the next school day instead."""
    cycle = await cycle_of(command.cycle, "agree-cycle", actor=actor, work=work)
    if cycle.state is not CycleState.PROPOSED:
        raise OutOfDate(answered(cycle))
    seen = await setting(work, clock.now())
    if cycle.asked != actor.person_id:
        raise Refusal(f"You proposed it. It waits for {seen.roster.name(cycle.asked)} to agree.")
    begins = first_day(seen.calendar, max(cycle.begins, seen.today))
    check_days(cycle.weeks, begins, seen)
    cycle.begins, cycle.state = begins, CycleState.ACTIVE
    for phase in (await work.cycles.phases([cycle.id]))[cycle.id]:
        phase.since = seen.today
    await work.flush()
    for person in cycle.pair:
        view = await view_of(cycle, person, work=work, seen=seen)
        at = seen.now if person == actor.person_id else seen.at_work()
        await tell(person, wording.agreed(view), f"{cycle.id}/agreed/{person}", work=work, at=at)
    return await view_of(cycle, actor.person_id, work=work, seen=seen)


class DeclineCycle(Command):
    cycle: str


async def decline(command: DeclineCycle, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CycleView:
    """Say no to a proposal, take one's own back, or end a cycle early; the other is told."""
    cycle = await cycle_of(command.cycle, "decline-cycle", actor=actor, work=work)
    if not cycle.is_open:
        raise OutOfDate(answered(cycle))
    active = cycle.state is CycleState.ACTIVE
    cycle.state = CycleState.ENDED if active else CycleState.DECLINED
    seen = await setting(work, clock.now())
    other = cycle.other(actor.person_id)
    view = await view_of(cycle, other, work=work, seen=seen)
    await tell(other, wording.declined(view), f"{cycle.id}/{cycle.state}", work=work, at=seen.at_work())
    return await view_of(cycle, actor.person_id, work=work, seen=seen)


def answered(cycle: Cycle) -> str:
    """What has become of a cycle that somebody still has a button of."""
    return {
        CycleState.ACTIVE: "You have both agreed already. /ilt cycle shows where it stands.",
        CycleState.CLOSED: "This learning cycle is closed already. /ilt cycle opens another.",
        CycleState.DECLINED: "This learning cycle was declined or taken back. /ilt cycle opens another.",
        CycleState.ENDED: "This learning cycle was ended. /ilt cycle opens another.",
        CycleState.PROPOSED: "This learning cycle has not begun: it still waits for an answer.",
    }[cycle.state]
