"""While a school is quiet the bot starts nothing; afterwards somebody looks through what was due."""

from datetime import date, time, timedelta

import pytest

from bot.errors import NotPermitted, OutOfDate
from bot.messages.plain import plain
from bot.model.outbox import LetterState
from bot.model.people import the_clock
from bot.routines import staff_input
from bot.routines.quiet import DropHeld, GoQuiet, LiftQuiet, Quiet, SeeQuiet, SendHeld
from bot.routines.start import OpenHome, OpenMenu
from bot.routines.timetable import RunDue, WhatIsAhead
from handlers.quiet import review, standing
from handlers.start import home_message, menu_message
from tests.conftest import SCHOOL
from tests.letters import letters

MONDAY, TUESDAY, WEDNESDAY = date(2026, 10, 19), date(2026, 10, 20), date(2026, 10, 21)
CALL = "meeting/2026-10-27/call"


@pytest.fixture
def mina(core, who):
    """What the principal can do about quiet."""
    quiet, actor = Quiet(core.timetable), who("mina-linden")

    class Mina:
        async def goes_quiet(self):
            return await core.perform(quiet.begin, GoQuiet(), actor=actor)

        async def lifts(self):
            return await core.perform(quiet.lift, LiftQuiet(), actor=actor)

        async def looks(self):
            return await core.perform(quiet.see, SeeQuiet(), actor=actor)

        async def sends(self, line=None):
            return await core.perform(quiet.send, SendHeld(line=line), actor=actor)

        async def drops(self, line=None):
            return await core.perform(quiet.drop, DropHeld(line=line), actor=actor)

    return Mina()


async def tick(core):
    done = await core.perform(core.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
    return [one.key for one in done]


async def waiting(units):
    """The keys of what may be sent."""
    async with units.reading(SCHOOL) as work:
        return [one.key for one in await work.outbox.pending()]


def an_input():
    return staff_input.GiveInput(
        topic="instruction", see="Writing takes too long in math", scope="whole_school", mode="named"
    )


async def test_nothing_starts_by_itself_while_it_is_quiet_and_nothing_pours_out_afterwards(
    core, clock, sample, mina, units
):
    await mina.goes_quiet()
    clock.on(TUESDAY, time(8))
    assert await tick(core) == []

    clock.on(WEDNESDAY, time(9))
    left = await mina.lifts()
    assert [key for key in await tick(core) if key == CALL] == []
    assert await waiting(units) == []
    assert "Call for items" in [line.what for line in left.lines]


async def test_what_waits_to_be_sent_is_held_back_and_an_answer_still_goes(
    core, clock, sample, mina, units, perform, who
):
    clock.on(MONDAY, time(19))
    await perform(staff_input.give, an_input(), actor=who("uma-thistle"))
    before = await waiting(units)
    assert any("/card/" in key for key in before)

    await mina.goes_quiet()
    await perform(staff_input.give, an_input(), actor=who("vic-umber"))

    assert all(key.endswith("/receipt") for key in await waiting(units))
    assert len(await waiting(units)) == 2


async def test_what_was_due_is_sent_or_dropped_line_by_line(core, clock, sample, mina, units):
    await mina.goes_quiet()
    clock.on(TUESDAY, time(8))
    left = await mina.lifts()
    call = next(line for line in left.lines if line.what == "Call for items")

    after = await mina.sends(call.mark)

    assert after.sent == 1
    assert CALL in await waiting(units)
    assert "Call for items" not in [line.what for line in after.lines]
    with pytest.raises(OutOfDate):
        await mina.sends(call.mark)
    assert (await mina.drops()).lines == ()
    assert CALL not in await tick(core)


async def test_what_is_dropped_is_never_sent(core, clock, sample, mina, units, perform, who):
    clock.on(MONDAY, time(19))
    await perform(staff_input.give, an_input(), actor=who("uma-thistle"))
    await mina.goes_quiet()
    clock.on(TUESDAY, time(8))
    await mina.lifts()

    await mina.drops()

    cards = [one for one in await letters(units) if "/card/" in one.key]
    assert {one.state for one in cards} == {LetterState.DROPPED}
    assert (await mina.looks()).lines == ()


async def test_after_quiet_what_becomes_due_is_said_as_ever(core, clock, sample, mina):
    await mina.goes_quiet()
    clock.on(MONDAY, time(13))
    await mina.lifts()
    clock.on(TUESDAY, time(8))

    assert CALL in await tick(core)


async def test_what_concerns_one_person_does_not_say_whom(core, clock, sample, mina):
    await mina.goes_quiet()
    clock.on(date(2026, 10, 22), time(8))
    left = await mina.lifts()

    words = plain(review(left))
    assert "Reminder of a 1:1" in words
    assert "Nettle" not in words


async def test_home_and_the_menu_say_that_it_is_quiet(core, sample, mina, who):
    await mina.goes_quiet()

    teacher = plain(menu_message(await core.perform(core.start.menu, OpenMenu(), actor=who("uma-thistle"))))
    principal = plain(home_message(await core.perform(core.start.home, OpenHome(), actor=who("mina-linden"))))

    assert "The school is quiet: ILT Bot starts nothing" in teacher
    assert "[Look]" not in teacher
    assert "The school is quiet." in principal
    assert "[Look]" in principal


async def test_it_is_offered_shown_and_lifted_by_leaders_only(core, sample, mina, who):
    assert "[Go quiet]" in plain(standing(await mina.looks()))
    assert "[Lift quiet]" in plain(standing(await mina.goes_quiet()))
    with pytest.raises(NotPermitted):
        await core.perform(Quiet(core.timetable).lift, LiftQuiet(), actor=who("oli-nettle"))
    asked = WhatIsAhead(until=core.clock.now() + timedelta(days=14))
    ahead = await core.perform(core.timetable.whats_ahead, asked, actor=the_clock(SCHOOL))
    assert not any(one.speaks for one in ahead)


async def test_of_two_reminders_of_one_kind_only_the_latest_is_offered_and_once(
    core, clock, sample, mina, perform, who
):
    await perform(staff_input.give, an_input(), actor=who("uma-thistle"))
    await mina.goes_quiet()
    clock.on(date(2026, 11, 2), time(8))
    left = await mina.lifts()
    reminder = next(line for line in left.lines if line.what == "Reminder of staff input that waits")
    assert len({one.group for one in reminder.due}) == reminder.count

    after = await mina.drops(reminder.mark)

    assert reminder.what not in [line.what for line in after.lines]


async def test_home_reminds_of_what_is_left_until_it_is_looked_through(core, clock, sample, mina, who):
    async def home():
        return plain(home_message(await core.perform(core.start.home, OpenHome(), actor=who("mina-linden"))))

    await mina.goes_quiet()
    clock.on(TUESDAY, time(8))
    await mina.lifts()
    assert "Quiet is lifted. See whether" in await home()
    await mina.drops()
    assert "Quiet is lifted" not in await home()
