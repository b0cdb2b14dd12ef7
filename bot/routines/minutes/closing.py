"""The closing question: asked when a meeting ends, closed a school day later, worded by its facilitator."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.minutes import closing as wording
from bot.messages.minutes.closing import LINE, PLEDGE, Closed
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, NoSchoolAhead
from bot.model.closing import Closing, ClosingAnswer, ClosingParticipant, Touched
from bot.model.everybody import Roster
from bot.model.live_room import Room
from bot.model.meeting_plan import Plan
from bot.model.people import Actor, Relation, Role
from bot.model.publishing import FEWEST
from bot.model.rotation import MeetingRole
from bot.model.staff_input.anonymous import random_id
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.minutes.pre_read import took_part
from bot.routines.minutes.record import soon
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due, not_before
from storage.unit_of_work import UnitOfWork

OVER = "This question is closed."
TWICE = "You have answered already. I cannot change it: I do not know which answer is yours."
Mark = Annotated[int, Field(ge=1, le=4)]
Line = Annotated[str, Field(max_length=LINE)]


class AboutClosing(Question):
    day: date

    @property
    def is_anonymous(self) -> bool:
        return True


class AnswerClosing(Command):
    """Both answers from 1 to 4, and two lines at most."""

    day: date
    worth: Mark
    change: Mark
    plus: Line = ""
    delta: Line = ""

    @property
    def is_anonymous(self) -> bool:
        return True


class AboutPledge(Question):
    day: date


class WordPledge(Command):
    day: date
    pledge: Annotated[str, Field(min_length=3, max_length=PLEDGE)]


async def ask(room: Room, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """Ask every member once, in the same message as what they will do themselves."""
    day = room.run.day
    closes_at, at = _closes_at(plan, now), soon(room.run, plan, now)
    if closes_at is None or at is None or not plan.takes_place(day) or await work.closings.of(day):
        return
    work.closings.add(Closing(school=work.school, day=day, closes_at=closes_at))
    for person in members(await work.people.roster()):
        await work.outbox.post(
            Audience.person(person),
            wording.asking(day),
            key=key_of(day, f"closing/{person}"),
            due_at=at,
            stale_at=closes_at,
            reason=f"closing:{day.isoformat()}",
            counts=False,
        )


async def prepare(question: AboutClosing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Closing:
    """The question, for a member who has not answered yet."""
    permit(actor, "answer-closing")
    closing = await _open(question.day, work, clock.now())
    if await work.closings.has_answered(closing.id, actor.person_id):
        raise OutOfDate(TWICE)
    return closing


async def answer(command: AnswerClosing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Closing:
    """Keep one answer, and in another table that this member has answered."""
    permit(actor, "answer-closing")
    closing = await _open(command.day, work, clock.now())
    given = ClosingAnswer(
        school=work.school,
        closing=closing.id,
        worth=command.worth,
        change=command.change,
        plus=command.plus,
        delta=command.delta,
        id=random_id(),
    )
    took = ClosingParticipant(school=work.school, closing=closing.id, person=actor.person_id, id=random_id())
    if not await work.closings.keep(given, took):
        raise OutOfDate(TWICE)
    return closing


async def before_wording(question: AboutPledge, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Closing:
    return await _of_facilitator(question.day, actor, work)


async def word(command: WordPledge, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Closing:
    """Keep what the ILT changes: it opens the next agenda."""
    closing = await _of_facilitator(command.day, actor, work)
    closing.pledge = command.pledge
    return closing


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The end of each question; what was answered is forgotten then, whatever else waits."""
    plan = await plan_of(work)
    found = [_closes(one, plan, work, until) for one in await work.closings.open_ones()]
    kept = [replace(one, at=not_before(one.at, after)) for one in found]
    return [one for one in kept if one.at <= until]


async def is_open(day: str, work: UnitOfWork, clock: Clock) -> bool:
    closing = await work.closings.of(date.fromisoformat(day))
    return closing is not None and closing.is_open(clock.now())


def members(roster: Roster) -> list[str]:
    """Who is asked: the ILT, the school leader among them."""
    return list(dict.fromkeys(one.id for one in roster.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER)))


def _closes(closing: Closing, plan: Plan, work: UnitOfWork, now: datetime) -> Due:
    async def act() -> None:
        fewest = max(FEWEST, (await work.settings.now()).k)
        asked = members(await work.people.roster())
        answers = await work.closings.answers(closing.id)
        closing.close(answers, len(asked), fewest)
        voices = [one.spoke + one.passed for one in await work.rounds.of(closing.day)]
        before = len(await took_part(closing.day, work))
        closing.touched = Touched(before, max(voices, default=0), len(answers), len(asked))
        await work.closings.forget(closing.id)
        await work.flush()
        await _tell(Closed(closing, plan.on(closing.day).on, fewest), plan, work, now)

    why = f"a school day after the meeting of {closing.day.isoformat()}"
    key = key_of(closing.day, "closing-ends")
    return Due(key, closing.closes_at, "The closing question ends", why, Audience.ilt(), act, speaks=False)


async def _tell(closed: Closed, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    run, at = await work.live.run(closed.closing.day), plan.calendar.opening(now)
    if run is not None and run.facilitator is not None and at is not None:
        await work.outbox.post(
            Audience.person(run.facilitator),
            wording.result(closed),
            key=key_of(run.day, "closing-result"),
            due_at=at,
        )


async def _open(day: date, work: UnitOfWork, now: datetime) -> Closing:
    closing = await work.closings.of(day)
    if closing is None or not closing.is_open(now):
        raise OutOfDate(OVER)
    return closing


async def _of_facilitator(day: date, actor: Actor, work: UnitOfWork) -> Closing:
    closing, run = await work.closings.of(day), await work.live.run(day)
    holder = (await work.meetings.roles(day)).get(MeetingRole.FACILITATOR)
    leads = actor.person_id in (run.facilitator if run else None, holder.person if holder else None)
    permit(actor, "word-pledge", *((Relation.FACILITATOR,) if leads else ()))
    if closing is None:
        raise Refusal("That meeting has no closing question.")
    return closing


def _closes_at(plan: Plan, now: datetime) -> datetime | None:
    """The end of contract hours on the next school day."""
    calendar = plan.calendar
    try:
        day = calendar.on_or_after(calendar.today(now) + A_DAY)
    except NoSchoolAhead:
        return None
    return calendar.at(day, calendar.closes_on(day))
