"""Once a day the roster is compared with the workspace: whose account is deactivated has left."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from bot.messages.roster import reconciling as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import Actor, Role
from bot.model.roster.leaving import Cause, is_too_many
from bot.ports import Clock
from bot.routines.reaching import elsewhere
from bot.routines.requests import Command
from bot.routines.roster.leaving import depart
from storage.unit_of_work import UnitOfWork

NIGHT = time(2)
"""From this wall-clock time on a day's first look counts."""


class Reconcile(Command):
    """What a look into a platform's workspace gave: people by id, of whom `matched` have an account there,
    living or not."""

    platform: str
    matched: int
    gone: tuple[str, ...] = ()
    living: tuple[str, ...] = ()


async def reconcile(command: Reconcile, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """See off whoever's account is deactivated, and tell the administrator who that was.

    Once a day for each platform, from two in the morning on. Who is still known on another platform stays.
    When more have gone than a night can bring, nothing happens but a word to the administrator. Somebody not
    found is not somebody who has left.
    """
    now, calendar, platform = clock.now(), await work.calendar.whole(), command.platform
    today = calendar.today(now)
    if calendar.local(now).time() < NIGHT or not await work.is_first(
        f"roster/compared/{platform}/{today}", now
    ):
        return
    roster = await work.people.roster()
    gone = sorted(one.id for one in roster.people if one.active and one.id in command.gone)
    if is_too_many(len(gone), command.matched):
        said = wording.too_many(len(gone), command.matched, platform)
        await _tell(said, f"too-many/{gone[0]}/{len(gone)}", work, now)
    elif gone:
        staying = await _still_elsewhere(gone, platform, work)
        await _tell_who_stays(staying, platform, roster, work, now)
        left = await depart([one for one in gone if one not in staying], Cause.ACCOUNT, work=work, now=now)
        if left:
            said = wording.left([one.name for one in left], platform)
            await _tell(said, f"gone/{platform}/{today}", work, now)
    await _tell_who_is_back(command.living, platform, roster, work, now)


async def _still_elsewhere(people: Sequence[str], platform: str, work: UnitOfWork) -> dict[str, str]:
    """Those of some people who are known on another platform too, and which; here they are known no more."""
    places, found = await work.people.places(), dict[str, str]()
    for one in people:
        audience = Audience.person(one)
        other = elsewhere(audience, platform, places)
        if other is not None:
            found[one] = other
            await work.people.forget_address(platform, audience.key)
            await work.people.forget_address(platform, f"dm:{audience.key}")
    return found


async def _tell_who_stays(
    staying: Mapping[str, str], platform: str, roster: Roster, work: UnitOfWork, now: datetime
) -> None:
    if staying:
        today = (await work.calendar.whole()).today(now)
        names, others = [roster.name(one) for one in staying], sorted(set(staying.values()))
        said = wording.still_elsewhere(names, platform, others)
        await _tell(said, f"stays/{platform}/{today}", work, now)


async def _tell_who_is_back(
    living: Sequence[str], platform: str, roster: Roster, work: UnitOfWork, now: datetime
) -> None:
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
        await _tell(wording.back(back, platform), f"back/{platform}/{today}", work, now)


async def _tell(message: Message, key: str, work: UnitOfWork, now: datetime) -> None:
    """To whoever looks after the bot, in contract hours."""
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    admin = roster.first_of(Role.BOT_ADMIN, Role.DEPUTY, Role.SCHOOL_LEADER)
    if admin is not None:
        await work.outbox.post(
            Audience.person(admin.id), message, key=f"roster/{key}", due_at=calendar.opening(now) or now
        )
