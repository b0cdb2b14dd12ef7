"""One question before a meeting to whoever was not heard yet; its answer stands under the agenda (R-083)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate
from bot.messages.minutes import pre_read as wording
from bot.messages.minutes.pre_read import WORDS, Commented, Reading
from bot.messages.vocabulary import Message
from bot.model.agenda import Line, Sheet
from bot.model.agenda_items import PREPARED
from bot.model.audiences import Audience
from bot.model.meeting_plan import Plan
from bot.model.minutes import PreRead
from bot.model.people import Actor, Role
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.live.asking import bank_of
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

BEGUN = "That meeting has begun. Say it there; the recorder can quote it."


class AboutAgenda(Question):
    day: date


class SayBefore(Command):
    day: date
    place: Annotated[str, Field(max_length=160)]
    words: Annotated[str, Field(min_length=3, max_length=WORDS)]


async def before(question: AboutAgenda, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Reading:
    """The items of an agenda that is out, for a member of the ILT."""
    permit(actor, "pre-read")
    return await _reading(question.day, work, clock.now())


async def say(command: SayBefore, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Commented:
    """Post it under the agenda with its author's name."""
    permit(actor, "pre-read")
    now = clock.now()
    reading = await _reading(command.day, work, now)
    title = dict(reading.items).get(command.place)
    if title is None:
        raise OutOfDate("This item is not on the agenda any more. Choose another one.", field="place")
    said = PreRead(
        school=work.school,
        day=command.day,
        place=command.place,
        words=command.words,
        by=actor.person_id,
        added_at=now,
    )
    work.minutes.add(said)
    name = (await work.people.roster()).name(actor.person_id)
    await work.outbox.post(
        Audience.ilt(),
        wording.comment(name, title, command.words),
        key=key_of(command.day, f"before/{said.id}/answer"),
        due_at=now,
        thread=key_of(command.day, "agenda"),
    )
    return Commented(title)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """On the morning of a meeting, to each member of whom nothing was heard, one question."""
    plan = await plan_of(work)
    found: list[Due] = []
    for meeting in plan.held(plan.calendar.today(after), plan.calendar.today(until)):
        at = plan.calendar.morning_of(meeting.on)
        if meeting.is_published and after < at <= until and at < meeting.starts_at:
            found += await _prompts(meeting.day, at, plan, work, until)
    return found


async def took_part(day: date, work: UnitOfWork) -> frozenset[str]:
    """Who said something about an agenda before its meeting, or brought an item to it."""
    brought = [one.by for one in await work.meetings.of_day(day) if one.by]
    return (await work.minutes.pre_readers(day)) | frozenset(brought)


async def is_unheard(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether nothing has been heard yet of "<day>/<person>", and the meeting is still ahead."""
    day, _, person = what.partition("/")
    the_day, plan = date.fromisoformat(day), await plan_of(work)
    ahead = plan.takes_place(the_day) and clock.now() < plan.on(the_day).starts_at
    return ahead and person not in await took_part(the_day, work)


async def _prompts(day: date, at: datetime, plan: Plan, work: UnitOfWork, now: datetime) -> list[Due]:
    roster = await work.people.roster()
    sheet = await sheet_of(plan.on(day), plan, roster, work, now)
    asked = next((line for line in _items(sheet) if line.outcome in PREPARED), None)
    if asked is None:
        return []
    heard = await took_part(day, work)
    question = (await bank_of(work)).of(asked.outcome, 0)[0]
    said = wording.prompt(sheet, f"item:{asked.item}", asked.title, question)
    people = dict.fromkeys(one.id for one in roster.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER))
    base = Due(
        key="",
        at=at,
        what="One question before the meeting",
        why=f"the morning of the {sheet.meeting.title}",
        audience=Audience.ilt(),
        act=partial(_say, said),
        stale_at=sheet.meeting.starts_at,
    )
    return [
        replace(
            base,
            key=key_of(day, f"before/{person}"),
            audience=Audience.person(person),
            reason=f"pre-read:{day.isoformat()}/{person}",
        )
        for person in people
        if person not in heard
    ]


async def _say(said: Message) -> Message:
    return said


async def _reading(day: date, work: UnitOfWork, now: datetime) -> Reading:
    plan = await plan_of(work)
    meeting = plan.on(day)
    if now >= meeting.starts_at or not meeting.is_published:
        raise OutOfDate(BEGUN)
    sheet = await sheet_of(meeting, plan, await work.people.roster(), work, now)
    found = [(f"item:{line.item}", line.title) for line in _items(sheet)]
    if not found:
        raise OutOfDate("This agenda has no items to speak about.")
    return Reading(sheet, found)


def _items(sheet: Sheet) -> list[Line]:
    """The items that take time in the meeting."""
    return [line for line in sheet.agenda.items if line.minutes]
