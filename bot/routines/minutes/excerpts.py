"""A message of the thread, used: it becomes an agenda item, or words under an item of the minutes (R-016)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.live import words as live
from bot.messages.meetings.fields import TITLE
from bot.messages.meetings.forms import Added
from bot.messages.minutes.excerpts import AGENDA, QUOTE, Places, Taken
from bot.model.live import MeetingRun, RunLine
from bot.model.live_room import Room
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting
from bot.model.minutes import Excerpt, place_of
from bot.model.people import Actor, Relation
from bot.model.rotation import MeetingRole
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.live.room import room_of
from bot.routines.live.starting import lines_of
from bot.routines.meetings import items
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Question
from storage.unit_of_work import UnitOfWork

SETTLED = "The minutes of that meeting are settled. Correct them instead: /ilt minutes"


class AboutMessage(Question):
    """Where a message can be put."""


class AddMessage(items.AddItem):
    """A message, for the next agenda, or quoted under an item of the minutes: "2026-10-13/item:..."."""

    title: Annotated[str, Field(min_length=1, max_length=QUOTE)]
    where: Annotated[str, Field(max_length=200)] = AGENDA
    message_link: Annotated[str, Field(max_length=500, pattern=r"^(https://\S+)?$")] = ""


@dataclass(frozen=True)
class AtHand:
    """The meeting whose minutes are being made: one that runs, that has just ended, or that comes next."""

    meeting: Meeting
    room: Room
    asked: tuple[str, ...] = ()

    def lines(self) -> Sequence[RunLine]:
        return [line for line in self.room.run.lines if not line.is_frame]


async def before(question: AboutMessage, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Places:
    """Where this person can put a message; a `Refusal` when nowhere."""
    permit(actor, "add-message")
    found = await _at_hand(actor, work, clock.now())
    try:
        adding = await items.where_it_goes(items.WhereItGoes(), actor=actor, work=work, clock=clock)
    except Refusal:
        if found is None:
            raise
        return Places(None, *_offered(found))
    return Places(adding, *_offered(found)) if found else Places(adding)


async def add(command: AddMessage, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Taken:
    """Put it on the agenda as an item, or under an item of the minutes with a link to it, once."""
    permit(actor, "add-message")
    if command.where == AGENDA:
        return Taken(await _as_item(command, actor, work, clock))
    now = clock.now()
    found = await _at_hand(actor, work, now)
    day, _, place = command.where.partition("/")
    if found is None or found.meeting.day.isoformat() != day:
        raise OutOfDate(SETTLED)
    line = next((one for one in found.lines() if place_of(one) == place), None)
    if line is None:
        raise OutOfDate("This item is not on the agenda any more. Choose another one.", field="where")
    known = await work.minutes.excerpts(found.meeting.day)
    if not any((one.place, one.words) == (place, command.title) for one in known):
        work.minutes.add(
            Excerpt(
                school=work.school,
                day=found.meeting.day,
                place=place,
                words=command.title,
                link=command.message_link,
                by=actor.person_id,
                added_at=now,
            )
        )
    title = live.numbered(line, found.room)
    return Taken(title=title, day=found.meeting.day, on=found.meeting.on)


async def _as_item(command: AddMessage, actor: Actor, work: UnitOfWork, clock: Clock) -> Added:
    if len(command.title) > TITLE:
        raise Refusal(f"Please shorten this to {TITLE} characters.", field="title")
    said = command.model_dump(exclude={"where", "message_link"})
    return await items.add(items.AddItem.model_validate(said), actor=actor, work=work, clock=clock)


def _offered(found: AtHand) -> tuple[date, list[tuple[str, str]]]:
    day = found.meeting.day.isoformat()
    named = [(f"{day}/{place_of(line)}", live.numbered(line, found.room)) for line in found.lines()]
    return found.meeting.on, named


async def _at_hand(actor: Actor, work: UnitOfWork, now: datetime) -> AtHand | None:
    """The meeting whose minutes this person can add to; None when there is none, or they keep none."""
    found = await _in_hand(await plan_of(work), work, now)
    if found is None:
        return None
    room = found.room
    records = room.holders.get(MeetingRole.RECORDER) == actor.person_id or actor.person_id in found.asked
    leads = room.facilitator == actor.person_id
    given = (*((Relation.RECORDER,) if records else ()), *((Relation.FACILITATOR,) if leads else ()))
    return found if may(actor, "edit-minutes", *given) else None


async def _in_hand(plan: Plan, work: UnitOfWork, now: datetime) -> AtHand | None:
    run = await work.live.running()
    if run is not None:
        return await _of_run(run, plan, work)
    for minutes in reversed(await work.minutes.drafts()):
        run = await work.live.run(minutes.day)
        if run is not None:
            return await _of_run(run, plan, work, minutes.asked)
    coming = plan.next(now)
    if coming is None or not coming.is_published or await work.live.run(coming.day) is not None:
        return None
    return await _ahead(coming, plan, work, now)


async def _of_run(run: MeetingRun, plan: Plan, work: UnitOfWork, asked: tuple[str, ...] = ()) -> AtHand:
    return AtHand(plan.on(run.day), await room_of(run, plan, work), asked)


async def _ahead(meeting: Meeting, plan: Plan, work: UnitOfWork, now: datetime) -> AtHand:
    """The meeting as it would run if it began now, with its published agenda."""
    sheet = await sheet_of(meeting, plan, await work.people.roster(), work, now)
    run = MeetingRun(
        school=work.school,
        day=meeting.day,
        planned_start=meeting.starts_at,
        planned_end=meeting.ends_at,
        started_at=meeting.starts_at,
        lines=lines_of(sheet.agenda.lines),
    )
    return AtHand(meeting, await room_of(run, plan, work))
