"""You said, we did: what became of staff input, put into words by a person for all staff."""

from datetime import UTC, date, datetime, time

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages.plain import plain
from bot.messages.staff_input import loop as wording
from bot.model.staff_input import Mode, Topic
from bot.routines import staff_input
from bot.routines.requests import Nothing
from bot.routines.staff_input import loop
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL
from tests.letters import letters

MORNING = time(7, 45)
OFFERED = date(2026, 10, 26)
TRIAGER = "noel-mint"
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def answer(perform, who):
    async def answering(one, words="Yes."):
        command = staff_input.AnswerInput(input=one.id, answer=words)
        await perform(staff_input.answer, command, actor=who(TRIAGER))

    return answering


@pytest.fixture
def page(perform, who):
    async def looking(key=TRIAGER):
        return await perform(loop.page, Nothing(), actor=who(key))

    return looking


@pytest.fixture
def word(perform, who):
    async def wording_one(one, said="The hall is loud.", did="We asked for mats.", credit=False):
        command = loop.WordSaid(input=one.id, said=said, did=did, credit=credit)
        await perform(loop.word, command, actor=who(TRIAGER))

    return wording_one


@pytest.fixture
def post(perform, who):
    async def posting():
        return await perform(loop.post, loop.PostSaid(), actor=who(TRIAGER))

    return posting


async def _public(units):
    return [one for one in await letters(units) if one.key.startswith("said/") and "offer" not in one.key]


@pytest.mark.requirement("R-123")
async def test_six_closed_and_two_open_make_a_post_with_six_outcomes_and_two_next_dates(
    give, answer, word, post, units, clock
):
    for number in range(6):
        one = await give(see=f"Secret words {number}")
        await answer(one, "A private answer")
        clock.on(date(2026, 10, 20), time(9, number))
        await word(one, said=f"Matter {number}", did=f"Outcome {number}")
    await give(topic=Topic.MATERIALS)
    await give(topic=Topic.CLIMATE)
    clock.on(date(2026, 10, 22), time(10))

    done = await post()

    (letter,) = await _public(units)
    assert letter.audience == "all-staff"
    assert (done.count, done.still_open) == (6, 2)
    assert all(
        f"Matter {number}" in letter.text and f"Outcome {number}" in letter.text for number in range(6)
    )
    assert "Still open: 2" in letter.text
    assert "Curriculum and materials: open for 2 school days, next word by Tue, Nov 3" in letter.text
    assert "Secret" not in letter.text
    assert "private answer" not in letter.text
    assert "Uma" not in letter.text


async def test_every_second_week_the_triager_is_offered_a_draft_and_nothing_goes_out_by_itself(
    give, answer, tick, clock, units, person
):
    await answer(await give())
    for day in (*range(20, 32), 32):
        clock.on(date.fromordinal(date(2026, 9, 30).toordinal() + day), MORNING)
        await tick()
    (offer,) = [one for one in await letters(units) if one.key.startswith("said/")]
    assert offer.key == f"said/offer/{OFFERED}"
    assert offer.audience == person(TRIAGER)
    assert "1 input settled, 0 still open." in offer.text
    assert offer.verbs == ["said"]


async def test_what_is_put_into_words_is_ready_and_what_is_posted_is_not_offered_again(
    give, answer, word, post, page
):
    one = await give()
    await answer(one)
    assert [left.label for left in (await page()).left] == ["I-001"]
    await word(one)
    await word(one, did="We bought mats.")
    assert [line.did for line in (await page()).ready] == ["We bought mats."]
    await post()
    after = await page()
    assert (after.left, after.ready) == ((), ())


async def test_what_became_of_it_is_proposed_but_a_private_answer_never_is(give, answer, perform, who):
    placed, answered = await give(), await give()
    await perform(staff_input.place, staff_input.PlaceInput(input=placed.id), actor=who(TRIAGER))
    await answer(answered, "A private answer")
    proposed = [
        wording.form(await perform(loop.before_wording, loop.AboutSaid(input=one.id), actor=who(TRIAGER)), {})
        for one in (placed, answered)
    ]
    did = [
        next(piece.initial for piece in form.pieces if getattr(piece, "name", "") == "did")
        for form in proposed
    ]
    assert did == ["It is on the ILT agenda for Tue, Oct 27.", ""]


