"""Somebody who looks after the seats, somebody who is invited, and short ways to do it."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.messages.seats.who import Who
from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines import seats
from bot.routines.seats import inviting, who
from bot.routines.timetable import RunDue, Timetable
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL

PRINCIPAL = "mina-linden"
NEWCOMER = "bea-birch"


class Table:
    """What people of the sample school do about its seats."""

    def __init__(self, perform: Performer, actor, units: UnitsOfWork) -> None:
        self.perform = perform
        self.actor = actor
        self.units = units
        self._timetable = Timetable([seats.due])

    async def roster(self):
        async with self.units.reading(SCHOOL) as work:
            return await work.people.roster()

    async def now(self, key: str):
        """The actor that somebody is now."""
        roster = await self.roster()
        return roster.actor(roster.keyed(key).id)

    async def sees(self, key: str) -> Who:
        return await self.perform(who.see, who.SeeWho(), actor=await self.now(key))

    async def invites(self, key: str = NEWCOMER, *teams: str, ends: date = date(2028, 6, 2)):
        person = (await self.roster()).keyed(key).id
        command = inviting.Invite(
            person=person, teams=teams or ("k-1",), why="A second voice for the youngest", ends=ends
        )
        return await self.perform(inviting.invite, command, actor=self.actor(PRINCIPAL))

    async def accepts(self, offer, key: str = NEWCOMER):
        command = inviting.OneInvitation(seat=offer.seat)
        return await self.perform(inviting.accept, command, actor=await self.now(key))

    async def ticks(self) -> list[str]:
        done = await self.perform(self._timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
        return [one.what for one in done]

    async def letters(self, key: str) -> list[str]:
        """What waits to be sent to somebody, by its notification line."""
        person = (await self.roster()).keyed(key).id
        async with self.units.reading(SCHOOL) as work:
            waiting = await work.outbox.pending()
        return [one.summary for one in waiting if one.audience.person_id == person]

    async def changes(self, change: Callable) -> None:
        """Let something be different from what the sample school has."""
        async with self.units.writing(SCHOOL) as work:
            await change(work)


@pytest.fixture
def table(perform: Performer, who, units: UnitsOfWork) -> Table:
    return Table(perform, who, units)
