"""Giving input: the form, the receipt, the first card, and what the sender sees afterwards."""

from datetime import UTC, date, datetime, time

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages.forms import ChoiceField, TextField
from bot.messages.plain import plain
from bot.messages.staff_input import giving as wording
from bot.model.outbox import LetterState
from bot.model.people import Actor, Relation
from bot.model.staff_input import InputState, Mode
from bot.routines import school, staff_input
from bot.routines.requests import Nothing
from handlers.staff_input import INTERACTIONS
from tests.conftest import OPERATOR, SCHOOL, sample_file
from tests.letters import letters
from tests.routines.staff_input.conftest import NOW, WORDS

BY_VERB = {one.verb: one for one in INTERACTIONS}


@pytest.mark.requirement("R-116")
async def test_in_the_evening_the_receipt_is_there_at_once_and_the_ilt_hears_next_school_morning(
    give, person, clock, units
):
    clock.on(date(2026, 10, 23), time(20, 10))  # a Friday
    one = await give()
    receipt, card = await letters(units)
    assert (receipt.audience, receipt.due_at) == (person("uma-thistle"), clock.now())
    assert one.label == "I-001"
    assert "I-001" in receipt.text
    assert "first answer by Tue, Oct 27" in receipt.text
    assert "what became of it by Fri, Nov 6" in receipt.text
    assert receipt.verbs == ["status", "withdraw-input"]
    assert card.audience == person("noel-mint")
    assert card.due_at == datetime(2026, 10, 26, 13, 45, tzinfo=UTC)
    assert "From Uma Thistle" in card.text
    assert card.verbs == [*NOW, "flag-student"]


async def test_in_contract_hours_the_card_goes_out_now(give, clock, units):
    await give()
    assert [letter.due_at for letter in await letters(units)] == [clock.now()] * 2


@pytest.mark.requirement("R-281")
async def test_what_is_shown_where_it_was_asked_never_repeats_the_words(give, units):
    reply = BY_VERB["input"].reply(await give())
    assert reply is not None
    assert reply.private
    assert WORDS not in plain(reply)
    assert "I-001" in plain(reply)
    receipt, card = await letters(units)
    assert WORDS not in receipt.text
    assert WORDS in card.text
    assert card.message.private
    assert WORDS not in card.message.summary
    assert all(letter.audience.startswith("person:") for letter in (receipt, card))


async def test_text_typed_with_the_command_prefills_the_form(perform, who, planned):
    form = await _form(perform, who("uma-thistle"), {"see": "reading groups need more time"})
    assert _field(form, "see").initial == "reading groups need more time"
    empty = await _form(perform, who("uma-thistle"), {})
    assert _field(empty, "see").initial == ""


async def test_typed_text_that_does_not_fit_is_not_lost(perform, who, planned):
    typed = "".join(chr(97 + place % 26) for place in range(4000))
    form = await _form(perform, who("uma-thistle"), {"see": typed})
    rest = "".join(plain_of(piece) for piece in form.pieces if type(piece).__name__ == "Paragraph")
    assert _field(form, "see").initial + rest == typed


async def test_the_form_asks_for_what_the_command_takes(perform, who, planned):
    form = await _form(perform, who("uma-thistle"), {})
    asked = {field.name for field in form.fields} | set(form.carries)
    assert asked == set(staff_input.GiveInput.model_fields)


@pytest.mark.parametrize(
    ("sender", "carrier", "label"),
    [
        ("uma-thistle", "Tea Sage", "Through my rep"),
        ("tea-sage", "Noel Mint", "Through Noel Mint"),
        ("noel-mint", "Mina Linden", "Through my rep"),
        ("opal-nutmeg", "Noel Mint", "Through my rep"),
    ],
)
async def test_who_carries_it_is_said_by_name_and_is_never_the_sender(
    perform, who, planned, sender, carrier, label
):
    mode = _field(await _form(perform, who(sender), {}), "mode")
    assert isinstance(mode, ChoiceField)
    through = mode.options[1]
    assert (through.label, through.hint) == (label, f"Only {carrier} sees your name and carries it on")


async def test_the_form_says_who_can_see_a_named_input(perform, who, planned):
    mode = _field(await _form(perform, who("uma-thistle"), {}), "mode")
    assert mode.hint == (
        "Named: Tea Sage, Noel Mint and Mina Linden can see your name, and the ILT once it is on an agenda."
    )


async def test_through_the_rep_only_the_rep_gets_a_card_and_may_pass_it_on(give, person, units):
    await give(mode=Mode.THROUGH_REP)
    receipt, card = await letters(units)
    assert card.audience == person("tea-sage")
    assert card.verbs == [*NOW, "pass-on-input", "flag-student"]
    assert "Only Tea Sage sees your name" in receipt.text


async def test_a_triagers_own_input_goes_to_somebody_else(give, person, units):
    await give("noel-mint")
    assert [letter.audience for letter in await letters(units)] == [
        person("noel-mint"),
        person("mina-linden"),
    ]


@pytest.mark.parametrize(("length", "kept"), [(1, True), (600, True), (601, False), (0, False)])
def test_what_is_seen_takes_one_to_six_hundred_characters(length, kept):
    fields = {"see": "x" * length, "topic": "idea", "scope": "my_team", "mode": "named"}
    if kept:
        assert staff_input.GiveInput(**fields).see == "x" * length
    else:
        with pytest.raises(ValueError, match="see"):
            staff_input.GiveInput(**fields)


