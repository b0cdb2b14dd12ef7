"""The triage board: two taps to an agenda, a digest for what nobody has read, a question to the sender."""

from datetime import date, time

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate
from bot.messages.plain import lines_of
from bot.messages.staff_input import triage as wording
from bot.messages.vocabulary import Bullets, Buttons
from bot.model.staff_input import BoardStatus, Mode
from bot.routines import staff_input
from bot.routines.requests import Nothing
from bot.routines.staff_input import loop
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL
from tests.letters import letters

TRIAGER = "noel-mint"


@pytest.fixture
def board(units, who, clock):
    """The lines of the triage board on somebody's Home; none where there is no board."""

    async def looking(key: str = TRIAGER) -> list[str]:
        async with units.reading(SCHOOL) as work:
            share = await staff_input.home(await viewer(who(key), work=work, clock=clock), work=work)
        parts = [part for one in share.sections if one.title == "Triage board" for part in one.parts]
        return [line for part in parts if isinstance(part, Bullets) for line in lines_of(part)]

    return looking


@pytest.fixture
def read(perform, who):
    async def reading(one, key: str = TRIAGER):
        return await perform(staff_input.read, staff_input.TriageInput(input=one.id), actor=who(key))

    return reading


@pytest.mark.requirement("R-122")
async def test_what_nobody_has_read_for_two_school_days_comes_as_one_digest(give, read, tick, clock, units):
    for _ in range(3):
        await give()
    await read(await give())
    clock.on(date(2026, 10, 21), time(7, 45))
    await tick()
    found = [one for one in await letters(units) if one.key.startswith("input/reminder")]
    assert [one.key.rpartition("/")[2] for one in found] == ["2026-10-21"]
    assert "3 staff inputs wait for your answer" in found[0].text
    assert "I-004" not in found[0].text


@pytest.mark.requirement("R-122")
async def test_from_home_it_takes_two_taps_to_put_an_input_on_the_agenda(give, perform, who, board):
    await give()
    assert board
    shown = await perform(staff_input.board, Nothing(), actor=who(TRIAGER))
    page = wording.board(shown)
    pressable = [button for part in page.parts if isinstance(part, Buttons) for button in part.buttons]
    place = next(one for one in pressable if one.verb == "place-input")
    await perform(staff_input.place, staff_input.PlaceInput(**place.values), actor=who(TRIAGER))
    assert "• On the agenda: 1" in await board()


async def test_the_board_counts_for_the_ilt_without_a_word_and_teachers_have_none(give, read, clock, board):
    await give(see="A delicate matter")
    await read(await give())
    await give(mode=Mode.THROUGH_REP)
    clock.on(date(2026, 10, 22), time(9))
    for key in (TRIAGER, "dale-clover"):
        assert await board(key) == [
            "• New: 1, the oldest for 3 school days",
            "• Read: 1, the oldest for 3 school days",
        ]
    assert await board("vic-umber") == []


async def test_reading_tells_the_sender_once(give, read, units, person):
    one = await give()
    await read(one)
    assert (await letters(units))[-1].audience == person("uma-thistle")
    assert "Noel Mint has read I-001 and answers later." in (await letters(units))[-1].text
    with pytest.raises(OutOfDate, match="marked as read already"):
        await read(one)
    with pytest.raises(NotFound):
        await read(await give(), "jay-ivy")


async def test_a_question_to_the_sender_comes_back_as_a_card_with_the_reply(
    give, perform, who, units, person
):
    one = await give()
    asking = staff_input.AskSender(input=one.id, what="Which days?")
    await perform(staff_input.ask_sender, asking, actor=who(TRIAGER))
    question = (await letters(units))[-1]
    assert question.audience == person("uma-thistle")
    assert "Noel Mint asks about I-001: Which days?" in question.text
    assert question.verbs == ["reply-input"]
    assert "Which" not in question.message.summary
    with pytest.raises(OutOfDate):
        await perform(staff_input.ask_sender, asking, actor=who(TRIAGER))

    reply = staff_input.ReplyToInput(input=one.id, reply="Mondays and Fridays.")
    await perform(staff_input.reply, reply, actor=who("uma-thistle"))
    card = (await letters(units))[-1]
    assert card.audience == person(TRIAGER)
    assert "The sender was asked: Which days?" in card.text
    assert "The sender replied: Mondays and Fridays." in card.text
    with pytest.raises(OutOfDate, match="no question"):
        await perform(staff_input.reply, reply, actor=who("uma-thistle"))


async def test_nobody_else_replies_for_the_sender(give, perform, who):
    one = await give()
    asking = staff_input.AskSender(input=one.id, what="Which days?")
    await perform(staff_input.ask_sender, asking, actor=who(TRIAGER))
    reply = staff_input.ReplyToInput(input=one.id, reply="Mine.")
    with pytest.raises(NotPermitted):
        await perform(staff_input.reply, reply, actor=who(TRIAGER))


async def test_an_input_goes_from_new_to_told_and_back_when_the_post_is_taken_back(
    give, read, perform, who, units
):
    one = await give()
    await read(one)
    answer = staff_input.AnswerInput(input=one.id, answer="Yes.")
    await perform(staff_input.answer, answer, actor=who(TRIAGER))
    word = loop.WordSaid(input=one.id, said="More time", did="A plan")
    await perform(loop.word, word, actor=who(TRIAGER))
    posted = await perform(loop.post, loop.PostSaid(), actor=who(TRIAGER))
    assert await _steps(units, one) == [BoardStatus.TRIAGED, BoardStatus.DECIDED, BoardStatus.CLOSED]
    await perform(loop.take_back, loop.TakeBackSaid(post=posted.post), actor=who(TRIAGER))
    assert await _steps(units, one) == [BoardStatus.TRIAGED, BoardStatus.DECIDED]


async def test_how_long_inputs_usually_stand_somewhere_is_told_from_five_on(give, perform, who, clock, board):
    given = [await give() for _ in range(5)]
    clock.on(date(2026, 10, 21), time(12))
    for one in given:
        assert "(usually" not in (await board())[0]
        answer = staff_input.AnswerInput(input=one.id, answer="Yes.")
        await perform(staff_input.answer, answer, actor=who(TRIAGER))
    assert (await board())[0] == "• New: 0 (usually 2 school days)"


async def _steps(units, one) -> list[BoardStatus]:
    async with units.reading(SCHOOL) as work:
        given = await work.inputs.by_id(one.id)
        return [step.status for step in given.steps]
