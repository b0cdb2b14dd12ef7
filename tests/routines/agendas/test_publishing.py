"""An agenda is published by a press when it has objectives and fits; by the clock in any case."""

from datetime import time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.agendas import forms, words
from bot.messages.plain import plain
from bot.model.meetings import MeetingState
from bot.routines.agendas import finishing, fitting, publishing
from bot.routines.agendas.finishing import FinishAgenda, OpenAgenda
from bot.routines.agendas.fitting import FitAgenda, UnfitAgenda
from bot.routines.agendas.publishing import PublishAgenda
from tests.routines.agendas.conftest import AGENDA, DRAFT, MEETING, NEXT

OPEN, GOAL = OpenAgenda(day=MEETING), "chosen one talk routine"


async def too_long(school) -> None:
    """27 standing minutes and 43 that were brought, in a meeting of 60."""
    for title, minutes in (("Exit tickets", 20), ("Lunch", 20), ("Bells", 3)):
        await school.brings(title, minutes)
    await school.at(*DRAFT)


async def press(school, **given):
    command = PublishAgenda(day=MEETING, **{"first": GOAL} | given)
    return await school.perform(publishing.publish, command, actor=await school.facilitator())


@pytest.mark.requirement("R-053")
async def test_without_an_objective_publish_errors_beside_the_field(school):
    await school.at(*DRAFT)
    with pytest.raises(Refusal, match="Write at least one") as refused:
        await press(school, first=" ")
    assert refused.value.field == "first"
    with pytest.raises(Refusal, match="what you will have at the end") as refused:
        await press(school, second="Discuss routines")
    assert refused.value.field == "second"
    assert (await school.meeting(MEETING)).state is MeetingState.DRAFTED


async def test_the_objectives_stand_under_the_title_without_their_stem(school):
    await school.at(*DRAFT)
    done = await press(school, first="By the end we will have chosen one talk routine.", third="a date")
    assert "Published. The ILT gets the agenda for Tue, Oct 13 now." in plain(words.published(done))
    [agenda] = await school.posted("/agenda")
    assert "By the end we will have:\n1. chosen one talk routine\n2. a date" in agenda.text
    assert await school.at(*AGENDA) == []
    assert len(await school.posted("/agenda")) == 1


@pytest.mark.requirement("R-052")
async def test_ten_minutes_over_publish_shows_them_and_three_ways_and_the_chosen_one_fits_it(school):
    await too_long(school)
    opened = await school.perform(publishing.prepare, OPEN, actor=await school.facilitator())
    form = forms.publish(opened, {})
    assert any("It is 10 minutes too long." in str(piece) for piece in form.pieces)
    [field] = [one for one in form.fields if one.name == "fix"]
    assert {one.value.partition(":")[0] for one in field.options} == {"fit", "move", "off"}
    with pytest.raises(Refusal, match=r"10 minutes too long.*Fit it.*move an item.*take one off") as refused:
        await press(school)
    assert refused.value.field == "fix"
    done = await press(school, fix="fit")
    assert await school.minutes() == {"Exit tickets": 15, "Lunch": 15, "Bells": 3}
    standing = [line.minutes for line in done.sheet.agenda.lines if not line.item]
    assert standing == [3, 2, 2, 15, 5]
    [agenda] = await school.posted("/agenda")
    assert "Fitted to the time, in minutes: Exit tickets 20 → 15 and Lunch 20 → 15." in agenda.text


@pytest.mark.parametrize("way", ["move", "off"])
async def test_an_agenda_fits_when_one_item_is_moved_or_taken_off(school, way):
    await too_long(school)
    item = next(one for one in await school.open_items() if one.title == "Lunch")
    bells = next(one for one in await school.open_items() if one.title == "Bells")
    with pytest.raises(Refusal, match="7 minutes too long"):
        await press(school, fix=f"{way}:{bells.id}")
    done = await press(school, fix=f"{way}:{item.id}")
    assert done.sheet.agenda.minutes == 50
    left = {one.title: one.day for one in await school.open_items()}
    assert left.get("Lunch") == (NEXT if way == "move" else None)


