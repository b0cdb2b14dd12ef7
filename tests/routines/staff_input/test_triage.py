"""Answering, placing, saying not now and passing on; each state's way out."""

import asyncio
from datetime import date, time

import pytest

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.plain import plain
from bot.messages.staff_input import triage as wording
from bot.model.staff_input import InputState, Mode
from bot.routines import staff_input
from bot.routines.requests import Nothing
from handlers.staff_input import INTERACTIONS
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.routines.staff_input.conftest import WORDS

BY_VERB = {one.verb: one for one in INTERACTIONS}


async def test_an_answer_reaches_the_sender_with_the_answerers_name(give, perform, who, person, units, clock):
    one = await give()
    clock.on(date(2026, 10, 19), time(18, 0))
    done = await _answer(perform, who("noel-mint"), one.id, "From Monday there are ten more minutes.")
    told = (await letters(units))[-1]
    assert told.audience == person("uma-thistle")
    assert "Noel Mint answered I-001" in told.text
    assert "From Monday there are ten more minutes." in told.text
    assert told.message.private
    assert "minutes" not in told.message.summary
    clock.on(date(2026, 10, 20), time(7, 45))
    assert told.due_at == clock.now()
    assert done.state is InputState.ANSWERED


async def test_the_card_then_says_who_did_what_and_has_no_buttons(give, perform, who):
    one = await give()
    done = await _answer(perform, who("noel-mint"), one.id, "Yes.")
    repaint = BY_VERB["answer-input"].repaint
    assert repaint is not None
    card = repaint(done)
    assert card is not None
    assert "Answered by Noel Mint on Mon, Oct 19." in plain(card)
    assert "[" not in plain(card)


@pytest.mark.requirement("R-301")
async def test_of_two_who_press_at_once_one_is_first_and_the_other_is_told_who_was(give, perform, who, units):
    one = await give()
    noel, mina = who("noel-mint"), who("mina-linden")

    both = await asyncio.gather(
        _answer(perform, noel, one.id, "From Monday on."),
        _answer(perform, mina, one.id, "Not this year."),
        return_exceptions=True,
    )

    [late] = [each for each in both if isinstance(each, OutOfDate)]
    [kept] = [each for each in both if not isinstance(each, BaseException)]
    assert "already answered I-001" in late.sentence
    answers = [letter for letter in await letters(units) if "answered I-001" in letter.text]
    assert len(answers) == 1
    assert kept.outcome_by in late.sentence


async def test_put_on_the_agenda_it_stands_there_and_the_sender_knows_the_date(give, perform, who, units):
    one = await give(suggest="Move the assembly")
    done = await _place(perform, who("noel-mint"), one.id)
    assert done.meeting_on == date(2026, 10, 27)
    told = (await letters(units))[-1]
    assert "I-001 is on the ILT agenda for Tue, Oct 27. Noel Mint put it there." in told.text
    async with units.reading(SCHOOL) as work:
        (item,) = await work.meetings.open_items()
        assert await staff_input.waiting_count(work) == 0
    assert (item.title, item.source, item.label) == (WORDS, one.id, "I-001")
    assert "Move the assembly" in item.detail


async def test_a_long_input_has_a_short_title_on_the_agenda(give, perform, who, units):
    one = await give(see="Reading " * 70)
    await _place(perform, who("noel-mint"), one.id)
    async with units.reading(SCHOOL) as work:
        (item,) = await work.meetings.open_items()
    assert len(item.title) <= 120
    assert item.detail == ("Reading " * 70).strip()


async def test_without_a_planned_meeting_placing_is_refused_and_the_input_stays_open(
    give, perform, who, units
):
    one = await give()
    async with units.writing(SCHOOL) as work:
        series = await work.meetings.series()
        assert series is not None
        await work.meetings.end(series)
    with pytest.raises(Refusal, match="No ILT meeting is planned yet"):
        await _place(perform, who("noel-mint"), one.id)
    assert (await _board(perform, who("noel-mint")))[0].state is InputState.RECEIVED


