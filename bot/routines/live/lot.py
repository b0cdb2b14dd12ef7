"""The parking lot: reading it, and taking something out of it."""

from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.live.lot import REASON, Dropping, Left, Listed
from bot.model.agenda_items import AgendaItem, Provenance
from bot.model.parking import Parked, ParkedState
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.live.looking import lot_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Nothing, Question
from storage.unit_of_work import UnitOfWork

GONE = "That is not in the parking lot any more."
SOMEBODY_WAITS = "This is staff input, and somebody waits for an answer. Answer it with /ilt inputs."


class AboutParked(Question):
    parked: str


class SettleParked(Command):
    parked: str


class DropParked(Command):
    parked: str
    reason: Annotated[str, Field(min_length=1, max_length=REASON)]


async def look(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Listed:
    """What is parked, oldest first."""
    permit(actor, "parking-lot")
    roster = await work.people.roster()
    names = {person.id: person.name for person in roster.people}
    return Listed(await lot_of(await plan_of(work), work, clock.now()), names)


async def settle(command: SettleParked, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Left:
    """It is resolved, so it does not come back."""
    permit(actor, "settle-parked")
    entry, item = await _found(command.parked, work)
    item.finish()
    entry.settle(ParkedState.RESOLVED, (await work.calendar.whole()).today(clock.now()))
    return Left(item.title, resolved=True)


async def before_dropping(question: AboutParked, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Dropping:
    """What is to be dropped; a `Refusal` for staff input, which wants an answer."""
    permit(actor, "drop-parked")
    entry, item = await _found(question.parked, work)
    _refuse_input(item)
    return Dropping(entry, item.title)


async def drop(command: DropParked, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Left:
    """It is let go, with a reason that stays beside the item."""
    permit(actor, "drop-parked")
    entry, item = await _found(command.parked, work)
    _refuse_input(item)
    item.drop()
    item.why = command.reason
    entry.settle(ParkedState.DROPPED, (await work.calendar.whole()).today(clock.now()))
    return Left(item.title, resolved=False)


async def _found(parked_id: str, work: UnitOfWork) -> tuple[Parked, AgendaItem]:
    entry = await work.live.parked(parked_id)
    item = await work.meetings.item(entry.item) if entry else None
    if entry is None or item is None or entry.state is not ParkedState.PARKED:
        raise OutOfDate(GONE)
    return entry, item


def _refuse_input(item: AgendaItem) -> None:
    if item.provenance is Provenance.INPUT:
        raise Refusal(SOMEBODY_WAITS)
