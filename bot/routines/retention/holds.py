"""Legal holds: what they keep, nothing deletes."""

from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, Refusal
from bot.messages import retention as wording
from bot.messages.retention import Holds, HoldView, ReceiptView
from bot.model.people import Actor
from bot.model.retention import Hold, wanted
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing
from storage.unit_of_work import UnitOfWork


class PlaceHold(Command):
    """Keep something from being deleted: a decision ("D-014"), a class ("P2") or everything."""

    object: Annotated[str, Field(min_length=1, max_length=40)]
    reason: Annotated[str, Field(min_length=1, max_length=wording.LONGEST_REASON)]


class LiftHold(Command):
    object: str


async def see(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Holds:
    """What is held, and what was deleted lately."""
    permit(actor, "hold")
    return await _seen(work)


async def place(command: PlaceHold, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Holds:
    """Hold something from now on; once is enough."""
    permit(actor, "hold")
    thing = wanted(command.object)
    if thing is None:
        raise Refusal(wording.WHAT_CAN_BE_HELD, field="object")
    hold = Hold(
        school=work.school,
        object=thing,
        reason=command.reason,
        placed_by=actor.person_id,
        placed_at=clock.now(),
    )
    if hold.decision_number is not None:
        numbers = {one.number for one in await work.decisions.register()}
        if hold.decision_number not in numbers:
            raise Refusal(f"There is no decision {thing}. Type /ilt decisions to see them.", field="object")
    if any(one.object == thing for one in await work.retention.holds()):
        raise Refusal(f"{thing} is held already. Nothing of it is deleted.", field="object")
    work.retention.add(hold)
    await work.flush()
    return await _seen(work)


async def lift(command: LiftHold, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Holds:
    """Hold it no longer: what is due is deleted the next night."""
    permit(actor, "lift-hold")
    found = next((one for one in await work.retention.holds() if one.object == wanted(command.object)), None)
    if found is None:
        raise NotFound("That is not held. Type /ilt hold to see what is.")
    found.lifted_by, found.lifted_at = actor.person_id, clock.now()
    await work.flush()
    return await _seen(work)


async def _seen(work: UnitOfWork) -> Holds:
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    return Holds(
        tuple(
            HoldView(one.object, one.reason, _name(one.placed_by, roster.name(one.placed_by)), one.placed_at)
            for one in await work.retention.holds()
        ),
        tuple(
            ReceiptView(one.at, one.kind, one.deleted, one.held, one.left_posts)
            for one in await work.retention.receipts(limit=wording.RECEIPTS)
        ),
        calendar.zone,
    )


def _name(person: str, name: str) -> str:
    return "the operator" if person == "operator" else name
