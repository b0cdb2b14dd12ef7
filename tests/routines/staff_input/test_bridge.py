"""The bridge report: what came up, what went down, and what waits, in numbers that name nobody."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted
from bot.messages.plain import plain
from bot.messages.staff_input import bridge as wording
from bot.messages.vocabulary import Chart
from bot.model.staff_input import Mode, Need, Topic
from bot.routines import staff_input
from bot.routines.requests import Nothing
from bot.routines.staff_input import bridge, loop
from tests.letters import letters

TRIAGER, MEMBER = "noel-mint", "dale-clover"
PEOPLE = ("bea-birch", "cal-cedar", "dot-dogwood", "eli-elm", "fay-fern", "gus-gorse")
NOVEMBER = date(2026, 11, 2), time(7, 45)


@pytest.fixture
def look(perform, who):
    async def looking(key: str = MEMBER):
        return await perform(bridge.look, Nothing(), actor=who(key))

    return looking


@pytest.fixture
async def twelve(give, perform, who):
    """Twelve inputs, of which five have an answer; one is on an agenda, and one only a rep knows of."""
    given = [await give(key, topic=Topic.TIME) for key in PEOPLE]
    given += [await give(key, topic=Topic.CLIMATE) for key in PEOPLE[:3]]
    given += [await give(key, topic=Topic.MATERIALS) for key in PEOPLE[:3]]
    for one in (*given[:4], given[11]):
        answer = staff_input.AnswerInput(input=one.id, answer="Yes.")
        await perform(staff_input.answer, answer, actor=who(TRIAGER))
    await give("uma-thistle", mode=Mode.THROUGH_REP)
    await perform(staff_input.read, staff_input.TriageInput(input=given[5].id), actor=who(TRIAGER))


@pytest.mark.requirement("R-111")
async def test_all_staff_read_what_came_up_and_the_seven_that_wait_by_topic_with_where_they_stand(
    twelve, tick, clock, units
):
    clock.on(*NOVEMBER)
    await tick()
    (post,) = [one for one in await letters(units) if one.key == "bridge/2026-10/all-staff"]
    assert post.text.splitlines()[:7] == [
        "Up and down since Thu, Oct 1",
        "• Up: 12 inputs came in.",
        "• Down: 0 decisions and 5 answers.",
        "7 inputs wait for an answer",
        "• Climate: 3 (New: 3)".replace("Climate", "How it feels to work here"),
        "• Schedule and time: 2 (New: 1, Read: 1)",
        "• Curriculum and materials: 2 (New: 2)",
    ]
    assert not any(person in post.text for person in ("Birch", "Thistle", "Mint", "Grade"))


@pytest.mark.requirement("R-043")
async def test_a_theme_of_three_people_is_folded_into_other_and_no_team_is_named_with_it(
    twelve, perform, who, tick, clock, units
):
    found = (await perform(staff_input.look, staff_input.ShowStatus(), actor=who("bea-birch")))[-1]
    word = loop.WordSaid(input=found.id, said="Mondays are too full", did="A new plan")
    await perform(loop.word, word, actor=who(TRIAGER))
    await perform(loop.post, loop.PostSaid(), actor=who(TRIAGER))
    clock.on(*NOVEMBER)
    await tick()
    (letter,) = [one for one in await letters(units) if one.key == "bridge/2026-10/ilt"]
    assert letter.audience == "ilt"
    themes = letter.text.partition("What people spoke of\n")[2].partition("\nCounted")[0]
    assert themes.splitlines() == [
        "• Schedule and time: 6 people. Such as “Mondays are too full”",
        "• Other: 6",
    ]


async def test_each_letter_goes_once_on_the_first_school_day_and_not_for_a_month_without_anything(
    give, tick, clock, units
):
    clock.on(*NOVEMBER)
    await tick()
    await tick()
    assert [one for one in await letters(units) if one.key.startswith("bridge/")] == []
    await give()
    clock.on(date(2026, 12, 1), time(7, 45))
    await tick()
    await tick()
    found = [one.key for one in await letters(units) if one.key.startswith("bridge/")]
    assert sorted(found) == ["bridge/2026-11/all-staff", "bridge/2026-11/ilt"]


async def test_voices_of_teams_are_a_chart_with_its_text_and_small_teams_are_one_group(give, look):
    for key in ("bea-birch", "kit-juniper", "quin-poppy", "uma-thistle", "elsa-daisy"):
        await give(key)
    found = await look()
    message = wording.for_ilt(found)
    (chart,) = [part for part in message.parts if isinstance(part, Chart)]
    assert chart.categories == ("K-1", "Grade 2", "Grade 3", "Grade 4", "Grade 5", "Smaller teams together")
    assert "Voices of teams: 0.72 of 1." in plain(message)
    assert "Not heard from this half-year: Grade 5." in plain(message)
    assert "K-1: Share 16%" in plain(message)


async def test_with_two_teams_heard_no_number_is_shown_but_who_is_quiet(give, look):
    await give("bea-birch")
    await give("kit-juniper")
    said = plain(wording.for_ilt(await look()))
    assert "Voices of teams: Not heard from this half-year: Grade 3, Grade 4 and Grade 5." in said
    assert "of 1." not in said


@pytest.mark.requirement("R-120")
async def test_needs_below_five_fold_into_other_and_the_quarter_is_compared_with_the_one_before(
    give, tick, clock, units
):
    clock.on(date(2026, 9, 1), time(12))
    for key in PEOPLE[:5]:
        await give(key, needs=(Need.TIME,))
    clock.on(date(2026, 11, 3), time(12))
    for key in PEOPLE:
        await give(key, needs=(Need.TIME, Need.TRAINING))
        await give(key, needs=(Need.TIME,))
    for key in PEOPLE[:3]:
        await give(key, needs=(Need.CLARITY,))
    for key in PEOPLE[:2]:
        await give(key, needs=(Need.CLIMATE,))
    clock.on(date(2027, 1, 4), time(7, 45))
    await tick()
    (letter,) = [one for one in await letters(units) if one.key == "bridge/2026-12/ilt"] or [None]
    assert letter is not None
    (chart,) = [part for part in letter.message.parts if isinstance(part, Chart) and "named" in part.title]
    assert chart.categories == ("Time", "Training", "Other")
    assert chart.series[0].values == (6, 6, 5)
    assert "Time: 1 more than in the quarter before" in letter.text
    assert "Training" not in letter.text.partition("than in the quarter before")[2]


async def test_the_bridge_is_for_the_ilt(look):
    with pytest.raises(NotPermitted):
        await look("uma-thistle")
