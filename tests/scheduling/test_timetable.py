"""What is due is done once, in every school, whatever else breaks."""

from datetime import timedelta

import pytest

from bot.courier import Courier
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.people import School, the_clock
from bot.routines.forgetting import Forget, forget
from bot.routines.requests import Command
from bot.routines.timetable import Due, NextMoment, Timetable
from scheduling.due import DoesWhatIsDue
from scheduling.timetable import deliveries, timetable
from tests.conftest import SCHOOL
from tests.delivery.post_office import PostOffice
from tests.letters import letters

ILT = Audience.ilt()


@pytest.fixture(autouse=True)
async def schools(units, clock):
    for school in (SCHOOL, "elsewhere"):
        async with units.writing(school) as work:
            work.people.add(School(id=school, name=school, zone="America/Denver", since=clock.now()))
    clock.advance(hours=2)


def a_noun(clock, *keys, breaks=(), hours=1, group=None):
    """A noun with something due every hour from its start; those that break do so when they are done."""
    start = clock.now() - timedelta(hours=2) + timedelta(hours=hours)

    def due(work, key):
        async def act():
            if key in breaks:
                raise RuntimeError(f"cannot do {key}")
            return Message(key, (paragraph(key),))

        return Due(key=key, at=start, what=f"Say {key}", why="a test", audience=ILT, act=act, group=group)

    async def source(work, after, until):
        return [due(work, key) for key in keys]

    return source


async def a_broken_noun(work, after, until):
    raise RuntimeError("this noun cannot even say what is due")


@pytest.fixture
def does(perform, units, clock):
    def ready(*sources):
        return DoesWhatIsDue(perform, Timetable(sources), units.looks, clock)

    return ready


async def test_what_is_due_is_done_once_in_every_school(does, clock, units):
    tick = does(a_noun(clock, "call-for-items"))

    first = await tick()
    second = await tick()

    assert {school: [one.key for one in done] for school, done in first.items()} == {
        SCHOOL: ["call-for-items"],
        "elsewhere": ["call-for-items"],
    }
    assert second == {SCHOOL: [], "elsewhere": []}
    assert [letter.text for letter in await letters(units)] == ["call-for-items"]


async def test_one_broken_thing_does_not_hold_up_the_rest(does, clock, units):
    tick = does(
        a_noun(clock, "one", "broken", "three", breaks=["broken"]), a_broken_noun, a_noun(clock, "four")
    )

    done = await tick()

    assert [one.key for one in done[SCHOOL]] == ["one", "three", "four"]
    assert [letter.text for letter in await letters(units)] == ["one", "three", "four"]
    assert await tick() == {}
    clock.advance(seconds=20)
    assert await tick() == {SCHOOL: [], "elsewhere": []}


async def test_what_was_broken_is_done_when_it_is_mended(does, clock, units):
    await does(a_noun(clock, "one", "broken", breaks=["broken"]))()

    await does(a_noun(clock, "one", "broken"))()

    assert [letter.text for letter in await letters(units)] == ["one", "broken"]


async def test_catching_up_around_a_broken_thing_still_says_only_the_latest_of_a_kind(does, clock, units):
    reminders = a_noun(clock, "first-reminder", "second-reminder", group="reminder")

    await does(reminders, a_noun(clock, "broken", breaks=["broken"]))()

    assert [letter.text for letter in await letters(units)] == ["second-reminder"]


async def test_the_next_moment_is_the_soonest_of_what_is_due_and_what_waits(perform, clock, units):
    due = Timetable([a_noun(clock, "tomorrow", hours=26), a_noun(clock, "already-late", hours=1)])

    async def following():
        found = await perform(due.next_moment, NextMoment(), actor=the_clock(SCHOOL))
        return found and (found.what, found.at - clock.now())

    assert await following() == ("Say tomorrow", timedelta(hours=24))

    async with units.writing(SCHOOL) as work:
        morning = clock.now() + timedelta(hours=10)
        await work.outbox.post(ILT, Message("A new decision"), key="decision", due_at=morning)
    assert await following() == ("A new decision", timedelta(hours=10))

    clock.advance(hours=30)
    assert await following() is None


async def test_the_next_moment_lies_within_sixty_days(perform, clock):
    due = Timetable([a_noun(clock, "next-year", hours=24 * 61 + 2)])
    assert await perform(due.next_moment, NextMoment(), actor=the_clock(SCHOOL)) is None


class Ask(Command):
    """Anything."""


async def ask(command, *, actor, work, clock):
    """Do nothing."""


async def test_requests_are_forgotten_after_72_hours_and_what_was_due_after_400_days(
    perform, does, clock, units
):
    await perform(ask, Ask(), actor=the_clock(SCHOOL), once="view/1")
    await perform(ask, Ask(), actor=the_clock("elsewhere"), once="view/1")
    await does(a_noun(clock, "call-for-items"))()

    async def kept():
        async with units.writing(SCHOOL) as work:
            remembers = not await work.is_first("view/1", clock.now())
            return remembers, bool(await work.jobs.decided(["call-for-items"]))

    clock.advance(hours=71)
    await perform(forget, Forget(), actor=the_clock(SCHOOL))
    assert await kept() == (True, True)

    clock.advance(hours=2)
    await perform(forget, Forget(), actor=the_clock(SCHOOL))
    assert (await kept())[0] is False
    async with units.writing("elsewhere") as work:
        assert not await work.is_first("view/1", clock.now())

    clock.advance(days=400)
    await perform(forget, Forget(), actor=the_clock(SCHOOL))
    assert (await kept())[1] is False


async def test_the_jobs_of_the_bot_do_what_is_due_and_deliver_it(perform, units, clock):
    office = PostOffice()
    due = Timetable([a_noun(clock, "call-for-items")])
    jobs = [*timetable(perform, due, units, clock), *deliveries("slack", Courier(units, office, clock))]

    for job in jobs:
        await job.run()

    assert [(job.name, job.seconds) for job in jobs] == [
        ("run-due", 1),
        ("forget", 86400),
        ("deliver-slack", 1),
        ("settle-slack", 5),
    ]
    assert office.said(ILT) == ["call-for-items", "call-for-items"]
