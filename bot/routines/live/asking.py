"""The questions that the facilitator is offered for each item (R-080)."""

from datetime import date, datetime

from bot.content.questions import question_bank
from bot.messages.live import cards
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.live import RunLine
from bot.model.live_room import Room
from bot.model.people import Actor, Relation
from bot.model.questions import Bank
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.live.room import at_hand, questions_key, running
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork


class OtherQuestions(Command):
    day: date
    line: int


async def bank_of(work: UnitOfWork) -> Bank:
    """The school's own questions, and ours where it has none."""
    return question_bank().with_own((await work.settings.now()).questions)


async def offer(room: Room, line: RunLine, work: UnitOfWork, now: datetime) -> None:
    """Send the facilitator questions for the line at hand; they are theirs alone."""
    if room.facilitator is None or line.is_brief:
        return
    await work.outbox.post(
        Audience.person(room.facilitator),
        await _questions(room, line, work),
        key=questions_key(room.run, line.number),
        due_at=now,
        stale_at=room.run.full_at(),
        reason=f"live-line:{room.run.day.isoformat()}/{line.number}",
    )


async def withdraw(room: Room, line: RunLine, work: UnitOfWork, now: datetime) -> None:
    """Take the questions of a line away when the meeting goes on."""
    over = cards.questions_over(room, line)
    await work.outbox.edit(questions_key(room.run, line.number), over, edit="over", due_at=now)


async def others(command: OtherQuestions, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Message:
    """Show the facilitator the next questions, round and round."""
    room = await running(command.day, work)
    facilitates = actor.person_id == room.facilitator
    permit(actor, "other-questions", *((Relation.FACILITATOR,) if facilitates else ()))
    at_hand(room, command.line)
    room.run.ask_again()
    return await _questions(room, at_hand(room, command.line), work)


async def _questions(room: Room, line: RunLine, work: UnitOfWork) -> Message:
    return cards.questions(room, line, (await bank_of(work)).of(line.aim, line.asked))
