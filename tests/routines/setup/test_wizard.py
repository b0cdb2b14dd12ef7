"""The setup is gone through in any order, and nobody else hears anything before it is switched on."""

from datetime import date, time, timedelta

import pytest

from bot.app.core import assembled
from bot.errors import NotPermitted, Refusal
from bot.messages.plain import plain
from bot.messages.setup.wizard import overview
from bot.model.people import the_clock
from bot.routines import staff_input
from bot.routines.people import whole_roster
from bot.routines.requests import Nothing
from bot.routines.setup.wizard import OpenSetup, Preview, Switch, Wizard, see
from bot.routines.start import OpenHome, OpenMenu
from bot.routines.timetable import RunDue
from handlers.catalogue import catalogue
from handlers.setup.declared import previewed, saved
from handlers.start import home_message, menu_message
from tests.conftest import SCHOOL
from tests.letters import letters

NEEDED = ("school", "channels", "teams", "people", "roles", "routines")


@pytest.fixture
def core(engines, clock):
    return assembled(engines, clock)


@pytest.fixture
def wizard(core):
    return Wizard(core.timetable)


async def through(setup, *parts):
    for part in parts:
        given = {"ilt": ("mina-linden", "oli-nettle"), "leader": "mina-linden"} if part == "roles" else {}
        await setup.send(part, **given)


async def with_meetings(setup):
    await through(setup, *NEEDED)
    await setup.send("meetings", every="biweekly", first=date(2026, 10, 27), at=time(15, 30), minutes=60)


async def actor_of(core, key):
    roster = await core.perform(whole_roster, Nothing(), actor=the_clock(SCHOOL))
    return roster.actor(roster.keyed(key).id)


async def test_any_part_in_any_order_is_ticked_and_kept_for_later(setup, perform, empty):
    await through(setup, "budget", "school")

    shown = plain(overview(await perform(see, OpenSetup(), actor=empty)))

    assert "✓ School and hours" in shown
    assert "✓ Message budget" in shown
    assert "Channels (next)" in shown
    assert "Done: 2 of 10" in shown
    assert "[Continue later]" in shown


