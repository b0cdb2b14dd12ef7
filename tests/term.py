"""A term of a school with sixty staff, made up from a seed and lived through in virtual time."""

import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from bot.app.core import Core, reasons
from bot.courier import Courier
from bot.errors import Refusal
from bot.model.calendar import SchoolCalendar
from bot.model.everybody import Roster
from bot.model.languages import Language
from bot.model.people import Person, Relation, the_clock
from bot.model.receipts import new_code
from bot.pacing import Pace, Pacer
from bot.routines import decisions, people, staff_input
from bot.routines.calendar.closing import CloseSchool, close_school
from bot.routines.consensus import opening, voting
from bot.routines.live import ending, going, starting
from bot.routines.meetings import items
from bot.routines.requests import Nothing
from bot.routines.school import ApplySchool, apply
from bot.routines.school_file import PersonSection, SchoolFile
from bot.routines.timetable import RunDue
from tests.databases import DENVER, OPERATOR, SCHOOL, StillClock, sample_file
from tests.heard import Everybody

FIRST, LAST = date(2026, 9, 28), date(2026, 12, 18)
DAYS = ((10, 6), (10, 13), (10, 20), (10, 27), (11, 3), (11, 10), (11, 17), (12, 1), (12, 8), (12, 15))
MEETINGS = tuple(date(2026, month, day) for month, day in DAYS)
SNOW = date(2026, 12, 2)
INPUTS, DECISIONS = 300, 40
WALLS = (time(7, 46), time(14, 1))
MEETING = (time(15, 21), time(15, 36), time(16, 4), time(16, 31), time(16, 46))
EVENING = (time(20),)
EVENINGS = (2, 12)
"""Of the days of two weeks from the first Monday on: a Wednesday, and a Saturday."""
QUICK = Pace(workspace=1e6, workspace_burst=10**6, channel=1e6, channel_burst=10**6)
SOUNDS = ("ba", "ko", "du", "mi", "la", "pe", "ro", "shi", "tu", "va")
SECRET = "zq"
"""How every word begins that somebody of the school writes, so that it can be found in what was sent."""

Action = Callable[[], Awaitable[object]]


