"""A meeting of the sample school that has run, and what remains of it."""

from datetime import date, time

import pytest

from bot.app.core import NOUNS
from bot.messages.minutes import cards
from bot.model.live import Result
from bot.routines.minutes import confirming, exporting
from bot.routines.timetable import Timetable
from handlers.platform.filling import nested
from tests.conftest import SCHOOL
from tests.routines.live.conftest import BEFORE_SCHOOL, DAY, Meeting

AFTER = date(2026, 10, 14)
PRINCIPAL = "mina-linden"


class Remains(Meeting):
    """The meeting of 13 October with everything that the bot does by the clock."""

    async def prepare(self) -> None:
        await super().prepare()
        self.timetable = Timetable([noun.due for noun in NOUNS])

    @property
    def recorder(self) -> str:
        return self.roles["recorder"]

    async def is_over(self) -> None:
        """Hold it: exit tickets are decided, and it ends at 4:30."""
        await self.starts()
        line = await self.until("Exit tickets")
        self.number = line.number
        self.at(time(16, 30))
        await self.ends(outcomes={str(line.number): Result.DECIDED})

    async def sees(self, key: str, day: date | None = None):
        return await self.perform(confirming.see, confirming.SeeMinutes(day=day), actor=self.who(key))

    async def edits(self, key: str, version: int = 1, **values):
        command = confirming.EditMinutes(day=DAY, version=version, **values)
        return await self.perform(confirming.edit, command, actor=self.who(key))

    async def opens(self, key: str):
        """Open the form to edit a draft, and return what it keeps of what was seen in it."""
        about = confirming.AboutMinutes(day=DAY, version=1)
        record = await self.perform(confirming.before_editing, about, actor=self.who(key))
        given = nested(cards.form(record, {}).carries)
        return {"seen": given["seen"], "was_draft": given["was_draft"]}

    async def confirms(self, key: str, version: int = 1):
        command = confirming.ConfirmMinutes(day=DAY, version=version)
        return await self.perform(confirming.confirm, command, actor=self.who(key))

    async def exports(self, key: str):
        return await self.perform(exporting.export, exporting.ExportMinutes(day=DAY), actor=self.who(key))

    async def minutes(self):
        async with self.units.reading(SCHOOL) as work:
            return await work.minutes.of(DAY)

    def id_of(self, key: str) -> str:
        return self.who(key).person_id


@pytest.fixture
async def meeting(perform, units, clock, who) -> Remains:
    found = Remains(perform, units, clock, who)
    await found.prepare()
    return found


@pytest.fixture
def clock(clock):
    clock.moment = BEFORE_SCHOOL
    return clock
