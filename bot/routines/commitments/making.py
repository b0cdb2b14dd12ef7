"""Writing down what somebody of the ILT will do."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages import dates
from bot.messages.commitments import posts
from bot.messages.commitments.forms import TEXT, Desk
from bot.messages.commitments.words import Said
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.commitments import Commitment
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.commitments.shown import known, name_nobody_else, on_the_ilt
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NOT_OF_THE_ILT = "Please choose people of the ILT: only they can say that they will do something."
GONE = "What it should wait for is done already. Please choose again, or leave it empty."


class BeforePromise(Question):
    """What the form offers; `day` is the meeting at which it is said."""

    day: date | None = None


class Promise(Command):
    text: Annotated[str, Field(min_length=3, max_length=TEXT)]
    owners: Annotated[tuple[str, ...], Field(min_length=1, max_length=5)]
    due_on: date
    waits_on: str | None = None
    day: date | None = None


async def prepare(question: BeforePromise, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    permit(actor, "promise")
    sees = await viewer(actor, work=work, clock=clock)
    found = await work.commitments.open_ones()
    plan = await plan_of(work)
    ahead = [one.on for one in plan.ahead(sees.now) if one.on > sees.today]
    return Desk(
        on_the_ilt(sees.roster),
        actor.person_id,
        found,
        ahead[0] if ahead else None,
        question.day or await _day_now(work),
        known=known(sees.roster, found),
    )


async def make(command: Promise, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Said:
    """Keep it; an owner for whom somebody else wrote it down is told."""
    permit(actor, "promise")
    sees = await viewer(actor, work=work, clock=clock)
    require_a_school_day(command.due_on, sees.calendar, sees.today)
    name_nobody_else("text", command.text, sees.roster)
    if not set(command.owners) <= set(on_the_ilt(sees.roster)):
        raise Refusal(NOT_OF_THE_ILT, field="owners")
    one = Commitment(
        school=work.school,
        text=command.text,
        owner=command.owners[0],
        others=tuple(dict.fromkeys(each for each in command.owners if each != command.owners[0])),
        by=actor.person_id,
        made_on=sees.today,
        due_on=command.due_on,
        day=command.day or await _day_now(work),
    )
    found = await work.commitments.open_ones()
    if command.waits_on is not None:
        require_open(command.waits_on, found)
        one.wait_for(command.waits_on, sees.today)
    work.commitments.add(one)
    await work.flush()
    await _tell_owners(one, sees, work)
    return Said(one, known(sees.roster, [*found, one]))


def require_a_school_day(day: date, calendar: SchoolCalendar, today: date) -> None:
    """Raise `Refusal` unless it is a school day from today on."""
    if day < today:
        raise Refusal("Choose a day to come.", field="due_on")
    if calendar.is_school_day(day):
        return
    try:
        following = calendar.on_or_after(day)
    except NoSchoolAhead:
        raise Refusal("The school calendar ends before that day.", field="due_on") from None
    said = f"There is no school on {dates.day(day)}. The next school day is {dates.day(following)}."
    raise Refusal(said, field="due_on")


def require_open(waits_on: str, found: Iterable[Commitment]) -> None:
    """Raise `OutOfDate` unless what is waited for is open."""
    if waits_on not in {one.id for one in found}:
        raise OutOfDate(GONE, field="waits_on")


async def _day_now(work: UnitOfWork) -> date | None:
    run = await work.live.running()
    return run.day if run else None


async def _tell_owners(one: Commitment, sees: Viewer, work: UnitOfWork) -> None:
    """At once while the meeting runs, else in contract hours."""
    by, in_meeting = sees.roster.name(one.by), one.day is not None and one.day == await _day_now(work)
    due_at = sees.now if in_meeting else sees.calendar.opening(sees.now) or sees.now
    for owner in one.owners:
        if owner != one.by:
            await work.outbox.post(
                Audience.person(owner),
                posts.yours(one, by),
                key=f"commitment/{one.id}/yours/{owner}",
                due_at=due_at,
                reason=f"commitment:{one.id}",
                counts=not in_meeting,
            )
