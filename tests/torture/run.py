"""One trial from the first letter to the last count."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import monotonic

from sqlalchemy import func, select, update

from bot.app.sample import SampleSchool
from bot.messages.vocabulary import Button, Message, buttons, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from storage import tables
from storage.engine import connect
from storage.units_of_work import UnitsOfWork
from tests.databases import KEY, SEALER
from tests.serving.process import said, until
from tests.torture import counting
from tests.torture.counting import OPEN, Counts
from tests.torture.front import Front
from tests.torture.luck import Unlucky
from tests.torture.mail import Mail
from tests.torture.people import BUTTON, Deed, People
from tests.torture.processes import Doomed
from tests.torture.slack import Slack
from tests.torture.teams import OnTeams
from tests.torture.trial import Trial

Say = Callable[[str], None]

THAW = 5.0
"""Seconds that a process is stopped for beyond its lease, so that others look up what it had in hand."""
LAST = 20
"""Letters written when all processes are killed at one moment."""


class Run:
    """Puts everything up, tortures the bot, waits until it has recovered, and counts."""

    def __init__(
        self,
        trial: Trial,
        url: str,
        folder: Path,
        schools: list[SampleSchool],
        say: Say,
        keep: Path | None = None,
    ) -> None:
        self.trial = trial
        self.schools = schools
        self.folder = folder
        self.url = url
        self.say = say
        self.keep = keep
        self.faults = Unlucky(trial.chance("luck"), trial.slow)
        self.counts = Counts()
        self.people: People | None = None
        self._began = monotonic()
        self._breath = 1.0
        """Seconds to live, in the middle: a part of what it takes here until the first letters are sent."""

    async def done(self) -> Counts:
        """Run it on a database with these schools; every process is ended, whatever happens."""
        async with AsyncExitStack() as stack:
            engines = connect(self.url, SEALER)
            stack.push_async_callback(engines.dispose)
            self.engines = engines
            await self._put_up(stack)
            try:
                async with asyncio.timeout(self.trial.seconds):
                    await self._torture()
                    await self._recover()
            except TimeoutError:
                self.counts.wrong.append(f"it was not over after {self.trial.seconds:.0f} seconds")
            await self._count()
            if self.keep is not None:
                await self.place.record.write(engines, self.folder, self.keep)
        return self.counts

    async def _put_up(self, stack: AsyncExitStack) -> None:
        self.place = self._platform()
        await self.place.open()
        stack.push_async_callback(self.place.close)
        self.front = Front(self.trial.chance("front"), lambda: [one.url for one in self.processes if one.url])
        await self.front.open()
        stack.push_async_callback(self.front.close)
        self.processes = [
            Doomed(
                self.folder / str(number),
                {**self._variables(), **self.place.variables(number)},
                speaking=partial(self.place.in_flight, number),
                spoken=partial(self.place.ever_sent, number),
                greeted=self.place.greeted,
                words=self.place.words,
            )
            for number in range(self.trial.processes)
        ]
        for process in self.processes:
            stack.push_async_callback(process.end)
            await process.start()

    def _platform(self) -> Slack | OnTeams:
        if self.trial.platform == "teams":
            return OnTeams(self.schools, self.faults)
        return Slack(self.schools, self.faults, self.trial.processes, readable=self.trial.readable)

    def _variables(self) -> Mapping[str, str]:
        return {
            "ILT_DATABASE_URL": self.url,
            "ILT_DATA_KEY": KEY.text,
            "ILT_PORT": "0",
            "ILT_LEASE_SECONDS": str(self.trial.lease),
            "ILT_PACE": "100",
        }

    async def _torture(self) -> None:
        self.mail = Mail(UnitsOfWork(self.engines), self.trial.chance("mail"))
        if self.trial.platform == "teams":
            await until(lambda: any(one.knows_people for one in self.processes))
        await self.mail.meet(channels=self.trial.platform == "slack")
        self.people = await self._people(self.place) if isinstance(self.place, Slack) else None
        await until(self._all_is_said, within=self.trial.seconds)
        self._breath = (monotonic() - self._began) / 10
        await asyncio.gather(self._kill(), *([self.people.live(self.trial.deeds)] if self.people else []))
        await self._kill_all()
        await self.mail.change_the_rest()

    async def _people(self, slack: Slack) -> People:
        """People who do things meanwhile; what they send goes through the front."""
        slack.sandbox.bot_url = self.front.url
        accounts = await self._hand_out_buttons(slack)
        chance = self.trial.chance("people")
        return People(slack.sandbox.acting, slack.sandbox.workspace, accounts, chance)

    async def _hand_out_buttons(self, slack: Slack) -> list[str]:
        """Give a few teachers of each school a button to press; their accounts."""
        accounts = []
        for school in await self.mail.units.schools():
            async with self.mail.units.writing(school) as work:
                roster = await work.people.roster()
                teachers = [one for one in roster.people if "teacher" in one.title][:6]
                for person in teachers:
                    said = Message(
                        "A button", (paragraph("Press it."), buttons(Button(BUTTON, "pause", {"days": "2"})))
                    )
                    await work.outbox.post(
                        Audience.person(person.id), said, key=f"button/{person.id}", due_at=datetime.now(UTC)
                    )
                emails = {person.email for person in teachers}
                accounts += [user.id for user in slack.sandbox.workspace.people() if user.email in emails]
        return accounts

    @property
    def deeds(self) -> list[Deed]:
        """What people set out to do; on Teams nobody does anything."""
        return self.people.deeds if self.people else []

    async def _all_is_said(self) -> bool:
        return not await self._number(*OPEN)

    async def _kill(self) -> None:
        """Kill processes side by side, and write letters in step with it."""
        trial, each = self.trial, max(1, (self.trial.messages - LAST) // (self.trial.strikes + 1))
        await self.mail.write(max(0, trial.messages - LAST - each * trial.strikes))
        left, frosts = trial.kills, trial.freezes

        async def doom(number: int, process: Doomed) -> None:
            nonlocal left, frosts
            chance = trial.chance(f"kills/{number}")
            while left > 0:
                left -= 1
                await process.killed_again(chance, self._breath)
                await self.mail.write(each)
                if left % 10 == 0:
                    await self._progress()
            while frosts > 0:
                frosts -= 1
                await self.mail.write(each)
                await process.frozen(chance, self._breath, trial.lease + THAW)

        await asyncio.gather(*(doom(*one) for one in enumerate(self.processes)))

    async def _kill_all(self) -> None:
        """Kill everybody at one moment, while they speak. What they had in hand is nobody's from then on, so
        it is looked up at once, and not when its lease ends."""
        await self.mail.write(LAST)
        await until(self.place.speaking.total, within=self.trial.seconds)
        await asyncio.gather(*(process.killed() for process in self.processes))
        await until(lambda: not self.place.speaking.total())
        outbox = tables.outbox.outbox
        in_hand = update(outbox).where(outbox.c.lease_until.is_not(None))
        async with self.engines.writer.begin() as database:
            cut = (await database.execute(in_hand.values(lease_until=datetime.now(UTC)))).rowcount
        self.counts.figures["leases cut short"] = cut
        await asyncio.gather(*(process.start() for process in self.processes))

    async def _progress(self) -> None:
        kills = sum(process.kills for process in self.processes)
        struck = sum(sum(process.in_flight) for process in self.processes)
        sent = await self._number(LetterState.SENT)
        left = await self._number(*OPEN)
        self.say(
            f"  {monotonic() - self._began:4.0f} s: {kills} kills, {struck} letters in flight at them, "
            f"{sent} sent, {left} to go, {sum(one.is_done for one in self.deeds)} deeds"
        )

    async def _number(self, *states: LetterState) -> int:
        outbox = tables.outbox.outbox.c
        async with self.engines.reader.connect() as database:
            counted = select(func.count()).where(outbox.state.in_(states), outbox.due_at <= datetime.now(UTC))
            return await database.scalar(counted) or 0

    async def _recover(self) -> None:
        """Be kind from now on, and wait until nothing that is due is left."""
        self.faults.calm()
        self.front.is_calm = True
        await self.front.settled()
        await self.place.settled()
        self.say(
            f"  {monotonic() - self._began:4.0f} s: no more kills, {await self._number(*OPEN)} letters to go"
        )
        last_said = monotonic()
        while await self._let_time_pass() or await self._number(*OPEN):
            await asyncio.sleep(0.2)
            if monotonic() - last_said > 10:
                last_said = monotonic()
                await self._progress()

    async def _let_time_pass(self) -> bool:
        """Have the pauses between the tries of a letter go by; whether any letter is still to come."""
        outbox = tables.outbox.outbox
        waiting = update(outbox).where(
            outbox.c.state == LetterState.PENDING,
            outbox.c.attempts > 0,
            outbox.c.due_at > datetime.now(UTC),
        )
        async with self.engines.writer.begin() as database:
            moved = (await database.execute(waiting.values(due_at=datetime.now(UTC)))).rowcount
        figures = self.counts.figures
        figures["pauses cut short"] = figures.get("pauses cut short", 0) + moved
        return bool(moved) or any(one.due_at > datetime.now(UTC) for one in self.mail.written.values())

    async def _count(self) -> None:
        counts, trial = self.counts, self.trial
        figures = counts.figures
        figures["kills"] = sum(process.kills for process in self.processes)
        figures["letters in flight at a kill"] = sum(sum(one.in_flight) for one in self.processes)
        figures["kills that found some"] = sum(sum(map(bool, one.in_flight)) for one in self.processes)
        if trial.freezes:
            figures["stopped for longer than a lease"] = sum(
                len(one.frozen_in_flight) for one in self.processes
            )
            figures["letters in flight then"] = sum(sum(one.frozen_in_flight) for one in self.processes)
        figures["answers dropped after acting"] = self.faults.went_wrong["drop_after"]
        figures["other faults of the platform"] = (
            self.faults.went_wrong.total() - self.faults.went_wrong["drop_after"]
        )
        figures |= self.front.went_wrong
        stand = await counting.standing(self.engines)
        counting.letters(counts, self.mail.written, stand, self.place.read(), trial)
        counting.states(counts, stand, datetime.now(UTC), readable=trial.sees_all)
        counting.pages(counts, stand, self.place.marks(), readable=trial.sees_all)
        counting.order(counts, self.mail.written, stand)
        counting.early(counts, stand, self.mail.written, self.faults.handed_over)
        if isinstance(self.place, Slack):
            workspace = self.place.sandbox.workspace
            counting.deeds(counts, self.deeds, self.front.requests, stand, workspace, self.place.told)
        await self._check()
        figures["seconds"] = round(monotonic() - self._began)

    async def _check(self) -> None:
        """The processes end well, and the database is sound."""
        codes = [await process.stop() for process in self.processes]
        self.counts.count("processes that did not end well", sum(map(bool, codes)))
        code, out, err = await said(
            "db", "check", folder=self.folder, ILT_DATABASE_URL=self.url, ILT_DATA_KEY=KEY.text
        )
        self.counts.count("trouble in the database", [] if code == 0 else [out + err])
