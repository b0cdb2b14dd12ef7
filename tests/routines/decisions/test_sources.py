"""What a decision rests on: staff input, and the walkthrough trend."""

from datetime import date, time

import pytest

from bot.model.staff_input import AnonymousInput, AnonymousState, InputState, Mode, Scope, Topic
from bot.model.walkthroughs import Window
from bot.routines import decisions, staff_input
from bot.routines.meetings import setup
from bot.routines.school_file import MeetingsSection
from tests.conftest import SCHOOL
from tests.routines.decisions.told import MORNING, WEDNESDAY, letters, recorded, tick

GIVERS = ("uma-thistle", "vic-umber", "pia-olive", "kit-juniper")


@pytest.fixture
async def inputs(perform, units, sample, who):
    """Four named inputs on the agenda of Tuesday 27 October."""
    async with units.writing(SCHOOL) as work:
        await setup.establish(
            MeetingsSection(first=date(2026, 10, 13), at=time(15, 30)), work=work, roster=sample
        )
    found = []
    for key in GIVERS:
        asked = staff_input.GiveInput(
            see="Writing takes too long.", mode=Mode.NAMED, topic=Topic.TIME, scope=Scope.MY_TEAM
        )
        given = await perform(staff_input.give, asked, actor=who(key))
        await perform(staff_input.place, staff_input.PlaceInput(input=given.id), actor=who("noel-mint"))
        found.append(given.id)
    return tuple(found)


async def told(units, decision):
    return [one for one in await letters(units) if one.key.endswith(f"shaped/{decision.id}")]


@pytest.mark.requirement("R-117")
async def test_everybody_whose_input_shaped_it_is_told_when_it_goes_out(perform, clock, who, units, inputs):
    kept = await recorded(perform, clock, who, inputs=inputs)
    assert await told(units, kept.telling.decision) == []
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    news = await told(units, kept.telling.decision)
    assert {one.audience for one in news} == {f"person:{who(key).person_id}" for key in GIVERS}
    assert all("shaped decision D-001" in one.text for one in news)
    async with units.reading(SCHOOL) as work:
        assert {one.state for one in await work.inputs.by_ids(inputs)} == {InputState.CONSIDERED}


async def test_a_withdrawn_decision_leaves_the_input_on_the_agenda(perform, clock, who, units, inputs):
    kept = await recorded(perform, clock, who, inputs=inputs)
    command = decisions.WithdrawDecision(decision=kept.telling.decision.id)
    await perform(decisions.withdraw, command, actor=who("dale-clover"))
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    assert await told(units, kept.telling.decision) == []
    async with units.reading(SCHOOL) as work:
        assert {one.state for one in await work.inputs.by_ids(inputs)} == {InputState.ON_AGENDA}


async def test_the_post_counts_what_shaped_it_and_names_nobody(perform, clock, who, units, inputs):
    await recorded(perform, clock, who, inputs=inputs[:2], from_trend=True, teams=("grade-3",))
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    (post,) = [one for one in await letters(units) if one.audience == "team:grade-3"]
    assert "Because of you: 2 staff inputs and the walkthrough trend." in post.text
    assert "Uma" not in post.text


async def test_only_input_on_an_agenda_is_offered_without_its_sender(perform, who, inputs):
    desk = await perform(decisions.prepare, decisions.AboutDeciding(), actor=who("dale-clover"))
    assert set(desk.inputs) == set(inputs)
    assert "I-001 Writing takes too long." in desk.inputs.values()
    assert not any("Uma" in label for label in desk.inputs.values())


async def test_the_form_opens_in_the_first_days_of_the_school_year(perform, clock, who):
    clock.on(date(2026, 8, 18))
    desk = await perform(decisions.prepare, decisions.AboutDeciding(), actor=who("dale-clover"))
    assert not desk.has_trend


@pytest.mark.requirement("R-106")
async def test_only_who_ticked_that_they_may_be_credited_is_named_beside_what_they_shaped(
    perform, clock, who, units, inputs
):
    yes = staff_input.GiveInput(
        see="Drawing helps.", mode=Mode.NAMED, topic=Topic.TIME, scope=Scope.MY_TEAM, credit=True
    )
    given = await perform(staff_input.give, yes, actor=who("nia-maple"))
    await perform(staff_input.place, staff_input.PlaceInput(input=given.id), actor=who("noel-mint"))
    nameless = await anonymous_on_an_agenda(units)
    shaped = (given.id, inputs[0], nameless)
    await recorded(perform, clock, who, inputs=shaped, teams=("grade-3",))
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    (post,) = [one for one in await letters(units) if one.audience == "team:grade-3"]
    assert "Because of you: Nia Maple and 2 more staff inputs." in post.text
    assert "Uma" not in post.text


async def anonymous_on_an_agenda(units) -> str:
    async with units.writing(SCHOOL) as work:
        nameless = AnonymousInput(
            school=SCHOOL,
            receipt="no code",
            week=date(2026, 10, 19),
            team=None,
            topic=Topic.TIME,
            scope=Scope.MY_TEAM,
            see="Too little time.",
            suggest="",
            state=AnonymousState.ON_AGENDA,
        )
        work.session.add(nameless)
        return nameless.id


async def test_the_trend_is_named_by_the_days_of_its_walkthroughs(perform, clock, who, units):
    window = Window(
        school=SCHOOL,
        key="fall",
        look_fors="reasoning_talk",
        opens=date(2026, 10, 5),
        closes=date(2026, 10, 23),
    )
    async with units.writing(SCHOOL) as work:
        work.walkthroughs.add(window)
    kept = await recorded(perform, clock, who, from_trend=True, teams=("grade-3",))
    async with units.writing(SCHOOL) as work:
        decision = await work.decisions.find(kept.telling.decision.id)
        decision.window = window.id
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    (post,) = [one for one in await letters(units) if one.audience == "team:grade-3"]
    assert "Because of you: the walkthrough trend of Mon, Oct 5 to Fri, Oct 23." in post.text
