"""Erasing somebody's own words, and what else names somebody who has left."""

from collections import Counter
from datetime import datetime

from bot.errors import NotFound, Refusal
from bot.messages.retention import ReceiptView
from bot.model.people import Actor, Person
from bot.model.retention import RULES, Receipt
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing
from bot.routines.retention.purging import kept_by, leave_receipt
from storage.unit_of_work import UnitOfWork

NOBODY = "someone who has left"


class EraseMine(Command):
    """Erase my own words."""

    sure: bool = False


class EraseSomeone(Command):
    """Erase the words of somebody who has left, and their name where the school's record can do without."""

    person: str


class Reapply(Command):
    """Erase again what was erased before, after a backup from before has been restored."""

    people: tuple[str, ...]


async def before_erasing(
    question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> dict[str, int]:
    """How many rows of each kind are the person's own."""
    permit(actor, "erase-mine")
    counted = {rule.what: await work.purging.own(rule, actor.person_id) for rule in RULES if rule.own}
    return {what: count for what, count in counted.items() if count}


async def erase_mine(command: EraseMine, *, actor: Actor, work: UnitOfWork, clock: Clock) -> ReceiptView:
    """Delete the person's own words, save what is still open and what is held; leave a receipt of counts."""
    permit(actor, "erase-mine")
    if not command.sure:
        raise Refusal("Tick the box to erase your words, or close this.", field="sure")
    return shown(await _erase(actor.person_id, actor, work, clock.now()))


async def erase_someone(
    command: EraseSomeone, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> ReceiptView:
    """The same for somebody who has left; their name, title and e-mail go too."""
    permit(actor, "erase-someone")
    roster = await work.people.to_change()
    person = roster.keyed(command.person) or roster.person(command.person)
    if person is None:
        raise NotFound(f"There is nobody {command.person} at this school.")
    if person.active:
        raise Refusal(f"{person.name} works here. They erase their own words with /ilt privacy.")
    receipt = await _erase(person.id, actor, work, clock.now())
    _without_name(person)
    return shown(receipt)


async def reapply(command: Reapply, *, actor: Actor, work: UnitOfWork, clock: Clock) -> int:
    """Erase again the words of these people, as a restored backup knows them; how many rows went."""
    permit(actor, "erase-someone")
    roster = await work.people.to_change()
    gone = 0
    for person_id in command.people:
        receipt = await _erase(person_id, actor, work, clock.now())
        gone += sum(receipt.deleted.values())
        person = roster.person(person_id)
        if person is not None and not person.active:
            _without_name(person)
    return gone


async def _erase(person: str, actor: Actor, work: UnitOfWork, now: datetime) -> Receipt:
    holds = await work.retention.holds()
    kept = await kept_by(holds, work=work, now=now)
    deleted, held = Counter[str](), Counter[str]()
    for rule in RULES:
        if rule.own is None:
            continue
        if any(hold.holds(rule.kind) for hold in holds):
            held[rule.kind.value] += await work.purging.own(rule, person)
            continue
        gone, stays = await work.purging.erase(rule, person, kept)
        deleted[rule.kind.value] += gone
        held[rule.kind.value] += stays
    receipt = await leave_receipt("erase", actor, deleted, held, work=work, now=now, person=person)
    assert receipt is not None  # noqa: S101  # with a person named there always is one
    await work.flush()
    return receipt


def shown(receipt: Receipt) -> ReceiptView:
    return ReceiptView(receipt.at, receipt.kind, receipt.deleted, receipt.held, receipt.left_posts)


def _without_name(person: Person) -> None:
    person.name, person.title, person.email = NOBODY, "", None
    person.key = f"left-{person.id[-12:]}"
