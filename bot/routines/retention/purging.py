"""Deleting what has been kept long enough, unless it is held, and saying how much that was."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.model.people import Actor
from bot.model.retention import LETTERS, RULES, DataClass, Hold, Keep, Receipt, cutoff
from bot.ports import Clock
from bot.routines.requests import Command
from storage.purging import Kept
from storage.unit_of_work import UnitOfWork

WORDS_LAST = timedelta(days=30)


class Purge(Command):
    """Delete what has been kept long enough."""


async def purge(command: Purge, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Receipt | None:
    """Delete what the retention table says and no hold keeps; the receipt, when there is anything to say.

    It may run at any time, and twice: what it deletes depends on the day alone. What belongs to something
    is deleted after it, which is the order of the table.
    """
    now, holds = clock.now(), await work.retention.holds()
    calendar, years = await work.calendar.whole(), (await work.settings.now()).shared_years
    kept = await kept_by(holds, work=work, now=now)
    deleted, held = Counter[str](), Counter[str]()
    for rule in RULES:
        before = cutoff(rule.keep, calendar.today(now), calendar.last, years)
        if before is None or (rule.dated is None and rule.belongs is None):
            continue
        ids, linked = await work.purging.overdue(rule, before, kept)
        is_held = any(hold.holds(rule.kind) for hold in holds)
        held[rule.kind.value] += linked + (len(ids) if is_held else 0)
        if not is_held:
            await work.purging.delete(rule, ids)
            deleted[rule.kind.value] += len(ids)
    if not any(hold.holds(DataClass.P2) for hold in holds):
        await _take_back(work, now)
    return await leave_receipt("purge", actor, deleted, held, work=work, now=now)


async def kept_by(holds: Sequence[Hold], *, work: UnitOfWork, now: datetime) -> Kept:
    """What stays though its time has come: what is linked to held decisions, and what pairs keep."""
    numbers = {hold.decision_number for hold in holds}
    decisions = {one.id for one in await work.decisions.register() if one.number in numbers}
    today = (await work.calendar.whole()).today(now)
    return Kept(frozenset(decisions), frozenset(await work.retention.kept_pairs(today)))


async def _take_back(work: UnitOfWork, now: datetime) -> None:
    """Take posts with private words out of people's chats, and drop the words of the bot's own copies."""
    calendar = await work.calendar.whole()
    before = cutoff(Keep.YEAR_END, calendar.today(now), calendar.last)
    if before is not None:
        for key in await work.purging.posts(LETTERS, calendar.at(before, calendar.opens)):
            await work.outbox.remove(key, edit="purge", due_at=now)
    await work.purging.drop_words(now - WORDS_LAST)


async def leave_receipt(
    kind: str,
    actor: Actor,
    deleted: Counter[str],
    held: Counter[str],
    *,
    work: UnitOfWork,
    now: datetime,
    person: str | None = None,
) -> Receipt | None:
    """Keep how much was deleted and held, by class, and how many posts a platform has kept since the last."""
    last = next(iter(await work.retention.receipts(limit=1)), None)
    left = await work.purging.left_posts(last.at if last else None)
    gone, stays = dict(sorted((+deleted).items())), dict(sorted((+held).items()))
    if not (gone or stays or left or person):
        return None
    if kind == "purge" and last is not None and not gone and not left and last.held == stays:
        return None
    receipt = Receipt(
        school=work.school,
        at=now,
        kind=kind,
        by=actor.person_id,
        deleted=gone,
        held=stays,
        left_posts=left,
        person=person,
    )
    work.retention.add(receipt)
    return receipt
