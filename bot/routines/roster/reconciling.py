"""Once a day the roster is compared with the workspace: whose account is deactivated has left."""

from collections.abc import Sequence
from datetime import datetime, time

from bot.messages.roster import reconciling as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.people import Actor, Role, Roster
from bot.model.roster.leaving import Cause, is_too_many
from bot.ports import Clock
from bot.routines.requests import Command
from bot.routines.roster.leaving import depart
from storage.unit_of_work import UnitOfWork

NIGHT = time(2)
"""From this wall-clock time on a day's first look counts."""


class Reconcile(Command):
    """What a look into the workspace gave: people by id, of whom `matched` have an account, living or not."""

    matched: int
    gone: tuple[str, ...] = ()
    living: tuple[str, ...] = ()


async def reconcile(command: Reconcile, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """See off whoever's account is deactivated, and tell the administrator who that was.

    Once a day, from two in the morning on. When more have gone than a night can bring, nothing happens but
    a word to the administrator. Somebody not found is not somebody who has left.
    """
    now, calendar = clock.now(), await work.calendar.whole()
    today = calendar.today(now)
    if calendar.local(now).time() < NIGHT or not await work.is_first(f"roster/compared/{today}", now):
        return
    roster = await work.people.roster()
    gone = sorted(one.id for one in roster.people if one.active and one.id in command.gone)
    if is_too_many(len(gone), command.matched):
        await _tell(
            wording.too_many(len(gone), command.matched), f"too-many/{gone[0]}/{len(gone)}", work, now
        )
    elif gone:
        left = await depart(gone, Cause.ACCOUNT, work=work, now=now)
        await _tell(wording.left([one.name for one in left]), f"gone/{today}", work, now)
    await _tell_who_is_back(command.living, roster, work, now)


async def _tell_who_is_back(living: Sequence[str], roster: Roster, work: UnitOfWork, now: datetime) -> None:
    """Said once for each time somebody left with their account."""
    back = []
    for person_id, departure in (await work.departures.latest()).items():
        person = roster.person(person_id)
        if departure.cause is Cause.ACCOUNT and not departure.is_back and person_id in living and person:
            departure.is_back = True
            if not person.active:
                back.append(person.name)
    if back:
        today = (await work.calendar.whole()).today(now)
        await _tell(wording.back(back), f"back/{today}", work, now)


async def _tell(message: Message, key: str, work: UnitOfWork, now: datetime) -> None:
    """To whoever looks after the bot, in contract hours."""
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    admin = roster.first_of(Role.BOT_ADMIN, Role.DEPUTY, Role.SCHOOL_LEADER)
    if admin is not None:
        await work.outbox.post(
            Audience.person(admin.id), message, key=f"roster/{key}", due_at=calendar.opening(now) or now
        )