async def test_fit_to_time_is_taken_back_with_one_press(school):
    await too_long(school)
    oneself = await school.facilitator()
    done = await school.perform(fitting.fit, FitAgenda(day=MEETING), actor=oneself)
    assert "“Exit tickets” now has 15 minutes" in plain(words.fitted(done))
    with pytest.raises(OutOfDate, match="fits already"):
        await school.perform(fitting.fit, FitAgenda(day=MEETING), actor=oneself)
    await school.perform(fitting.unfit, UnfitAgenda(day=MEETING), actor=oneself)
    assert (await school.minutes())["Exit tickets"] == 20
    with pytest.raises(OutOfDate, match="nothing to take back"):
        await school.perform(fitting.unfit, UnfitAgenda(day=MEETING), actor=oneself)


async def test_what_is_as_short_as_it_can_be_is_not_trimmed(school):
    for number in range(12):
        await school.brings(f"Thing {number}", 3)
    await school.at(*DRAFT)
    with pytest.raises(Refusal, match="as short as it can be"):
        await school.perform(fitting.fit, FitAgenda(day=MEETING), actor=await school.facilitator())


async def test_the_clock_publishes_what_is_unfinished_says_so_and_asks_the_facilitator(school):
    await too_long(school)
    assert await school.at(*AGENDA) == [f"meeting/{MEETING}/agenda"]
    [agenda] = await school.posted("/agenda")
    assert "No objectives are set yet." in agenda.text
    assert "70 of 60 minutes" in agenda.text
    [asked] = await school.posted("/lacks")
    facilitator = await school.facilitator()
    assert asked.audience == f"person:{facilitator.person_id}"
    assert "It has no objectives yet. It is 10 minutes too long." in asked.text
    assert asked.verbs == ["finish-agenda", "fit-agenda", "agenda"]
    command = FinishAgenda(day=MEETING, first=GOAL)
    await school.perform(finishing.finish, command, actor=facilitator)
    [said] = await school.posted("/changed/agenda")
    assert "The agenda for Tue, Oct 13 changed: it says what we will have by the end." in said.text
    assert any(GOAL in one.text for one in await school.posted("/agenda") if "changed" not in one.key)


async def test_two_who_press_publish_are_answered_once_and_kindly(school):
    await school.at(*DRAFT)
    await press(school)
    with pytest.raises(OutOfDate, match="published already"):
        await press(school)
    with pytest.raises(OutOfDate, match="published already"):
        await school.perform(publishing.prepare, OPEN, actor=school.who("mina-linden"))
    assert len(await school.posted("/agenda")) == 1


async def test_only_who_facilitates_and_the_school_leader_make_the_agenda(school):
    await school.at(*DRAFT)
    others = [school.who(key) for key in ("jay-ivy", "uma-thistle", "tea-sage", "oli-nettle")]
    facilitator = await school.facilitator()
    stranger = next(one for one in others if one.person_id != facilitator.person_id)
    with pytest.raises(NotPermitted):
        await school.perform(finishing.prepare, OPEN, actor=stranger)
    school.clock.on(MEETING, time(15, 30))
    with pytest.raises(OutOfDate, match="has begun"):
        await school.perform(finishing.prepare, OPEN, actor=facilitator)


async def test_published_in_the_evening_the_ilt_gets_it_in_contract_hours(school):
    await school.at(*DRAFT)
    school.clock.on(DRAFT[0], time(20))
    done = await press(school)
    assert "The ILT gets the agenda for Tue, Oct 13 on Mon, Oct 12" in plain(words.published(done))


async def test_what_is_tied_to_no_strategy_and_no_problem_goes_out_with_a_reason(school):
    await school.brings("Parking", 5, strategy=None)
    await school.at(*DRAFT)
    with pytest.raises(Refusal, match="worth everybody's time") as refused:
        await press(school)
    assert refused.value.field == "unlinked_why"
    await press(school, unlinked_why="The lot is closed from Monday.")
    assert (await school.meeting(MEETING)).unlinked_why == "The lot is closed from Monday."
