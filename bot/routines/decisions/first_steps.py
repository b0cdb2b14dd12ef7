"""First steps: what each member of the ILT does first about a decision, in their own words (R-094)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate
from bot.messages.decisions import first_steps as wording
from bot.messages.decisions.first_steps import WORDS, StepDesk, Stepped
from bot.messages.vocabulary import Message, Part
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import Decision, DecisionState
from bot.model.decisions_record import FirstStep
from bot.model.everybody import Roster
from bot.model.ids import new_id
from bot.model.meeting_plan import Plan
from bot.model.people import Actor, Person, Role
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.shown import found, telling
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

DAYS_TO_WRITE = 2
"""School days after which whoever has not written one gets one line."""
AFTER_A_MEETING = timedelta(minutes=10)
ADOPTED = frozenset({DecisionState.RECORDED, DecisionState.RELAYED})


class StepToTake(Question):
    decision: str


class TakeFirstStep(Command):
    decision: str
    words: Annotated[str, Field(min_length=1, max_length=WORDS)]


def members(roster: Roster) -> list[Person]:
    return roster.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER)


async def prepare_step(question: StepToTake, *, actor: Actor, work: UnitOfWork, clock: Clock) -> StepDesk:
    decision = await adopted(question.decision, actor, work)
    mine = await step_of(actor.person_id, decision, work)
    return StepDesk(decision, mine.words if mine else "")


async def adopted(decision_id: str, actor: Actor, work: UnitOfWork) -> Decision:
    """The decision, while there is something to do about it; else `NotFound`, `NotPermitted`, `OutOfDate`."""
    permit(actor, "first-step")
    decision = await found(decision_id, actor=actor, work=work)
    if decision.state not in ADOPTED:
        raise OutOfDate(wording.NOTHING_TO_DO)
    return decision


async def step_of(person_id: str, decision: Decision, work: UnitOfWork) -> FirstStep | None:
    written = await work.decisions.first_steps([decision.id])
    return next((one for one in written if one.person == person_id), None)


async def take_first_step(command: TakeFirstStep, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Stepped:
    """Keep it, in the place of what this member wrote before; the ILT's post shows how many there are."""
    decision = await adopted(command.decision, actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    mine = await step_of(actor.person_id, decision, work)
    if mine is None:
        work.decisions.add(
            FirstStep(
                school=work.school,
                decision=decision.id,
                person=actor.person_id,
                words=command.words,
                at=sees.now,
            )
        )
        await work.flush()
    else:
        mine.words, mine.at = command.words, sees.now
    kept = await count(decision, sees.roster, work)
    if mine is None:
        await say_anew(decision, sees, work)
    return kept


async def say_anew(decision: Decision, sees: Viewer, work: UnitOfWork) -> None:
    """Let the ILT's post say how it stands now: its words, who has written, or that it was withdrawn."""
    post = wording.withdrawn(decision)
    if decision.state in ADOPTED:
        kept = await count(decision, sees.roster, work)
        post = wording.post(await telling(decision, sees.roster, work), kept.written, kept.members)
    await work.outbox.edit(key(decision), post, edit=new_id(), due_at=sees.now)


async def count(decision: Decision, roster: Roster, work: UnitOfWork) -> Stepped:
    """How many of those who are on the ILT now have written one."""
    ilt = {person.id for person in members(roster)}
    wrote = {one.person for one in await work.decisions.first_steps([decision.id])}
    return Stepped(decision, len(ilt & wrote), len(ilt))


async def record(decision: Decision, roster: Roster, work: UnitOfWork) -> list[Part]:
    """What has been written, as the ILT reads it in the register."""
    written = await work.decisions.first_steps([decision.id])
    return wording.record([(roster.name(one.person), one.words) for one in written], len(members(roster)))


def key(decision: Decision) -> str:
    """The post in the ILT's channel."""
    return f"decision/{decision.id}/ilt"


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """A post to the ILT about what was adopted, and after two school days a line to who has not written."""
    lately = [one for one in await work.decisions.to_relay(after) if one.state in ADOPTED]
    if not lately:
        return ()
    roster, calendar, plan = await work.people.roster(), await work.calendar.whole(), await plan_of(work)
    wrote = {(one.decision, one.person) for one in await work.decisions.first_steps([d.id for d in lately])}
    letters: list[Due] = []
    for decision in lately:
        moments = posted(decision, calendar, plan)
        if moments is not None:
            at, reminded_at = moments
            letters.append(_post(decision, at, roster, work))
            letters += [
                _reminder(decision, person, reminded_at, work)
                for person in members(roster)
                if (decision.id, person.id) not in wrote
            ]
    return letters


def posted(decision: Decision, calendar: SchoolCalendar, plan: Plan) -> tuple[datetime, datetime] | None:
    """When the ILT is asked, and when those who have not answered are reminded; None without a school day.

    What is decided while the ILT meets is asked there and then.
    """
    adopted = decision.ratified_at or decision.decided_at
    try:
        at = adopted if is_meeting(plan, adopted) else calendar.next_open(adopted)
        day = calendar.shift(calendar.today(at), DAYS_TO_WRITE)
    except NoSchoolAhead:
        return None
    return at, calendar.at(day, calendar.morning)


def is_meeting(plan: Plan, at: datetime) -> bool:
    """Whether the ILT meets then, or has parted less than ten minutes before."""
    meeting = plan.next(at - AFTER_A_MEETING)
    return meeting is not None and meeting.starts_at <= at <= meeting.ends_at + AFTER_A_MEETING


def _post(decision: Decision, at: datetime, roster: Roster, work: UnitOfWork) -> Due:
    async def act() -> Message | None:
        kept = await count(decision, roster, work)
        return wording.post(await telling(decision, roster, work), kept.written, kept.members)

    return Due(
        key=key(decision),
        at=at,
        what=f"Decision {decision.label} to the ILT, with first steps",
        why="it was adopted",
        audience=Audience.ilt(),
        act=act,
        reason=f"decision-adopted:{decision.id}",
    )


def _reminder(decision: Decision, person: Person, at: datetime, work: UnitOfWork) -> Due:
    async def act() -> Message | None:
        return wording.reminder(decision)

    return Due(
        key=f"decision/{decision.id}/first-step/{person.id}",
        at=at,
        what=f"First step for decision {decision.label}",
        why="two school days after it was adopted",
        audience=Audience.person(person.id),
        act=act,
        reason=f"first-step:{decision.id}/{person.id}",
    )


async def still_adopted(decision_id: str, work: UnitOfWork, clock: Clock) -> bool:
    decision = await work.decisions.find(decision_id)
    return decision is not None and decision.state in ADOPTED


async def still_unwritten(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether this member has still not written one, and there is still something to do."""
    decision_id, _, person = what.partition("/")
    decision = await work.decisions.find(decision_id)
    if decision is None or decision.state not in ADOPTED:
        return False
    return await step_of(person, decision, work) is None
