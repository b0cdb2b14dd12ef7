"""A sample school whose ILT says what it will do; Oli Nettle and Jay Ivy are on it, Uma Thistle is not."""

from datetime import date

import pytest

from bot.model.people import the_clock
from bot.routines import commitments, meetings, strategies
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL, sample_file
from tests.letters import letters

OLI, JAY, TEACHER = "oli-nettle", "jay-ivy", "uma-thistle"
DUE = date(2026, 10, 23)


class Team:
    """What the ILT of the sample school says it will do, and what the bot says of that."""

    def __init__(self, perform, units, clock, who) -> None:
        self.perform, self.units, self.clock, self.who = perform, units, clock, who
        self.timetable = Timetable((commitments.due,))

    def id(self, key: str) -> str:
        return self.who(key).person_id

    async def says(self, text="Bring the exit tickets", by=OLI, owners=(OLI,), due_on=DUE, **said):
        command = commitments.Promise(
            text=text, owners=[self.id(one) for one in owners], due_on=due_on, **said
        )
        return (await self.perform(commitments.make, command, actor=self.who(by))).one

    async def tells(self, one, state="done", by=OLI):
        command = commitments.TellCommitment(commitment=one.id, state=state)
        return (await self.perform(commitments.tell, command, actor=self.who(by))).one

    async def explains(self, one, state="stuck", by=OLI, **said):
        command = commitments.ExplainCommitment(commitment=one.id, state=state, **said)
        return (await self.perform(commitments.explain, command, actor=self.who(by))).one

    async def tick(self):
        return await self.perform(self.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))

    async def posted(self, part: str):
        return [letter for letter in await letters(self.units) if part in letter.key]

    async def meets(self) -> None:
        file = sample_file()
        async with self.units.writing(SCHOOL) as work:
            roster = await work.people.roster()
            await meetings.establish(file.meetings, work=work, roster=roster)
            await strategies.establish(file.strategies, work=work, roster=roster)


@pytest.fixture
async def team(perform, units, clock, who, sample) -> Team:
    return Team(perform, units, clock, who)
