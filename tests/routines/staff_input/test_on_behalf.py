"""A rep speaks for the team: counts where they are safe, and nobody's name."""

from datetime import date

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.plain import plain
from bot.messages.staff_input import triage as wording
from bot.model.people import Membership
from bot.routines import staff_input
from bot.routines.requests import Nothing
from bot.routines.staff_input import loop, on_behalf
from tests.conftest import SCHOOL
from tests.letters import letters

REP = "tea-sage"
TRIAGER = "noel-mint"


@pytest.fixture
def speak(perform, who, planned):
    async def speaking(agreed=5, present=6, key=REP, **more):
        command = on_behalf.GiveForTeam(see="The bell is loud.", agreed=agreed, present=present, **more)
        return await perform(on_behalf.give, command, actor=who(key))

    return speaking


@pytest.fixture
def sized(units, planned):
    """Let grade 4 have so many people, its rep among them."""

    async def sizing(wanted):
        async with units.writing(SCHOOL) as work:
            roster = await work.people.to_change()
            members = roster.members("grade-4")
            for person in [one for one in members if one.key != REP][wanted - 1 :]:
                person.active = False
            elsewhere = [one for one in roster.people if one not in members]
            for person in elsewhere[: max(0, wanted - len(members))]:
                work.people.add(Membership(school=SCHOOL, person=person.id, team="grade-4", is_main=False))

    return sizing


async def _board(perform, who):
    return plain(wording.board(await perform(staff_input.board, Nothing(), actor=who(TRIAGER))))


async def test_triage_reads_the_team_and_how_many_agreed_and_no_name(sized, speak, perform, who):
    await sized(7)
    await speak()
    said = await _board(perform, who)
    assert "From Grade 4, 5 of 6 agreed, Mon, Oct 19." in said
    assert "Tea Sage" not in said
    for reader in (TRIAGER, "mina-linden"):
        (shown,) = await perform(staff_input.board, Nothing(), actor=who(reader))
        assert shown.sender == ""


@pytest.mark.requirement("R-118")
@pytest.mark.parametrize(("credit", "said"), [(False, "From a small team, "), (True, "From Grade 4, ")])
async def test_a_team_of_three_is_a_small_team_unless_it_agreed_to_be_named(
    sized, speak, perform, who, credit, said
):
    await sized(3)
    await speak(2, 3, credit=credit)
    board = await _board(perform, who)
    assert said in board
    assert "2 of 3" not in board
    assert ("Grade 4" in board) is credit


@pytest.mark.parametrize(("agreed", "present"), [(6, 6), (6, 7), (2, 4)])
async def test_when_all_agreed_or_all_or_few_were_there_the_numbers_are_withheld(
    sized, speak, perform, who, agreed, present
):
    await sized(7)
    await speak(agreed, present)
    assert "From Grade 4, Mon, Oct 19." in await _board(perform, who)


async def test_more_cannot_agree_than_were_there(speak):
    with pytest.raises(Refusal, match="More agreed than were there"):
        await speak(6, 5)


async def test_on_an_agenda_nobody_is_named_and_the_rep_hears_what_became_of_it(
    speak, perform, who, units, person
):
    one = await speak()
    await perform(staff_input.place, staff_input.PlaceInput(input=one.id), actor=who(TRIAGER))
    async with units.reading(SCHOOL) as work:
        (item,) = await work.meetings.open_items()
    assert item.by is None
    told = (await letters(units))[-1]
    assert told.audience == person(REP)
    assert "I-001 is on the ILT agenda for Tue, Oct 27" in told.text


async def test_the_receipt_says_what_the_reader_sees(sized, speak, units):
    await sized(7)
    await speak()
    receipt = next(letter for letter in await letters(units) if letter.key.endswith("/receipt"))
    assert "Noel Mint reads: From Grade 4, 5 of 6 agreed. No name goes with it." in receipt.text
    assert receipt.message.private


async def test_a_team_that_agreed_to_it_is_named_to_all_staff_and_reads_it_in_its_own_channel(
    speak, perform, who, units, clock
):
    one = await speak(credit=True)
    clock.on(date(2026, 10, 20))
    await perform(
        staff_input.answer, staff_input.AnswerInput(input=one.id, answer="Yes."), actor=who(TRIAGER)
    )
    words = loop.WordSaid(input=one.id, said="The bell is loud.", did="It is softer.", credit=True)
    await perform(loop.word, words, actor=who(TRIAGER))
    await perform(loop.post, loop.PostSaid(), actor=who(TRIAGER))
    posts = [letter for letter in await letters(units) if letter.key.startswith("said/")]
    assert [post.audience for post in posts] == ["all-staff", "team:grade-4"]
    assert all("You said (Grade 4): The bell is loud." in post.text for post in posts)
    assert all("Tea" not in post.text for post in posts)


async def test_only_who_speaks_for_a_team_can(speak):
    with pytest.raises(NotPermitted):
        await speak(key="uma-thistle")