async def test_a_new_outcome_needs_new_words(give, answer, word, page, perform, who, clock):
    one = await give()
    await perform(staff_input.place, staff_input.PlaceInput(input=one.id), actor=who(TRIAGER))
    await word(one)
    clock.on(date(2026, 10, 28), time(9))
    await answer(one)
    found = await page()
    assert found.ready == ()
    assert [left.label for left in found.left] == ["I-001"]


async def test_credit_counts_only_when_it_shaped_a_decision_and_then_the_team_hears_too(
    give, answer, word, post, units
):
    one = await give(credit=True)
    await answer(one)
    await word(one, credit=True)
    await post()
    (letter,) = await _public(units)
    assert "Uma" not in letter.text

    second = await give(credit=True)
    async with units.writing(SCHOOL) as work:
        kept = await work.inputs.by_id(second.id)
        assert kept is not None
        kept.consider("D-001", "d1", kept.received_at)
    await word(second, credit=True)
    await post()
    new = (await _public(units))[1:]
    assert all("You said (Uma Thistle)" in letter.text for letter in new)
    assert [letter.audience for letter in new] == ["all-staff", "team:grade-4"]


async def test_what_only_the_rep_knows_is_neither_listed_nor_counted(give, page, post, perform, who):
    one = await give("bea-birch", mode=Mode.THROUGH_REP)
    found = await page()
    assert (found.left, found.unanswered) == ((), ())
    with pytest.raises(NotFound):
        await perform(loop.before_wording, loop.AboutSaid(input=one.id), actor=who(TRIAGER))


async def test_an_empty_post_is_refused(give, answer, post):
    await answer(await give())
    with pytest.raises(Refusal, match="Nothing is put into words yet"):
        await post()


async def test_taken_back_the_post_is_gone_and_its_lines_wait_again(
    give, answer, word, post, page, perform, who, units
):
    one = await give()
    await answer(one)
    await word(one)
    done = await post()
    command = loop.TakeBackSaid(post=done.post)
    assert await perform(loop.take_back, command, actor=who(TRIAGER)) == 1
    assert [letter.state for letter in await _public(units)] == ["dropped"]
    assert [line.said for line in (await page()).ready] == ["The hall is loud."]
    with pytest.raises(NotFound):
        await perform(loop.take_back, command, actor=who(TRIAGER))


async def test_what_is_posted_is_not_put_into_words_twice(give, answer, word, post):
    one = await give()
    await answer(one)
    await word(one)
    await post()
    with pytest.raises(OutOfDate, match="I-001 is posted already"):
        await word(one)


async def test_words_about_an_input_go_when_its_sender_takes_it_back(give, word, page, perform, who, units):
    one = await give()
    await perform(staff_input.place, staff_input.PlaceInput(input=one.id), actor=who(TRIAGER))
    await word(one)
    await perform(staff_input.withdraw, staff_input.WithdrawInput(input=one.id), actor=who("uma-thistle"))
    assert (await page()).ready == ()
    async with units.reading(SCHOOL) as work:
        assert await work.loop.recent(LONG_AGO) == []


async def test_an_empty_fortnight_is_said_once_and_then_there_is_silence(
    give, answer, word, post, tick, clock, units
):
    clock.on(date(2026, 10, 21), time(10))
    one = await give()
    await answer(one)
    await word(one)
    await post()
    said = []
    for day in (date(2026, 10, 26), date(2026, 11, 9), date(2026, 11, 30)):
        clock.on(day, MORNING)
        await tick()
        offers = [letter for letter in await letters(units) if letter.key == f"said/offer/{day}"]
        said.append("there is no post this time" in offers[0].text if offers else None)
    assert said == [True, None, None]


async def test_home_says_to_whoever_answers_how_much_there_is_to_tell(give, answer, units, who, clock):
    await answer(await give())
    async with units.reading(SCHOOL) as work:
        shares = [
            await staff_input.home(await viewer(who(key), work=work, clock=clock), work=work)
            for key in (TRIAGER, "mina-linden")
        ]
    titles = [[section.title for section in share.sections] for share in shares]
    assert titles == [["You said, we did", "Triage board"], ["Triage board"]]


async def test_only_those_who_answer_staff_input_put_it_together(page, give):
    with pytest.raises(NotPermitted):
        await page("uma-thistle")


async def test_the_page_without_anything_says_so(page, give):
    assert "There is nothing to post yet." in plain(wording.page(await page()))
