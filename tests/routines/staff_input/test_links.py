"""What agendas, decisions and Home ask of staff input."""

from datetime import date, time

import pytest

from bot.messages.home import Rank
from bot.messages.plain import lines_of, words
from bot.model.people import Relation
from bot.model.staff_input import InputState, Mode
from bot.routines import staff_input
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL
from tests.letters import letters

DECISION = {"number": "D-001", "statement": "Reading gets ten more minutes.", "decision_id": "d" * 32}


async def test_each_sender_hears_that_their_input_shaped_a_decision(give, perform, who, person, units, clock):
    given = [await give(), await give("kit-juniper"), await give("lars-kale", mode=Mode.THROUGH_REP)]
    for one in given:
        owner = who("kaya-jasmine" if one.mode is Mode.THROUGH_REP else "noel-mint")
        await perform(staff_input.place, staff_input.PlaceInput(input=one.id), actor=owner)
    await _shape(units, clock, given)
    told = [letter for letter in await letters(units) if "/shaped/" in letter.key]
    assert [letter.audience for letter in told] == [
        person("uma-thistle"),
        person("kit-juniper"),
        person("lars-kale"),
    ]
    assert "You said, and it helped: I-001 shaped decision D-001." in told[0].text
    assert "Reading gets ten more minutes." in told[0].text
    (mine, *_) = await perform(staff_input.status, staff_input.ShowStatus(), actor=who("uma-thistle"))
    assert mine.state is InputState.CONSIDERED


async def test_only_what_is_on_an_agenda_can_be_linked(give, perform, who, units):
    one, _ = await give(), await give()
    await perform(staff_input.place, staff_input.PlaceInput(input=one.id), actor=who("noel-mint"))
    async with units.reading(SCHOOL) as work:
        assert [given.id for given in await staff_input.linkable(work)] == [one.id]
        assert await staff_input.waiting_count(work) == 1


async def test_telling_twice_tells_once_and_an_open_input_is_left_alone(give, perform, who, units, clock):
    one, untouched = await give(), await give()
    await perform(staff_input.place, staff_input.PlaceInput(input=one.id), actor=who("noel-mint"))
    for _ in range(2):
        await _shape(units, clock, [one, untouched])
    assert len([letter for letter in await letters(units) if "/shaped/" in letter.key]) == 1


async def test_when_the_decision_is_withdrawn_the_input_is_on_the_agenda_again(
    give, perform, who, units, clock
):
    one = await give()
    await perform(staff_input.place, staff_input.PlaceInput(input=one.id), actor=who("noel-mint"))
    await _shape(units, clock, [one])
    told = (await letters(units))[-1]
    word, _, rest = told.reason.partition(":")
    async with units.writing(SCHOOL) as work:
        assert await staff_input.REASONS[word](rest, work, clock)
        await staff_input.unshaped("d" * 32, work=work)
    async with units.reading(SCHOOL) as work:
        assert not await staff_input.REASONS[word](rest, work, clock)
        assert [given.id for given in await staff_input.linkable(work)] == [one.id]


async def test_home_shows_a_sender_what_became_of_the_last_five(give, units, who, clock):
    for _ in range(6):
        await give()
    share = await _home(units, who("uma-thistle"), clock)
    assert share.waiting == ()
    (section,) = share.sections
    assert (section.rank, section.title) == (Rank.SAID, "What you said")
    lines = lines_of(section.parts[0])
    assert len(lines) == 5
    assert lines[0] == ("• I-006 Schedule and time. With Noel Mint. Next word by Tue, Oct 20.")


async def test_home_shows_the_triager_what_waits_without_its_words(give, units, who, clock):
    await give(see="A delicate matter")
    share = await _home(units, who("noel-mint"), clock)
    (waiting,) = share.waiting
    assert words(waiting.line) == (
        "I-001 Schedule and time. From Uma Thistle. A word is promised by Mon, Nov 2."
    )
    assert [button.verb for button in waiting.buttons] == ["answer-input", "inputs"]


async def test_from_four_on_home_has_one_line_for_all(give, units, who, clock):
    for _ in range(3):
        await give()
    assert len((await _home(units, who("noel-mint"), clock)).waiting) == 3
    await give()
    (waiting,) = (await _home(units, who("noel-mint"), clock)).waiting
    assert words(waiting.line) == "4 staff inputs wait for you. The first was promised a word by Mon, Nov 2."


async def test_home_shows_the_rep_what_the_team_said_by_name(give, units, who, clock):
    await give()
    share = await _home(units, who("tea-sage"), clock)
    assert share.waiting == ()
    section = share.sections[0]
    assert section.title == "What your team said"
    assert "From Uma Thistle" in lines_of(section.parts[0])[0]


@pytest.mark.parametrize("key", ["vic-umber", "jay-ivy", "dale-clover", "mina-linden"])
async def test_home_shows_nothing_to_everybody_else(give, units, who, clock, key):
    await give()
    share = await _home(units, who(key), clock)
    assert share.waiting == ()
    titles = {"Triage board"} if who(key).is_any(Relation.ILT_MEMBER) else set()
    assert {section.title for section in share.sections} == titles
    assert "Uma" not in repr(share.sections)


async def test_home_brings_a_look_again_date_back(give, perform, units, who, clock):
    one = await give()
    decline = staff_input.DeclineInput(
        input=one.id, reason="not_now", why="Time", look_again=date(2026, 11, 2)
    )
    await perform(staff_input.decline, decline, actor=who("noel-mint"))
    assert (await _home(units, who("noel-mint"), clock)).waiting == ()
    clock.on(date(2026, 11, 2), time(8))
    assert len((await _home(units, who("noel-mint"), clock)).waiting) == 1


async def _home(units, actor, clock):
    async with units.reading(SCHOOL) as work:
        return await staff_input.home(await viewer(actor, work=work, clock=clock), work=work)


async def _shape(units, clock, given):
    async with units.writing(SCHOOL) as work:
        await staff_input.shaped(
            [one.id for one in given], **DECISION, due_at=clock.now(), work=work, now=clock.now()
        )
