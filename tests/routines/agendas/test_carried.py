"""An item that comes to its third agenda waits for a choice; what else a draft tells its facilitator."""

from datetime import date, time

import pytest

from bot.errors import OutOfDate, Refusal
from bot.messages.agendas import forms, words
from bot.messages.agendas.words import Finished
from bot.messages.plain import plain
from bot.model.agenda_items import Outcome, Provenance
from bot.routines.agendas import carried, finishing, publishing
from bot.routines.agendas.carried import OpenChoice, SettleItem
from bot.routines.agendas.finishing import FinishAgenda, OpenAgenda
from bot.routines.agendas.publishing import PublishAgenda
from tests.routines.agendas.conftest import DRAFT, MEETING, THIRD

DRAFTED, PUBLISHED = (date(2026, 11, 6), time(13)), (date(2026, 11, 9), time(14))
MEETINGS = ((MEETING, time(16, 30)), (date(2026, 10, 26), time(14)), (date(2026, 10, 27), time(16, 30)))


@pytest.fixture
async def lunch(school):
    """An item that was on two agendas and comes to the third, after something new."""
    item = await school.brings("Lunch", 10, key="uma-thistle")
    await school.at(date(2026, 10, 12), time(14))
    for moment in MEETINGS:
        await school.at(*moment)
    await school.brings("Bells", 5, day=THIRD)
    await school.at(*DRAFTED)
    return item


async def chooses(school, item, choice: str, **given):
    command = SettleItem(day=THIRD, item=item.id, choice=choice, **given)
    return await school.perform(carried.settle, command, actor=await school.facilitator(THIRD))


async def presses(school):
    command = PublishAgenda(day=THIRD, first="chosen one routine")
    return await school.perform(publishing.publish, command, actor=await school.facilitator(THIRD))


async def test_the_third_agenda_waits_for_a_choice_and_publish_says_so(school, lunch):
    [draft] = await school.posted(f"{THIRD}/draft")
    assert "Before you publish it needs one to three objectives and a choice for “Lunch”." in draft.text
    assert "[Choose for “Lunch”]" in draft.text
    with pytest.raises(Refusal, match="First choose what becomes of “Lunch”"):
        await presses(school)
    done = await chooses(school, lunch, "shorten", minutes=5)
    assert "“Lunch” stays on, with 5 minutes." in plain(words.settled(done))
    assert (await presses(school)).sheet.agenda.waiting == ()


async def test_without_a_choice_the_clock_publishes_it_last_and_says_that_it_waits(school, lunch):
    await school.at(*PUBLISHED)
    [agenda] = await school.posted(f"{THIRD}/agenda")
    assert agenda.text.index("Bells") < agenda.text.index("Lunch")
    assert "carried over 2 times since Tue, Oct 13 · to discuss · waits for a choice" in agenda.text


async def test_what_is_routed_reaches_the_team_and_whoever_brought_it(school, lunch):
    done = await chooses(school, lunch, "route", team="grade-4", why="It is about one grade's lunch.")
    assert "“Lunch” goes to Grade 4." in plain(words.settled(done))
    [passed] = await school.posted("/routed/")
    [told] = await school.posted("/became/")
    assert passed.audience == f"person:{school.who('tea-sage').person_id}"
    assert told.audience == f"person:{school.who('uma-thistle').person_id}"
    assert "Why: It is about one grade's lunch." in passed.text
    assert "Lunch" not in await school.minutes()
    with pytest.raises(OutOfDate, match="not on this agenda"):
        await chooses(school, lunch, "drop", why="Again")


async def test_dropping_needs_a_reason_that_whoever_brought_it_reads(school, lunch):
    with pytest.raises(Refusal, match="Say in a sentence why") as refused:
        await chooses(school, lunch, "drop")
    assert refused.value.field == "why"
    await chooses(school, lunch, "drop", why="The schedule is set for this year.")
    assert "The schedule is set for this year." in (await school.posted("/became/"))[0].text


async def test_the_form_asks_only_what_the_choice_needs_and_staff_input_is_not_dropped(school, lunch):
    oneself = await school.facilitator(THIRD)
    voice = await school.brings("Copies", 5, day=THIRD, provenance=Provenance.INPUT, source="i1")

    async def fields(item, **given):
        opened = await school.perform(carried.prepare, OpenChoice(day=THIRD, item=item.id), actor=oneself)
        return [one.name for one in forms.settle(opened, given).fields]

    assert await fields(lunch) == ["choice", "minutes"]
    assert await fields(lunch, choice="route") == ["choice", "team", "why"]
    assert await fields(lunch, choice="drop") == ["choice", "why"]
    with pytest.raises(Refusal, match="somebody waits for an answer"):
        await chooses(school, voice, "drop", why="No")


@pytest.mark.requirement("R-005")
async def test_the_draft_tells_the_facilitator_alone_that_no_special_education_voice_is_there(school):
    async with school.units.writing("sample-elementary") as work:
        roster, voice = await work.people.to_change(), school.who("hugo-ginger").person_id
        for duty in roster.duties:
            if duty.person == voice:
                await work.session.delete(duty)
    for number, outcome in enumerate((Outcome.INFORM, Outcome.DISCUSS)):
        await school.brings(f"Item {number}", 5, outcome=outcome)
    await school.at(*DRAFT)
    [draft] = await school.posted("/draft")
    line = "No special-education voice on the ILT - invite a guest for item"
    assert line in draft.text
    assert draft.audience == f"person:{(await school.facilitator()).person_id}"
    await school.at(date(2026, 10, 12), time(14))
    assert not any(line in one.text for one in await school.posted("/agenda"))


@pytest.mark.requirement("R-057")
async def test_four_words_stand_on_the_agenda_and_one_teams_matter_is_offered_to_its_lead(school):
    await school.brings("Lunch", 5)
    await school.at(*DRAFT)
    oneself = await school.facilitator()
    opened = await school.perform(finishing.prepare, OpenAgenda(day=MEETING), actor=oneself)
    names = [one.name for one in forms.finish(opened, {}).fields]
    assert names == ["first", "second", "third", "template", "scope", "direction"]
    command = FinishAgenda(day=MEETING, first="a plan", scope="grade-4", direction="Try it until Oct 27")
    done: Finished = await school.perform(finishing.finish, command, actor=oneself)
    said = plain(words.finished(done))
    for pair in (
        "Focus: Student talk in math",
        "Structure: Standard meeting, 60 minutes",
        "Scope: Grade 4 only",
        "Direction: Try it until Oct 27",
        "route it to Tea Sage, who leads Grade 4?",
    ):
        assert pair in said
    await school.at(date(2026, 10, 12), time(14))
    assert "Direction: Try it until Oct 27" in (await school.posted("/agenda"))[0].text
