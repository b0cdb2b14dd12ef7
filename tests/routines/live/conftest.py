"""A meeting of the sample school whose agenda is out, and its clock."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.model.live import MeetingRun
from bot.model.people import the_clock
from bot.routines import live, meetings, strategies
from bot.routines.live import adding, asking, ending, going, parking, starting
from bot.routines.meetings import items
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL, sample_file
from tests.letters import Posted, letters

BEFORE_SCHOOL = datetime(2026, 10, 5, 15, 0, tzinfo=UTC)
DAY = date(2026, 10, 13)
STEPS = ((date(2026, 10, 6), time(7, 45)), (date(2026, 10, 9), time(13)), (date(2026, 10, 12), time(14)))
START, END = time(15, 30), time(16, 30)


class Meeting:
    """The ILT on 13 October, 3:30 to 4:30 PM: two items after the standing ones; `lead` facilitates."""

    def __init__(self, perform, units, clock, who) -> None:
        self.perform, self.units, self.clock, self.who = perform, units, clock, who
        self.timetable = Timetable((meetings.due, live.due))
        self.roles: dict[str, str] = {}

    async def prepare(self) -> None:
        file = sample_file()
        async with self.units.writing(SCHOOL) as work:
            roster = await work.people.roster()
            await meetings.establish(file.meetings, work=work, roster=roster)
            await strategies.establish(file.strategies, work=work, roster=roster)
        for title, outcome in (("Exit tickets", "decide"), ("Lunch", "discuss")):
            add = items.AddItem(
                title=title, minutes=10, outcome=outcome, detail="Two lines", example="One example"
            )
            await self.perform(items.add, add, actor=self.who("jay-ivy"))
        for day, wall in STEPS:
            self.clock.on(day, wall)
            await self.tick()
        async with self.units.reading(SCHOOL) as work:
            roster = await work.people.roster()
            held = await work.meetings.roles(DAY)
            self.roles = {role.value: roster.person(one.person).key for role, one in held.items()}
        self.at(START)

    @property
    def lead(self) -> str:
        return self.roles["facilitator"]

    @property
    def member(self) -> str:
        """Somebody of the ILT who has no role, and leads nothing."""
        free = {"ada-acorn", "jay-ivy", "oli-nettle", "tea-sage", "yara-xylem", "dale-clover", "kaya-jasmine"}
        return min(free - set(self.roles.values()))

    def at(self, wall: time) -> None:
        self.clock.on(DAY, wall)

    async def tick(self) -> list[str]:
        done = await self.perform(self.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
        return [one.key for one in done]

    async def passes(self, **step: float) -> list[str]:
        self.clock.moment += timedelta(**step)
        return await self.tick()

    async def run(self) -> MeetingRun:
        async with self.units.reading(SCHOOL) as work:
            found = await work.live.run(DAY)
            assert found is not None
            return found

    async def starts(self, key: str | None = None):
        return await self.perform(
            starting.start, starting.StartMeeting(day=DAY), actor=self.who(key or self.lead)
        )

    async def line(self) -> int:
        return (await self.run()).line.number

    async def next(self, key: str | None = None):
        command = going.NextItem(day=DAY, line=await self.line())
        return await self.perform(going.go_on, command, actor=self.who(key or self.lead))

    async def until(self, title: str):
        """Go on, at no cost of time, to the item with this title."""
        async with self.units.reading(SCHOOL) as work:
            [item] = [one for one in await work.meetings.open_items() if one.title == title]
        while (await self.run()).line.item != item.id:
            await self.next()
        return (await self.run()).line

    async def extends(self, key: str):
        command = going.ExtendItem(day=DAY, line=await self.line())
        return await self.perform(going.extend, command, actor=self.who(key))

    async def parks(self, key: str | None = None, **values):
        owner = self.who("jay-ivy").person_id
        command = parking.ParkItem(day=DAY, line=await self.line(), owner=owner, **values)
        return await self.perform(parking.park, command, actor=self.who(key or self.lead))

    async def adds(self, key: str | None = None, **values):
        command = adding.AddNow(day=DAY, **values)
        return await self.perform(adding.add, command, actor=self.who(key or self.lead))

    async def others(self, key: str):
        command = asking.OtherQuestions(day=DAY, line=await self.line())
        return await self.perform(asking.others, command, actor=self.who(key))

    async def ends(self, key: str | None = None, **values):
        command = ending.EndMeeting(day=DAY, **values)
        return await self.perform(ending.end, command, actor=self.who(key or self.lead))

    async def posted(self, part: str) -> list[Posted]:
        return [letter for letter in await letters(self.units) if part in letter.key]

    async def said(self, part: str) -> Posted:
        [one] = await self.posted(part)
        return one

    async def has_objectives(self, *objectives: str) -> None:
        async with self.units.writing(SCHOOL) as work:
            meeting = next(one for one in await work.meetings.written() if one.day == DAY)
            meeting.objectives = objectives


@pytest.fixture
async def meeting(perform, units, clock, who) -> Meeting:
    found = Meeting(perform, units, clock, who)
    await found.prepare()
    return found


@pytest.fixture
def clock(clock):
    clock.moment = BEFORE_SCHOOL
    return clock