@dataclass
class Term:
    """What sixty people do in a term, by its moment; `refused` counts what the bot did not let them do."""

    core: Core
    clock: StillClock
    roster: Roster
    calendar: SchoolCalendar
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    refused: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    plan: list[tuple[datetime, int, Action]] = field(default_factory=list)
    waiting: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.slack = Everybody(self.clock)
        self.courier = Courier(self.core.units, self.slack, self.clock, reasons=reasons(), pacer=Pacer(QUICK))

    async def live(self) -> None:
        """Everybody does what they do, and the bot what is due in between."""
        self._inputs()
        for place, day in enumerate(MEETINGS):
            self._meeting(day, place)
        self._do(at(SNOW, time(5, 50)), self._snow)
        self._ticks()
        for moment, _, action in sorted(self.plan, key=lambda one: one[:2]):
            self.clock.moment = moment
            await action()
            await self.courier.deliver_due()

    def _ticks(self) -> None:
        """The clock looks what is due when something may be: mornings, noons, in meetings, some evenings."""
        for day in (FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)):
            walls = WALLS if day.weekday() < 5 else ()
            walls += MEETING if day in MEETINGS else ()
            walls += EVENING if (day - FIRST).days % 14 in EVENINGS else ()
            for wall in walls:
                self._do(at(day, wall), self._due)

    async def _due(self) -> None:
        await self.core.perform(self.core.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))

    async def tries(self, routine: Any, command: Any, by: Person) -> Any:
        """Do something as somebody; what the bot refuses is counted, with its sentence."""
        name = type(command).__name__
        try:
            found = await self.core.perform(routine, command, actor=self.roster.actor(by.id))
        except Refusal as refusal:
            self.refused[f"{name}: {refusal}"] += 1
            return None
        self.done[name] += 1
        return found

    def _do(self, moment: datetime, action: Action) -> None:
        self.plan.append((moment, len(self.plan), action))

    def words(self, number: int = 6) -> str:
        """What somebody writes: no language's words, each known by how it begins."""
        said = (SECRET + "".join(self.chance.choices(SOUNDS, k=3)) for _ in range(number))
        return " ".join(said).capitalize()

    @cached_property
    def teachers(self) -> list[Person]:
        ilt = {one.id for one in self.ilt}
        return [one for one in self.roster.people if one.id not in ilt]

    @cached_property
    def ilt(self) -> list[Person]:
        return [one for one in self.roster.people if Relation.ILT_MEMBER in self.roster.relations(one.id)]

    @cached_property
    def quiet(self) -> list[Person]:
        """Teachers who only ever speak without a name: nobody is ever to read theirs."""
        return self.teachers[::3]

    def keyed(self, key: str) -> Person:
        found = self.roster.keyed(key)
        assert found is not None
        return found

    def _moment(self, day: date) -> datetime:
        """Some moment of a day, most in school, some in the evening."""
        minutes = self.chance.choice((self.chance.randrange(450, 930), self.chance.randrange(930, 1320)))
        return at(day, time(minutes // 60, minutes % 60, self.chance.randrange(60)))

    def _inputs(self) -> None:
        days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days)]
        for _ in range(INPUTS):
            self._do(self._moment(self.chance.choice(days)), self._says)

    async def _says(self) -> None:
        """Somebody gives input; now and then somebody who answers it works through a few of it."""
        who = self.chance.choice(self.roster.people)
        quiet = who in self.quiet
        mode = "anonymous" if quiet else self.chance.choice(("named", "named", "through_rep"))
        receipt = {"receipt": new_code()} if mode == "anonymous" else {}
        given = staff_input.GiveInput(
            see=self.words(), scope="several_teams", topic="instruction", mode=mode, **receipt
        )
        shown = await self.tries(staff_input.hand_in, given, who)
        if shown is not None and mode == "named" and who.key != "noel-mint":
            self.waiting.append(shown)
        if self.chance.random() < 0.4:
            await self._triage()

    async def _triage(self) -> None:
        noel = self.keyed("noel-mint")
        for shown in self.waiting[:3]:
            which = self.chance.random()
            if which < 0.5:
                answer = staff_input.AnswerInput(input=shown.id, answer=self.words())
                await self.tries(staff_input.answer, answer, noel)
            elif which < 0.8:
                await self.tries(staff_input.place, staff_input.PlaceInput(input=shown.id), noel)
            else:
                no = staff_input.DeclineInput(input=shown.id, reason="not_now", why=self.words())
                await self.tries(staff_input.decline, no, noel)
        del self.waiting[:3]

    def _meeting(self, day: date, place: int) -> None:
        """Items before it, and a meeting in which four things are decided, one of them by a check."""
        for _ in range(2):
            self._do(self._moment(day - timedelta(6)), self._adds)
        self._do(at(day, time(15, 31)), lambda: self._starts(day))
        self._do(at(day, time(15, 40)), self._checks)
        for number in range(4):
            self._do(at(day, time(15, 50 + 2 * number)), lambda: self._decides(day))
        for number in range(8):
            self._do(at(day, time(16, 5 + number)), lambda: self._next_item(day))
        self._do(at(day, time(16, 29)), lambda: self._ends(day))
        for number in range(6):
            self._do(self._moment(day + timedelta(1 + number % 3)), self._comes_back)

    async def _adds(self) -> None:
        item = items.AddItem(
            title=self.words(3), minutes=5, outcome="discuss", detail=self.words(), example=self.words()
        )
        await self.tries(items.add, item, self.chance.choice(self.ilt))

    async def _starts(self, day: date) -> None:
        for who in (self.keyed("mina-linden"), self.chance.choice(self.ilt)):
            await self.tries(starting.start, starting.StartMeeting(day=day), who)

    async def _next_item(self, day: date) -> None:
        async with self.core.units.reading(SCHOOL) as work:
            run = await work.live.run(day)
        if run is not None and run.is_running and run.line is not None:
            step = going.NextItem(day=day, line=run.line.number)
            await self.tries(going.go_on, step, self.keyed("mina-linden"))

    async def _checks(self) -> None:
        dale = self.keyed("dale-clover")
        opened = opening.OpenCheck(
            proposal=self.words(), why=self.words(), teams=("grade-4",), heard=("grade-4",)
        )
        sheet = await self.tries(opening.open_check, opened, dale)
        if sheet is None:
            return
        check = sheet.check.id
        risk = voting.NameRisk(check=check, risk="workload", line=self.words())
        await self.tries(voting.name_risk, risk, self.ilt[0])
        vote = voting.OpenVote(check=check, proposal=self.words(), mitigation=self.words())
        await self.tries(voting.open_vote, vote, dale)
        for member in self.ilt:
            cast = voting.CastVote(check=check, value=self.chance.choice((3, 4, 5)))
            await self.tries(voting.vote, cast, member)

    async def _decides(self, day: date) -> None:
        teams = tuple(
            self.chance.sample([one.key for one in self.roster.teams], self.chance.choice((1, 2, 9)))
        )
        decided = decisions.RecordDecision(
            statement=self.words(),
            why=self.words(12),
            teams=teams,
            change=self.words(8),
            starts_on=day + timedelta(2),
            review_on=self.calendar.on_or_after(day + timedelta(15)),
            helper=self.keyed("dale-clover").id,
            minutes=self.chance.choice((None, 10, -5)),
        )
        await self.tries(decisions.record, decided, self.keyed("mina-linden"))

    async def _comes_back(self) -> None:
        """Somebody of those who are never named asks, or is concerned; somebody of the ILT answers."""
        async with self.core.units.reading(SCHOOL) as work:
            open_ones = await work.decisions.open()
        if not open_ones:
            return
        way = self.chance.choice((decisions.ASK, decisions.CONCERN))
        asked = decisions.PutQuestion(decision=self.chance.choice(open_ones).id, text=self.words())
        put = await self.tries(way.put, asked, self.chance.choice(self.quiet))
        if put is not None and self.chance.random() < 0.7:
            answer = decisions.AnswerQuestion(question=put.question.id, answer=self.words())
            await self.tries(decisions.answer, answer, self.chance.choice(self.ilt))

    async def _ends(self, day: date) -> None:
        async with self.core.units.reading(SCHOOL) as work:
            run = await work.live.run(day)
        if run is None or not run.is_running:
            return
        mina = self.keyed("mina-linden")
        met = {str(place): "met" for place in range(len(getattr(run, "objectives", ())))}
        await self.tries(ending.end, ending.EndMeeting(day=day, objectives=met), mina)

    async def _snow(self) -> None:
        await self.tries(close_school, CloseSchool(day=SNOW), self.keyed("mina-linden"))