async def test_withdrawn_from_an_agenda_it_is_gone_from_there_too(give, perform, who, units):
    one = await give()
    await _place(perform, who("noel-mint"), one.id)
    withdraw = staff_input.WithdrawInput(input=one.id)
    await perform(staff_input.withdraw, withdraw, actor=who("uma-thistle"))
    async with units.reading(SCHOOL) as work:
        assert await work.meetings.open_items() == []
    assert all(WORDS not in letter.text for letter in await letters(units))


async def test_not_now_proposes_a_school_day_six_weeks_on(give, perform, who, clock):
    clock.on(date(2026, 10, 13))  # six weeks on is the Tuesday of the fall break
    one = await give()
    _, again = await perform(
        staff_input.before_declining, staff_input.AboutInput(input=one.id), actor=who("noel-mint")
    )
    assert again == date(2026, 11, 30)


async def test_not_now_tells_the_sender_why_and_when_to_look_again(give, perform, who, units):
    one = await give()
    await _decline(perform, who("noel-mint"), one.id, look_again=date(2026, 11, 28))
    told = (await letters(units))[-1].text
    assert "Noel Mint looked at I-001. Not now:" in told
    assert "Reading comes first" in told
    assert "We look at it again on Mon, Nov 30." in told


async def test_not_now_may_be_for_good(give, perform, who, units):
    one = await give()
    await _decline(perform, who("noel-mint"), one.id, look_again=None)
    assert "It is closed." in (await letters(units))[-1].text


@pytest.mark.parametrize(
    ("again", "accepted"),
    [
        (date(2026, 10, 19), False),
        (date(2026, 10, 20), True),
        (date(2027, 6, 4), True),
        (date(2027, 6, 5), False),
        (date(2027, 10, 20), False),
    ],
)
async def test_the_look_again_date_is_ahead_and_in_the_calendar(give, perform, who, again, accepted):
    one = await give()
    if accepted:
        assert (await _decline(perform, who("noel-mint"), one.id, look_again=again)).look_again == again
    else:
        with pytest.raises(Refusal) as refused:
            await _decline(perform, who("noel-mint"), one.id, look_again=again)
        assert refused.value.field == "look_again"


async def test_whoever_comes_second_reads_what_already_happened(give, perform, who):
    one, two, three = await give(), await give(), await give()
    await _answer(perform, who("noel-mint"), one.id, "Yes.")
    await _place(perform, who("noel-mint"), two.id)
    await _decline(perform, who("noel-mint"), three.id, look_again=None)
    said = (
        "Noel Mint already answered I-001 on Mon, Oct 19.",
        "Noel Mint already put I-002 on the agenda for Tue, Oct 27.",
        "Noel Mint already said not now to I-003 on Mon, Oct 19.",
    )
    for given, sentence in zip((one, two, three), said, strict=True):
        for attempt in (_answer, _place, _decline):
            with pytest.raises(OutOfDate) as refused:
                await attempt(perform, who("mina-linden"), given.id)
            assert refused.value.sentence == sentence


async def test_the_forms_ask_for_what_their_commands_take_beside_the_input_itself(give, perform, who):
    named, carried = await give(), await give(mode=Mode.THROUGH_REP)
    for verb, actor, given in (
        ("answer-input", "noel-mint", named),
        ("decline-input", "noel-mint", named),
        ("pass-on-input", "tea-sage", carried),
    ):
        one = BY_VERB[verb]
        assert one.asking is not None
        question = one.asking.question(input=given.id)
        form = one.asking.form(await perform(one.asking.routine, question, actor=who(actor)), {})
        assert {field.name for field in form.fields} == set(one.command.model_fields) - {"input"}
        assert max(len(form.title), len(form.submit)) <= 24


async def test_an_answered_input_opens_no_form_any_more(give, perform, who):
    one = await give()
    await _answer(perform, who("noel-mint"), one.id, "Yes.")
    with pytest.raises(OutOfDate):
        await perform(
            staff_input.before_answering, staff_input.AboutInput(input=one.id), actor=who("noel-mint")
        )


async def test_passing_on_tells_the_sender_the_words_that_went(give, perform, who, person, units):
    one = await give(mode=Mode.THROUGH_REP)
    await _pass_on(perform, who("tea-sage"), one.id)
    told = (await letters(units))[-1]
    assert told.audience == person("uma-thistle")
    assert "Tea Sage passed on I-001 to Noel Mint without your name, in these words:" in told.text
    assert "Several people ask for reading time." in told.text
    assert "Next word by Tue, Oct 20." in told.text


