"""A noon at which much of the meeting routine is under way at once: each of its buttons has its turn."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.messages.campaigns import pulse as pulse_words
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.decisions import Authority
from bot.model.people import Actor, the_clock
from bot.model.pulses import DAYS, Pulse
from bot.model.trust import TrustRound
from bot.perform import Performer
from bot.routines import campaigns, charter, consensus, decisions, live, meetings
from bot.routines.campaigns import connecting, student_voice
from bot.routines.consensus import ending, opening, voting
from bot.routines.consensus.shown import OneCheck
from bot.routines.live import going, parking, starting
from bot.routines.meetings import items
from bot.routines.timetable import RunDue, Timetable
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL, StillClock, sample_file

DAY = date(2026, 11, 17)
STARTS = time(11, 30)
STEPS = ((date(2026, 11, 10), time(7, 45)), (date(2026, 11, 13), time(13)), (date(2026, 11, 16), time(14)))
"""When the agenda is asked for, drafted and out."""
OPENER, REP, LEADER = "dale-clover", "oli-nettle", "mina-linden"
ILT = (
    "ada-acorn",
    "jay-ivy",
    "oli-nettle",
    "tea-sage",
    "yara-xylem",
    "dale-clover",
    "hugo-ginger",
    "kaya-jasmine",
    "mina-linden",
    "noel-mint",
)
PROPOSAL = "Every math block starts with 3 minutes of writing."


class Busy:
    """Lets a meeting of the ILT run from half past eleven on, with checks in every stage."""

    def __init__(
        self, perform: Performer, units: UnitsOfWork, who: Callable[[str], Actor], clock: StillClock
    ) -> None:
        self.perform, self.units, self.clock, self.who = perform, units, clock, who
        self.timetable = Timetable((meetings.due, live.due, consensus.due, campaigns.due))

    async def begin(self) -> None:
        await self._meets_today()
        await self._asks_staff()
        for day, wall in STEPS:
            self.clock.on(day, wall)
            await self._tick()
        await self._proposed_to_the_faculty()
        await self._checks()
        await self._runs(await self._facilitator())

    async def _runs(self, lead: str) -> None:
        """At noon it is at its second item, which is over its time; the first is parked."""
        self.clock.on(DAY, STARTS)
        await self._tick()
        await self._do(starting.start, starting.StartMeeting(day=DAY), lead)
        line = await self._until("Exit tickets", lead)
        parked = parking.ParkItem(day=DAY, line=line, owner=self.who(OPENER).person_id)
        await self._do(parking.park, parked, lead)
        self.clock.on(DAY, time(12))
        await self._tick()

    async def _until(self, title: str, lead: str) -> int:
        while True:
            async with self.units.reading(SCHOOL) as work:
                run = await work.live.run(DAY)
                [item] = [one for one in await work.meetings.open_items() if one.title == title]
            if run.line.item == item.id:
                return run.line.number
            await self._do(going.go_on, going.NextItem(day=DAY, line=run.line.number), lead)

    async def _do(self, routine: Any, command: Any, key: str) -> Any:
        return await self.perform(routine, command, actor=self.who(key))

    async def _tick(self) -> None:
        await self.perform(self.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))

    async def _meets_today(self) -> None:
        section = sample_file().meetings
        assert section is not None
        async with self.units.writing(SCHOOL) as work:
            moved = section.model_copy(update={"first": DAY, "at": STARTS})
            await meetings.establish(moved, work=work, roster=await work.people.roster())
        for title in ("Exit tickets", "Lunch", "Field day"):
            given = {"outcome": "decide", "detail": "Two lines", "example": "One example"}
            await self._do(items.add, items.AddItem(title=title, minutes=10, **given), OPENER)

    async def _facilitator(self) -> str:
        async with self.units.reading(SCHOOL) as work:
            roster, held = await work.people.roster(), await work.meetings.roles(DAY)
            [lead] = [one.person for role, one in held.items() if role.value == "facilitator"]
            return roster.person(lead).key

    async def _asks_staff(self) -> None:
        """A campaign that may be answered, one that is a draft, a pulse, the question of trust, a charter."""
        for days in (0, 20, 1):
            asked = campaigns.AskQuestion(what=f"What helps in {days} days?", teams=(), days=days or 5)
            drafted = (await self._do(campaigns.draft, asked, REP)).campaign
            if days:
                await self._do(campaigns.ask, campaigns.OpenCampaign(campaign=drafted.id), REP)
        voice = student_voice.AddStudentVoice(about="Recess", rows="Grade 3, 42, 71%")
        await self._do(student_voice.add, voice, LEADER)
        await self._do(connecting.connect, connecting.Connect(topic="Reading groups"), REP)
        written = charter.WritePurpose(
            purpose="We listen, and choose one step.", mission="We help each other."
        )
        await self._do(charter.write_purpose, written, REP)
        async with self.units.writing(SCHOOL) as work:
            calendar: SchoolCalendar = await work.calendar.whole()
            pulse = Pulse(school=SCHOOL, opens_on=DAY, closes_on=calendar.shift(DAY, DAYS))
            work.pulses.add(pulse)
            question = pulse_words.question(pulse)
            await work.outbox.post(Audience.all_staff(), question, key="pulse/now", due_at=self._moment)
            await work.trust.begin(
                TrustRound(school=SCHOOL, opened_on=DAY, closes_at=self._moment + timedelta(days=40))
            )

    @property
    def _moment(self) -> datetime:
        return self.clock.now()

    async def _proposed_to_the_faculty(self) -> None:
        await self._do(
            decisions.record,
            decisions.RecordDecision(
                statement="The bell rings ten minutes later.",
                why="It helps.",
                teams=("grade-3",),
                change="Ten minutes",
                starts_on=date(2026, 12, 14),
                helper=self.who(OPENER).person_id,
                authority=Authority.FACULTY,
            ),
            OPENER,
        )

    async def _checks(self) -> None:
        """One check in each stage; the one on which votes are cast is the last that the ILT reads of."""
        self.clock.on(DAY, time(11))
        await self._waits_for_voices()
        for votes in ((1, 1, *(4,) * 8), (4,) * 7, (4,), (2,) * 7):
            check = await self._voting()
            await self._voted(check, *votes)
            if 1 in votes:
                again = ending.VoteAgain(check=check.id, proposal=PROPOSAL)
                await self._do(ending.vote_again, again, OPENER)
                await self._voted(check, *votes)
        await self._opened()
        await self._voting()

    async def _opened(self, **given: Any) -> Any:
        command = opening.OpenCheck(
            **{"proposal": PROPOSAL, "teams": ("grade-3",), "heard": ("grade-3",), **given}
        )
        return (await self._do(opening.open_check, command, OPENER)).check

    async def _waits_for_voices(self) -> None:
        await self._opened(heard=())
        asked = await self._opened(heard=(), teams=("grade-3", "grade-4"))
        await self._do(opening.ask_voices, OneCheck(check=asked.id), OPENER)

    async def _voting(self) -> Any:
        check = await self._opened()
        await self._do(voting.name_risk, voting.NameRisk(check=check.id, risk="workload"), "ada-acorn")
        opened = voting.OpenVote(check=check.id, proposal=PROPOSAL, mitigation="One block a day")
        await self._do(voting.open_vote, opened, OPENER)
        return check

    async def _voted(self, check: Any, *votes: int) -> None:
        for key, value in zip(ILT, votes, strict=False):
            reason = "" if value > 2 else "Start with one block."
            await self._do(voting.vote, voting.CastVote(check=check.id, value=value, reason=reason), key)
        if len(votes) < len(ILT):
            await self._do(voting.close_vote, OneCheck(check=check.id), OPENER)