async def test_a_stranger_cannot_give_input(perform, planned):
    stranger = Actor(SCHOOL, "", frozenset({Relation.STRANGER}))
    with pytest.raises(NotPermitted, match="do not know you"):
        await perform(staff_input.opening, Nothing(), actor=stranger)


async def test_without_school_days_ahead_nothing_is_promised(give, clock):
    clock.on(date(2027, 6, 20))
    with pytest.raises(Refusal, match="no school days ahead"):
        await give()


async def test_near_the_end_of_the_year_the_last_school_day_is_promised(give, clock, units):
    clock.on(date(2027, 6, 1))
    await give()
    assert "by Fri, Jun 4" in (await letters(units))[0].text


async def test_status_lists_my_own_with_the_next_date(give, perform, who):
    await give()
    await give(see="A second thing")
    mine = await perform(staff_input.status, staff_input.ShowStatus(), actor=who("uma-thistle"))
    assert [one.label for one in mine] == ["I-002", "I-001"]
    said = plain(wording.mine(mine))
    assert "With Noel Mint. Next word by Tue, Oct 20." in said


@pytest.mark.parametrize("number", ["I-001", "i-1", "1", "I001"])
async def test_status_of_one_shows_its_words_to_its_sender(give, perform, who, number):
    await give()
    (one,) = await perform(
        staff_input.status, staff_input.ShowStatus(number=number), actor=who("uma-thistle")
    )
    assert WORDS in plain(wording.mine([one]))


@pytest.mark.parametrize("number", ["I-001", "I-002", "D-001", "what"])
async def test_somebody_elses_number_is_as_if_it_did_not_exist(give, perform, who, number):
    await give()
    for key in ("vic-umber", "noel-mint", "tea-sage"):
        with pytest.raises(NotFound, match=f"You have no input {number}"):
            await perform(staff_input.status, staff_input.ShowStatus(number=number), actor=who(key))


async def test_without_any_input_status_offers_to_give_some(perform, who, planned):
    mine = await perform(staff_input.status, staff_input.ShowStatus(), actor=who("uma-thistle"))
    assert plain(wording.mine(mine)) == "You have not given any input yet.\n[Say something]"


async def test_withdrawing_deletes_the_words_and_stops_the_card(give, perform, who, clock, units):
    clock.on(date(2026, 10, 19), time(20, 10))
    one = await give(suggest="A secret wish")
    await _withdraw(perform, who("uma-thistle"), one.id)
    card = next(letter for letter in await letters(units) if "/card/" in letter.key)
    assert card.state is LetterState.DROPPED
    assert card.text == "I-001 was withdrawn."
    async with units.reading(SCHOOL) as work:
        given = await work.inputs.by_id(one.id)
        assert given is not None
        assert (given.see, given.suggest, given.state) == ("", "", InputState.WITHDRAWN)
    (mine,) = await perform(staff_input.status, staff_input.ShowStatus(), actor=who("uma-thistle"))
    assert "Withdrawn by you" in plain(wording.mine([mine]))
    assert await perform(staff_input.board, Nothing(), actor=who("noel-mint")) == []


async def test_only_the_sender_withdraws(give, perform, who):
    one = await give()
    with pytest.raises(NotPermitted):
        await _withdraw(perform, who("noel-mint"), one.id)
    with pytest.raises(NotFound):
        await _withdraw(perform, who("vic-umber"), one.id)


async def test_withdrawing_twice_says_so(give, perform, who):
    one = await give()
    await _withdraw(perform, who("uma-thistle"), one.id)
    with pytest.raises(OutOfDate, match="already withdrawn I-001"):
        await _withdraw(perform, who("uma-thistle"), one.id)


async def test_a_closed_input_cannot_be_withdrawn(give, perform, who):
    one = await give()
    answer = staff_input.AnswerInput(input=one.id, answer="Yes, from Monday.")
    await perform(staff_input.answer, answer, actor=who("noel-mint"))
    with pytest.raises(OutOfDate, match="closed and stays on record"):
        await _withdraw(perform, who("uma-thistle"), one.id)


async def test_once_it_is_withdrawn_its_card_has_nothing_left_to_do(give, perform, who):
    one = await give()
    await _withdraw(perform, who("uma-thistle"), one.id)
    with pytest.raises(NotFound, match="may have been withdrawn"):
        await perform(staff_input.place, staff_input.PlaceInput(input=one.id), actor=who("noel-mint"))


async def test_when_the_rep_has_left_whoever_speaks_for_the_team_carries_it(give, perform, units):
    one = await give(mode=Mode.THROUGH_REP)
    file = sample_file()
    people = tuple(person for person in file.people if person.key != "tea-sage")
    pairs = tuple(pair for pair in file.check_ins if pair.lead != "tea-sage")
    left = file.model_copy(update={"people": people, "check_ins": pairs})
    await perform(school.apply, school.ApplySchool(file=left), actor=OPERATOR)
    async with units.reading(SCHOOL) as work:
        roster = await work.people.roster()
    noel = roster.keyed("noel-mint")
    assert noel is not None
    (seen,) = await perform(staff_input.board, Nothing(), actor=roster.actor(noel.id))
    assert (seen.id, seen.sender) == (one.id, "Uma Thistle")


async def _withdraw(perform, actor, input_id):
    return await perform(staff_input.withdraw, staff_input.WithdrawInput(input=input_id), actor=actor)


async def _form(perform, actor, values):
    return wording.form(await perform(staff_input.opening, Nothing(), actor=actor), values)


def _field(form, name) -> TextField | ChoiceField:
    return next(field for field in form.fields if field.name == name)


def plain_of(paragraph) -> str:
    return "".join(span.text for span in paragraph.spans)
