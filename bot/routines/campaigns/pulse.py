"""The staff pulse: twice a year one question to all staff; when it closes only the result stays."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate
from bot.messages.campaigns import pulse as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.model.pulses import DAYS, Pulse, PulseAnswer, PulseParticipant, pulse_days, result_of
from bot.model.staff_input import LOOKS_BACK, loop_rate
from bot.model.staff_input.anonymous import random_id
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.staff_input.telling import opening_of
from bot.routines.timetable import Due, not_before
from storage.unit_of_work import UnitOfWork

OVER = "This question is closed. The result is posted for all staff."
TWICE = "You have answered already. I cannot change your answer: I do not know which one it is."
A_YEAR = timedelta(days=365)


class AboutPulse(Question):
    pulse: str

    @property
    def is_anonymous(self) -> bool:
        return True


class AnswerPulse(Command):
    pulse: str
    mark: Annotated[int, Field(ge=1, le=5)]

    @property
    def is_anonymous(self) -> bool:
        return True


async def prepare_answer(question: AboutPulse, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Pulse:
    permit(actor, "answer-pulse")
    pulse = await _open(question.pulse, work)
    if await work.pulses.has_answered(pulse.id, actor.person_id):
        raise OutOfDate(TWICE)
    return pulse


async def answer(command: AnswerPulse, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Pulse:
    """Keep one answer, and in another table that this person has answered."""
    permit(actor, "answer-pulse")
    pulse = await _open(command.pulse, work)
    given = PulseAnswer(school=work.school, pulse=pulse.id, mark=command.mark, id=random_id())
    took_part = PulseParticipant(school=work.school, pulse=pulse.id, person=actor.person_id, id=random_id())
    if not await work.pulses.keep(given, took_part):
        raise OutOfDate(TWICE)
    return pulse


async def _open(pulse_id: str, work: UnitOfWork) -> Pulse:
    pulse = await work.pulses.find(pulse_id)
    if pulse is None:
        raise NotFound(OVER)
    if not pulse.is_open:
        raise OutOfDate(OVER)
    return pulse


async def due(work: UnitOfWork, after: datetime, until: datetime) -> list[Due]:
    """The mornings on which it is asked, and the end of what is open."""
    calendar = await work.calendar.whole()
    first, last = calendar.today(after), calendar.today(until)
    found = [_opening(day, calendar, work) for day in pulse_days(calendar, first, last)]
    open_ones = await work.pulses.open_ones()
    if open_ones:
        roster = await work.people.roster()
        found += [_closing(pulse, calendar, roster, work, after, until) for pulse in open_ones]
    return [one for one in found if after < one.at <= until]


def _opening(day: date, calendar: SchoolCalendar, work: UnitOfWork) -> Due:
    at = calendar.at(day, calendar.morning)
    return Due(
        key=f"pulse/{day}/asked",
        at=at,
        what="Staff pulse: the ILT listens and acts",
        why="twice a year",
        audience=Audience.all_staff(),
        act=partial(_ask, day, calendar, work),
        stale_at=calendar.at(day, calendar.closes_on(day)),
        reason=f"pulse-open:{day}",
    )


async def _ask(day: date, calendar: SchoolCalendar, work: UnitOfWork) -> Message | None:
    try:
        pulse = Pulse(school=work.school, opens_on=day, closes_on=calendar.shift(day, DAYS))
    except NoSchoolAhead:
        return None
    work.pulses.add(pulse)
    return wording.question(pulse)


def _closing(
    pulse: Pulse,
    calendar: SchoolCalendar,
    roster: Roster,
    work: UnitOfWork,
    after: datetime,
    until: datetime,
) -> Due:
    """It closes in quiet times too, and with the routine off: what was answered is not kept for longer."""
    day, key = pulse.closes_on, f"pulse/{pulse.opens_on}/result"

    async def act() -> None:
        told = await _close(pulse, calendar, roster, work)
        await work.outbox.post(Audience.all_staff(), told, key=key, due_at=opening_of(calendar, until))

    return Due(
        key=key,
        at=not_before(calendar.at(day, calendar.closes_on(day)), after),
        what="Result of the staff pulse",
        why="it was open for five school days",
        audience=Audience.all_staff(),
        act=act,
        speaks=False,
    )


async def _close(pulse: Pulse, calendar: SchoolCalendar, roster: Roster, work: UnitOfWork) -> Message:
    """Keep the result, if it may be shown, and delete every answer and who gave one."""
    fewest = (await work.settings.now()).k
    eligible = sum(person.active for person in roster.people)
    pulse.result = result_of(await work.pulses.marks(pulse.id), eligible, fewest)
    await work.pulses.forget(pulse.id)
    moment = calendar.at(pulse.closes_on, calendar.closes)
    given = await work.inputs.received_since(moment - 4 * LOOKS_BACK)
    loops = loop_rate(given, calendar, pulse.closes_on, fewest)
    ahead = pulse_days(calendar, pulse.closes_on + timedelta(days=1), pulse.closes_on + A_YEAR)
    return wording.result(pulse.result, loops, next(ahead, None))


async def is_open(day: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the pulse of that day still takes answers."""
    pulse = await work.pulses.of(date.fromisoformat(day))
    return pulse is not None and pulse.is_open


async def waiting(person: str, work: UnitOfWork) -> Sequence[Pulse]:
    """The pulses that this person has not answered."""
    return [
        one for one in await work.pulses.open_ones() if not await work.pulses.has_answered(one.id, person)
    ]