async def test_the_form_for_passing_on_starts_from_the_senders_words(give, perform, who):
    one = await give(mode=Mode.THROUGH_REP, suggest="An hour more")
    prepared = await perform(
        staff_input.before_passing_on, staff_input.AboutInput(input=one.id), actor=who("tea-sage")
    )
    initial = {field.name: field.initial for field in wording.pass_on_form(prepared, {}).fields}
    assert initial == {"see": WORDS, "suggest": "An hour more"}


async def test_it_is_passed_on_once_and_the_carrier_may_still_answer(give, perform, who):
    one = await give(mode=Mode.THROUGH_REP)
    await _pass_on(perform, who("tea-sage"), one.id)
    with pytest.raises(OutOfDate, match=r"already been passed on\. Noel Mint answers it\."):
        await _pass_on(perform, who("tea-sage"), one.id)
    assert (await _answer(perform, who("tea-sage"), one.id, "Yes.")).state is InputState.ANSWERED


async def test_a_carrier_who_triages_has_nobody_to_pass_it_on_to(give, perform, who, units):
    one = await give("tea-sage", mode=Mode.THROUGH_REP)
    assert "pass-on-input" not in (await letters(units))[-1].verbs
    with pytest.raises(Refusal, match="You answer staff input yourself"):
        await _pass_on(perform, who("noel-mint"), one.id)


async def test_after_its_meeting_it_can_be_answered_or_placed_again(give, perform, who, clock, units):
    one, two = await give(), await give()
    for given in (one, two):
        await _place(perform, who("noel-mint"), given.id)
    clock.on(date(2026, 10, 27), time(16, 0))
    with pytest.raises(OutOfDate):
        await _answer(perform, who("noel-mint"), one.id, "Too early.")
    clock.on(date(2026, 10, 28))
    assert (await _place(perform, who("noel-mint"), one.id)).meeting_on == date(2026, 11, 10)
    await _answer(perform, who("noel-mint"), two.id, "We tried it.")
    async with units.reading(SCHOOL) as work:
        assert [item.source for item in await work.meetings.open_items()] == [one.id]


async def test_on_its_look_again_date_it_is_open_again(give, perform, who, clock):
    one = await give()
    await _decline(perform, who("noel-mint"), one.id, look_again=date(2026, 11, 2))
    clock.on(date(2026, 11, 1))
    assert await _board(perform, who("noel-mint")) == []
    clock.on(date(2026, 11, 2))
    assert [seen.id for seen in await _board(perform, who("noel-mint"))] == [one.id]
    assert (await _answer(perform, who("noel-mint"), one.id, "Now it fits.")).state is InputState.ANSWERED


async def test_the_board_shows_eight_and_says_how_many_more(give, perform, who):
    for number in range(10):
        await give(see=f"Thing {number}", suggest="Something")
    board = wording.board(await _board(perform, who("noel-mint")))
    said = plain(board)
    assert "10 staff inputs open" in said
    assert "Thing 7" in said
    assert "Thing 8" not in said
    assert "And 2 more." in said
    assert len(board.parts) <= 50


async def test_another_schools_input_is_not_there(give, perform, who):
    with pytest.raises(NotFound):
        await _answer(perform, who("noel-mint"), "0" * 32, "Yes.")


async def _board(perform, actor):
    return await perform(staff_input.board, Nothing(), actor=actor)


async def _answer(perform, actor, input_id, answer="Yes."):
    return await perform(
        staff_input.answer, staff_input.AnswerInput(input=input_id, answer=answer), actor=actor
    )


async def _place(perform, actor, input_id):
    return await perform(staff_input.place, staff_input.PlaceInput(input=input_id), actor=actor)


async def _decline(perform, actor, input_id, look_again=None):
    command = staff_input.DeclineInput(
        input=input_id, reason="not_now", why="Reading comes first", look_again=look_again
    )
    return await perform(staff_input.decline, command, actor=actor)


async def _pass_on(perform, actor, input_id):
    command = staff_input.PassOnInput(input=input_id, see="Several people ask for reading time.")
    return await perform(staff_input.pass_on, command, actor=actor)
