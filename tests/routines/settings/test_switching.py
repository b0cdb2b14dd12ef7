"""A routine that is off is nowhere; one that is switched on is introduced once, and begins from now."""

from datetime import date, time, timedelta

import pytest

from bot.courier import Courier
from bot.errors import NotPermitted
from bot.messages.plain import plain
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from bot.model.people import the_clock
from bot.model.settings import RoutineName
from bot.routines.people import whole_roster
from bot.routines.requests import Nothing
from bot.routines.settings.showing import SwitchRoutine, switch_routine
from bot.routines.start import OpenHome
from bot.routines.timetable import RunDue, WhatIsAhead
from handlers.catalogue import catalogue
from handlers.start import home_message
from tests.conftest import SCHOOL
from tests.delivery.post_office import PostOffice
from tests.letters import letters

TUESDAY = date(2026, 10, 20)
MEETINGS = RoutineName.MEETINGS


@pytest.fixture
def switches(perform, who):
    async def switch(routine: RoutineName, to: bool):
        return await perform(switch_routine, SwitchRoutine(routine=routine, to=to), actor=who("mina-linden"))

    return switch


async def now_as(perform, key):
    """The actor as they stand at this moment; `who` remembers the school as it was."""
    roster = await perform(whole_roster, Nothing(), actor=the_clock(SCHOOL))
    return roster.actor(roster.keyed(key).id)


async def ahead(core, clock, days=14):
    asked = WhatIsAhead(until=clock.now() + timedelta(days=days))
    return [one.key for one in await core.perform(core.timetable.whats_ahead, asked, actor=the_clock(SCHOOL))]


async def test_what_is_off_is_not_ahead_and_not_done(core, clock, sample, switches, units):
    assert any(key.startswith("meeting/") for key in await ahead(core, clock))

    await switches(MEETINGS, False)
    clock.on(TUESDAY, time(8))
    done = await core.perform(core.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))

    assert not any(one.key.startswith("meeting/") for one in done)
    assert not any(key.startswith("meeting/") for key in await ahead(core, clock))
    assert not any("Call for items" in one.text for one in await letters(units))


async def test_what_is_off_is_neither_in_help_nor_on_home_nor_allowed(core, sample, switches, perform):
    help_verb = next(one for one in catalogue(core.start) if one.verb == "help")

    async def seen():
        actor = await now_as(perform, "oli-nettle")
        home = plain(home_message(await perform(core.start.home, OpenHome(), actor=actor)))
        groups = await perform(help_verb.routine, help_verb.command(), actor=actor)
        return home, [line.usage for group in groups for line in group.lines]

    home, usages = await seen()
    assert "agenda" in usages
    assert "See the agenda" in home

    await switches(MEETINGS, False)

    home, usages = await seen()
    assert "agenda" not in usages
    assert "genda" not in home
    agenda = next(one for one in catalogue(core.start) if one.verb == "agenda")
    with pytest.raises(NotPermitted, match="does not use this part"):
        await perform(agenda.routine, agenda.command(), actor=await now_as(perform, "oli-nettle"))


async def test_home_has_no_part_of_what_is_off(core, sample, switches, perform):
    async def home():
        actor = await now_as(perform, "oli-nettle")
        return plain(home_message(await perform(core.start.home, OpenHome(), actor=actor)))

    assert "Mina Linden, Thu, Oct 22" in await home()
    await switches(RoutineName.CHECKINS, False)
    assert "Mina Linden, Thu, Oct 22" not in await home()


async def test_switching_on_introduces_once_in_contract_hours_and_catches_up_on_nothing(
    core, clock, sample, switches, units
):
    await switches(MEETINGS, False)
    clock.on(TUESDAY, time(19))

    await switches(MEETINGS, True)
    again = await switches(MEETINGS, True)
    await core.perform(core.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))

    assert not again.changed
    told = [one for one in await letters(units) if one.key.startswith("introduction/")]
    assert [one.audience for one in told] == ["ilt"]
    assert "New here: ILT meetings" in told[0].text
    assert told[0].due_at.astimezone(clock.now().tzinfo) > clock.now() + timedelta(hours=10)
    assert not any("Call for items" in one.text for one in await letters(units))
    assert any(key.endswith("/draft") for key in await ahead(core, clock, days=7))


async def test_who_is_told_of_pairs_is_told_one_by_one(sample, switches, units):
    await switches(RoutineName.CYCLES, False)
    await switches(RoutineName.CYCLES, True)

    told = {one.audience for one in await letters(units) if one.key.startswith("introduction/cycles")}
    wanted = {"mina-linden", "noel-mint", "oli-nettle", "tea-sage", "yara-xylem"}
    assert told == {Audience.person(sample.keyed(key).id).key for key in wanted}


async def test_only_whoever_keeps_the_settings_switches(perform, who):
    with pytest.raises(NotPermitted, match="the school leader"):
        await perform(switch_routine, SwitchRoutine(routine=MEETINGS, to=False), actor=who("oli-nettle"))


async def test_what_waits_of_a_routine_that_is_switched_off_is_dropped(core, clock, sample, switches, units):
    clock.on(TUESDAY, time(8))
    await core.perform(core.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
    await switches(MEETINGS, False)

    await Courier(units, PostOffice(), clock).deliver_due()

    call = next(one for one in await letters(units) if one.key == "meeting/2026-10-27/call")
    assert call.state is LetterState.DROPPED
