"""Reading minutes, editing and confirming them, and correcting what is confirmed in a version of its own."""

from dataclasses import replace
from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.minutes import cards
from bot.messages.minutes.cards import NOTE, REMARKS, WHY
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.minutes import Meanwhile, Minutes, Record
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.minutes.drafting import card_key
from bot.routines.minutes.record import read, record_of, soon, standing
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

STALE = "Somebody has changed these minutes since. Open them again: /ilt minutes"
TWICE = "These minutes are confirmed already. You can still correct them: /ilt minutes"


class SeeMinutes(Question):
    """The minutes of a day, or the last there are."""

    day: date | None = None


class AboutMinutes(Question):
    day: date
    version: int


class EditMinutes(Command):
    """`notes` are lines by the number of their item ("3"); `seen` is the `mark` of each text as it was when
    the form was opened, also by number, and by "remarks"; `was_draft` is what they were then."""

    day: date
    version: int
    notes: dict[str, Annotated[str, Field(max_length=NOTE)]] = Field(default_factory=dict)
    remarks: Annotated[str, Field(max_length=REMARKS)] = ""
    seen: dict[str, Annotated[str, Field(max_length=8)]] = Field(default_factory=dict)
    was_draft: bool = False
    why: Annotated[str, Field(max_length=WHY)] = ""


class ConfirmMinutes(Command):
    day: date
    version: int


async def see(question: SeeMinutes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Record:
    """The minutes, for the ILT."""
    permit(actor, "minutes")
    return await read(question.day, work, actor)


async def before_editing(question: AboutMinutes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Record:
    """The minutes as they stand, for whoever may edit them."""
    return await _current("edit-minutes", question.day, question.version, actor, work)


async def edit(command: EditMinutes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Record:
    """Write the recorder's lines; what is settled already gets a new version, and says why."""
    record = await _standing("edit-minutes", command.day, actor, work)
    minutes, now = record.minutes, clock.now()
    if minutes.version != command.version:
        raise OutOfDate(cards.corrected_before(record))
    if minutes.is_open:
        return await _write(command, minutes, actor, work)
    if command.was_draft:
        raise OutOfDate(cards.settled(record))
    if not command.why:
        raise Refusal("Say in a few words what you correct.", field="why")
    corrected = minutes.corrected(
        command.notes, command.remarks, by=actor.person_id, why=command.why, now=now
    )
    work.minutes.add(corrected)
    await work.flush()
    after = await record_of(corrected, work, actor)
    await _tell(after, cards.corrected(after), f"version/{corrected.version}", work, now)
    return after


async def _write(command: EditMinutes, minutes: Minutes, actor: Actor, work: UnitOfWork) -> Record:
    """Write in a draft; what somebody else wrote since the form was opened stays."""
    before, first, met = minutes.texts, minutes.by, minutes.differs_from(command.seen)
    mine = {**dict.fromkeys(before, ""), **command.notes, "remarks": command.remarks}
    both = minutes.write_together(mine, command.seen, actor.person_id)
    record = await record_of(minutes, work, actor)
    for place in both:
        over = len(minutes.texts[place]) - (REMARKS if place == "remarks" else NOTE)
        if over > 0:
            field = place if place == "remarks" else f"notes.{place}"
            raise OutOfDate(cards.too_long(record, first, before[place], over), field=field)
    return replace(record, met=Meanwhile(first, both)) if met else record


async def confirm(command: ConfirmMinutes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Record:
    """Stand for the minutes, once: whoever else was asked need not, and the meeting is closed."""
    record = await _current("confirm-minutes", command.day, command.version, actor, work)
    minutes, now = record.minutes, clock.now()
    if not minutes.confirm(actor.person_id, now):
        raise OutOfDate(TWICE)
    record.room.run.close()
    await work.flush()
    said = cards.confirmed(record)
    for person in minutes.asked:
        await work.outbox.edit(card_key(minutes, person), said, edit="confirmed", due_at=now)
    await _tell(record, said, "confirmed", work, now)
    return record


async def _current(verb: str, day: date, version: int, actor: Actor, work: UnitOfWork) -> Record:
    record = await _standing(verb, day, actor, work)
    if record.minutes.version != version:
        raise OutOfDate(STALE)
    return record


async def _standing(verb: str, day: date, actor: Actor, work: UnitOfWork) -> Record:
    minutes = await work.minutes.of(day)
    if minutes is None:
        raise OutOfDate(STALE)
    record = await record_of(minutes, work, actor)
    permit(actor, verb, *standing(record.room, minutes, actor))
    return record


async def _tell(record: Record, said: Message, what: str, work: UnitOfWork, now: datetime) -> None:
    """Say it in the agenda's thread: right after the meeting at once, later in contract hours."""
    at = soon(record.room.run, await plan_of(work), now)
    if at is not None:
        day = record.minutes.day
        await work.outbox.post(
            Audience.ilt(),
            said,
            key=key_of(day, f"minutes/said/{what}"),
            due_at=at,
            thread=key_of(day, "agenda"),
        )