def at(day: date, wall: time) -> datetime:
    return datetime.combine(day, wall, DENVER).astimezone(UTC)


def sixty() -> SchoolFile:
    """The sample school with nineteen more in the six teams that have a channel; it meets every week, and
    Grade 5 reads Spanish."""
    file = sample_file()
    teams = [team.key for team in file.teams if team.channel]
    more = [
        PersonSection(
            key=f"new-{n}", name=f"Nola Newcomer{n}", email=f"n{n}@sample.example", team=teams[n % 6]
        )
        for n in range(19)
    ]
    assert file.meetings is not None
    weekly = file.meetings.model_copy(update={"every": "weekly", "first": MEETINGS[0]})
    in_spanish = {"language": Language.SPANISH}
    spoken = [team.model_copy(update=in_spanish if team.key == "grade-5" else {}) for team in file.teams]
    return file.model_copy(
        update={"people": (*file.people, *more), "teams": tuple(spoken), "meetings": weekly}
    )


async def begun(core: Core, clock: StillClock) -> "Term":
    """The school, on the morning of the first day."""
    clock.moment = at(FIRST, time(7))
    await core.perform(apply, ApplySchool(file=sixty()), actor=OPERATOR)
    roster = await core.perform(people.whole_roster, Nothing(), actor=OPERATOR)
    async with core.units.reading(SCHOOL) as work:
        return Term(core, clock, roster, await work.calendar.whole())
