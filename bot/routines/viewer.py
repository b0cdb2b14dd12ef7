"""Whose eyes a page is drawn for, and when."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.model.calendar import SchoolCalendar
from bot.model.everybody import Roster
from bot.model.people import Actor, Person
from bot.ports import Clock
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Viewer:
    """Somebody looking at the bot now, with the roster and the calendar read once for all."""

    actor: Actor
    roster: Roster
    calendar: SchoolCalendar
    now: datetime

    @property
    def today(self) -> date:
        return self.calendar.today(self.now)

    @property
    def person(self) -> Person | None:
        return self.roster.person(self.actor.person_id)


async def viewer(actor: Actor, *, work: UnitOfWork, clock: Clock) -> Viewer:
    return Viewer(actor, await work.people.roster(), await work.calendar.whole(), clock.now())
