"""Two ordinary weeks of the sample school: what each role receives, as `docs/messages-in-a-week.md` says.

Write the page anew with `WRITE_PAGES=1 python -m pytest tests/delivery/test_weeks.py`.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain

from bot.app.core import Core
from bot.courier import Courier
from bot.model.audiences import Audience
from bot.model.letter_kinds import kind_of
from bot.model.outbox import DIGEST
from bot.model.people import Actor, the_clock
from bot.model.staff_input import Mode, Scope, Topic
from bot.ports import Letter
from bot.routines import cycles, decisions, staff_input
from bot.routines.timetable import NextMoment, RunDue
from tests.conftest import DENVER, SCHOOL, StillClock
from tests.delivery.post_office import PostOffice
from tests.routines.decisions.told import a_decision

FIRST, LAST = date(2026, 10, 19), date(2026, 10, 30)
SECOND_WEEK = date(2026, 10, 26)
ROLES = (
    ("Teacher", "ray-quince"),
    ("Teacher who said something", "pia-olive"),
    ("Team rep in the ILT", "jay-ivy"),
    ("Team lead with a 1:1 and a learning cycle", "oli-nettle"),
    ("Team lead with a weekly 1:1", "yara-xylem"),
    ("Coach in the ILT", "dale-clover"),
    ("Assistant principal, answers staff input", "noel-mint"),
    ("Principal", "mina-linden"),
)
CHANNELS = (
    ("#ilt", Audience.ilt()),
    ("#grade-3, a team's channel", Audience.team("grade-3")),
    ("#all-staff", Audience.all_staff()),
)


@dataclass(frozen=True)
class Got:
    """One message that arrived: when, and the letters it told."""

    on: date
    kinds: tuple[str, ...]
    counted: bool


@dataclass
class Weeks:
    """The school as it lives through its two weeks."""

    core: Core
    courier: Courier
    office: PostOffice
    clock: StillClock
    who: Callable[[str], Actor]

    async def lived(self) -> Mapping[str, list[Got]]:
        """What arrived, by audience key."""
        acts = list(self._acts())
        while acts or await self._next():
            upcoming = await self._next()
            if acts and (upcoming is None or acts[0][0] <= upcoming):
                self.clock.moment, act = acts.pop(0)
                await act()
            elif upcoming is not None:
                self.clock.moment = upcoming
            await self._tick()
        return {place: [await self._got(one) for one in sent] for place, sent in self.letters.items()}

    @property
    def letters(self) -> Mapping[str, Sequence[Letter]]:
        return self.office.channels

    async def _next(self) -> datetime | None:
        found = await self.core.perform(
            self.core.timetable.next_moment, NextMoment(), actor=the_clock(SCHOOL)
        )
        return found.at if found and found.at.astimezone(DENVER).date() <= LAST else None

    async def _tick(self) -> None:
        known = {key: len(sent) for key, sent in self.letters.items()}
        await self.core.perform(self.core.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
        await self.courier.deliver_due()
        for key, sent in self.letters.items():
            for one in sent[known.get(key, 0) :]:
                self.on[one.id] = self.clock.now().astimezone(DENVER).date()

    def __post_init__(self) -> None:
        self.on: dict[str, date] = {}

    async def _got(self, letter: Letter) -> Got:
        keys = [letter.key]
        if letter.key.startswith(DIGEST):
            async with self.core.units.reading(SCHOOL) as work:
                keys = [one.key for one in await work.letting_go.told_in(letter.key)]
        kinds = [kind_of(key) for key in keys]
        assert all(kinds), f"of no kind: {keys}"
        told = tuple(kind.what for kind in kinds if kind)
        counted = letter.thread is None and any(kind and kind.weight for kind in kinds)
        return Got(self.on[letter.id], told, counted)

    def _acts(self) -> list[tuple[datetime, Callable[[], Awaitable[object]]]]:
        """What people do: an input is answered, a cycle agreed on, two things decided, a question asked."""
        perform, who = self.core.perform, self.who
        known: dict[str, object] = {}

        async def says() -> None:
            words = "Writing before sharing takes too long in math"
            given = staff_input.GiveInput(see=words, mode=Mode.NAMED, topic=Topic.TIME, scope=Scope.MY_TEAM)
            known["input"] = await perform(staff_input.give, given, actor=who("pia-olive"))

        async def answers() -> None:
            answer = staff_input.AnswerInput(input=known["input"].id, answer="We look at it on Tuesday.")
            await perform(staff_input.answer, answer, actor=who("noel-mint"))

        async def proposes() -> None:
            values = {
                "weeks": "3",
                "begins": date(2026, 10, 26),
                "goal": "I ask one evidence question first",
                "baseline": "1 of 4 items",
                "target": "3 of 4 items",
                "measure": "Count it in the team log",
                "other": who("mina-linden").person_id,
            }
            command = cycles.OpenCycle.model_validate(values)
            known["cycle"] = await perform(cycles.propose, command, actor=who("oli-nettle"))

        async def agrees() -> None:
            command = cycles.AgreeToCycle(cycle=known["cycle"].cycle.id)
            await perform(cycles.agree, command, actor=who("mina-linden"))

        async def decides() -> None:
            coach = who("dale-clover")
            for statement in (
                "Every math block begins with writing.",
                "Data meetings end with one next step.",
            ):
                decision = a_decision(coach.person_id, statement=statement)
                known["decision"] = await perform(decisions.record, decision, actor=coach)

        async def asks() -> None:
            decision = known["decision"].telling.decision
            question = decisions.PutQuestion(decision=decision.id, text="Does this hold on half days?")
            await perform(decisions.ASK.put, question, actor=who("ray-quince"))

        return [
            (at(19, 12), says),
            (at(20, 10), answers),
            (at(20, 11), proposes),
            (at(21, 9), agrees),
            (at(27, 16), decides),
            (at(28, 11), asks),
        ]


def at(day: int, hour: int) -> datetime:
    return datetime.combine(date(2026, 10, day), time(hour), DENVER)


def page(got: Mapping[str, Sequence[Got]], who: Callable[[str], Actor]) -> str:
    """The page of the documentation."""
    people = [(role, got.get(f"person:{who(key).person_id}", ())) for role, key in ROLES]
    channels = [(name, got.get(audience.key, ())) for name, audience in CHANNELS]
    return "\n".join(chain(HEAD, table(people), BETWEEN, table(channels), TAIL)) + "\n"


def table(rows: Sequence[tuple[str, Sequence[Got]]]) -> list[str]:
    lines = [
        "| Who | Week without a meeting | Week with a meeting | Most on one day | What |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, found in rows:
        first = [one for one in found if one.on < SECOND_WEEK]
        second = [one for one in found if one.on >= SECOND_WEEK]
        most = max(Counter(one.on for one in found if one.counted).values(), default=0)
        what = Counter(kind for one in found for kind in one.kinds)
        listed = "; ".join(f"{kind} ({number})" for kind, number in sorted(what.items())) or "nothing"
        lines.append(f"| {name} | {said(first)} | {said(second)} | {most} | {listed} |")
    return lines


def said(found: Sequence[Got]) -> str:
    """So many, of which so many answer the reader or belong to a meeting."""
    free = sum(not one.counted for one in found)
    return f"{len(found)}, {free} of them not counted" if free else str(len(found))


HEAD = (
    "# What each role receives in two normal weeks",
    "",
    "Made by running the sample school from Monday, October 19 to Friday, October 30, 2026; a test fails",
    "when this page and the program differ. In these weeks the ILT meets once (October 27) and decides two",
    "things, one teacher says something and gets an answer, a lead and the principal agree on a learning",
    "cycle, and a teacher asks about a decision.",
    "",
    "The bot starts at most two messages to a person on a school day, and one post a day in a channel.",
    '"Most on one day" is how many there were. Not counted: answers to what somebody did or asked, and what',
    "belongs to a meeting (its agenda, its roles, its end). Several things in one message are one message.",
    "",
    "## People",
    "",
)
BETWEEN = ("", "## Channels", "")
TAIL = (
    "",
    "Change it for the school: `budget` in the school file, or `/ilt settings`. Change it for yourself:",
    "`/ilt preferences`, `/ilt pause`.",
)
