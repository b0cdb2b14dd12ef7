"""Saying that one is away, and that one is back."""

from dataclasses import dataclass
from datetime import date

from bot.errors import Refusal
from bot.messages import away as wording
from bot.messages.home import HomeShare
from bot.model.audiences import Audience
from bot.model.away import Away, NotASpan, span_of
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.people import Actor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.meetings.leaving import pass_roles_on
from bot.routines.requests import Command
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Said:
    """Until when somebody is away, if they are, and the school day they are back on, if there is one."""

    first: date | None
    last: date | None
    back_on: date | None


class SayAway(Command):
    """ "3 days", "until Friday", "2026-11-30 to 2026-12-02"; nothing asks how it stands."""

    when: str = ""


class SayBack(Command):
    """Back before the day that was said, or not going at all."""


async def say(command: SayAway, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Said:
    """Be away, in place of what was said before. Roles at meetings go to their backups now."""
    permit(actor, "away")
    calendar, now = await work.calendar.whole(), clock.now()
    one = await work.away.of(actor.person_id)
    if not command.when:
        return _said(one, calendar)
    if command.when.strip().lower() in ("back", "no", "end"):
        return await back(SayBack(), actor=actor, work=work, clock=clock)
    try:
        first, last = span_of(command.when, calendar, calendar.today(now))
    except NotASpan as error:
        raise Refusal(str(error), field="when") from error
    if one is None:
        one = Away(school=work.school, person=actor.person_id, first=first, last=last)
        work.away.add(one)
    one.first, one.last, one.begun = first, last, first <= calendar.today(now)
    await work.flush()
    await pass_roles_on(actor.person_id, work=work, now=now, first=first, last=last)
    return _said(one, calendar)


async def back(command: SayBack, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Said:
    """Be here again. What waited comes in one message, in contract hours; roles stay where they went."""
    permit(actor, "back")
    one = await work.away.of(actor.person_id)
    if one is not None:
        await work.away.end(one)
        await work.flush()
        await work.letting_go.decide_again(Audience.person(actor.person_id), clock.now())
    return Said(None, None, None)


def _said(one: Away | None, calendar: SchoolCalendar) -> Said:
    if one is None:
        return Said(None, None, None)
    try:
        return Said(one.first, one.last, calendar.on_or_after(one.last + A_DAY))
    except NoSchoolAhead:
        return Said(one.first, one.last, None)


async def home(eyes: Viewer, *, work: UnitOfWork) -> HomeShare:
    """A line for whoever is away, or soon will be, with the way back; nothing else."""
    if not may(eyes.actor, "back"):
        return HomeShare()
    one = await work.away.of(eyes.actor.person_id)
    return wording.share(_said(one, eyes.calendar)) if one else HomeShare()
