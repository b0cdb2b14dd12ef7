"""What the split of an agenda's minutes leads to: time for adults to learn, operations in the memo."""

from dataclasses import dataclass
from datetime import date

from bot.errors import OutOfDate
from bot.messages.agenda_items.shares import BLOCK
from bot.model.agenda import LEARNING_BLOCK, Sheet
from bot.model.agenda_items import AgendaItem, Focus, Outcome, Provenance
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.agendas.at_hand import at_hand
from bot.routines.meetings.changes import on_agenda, say_afterwards, sheet_after
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

LEARNING = "Learn together"
THERE = "There is a learning block on this agenda already."
IN_MEMO = "“{title}” is in the memo already."


class AddLearning(Command):
    """A block in which adults learn, before all other items of a meeting."""

    day: date


class ToMemo(Command):
    """An item that is read and takes no time of the meeting."""

    item: str


@dataclass(frozen=True)
class Shaped:
    """An agenda after something was put on it or moved to its memo."""

    title: str
    sheet: Sheet
    is_memo: bool


async def add_learning(command: AddLearning, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shaped:
    """Put a learning block first; a second press is told that there is one."""
    hand = await at_hand(command.day, "add-learning", actor=actor, work=work, clock=clock)
    if any(item.source == LEARNING_BLOCK for item in await hand.items()):
        raise OutOfDate(THERE)
    block = AgendaItem(
        school=work.school,
        day=hand.kept().day,
        title=LEARNING,
        minutes=BLOCK,
        provenance=Provenance.MEMBER,
        added_at=hand.now,
        outcome=Outcome.LEARN,
        source=LEARNING_BLOCK,
        by=actor.person_id,
        focus=Focus.ADULT,
    )
    work.meetings.add(block)
    sheet = await hand.sheet()
    if hand.meeting.is_published:
        hand.meeting.split = sheet.agenda.split
    await hand.say_changed([f"“{LEARNING}” takes {BLOCK} minutes"])
    return Shaped(LEARNING, sheet, is_memo=False)


async def to_memo(command: ToMemo, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shaped:
    """Move an item to the memo."""
    listed = await on_agenda(work, clock)
    item, meeting = listed.permitted(command.item, actor, "to-memo")
    if item.memo:
        raise OutOfDate(IN_MEMO.format(title=item.title))
    item.memo = True
    await say_afterwards(f"“{item.title}” is in the memo", item, meeting, listed, work, clock)
    return Shaped(item.title, await sheet_after(meeting, listed, work, clock), is_memo=True)
