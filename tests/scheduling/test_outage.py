"""The bot was down from Friday to Tuesday: what still counts is said, once, and says that it is late."""

from datetime import date, time

from bot.courier import Courier
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.people import the_clock
from bot.routines.timetable import Due, RunDue, Timetable, WhatIsAhead
from scheduling.due import DoesWhatIsDue
from tests.conftest import SCHOOL
from tests.delivery.post_office import PostOffice
from tests.letters import letters

THURSDAY, FRIDAY = date(2026, 10, 22), date(2026, 10, 23)
MONDAY, TUESDAY, WEDNESDAY = date(2026, 10, 26), date(2026, 10, 27), date(2026, 10, 28)
MORNING, EVENING = time(7, 45), time(15, 30)
ILT, GRADE_2, DALE = Audience.ilt(), Audience.team("grade-2"), Audience.person("dale")


class Week:
    """What is due in a week: a reminder each morning, a role for a meeting, news, and something silent."""

    def __init__(self, clock):
        self.clock, self.silent = clock, 0

    def at(self, day, wall):
        self.clock.on(day, wall)
        return self.clock.now()

    async def due(self, work, after, until):
        here, mornings = self.clock.now(), (FRIDAY, MONDAY, TUESDAY, WEDNESDAY)
        found = [
            self._one(f"reminder/{day}", self.at(day, MORNING), DALE, self.at(day, EVENING), group="reminder")
            for day in mornings
        ]
        found.append(self._one("role", self.at(MONDAY, time(14)), GRADE_2, self.at(MONDAY, time(15))))
        found.append(self._one("news", self.at(MONDAY, MORNING), ILT))
        found.append(self._one("closes", self.at(MONDAY, time(23)), ILT, speaks=False))
        self.clock.moment = here
        return found

    def _one(self, key, at, audience, stale_at=None, group=None, speaks=True):
        async def act():
            self.silent += not speaks
            return Message(key, (paragraph(key),)) if speaks else None

        what = {
            "what": key,
            "why": "a test",
            "act": act,
            "stale_at": stale_at,
            "group": group,
            "speaks": speaks,
        }
        return Due(key=key, at=at, audience=audience, **what)


async def test_after_a_weekend_without_the_bot_the_latest_is_said_what_is_late_says_so_and_the_rest_is_kept(
    sample, perform, units, clock
):
    week, office = Week(clock), PostOffice()
    due = Timetable([week.due])
    tick, courier = DoesWhatIsDue(perform, due, units.looks, clock), Courier(units, office, clock)
    clock.on(FRIDAY, MORNING)
    await tick()
    await courier.deliver_due()
    async with units.writing(SCHOOL) as work:
        stale_at = week.at(FRIDAY, time(17))
        clock.on(FRIDAY, time(16))
        await work.outbox.post(
            GRADE_2, Message("waits"), key="answer/a", due_at=clock.now(), stale_at=stale_at
        )

    clock.on(TUESDAY, time(10))
    for _ in range(2):
        await tick()
        await courier.deliver_due()

    assert office.said(DALE) == [f"reminder/{FRIDAY}", said_late(f"reminder/{TUESDAY}")]
    assert office.said(ILT) == [said_late("news", "Mon, Oct 26, ")]
    assert office.said(GRADE_2) == []
    assert week.silent == 1
    assert {one.key: one.state for one in await letters(units)}["answer/a"] == "expired"
    async with units.reading(SCHOOL) as work:
        assert await work.jobs.decided(["role", f"reminder/{MONDAY}"]) == {"role", f"reminder/{MONDAY}"}
    ahead = await perform(due.whats_ahead, WhatIsAhead(), actor=the_clock(SCHOOL))
    assert ahead == []
    assert await perform(due.run_due, RunDue(), actor=the_clock(SCHOOL)) == []


async def test_what_waits_for_the_morning_after_an_outage_says_that_it_comes_late(
    sample, perform, units, clock
):
    week, office = Week(clock), PostOffice()
    tick = DoesWhatIsDue(perform, Timetable([week.due]), units.looks, clock)
    courier = Courier(units, office, clock)
    clock.on(MONDAY, time(21))
    await tick()
    await courier.deliver_due()
    assert office.said(ILT) == []

    clock.on(TUESDAY, MORNING)
    await courier.deliver_due()

    assert office.said(ILT) == [said_late("news", "Mon, Oct 26, ")]


def said_late(words, day=""):
    return f"This comes late: it was meant for {day}7:45 AM.\n{words}"
