"""What a look-for looks like, and what becomes of a trend when its words change."""

from datetime import timedelta

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages import walkthroughs as wording
from bot.messages.examples import library
from bot.messages.plain import plain
from bot.messages.vocabulary import Context
from bot.model.walkthroughs import Mark
from bot.routines import examples, walkthroughs
from bot.routines.examples import AddExample, DropExample, FindLookFors, RewordLookFor
from bot.routines.walkthroughs.sheets import refresh, trend_of
from tests.conftest import SCHOOL

LEADER, MEMBER, TEACHER = "mina-linden", "oli-nettle", "uma-thistle"
NEW = {
    "look_for": "RT1",
    "name": "Explain with a reason",
    "students": "Say how they know, with because",
    "teacher": "Asks for reasons",
    "not_this": "Answers only",
    "reason": "Observers read it in two ways",
}


@pytest.fixture
def add(perform, who):
    async def added(text: str, by: str = MEMBER, kind: str = "student", **said: str):
        command = AddExample.model_validate({"look_for": "RT1", "kind": kind, "text": text, **said})
        return await perform(examples.add, command, actor=who(by))

    return added


@pytest.fixture
def find(perform, who):
    async def found(word: str = "", by: str = TEACHER):
        return await perform(examples.find, FindLookFors(search=word), actor=who(by))

    return found


@pytest.mark.requirement("R-035")
async def test_what_counts_is_shown_inside_the_walkthrough_form(windows, add, perform, who):
    def drawn(sheet, **values: str):
        form = wording.form(sheet, values)
        said = [piece.spans[0].text for piece in form.pieces if isinstance(piece, Context)]
        return {one.name for one in form.fields}, said

    async def sheet():
        return await perform(walkthroughs.open_visit, walkthroughs.OpenVisit(), actor=who(MEMBER))

    assert "counts" not in drawn(await sheet())[0]
    await add("14 of 16 students wrote a reason", grades="3-5")
    await add("Waits ten seconds, then asks why", kind="teacher", source="Norming")
    names, said = drawn(await sheet())
    assert "counts" in names
    assert not [line for line in said if "14 of 16" in line]
    _, said = drawn(await sheet(), counts="RT1")
    assert said[1:] == [
        "Students: 14 of 16 students wrote a reason (grades 3-5).",
        "Teacher: Waits ten seconds, then asks why. Norming.",
    ]


@pytest.mark.requirement("R-035")
async def test_everybody_finds_examples_and_the_ilt_keeps_at_most_five_that_name_nobody(windows, add, find):
    with pytest.raises(Refusal, match="names Oli Nettle"):
        await add("Oli Nettle waits ten seconds")
    with pytest.raises(NotPermitted):
        await add("They wait ten seconds", by=TEACHER)
    for number in range(5):
        await add(f"They waited {number + 10} seconds")
    with pytest.raises(Refusal, match="Take one out first"):
        await add("They waited a minute")
    found = await find("waited 12")
    assert [entry.look_for.name for entry in found.entries] == ["Explain to a peer"]
    assert "They waited 12 seconds" in plain(library(found))
    assert not found.may_add
    assert "needs two examples" in plain(library(await find(by=MEMBER)))


async def test_whoever_added_an_example_or_the_school_leader_takes_it_out(windows, add, perform, who):
    [entry] = (await add("They waited a minute")).entries
    command = DropExample(example=entry.examples[0].id)
    with pytest.raises(NotPermitted):
        await perform(examples.drop, command, actor=who("tea-sage"))
    [after] = (await perform(examples.drop, command, actor=who(MEMBER))).entries
    assert after.examples == []


@pytest.mark.requirement("R-041")
async def test_a_look_for_said_anew_in_a_window_has_a_break_line_and_is_not_merged(
    windows, visits, visit, perform, who, units, clock
):
    window = windows[next(iter(windows))]
    await visits(window, ["seen"] * 6)
    clock.on(clock.now().date() + timedelta(days=1))
    with pytest.raises(NotPermitted):
        await perform(examples.reword, RewordLookFor(**NEW), actor=who(MEMBER))
    await perform(examples.reword, RewordLookFor(**NEW), actor=who(LEADER))
    with pytest.raises(Refusal, match="words it has now"):
        await perform(examples.reword, RewordLookFor(**NEW), actor=who(LEADER))
    with pytest.raises(Refusal, match="look-fors have changed"):
        await visit(marks={"RT1": "seen"})
    for _ in range(6):
        await visit(marks={"RT1-v2": "not_seen"})
    async with units.writing(SCHOOL) as work:
        found = await work.walkthroughs.window(window.id)
        await refresh(found, work=work, day=clock.now().date())
        trend = await trend_of(found, work=work)
    assert [(name, line.whole.percent, line.whole.n) for name, line, _ in trend.lines()] == [
        ("Explain to a peer", 100, 6),
        ("Explain with a reason", 0, 6),
    ]
    said = plain(wording.card(trend, None))
    assert "--- Tue, Oct 20 --- “Explain to a peer” is now “Explain with a reason”" in said
    assert "Visits before and after are not put together." in said
    assert {visit.marks.get("RT1") for visit in await stored(units, window)} == {Mark.SEEN, None}


async def stored(units, window):
    async with units.reading(SCHOOL) as work:
        return await work.walkthroughs.visits(window.id)
