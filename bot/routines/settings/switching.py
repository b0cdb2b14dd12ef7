"""Switching routines on and off: what begins is introduced once, what was due before is not caught up on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.messages.settings import introductions as wording
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.everybody import Roster
from bot.model.people import Role, Seat
from bot.model.settings import RoutineName
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Switched:
    """What was switched on and off just now."""

    on: tuple[RoutineName, ...] = ()
    off: tuple[RoutineName, ...] = ()

    @property
    def said(self) -> list[str]:
        said = [wording.switched_on(name) for name in self.on]
        return said + [wording.switched_off(name) for name in self.off]


async def switch(
    wanted: frozenset[RoutineName], *, work: UnitOfWork, by: str, now: datetime, going_live: bool = False
) -> Switched:
    """Let exactly these be on from now on, and introduce those that begin to the people they concern.

    In a school that is still being set up, this only notes what it will begin with.
    """
    before = await work.settings.now()
    was_on = before.on if before.live else frozenset()
    after = replace(before, on=wanted, live=before.live or going_live)
    if not after.live:
        await work.settings.change(after, by=by, at=now, about=("Routines to begin with.",))
        return Switched()
    begun = tuple(name for name in RoutineName if name in wanted - was_on)
    switched = Switched(begun, tuple(name for name in RoutineName if name in was_on - wanted))
    after = replace(after, began={**before.began, **dict.fromkeys(begun, now)})
    if begun or switched.off or going_live:
        about = ["The school is switched on."] if going_live else []
        await work.settings.change(after, by=by, at=now, about=(*about, *switched.said))
        await _introduce(begun, work, now)
    return switched


async def _introduce(begun: Iterable[RoutineName], work: UnitOfWork, now: datetime) -> None:
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    at = opening(calendar, now)
    for name in begun:
        message = wording.introduction(name)
        for audience in concerned(name, roster):
            key = f"introduction/{name}/{now:%Y%m%dT%H%M%S}/{audience.key}"
            await work.outbox.post(audience, message, key=key, due_at=at)


def concerned(name: RoutineName, roster: Roster) -> list[Audience]:
    """Who is told that a routine begins: everybody, the ILT, or the leads and leaders one by one."""
    if name in (RoutineName.INPUT, RoutineName.DECISIONS):
        return [Audience.all_staff() if roster.school.all_staff_channel else Audience.ilt()]
    if name in (RoutineName.MEETINGS, RoutineName.WALKTHROUGHS):
        return [Audience.ilt()]
    leads = [person for team in roster.teams for person in roster.seated(team.key, Seat.LEAD)]
    told = {person.id for person in (*leads, *roster.holders(Role.SCHOOL_LEADER, Role.DEPUTY))}
    return [Audience.person(person.id) for person in roster.people if person.id in told]


def opening(calendar: SchoolCalendar, now: datetime) -> datetime:
    """When the bot may next speak of its own accord; now, where the calendar knows of no school day."""
    try:
        return calendar.next_open(now)
    except NoSchoolAhead:
        return now