async def test_before_it_is_switched_on_nobody_else_hears_or_sees_anything(core, clock, setup, units, empty):
    await with_meetings(setup)
    teacher = await actor_of(core, "uma-thistle")
    clock.on(date(2026, 10, 20), time(8))

    done = await core.perform(core.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
    menu = plain(menu_message(await core.perform(core.start.menu, OpenMenu(), actor=teacher)))

    assert not any(one.speaks for one in done)
    assert await letters(units) == []
    assert "[Help]" in menu
    assert "[Say something]" not in menu
    given = staff_input.GiveInput(topic="instruction", see="Too long", scope="whole_school", mode="named")
    with pytest.raises(NotPermitted):
        await core.perform(staff_input.give, given, actor=teacher)


async def test_the_preview_shows_two_weeks_and_sends_nothing(core, wizard, setup, units, empty):
    await with_meetings(setup)

    shown = plain(previewed(await core.perform(wizard.preview, Preview(), actor=empty)))

    assert "Tue, Oct 20, 7:45 AM" in shown
    assert "Call for items, to #ilt" in shown
    assert "[Switch on]" in shown
    assert await letters(units) == []


async def test_switching_on_needs_what_is_needed_and_says_what(core, wizard, setup, empty):
    await through(setup, "school", "teams")
    with pytest.raises(Refusal, match="channels, people, roles, meetings, routines"):
        await core.perform(wizard.switch_on, Switch(), actor=empty)


async def test_once_switched_on_each_routine_is_introduced_and_the_workspace_is_forgotten(
    core, wizard, setup, units, empty, clock
):
    await with_meetings(setup)
    result = await core.perform(wizard.switch_on, Switch(), actor=empty)

    assert {name.value for name in result.switched.on} == {"input", "meetings"}
    told = [(one.audience, one.text.splitlines()[0]) for one in await letters(units)]
    assert sorted(told) == [("all-staff", "New here: Staff input"), ("ilt", "New here: ILT meetings")]
    async with units.reading(SCHOOL) as work:
        assert await work.prospects.all() == []
    clock.on(date(2026, 10, 20), time(8))
    done = await core.perform(core.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
    assert "Call for items" in [one.what for one in done]
    with pytest.raises(Refusal, match="switched on already"):
        await core.perform(wizard.switch_on, Switch(), actor=empty)


async def test_home_brings_whoever_sets_up_back_to_it(core, setup, empty):
    await through(setup, "school")
    home = plain(home_message(await core.perform(core.start.home, OpenHome(), actor=empty)))
    assert "1 of 10 parts are done" in home
    assert "[Continue]" in home


async def test_only_its_admin_and_the_principal_set_a_school_up(core, setup, empty):
    await through(setup, "school", "teams", "people")
    setting_up = next(one for one in catalogue(core.start) if one.verb == "set-budget")
    command = setting_up.command(messages_a_day=3, posts_a_day=1)
    with pytest.raises(NotPermitted):
        await core.perform(setting_up.routine, command, actor=await actor_of(core, "oli-nettle"))


BAD_LINES = [
    ("teams", "Grade 3, #Grade 3!", "Line 1: grade 3! is not a channel's name"),
    ("teams", "Grade 3\nGrade 3", "Line 2: Grade 3 is there twice"),
    ("teams", "Grade 3", "Administration and office still has people in it"),
    ("people", "Oli Nettle, oli.nettle, office", "Line 1: oli.nettle is not an e-mail address"),
    ("people", "Oli Nettle, o@n.example, Grade 9", "Line 1: there is no team Grade 9. Choose one of"),
    ("people", "A B, o@n.example, office\nC D, o@n.example, office", "Line 2: this person is in line 1 too"),
    ("authority", "The principal decides", "Line 1: write what it is about, a colon, and who decides"),
]


@pytest.mark.parametrize(("part", "lines", "says"), BAD_LINES, ids=[one[2] for one in BAD_LINES])
async def test_a_slip_is_said_with_its_line_beside_the_field(setup, part, lines, says):
    with pytest.raises(Refusal) as refused:
        await setup.send(part, lines=lines)
    assert refused.value.sentence.startswith(says)
    assert refused.value.field == "lines"


async def test_nobody_can_lock_everybody_out(setup):
    await through(setup, "teams", "people")
    with pytest.raises(Refusal, match="Nobody would be left"):
        await setup.send("people", left=("noel-mint",))


async def test_people_of_later_lines_are_added_and_who_is_there_is_brought_up_to_date(setup, perform, empty):
    await through(setup, "teams", "people")

    said = await setup.send(
        "people", lines="Oli Nettle-Reed, oli.nettle@sample.example, Grade 4 + Grade 3\nNew One, , ELL, Aide"
    )

    roster = await perform(whole_roster, Nothing(), actor=empty)
    oli, new = roster.keyed("oli-nettle"), roster.keyed("new-one")
    assert oli.name == "Oli Nettle-Reed"
    assert oli.title == "Grade 3 lead"
    assert roster.team_of(oli.id).key == "grade-4"
    assert oli in roster.members("grade-3")
    assert roster.team_of(new.id).key == "ell"
    assert "New: New One." in saved(said).parts[1].items[0][0].text
    assert len([one for one in roster.people if one.active]) == 42


async def test_what_is_asked_before_is_what_the_next_version_says(setup, units, empty):
    before = timedelta(0)
    await setup.send("budget", messages_a_day=3)
    async with units.reading(SCHOOL) as work:
        history = await work.settings.history()
    assert history[0].settings.messages_a_day == 3
    assert history[0].changed_by == empty.person_id
    assert history[0].changed_at - history[-1].changed_at == before
