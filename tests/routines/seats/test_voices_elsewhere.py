"""What seats and kinds of teams mean in decisions, and what a coach does not read."""

from datetime import date

import pytest

from bot.app.core import assembled
from bot.errors import Refusal
from bot.messages import checkins as checkin_words
from bot.messages import cycles as cycle_words
from bot.messages.plain import plain
from bot.model.people import Duty, Membership, Role
from bot.model.teams import TeamKind
from bot.routines import checkins, cycles
from bot.routines.requests import Nothing
from bot.routines.start import OpenHome, OpenMenu
from handlers.start import home_message, menu_message
from tests.conftest import SCHOOL, sample_file
from tests.letters import letters
from tests.routines.decisions.told import relayed

TOPIC = "The new schedule is too much for me"
GOAL = "I ask one evidence question before any solution"
LEAD, LEADER, COACH = "oli-nettle", "mina-linden", "dale-clover"


@pytest.fixture
async def open_cycle(perform, who, clock):
    """A learning cycle of the lead and the leader, agreed."""
    clock.on(date(2026, 10, 19))
    proposal = cycles.OpenCycle(
        other=who(LEADER).person_id,
        weeks=4,
        begins=date(2026, 11, 9),
        goal=GOAL,
        baseline="1 of 4 items",
        target="3 of 4 items",
        measure="Count it in the team log",
    )
    view = await perform(cycles.propose, proposal, actor=who(LEAD))
    await perform(cycles.agree, cycles.AgreeToCycle(cycle=view.cycle.id), actor=who(LEADER))
    return view.cycle


@pytest.mark.requirement("R-007")
async def test_a_coach_who_is_not_of_the_pair_reads_nothing_of_it_anywhere(
    sample, perform, who, engines, clock, units, open_cycle
):
    """Breaks when any page shows a check-in or a cycle to somebody who is not one of its two."""
    (meeting,) = await perform(checkins.mine, Nothing(), actor=who(LEAD))
    topic = checkins.AddTopic(series=meeting.series, day=meeting.day, text=TOPIC)
    await perform(checkins.add_topic, topic, actor=who(LEAD))
    start = assembled(engines, clock).start
    coach = who(COACH)

    seen = [
        home_message(await perform(start.home, OpenHome(), actor=coach)),
        menu_message(await perform(start.menu, OpenMenu(), actor=coach)),
        checkin_words.mine(await perform(checkins.mine, Nothing(), actor=coach)),
        cycle_words.shown(await perform(cycles.see, cycles.SeeCycles(), actor=coach)),
    ]
    words = "\n".join(plain(one) for one in seen)
    assert TOPIC not in words
    assert GOAL not in words
    assert "1:1" not in plain(seen[0])
    own = plain(home_message(await perform(start.home, OpenHome(), actor=who(LEADER))))
    assert "Oli Nettle" in own

    asked = checkins.OneCheckIn(series=meeting.series, day=meeting.day)
    with pytest.raises(Refusal):
        await perform(checkins.before_adding, asked, actor=coach)
    with pytest.raises(Refusal):
        await perform(cycles.decline, cycles.DeclineCycle(cycle=open_cycle.id), actor=coach)
    for letter in await letters(units):
        assert letter.audience != f"person:{coach.person_id}"


@pytest.mark.requirement("R-002")
async def test_somebody_in_two_teams_sees_a_decision_for_both_once_and_each_channel_gets_one_post(
    sample, perform, clock, who, engines, units
):
    async with units.writing(SCHOOL) as work:
        roster = await work.people.to_change()
        roster.team("specialists").kind = TeamKind.SUBJECT
        work.people.add(
            Membership(
                school=SCHOOL, person=roster.keyed("uma-thistle").id, team="specialists", is_main=False
            )
        )
    decision = await relayed(perform, clock, who, teams=("grade-4", "specialists"), changes={})

    posts = [one.audience for one in await letters(units) if one.audience.startswith("team:")]
    assert sorted(posts) == ["team:grade-4", "team:specialists"]
    start = assembled(engines, clock).start
    home = plain(home_message(await perform(start.home, OpenHome(), actor=who("uma-thistle"))))
    assert home.count(decision.statement) == 1


@pytest.mark.requirement("R-008")
async def test_specialists_read_their_own_line_of_a_decision_for_all_classrooms(
    sample, perform, clock, who, units
):
    assert next(one for one in sample_file().teams if one.key == "specialists").kind is TeamKind.SPECIALIST
    every = tuple(team.key for team in sample.teams)
    own = "In art and music: name the strategy the class uses"
    await relayed(perform, clock, who, teams=every, changes={"specialists": own})

    posts = {one.audience: one.text for one in await letters(units)}
    assert own in posts["team:specialists"]
    assert own not in posts["team:grade-4"]


async def test_an_acting_leader_stands_in_for_the_leader_where_a_duty_falls_to_them(sample, units):
    async with units.writing(SCHOOL) as work:
        roster = await work.people.to_change()
        gone = [one for one in roster.duties if one.role in (Role.SCHOOL_LEADER, Role.DEPUTY, Role.TRIAGER)]
        await work.people.forget(gone)
        tea = roster.keyed("tea-sage").id
        work.people.add(Duty(school=SCHOOL, person=tea, role=Role.ACTING_LEADER))
    async with units.reading(SCHOOL) as work:
        assert (await work.people.roster()).triager().key == "tea-sage"
