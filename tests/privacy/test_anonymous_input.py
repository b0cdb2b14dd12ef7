"""Anonymous input: what is kept, what is not, and what the holder of the code can do."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.errors import Cautioned, NotFound, NotPermitted, OutOfDate
from bot.messages.forms import ChoiceField
from bot.messages.plain import plain
from bot.messages.staff_input import anonymous as wording
from bot.messages.staff_input import batches, giving
from bot.model.agenda_items import Provenance
from bot.model.audiences import Audience
from bot.model.publishing import PeopleCell, publishable
from bot.model.receipts import new_code, read_code
from bot.model.staff_input import Need, Scope, counted_with
from bot.perform import Performer
from bot.routines import staff_input
from bot.routines.requests import Nothing
from bot.routines.staff_input import (
    AddToAnonymous,
    AnswerAnonymous,
    PlaceAnonymous,
    ShowStatus,
    WithdrawAnonymous,
)
from tests.letters import letters
from tests.privacy.dump import changed, dump, file_of, log_of, places

TUESDAY, MORNING = date(2026, 10, 20), time(7, 45)


async def form_for(perform, actor):
    desk = await perform(staff_input.opening, Nothing(), actor=actor)
    return giving.form(desk, {})


def third_way(form) -> str:
    mode = next(field for field in form.fields if field.name == "mode")
    assert isinstance(mode, ChoiceField)
    return mode.options[-1].label


@pytest.mark.requirement("R-286")
async def test_in_a_team_of_three_anonymous_is_offered_only_as_counted_with_all_staff(perform, who, planned):
    form = await form_for(perform, who("iris-heather"))
    assert third_way(form) == "Anonymous, counted with all staff (n=41)"
    assert "Your team has 3 people. If I showed your team, people could guess." in repr(form.pieces)
    assert wording.HONEST in repr(form.pieces)


async def test_in_a_larger_team_it_may_be_counted_with_the_team(perform, who, planned):
    assert third_way(await form_for(perform, who("bea-birch"))) == "Anonymous, counted with K-1 (n=8)"


async def test_only_a_large_team_that_its_sender_speaks_of_is_kept(say, units):
    await say("bea-birch", scope=Scope.MY_TEAM)
    await say("bea-birch", scope=Scope.WHOLE_SCHOOL)
    await say("iris-heather", scope=Scope.MY_TEAM)
    async with units.reading("sample-elementary") as work:
        assert sorted(one.team or "" for one in await work.anonymous.waiting()) == ["", "", "k-1"]


async def test_where_so_few_work_that_people_could_guess_it_is_not_offered(perform, who, planned, sample):
    few = replace(sample, people=sample.people[-5:])
    assert counted_with(few, few.people[0].id) is None
    desk = await perform(staff_input.opening, Nothing(), actor=who("uma-thistle"))
    form = giving.form(replace(desk, counted=None), {})
    assert third_way(form) == "Through my rep"
    assert "Anonymous is not offered here" in repr(form.pieces)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 12), min_size=1), st.integers(3, 9))
def test_those_left_over_are_never_too_few_either(sizes, fewest):
    cells = [PeopleCell(name, n) for name, n in sizes.items()]
    named = publishable(cells, total_shown=True, fewest=fewest)
    rest = sum(n for name, n in sizes.items() if name not in named)
    assert all(sizes[name] >= max(5, fewest) for name in named)
    assert rest == 0 or not named or rest >= max(5, fewest)


@pytest.mark.requirement("R-285")
async def test_nothing_but_the_one_table_changes_and_its_row_holds_no_person_and_no_moment(
    say, database, sample, clock
):
    before = dump(file_of(database))
    await say("uma-thistle", "The copier is slow.")
    after = dump(file_of(database))
    assert changed(before, after) == {"anonymous_inputs"}
    (row,) = after["anonymous_inputs"]
    uma = sample.keyed("uma-thistle")
    held = repr(row)
    assert [
        trace for trace in (uma.id, uma.key, uma.email, uma.name, "grade-4", "18:00") if trace in held
    ] == []
    assert "2026-10-19" in held, "the Monday of the week"
    assert "The copier is slow." not in held, "the words are sealed"


async def test_neither_log_nor_figures_know_of_it(units, clock, who, planned):
    counted = []
    perform = Performer(units, clock, lambda *what: counted.append(what))
    command = staff_input.GiveInput(see="So slow.", mode="anonymous", scope=Scope.MY_TEAM)
    with capture_logs() as lines:
        given = await perform(staff_input.hand_in, command, actor=who("uma-thistle"), once="view/V1")
        await perform(staff_input.look, ShowStatus(number=given.code), actor=who("uma-thistle"))
        await perform(staff_input.take_back, WithdrawAnonymous(code=given.code), actor=who("uma-thistle"))
    assert (lines, counted) == ([], [])


async def test_the_log_beside_the_database_is_emptied_at_once(say, database):
    await say()
    assert log_of(file_of(database)) == b""


async def test_rows_lie_in_no_order_of_time(say, database, units):
    """Of eight in a row, both their order in the table and their places in the file are mixed."""
    for number in range(8):
        await say(see=f"Number {number}.")
    async with units.reading("sample-elementary") as work:
        by_words = {one.see: one.id for one in await work.anonymous.waiting()}
    came = [by_words[f"Number {number}."] for number in range(8)]
    rows = [row[0] for row in dump(file_of(database))["anonymous_inputs"]]
    assert rows == sorted(came), "by an id made of chance"
    lie = places(file_of(database), [one.encode() for one in came])
    assert -1 not in lie
    assert lie not in (sorted(lie), sorted(lie, reverse=True))


async def test_the_same_form_sent_again_is_kept_once_and_shows_the_same_code(say, units):
    code = new_code()
    assert (await say(receipt=code)).code == (await say(receipt=code)).code == code
    async with units.reading("sample-elementary") as work:
        assert len(await work.anonymous.waiting()) == 1


async def test_its_code_finds_it_however_it_is_typed_and_nobody_is_written_to(say, perform, who, units):
    given = await say()
    for typed in (given.code, given.code.lower().replace("-", " ")):
        found = await perform(staff_input.look, ShowStatus(number=typed), actor=who("uma-thistle"))
        assert "It waits for the next batch" in plain(giving.found(found))
    assert [one for one in await letters(units) if "input" in one.key] == []


async def test_a_wrong_code_finds_nothing_and_is_kept_nowhere(say, perform, who, database):
    await say()
    before = dump(file_of(database))
    for wrong in (new_code(), "KITE-1234", new_code()[:-1] + "1"):
        with pytest.raises(NotFound, match="I know no input with this code"):
            await perform(staff_input.look, ShowStatus(number=wrong), actor=who("uma-thistle"))
    assert changed(before, dump(file_of(database))) == set()


def test_nearly_every_slip_of_the_pen_in_a_code_is_noticed():
    codes = [new_code() for _ in range(200)]
    slips = [f"{code[:5]}{'2' if code[5] != '2' else '3'}{code[6:]}" for code in codes]
    assert all(read_code(code) == code for code in codes)
    assert sum(read_code(slip) is None for slip in slips) > 150


async def test_it_is_shown_the_next_school_morning_and_not_before(say, tick, clock, board, units):
    await say()
    await tick()
    assert await board() == []
    clock.on(TUESDAY, MORNING)
    await tick()
    (one,) = await board()
    assert one.see == "The copier is slow."
    (letter,) = [one for one in await letters(units) if one.key.startswith("input/anonymous")]
    assert letter.message.summary == "1 anonymous input came in."
    assert letter.message.private


@pytest.mark.parametrize(("number", "shown"), [(2, 0), (3, 3)])
async def test_three_that_wait_are_shown_at_midday(say, tick, clock, board, number, shown):
    clock.on(TUESDAY, time(9, 0))
    await tick()
    for _ in range(number):
        await say()
    clock.on(TUESDAY, time(13, 0))
    await tick()
    assert len(await board()) == shown


async def test_only_who_answers_input_reads_it(say, tick, clock, board):
    await say()
    clock.on(TUESDAY, MORNING)
    await tick()
    for key in ("tea-sage", "uma-thistle", "dale-clover"):
        with pytest.raises(NotPermitted):
            await board(key)
    assert len(await board("mina-linden")) == 1


@pytest.fixture
async def shown(say, tick, clock, board):
    """An anonymous input that has been shown, and its code."""
    code = (await say()).code
    clock.on(TUESDAY, MORNING)
    await tick()
    clock.on(TUESDAY, time(10, 0))
    return (await board())[0], code


async def test_an_answer_is_posted_for_all_staff_in_the_answerers_words_alone(shown, perform, who, units):
    one, code = shown
    answer = AnswerAnonymous(
        input=one.id, kind="answer", about="Waiting for copies", words="A new one comes."
    )
    await perform(staff_input.publish, answer, actor=who("noel-mint"))
    post = (await letters(units))[-1]
    assert post.audience == Audience.all_staff().key
    assert "Noel Mint answers something said without a name." in post.text
    assert "The copier is slow." not in post.text
    found = await perform(staff_input.look, ShowStatus(number=code), actor=who("uma-thistle"))
    assert "A new one comes." in plain(giving.found(found))


async def test_what_is_needed_travels_with_it_and_is_read_by_whoever_answers(say, tick, clock, board):
    await say(needs=(Need.TIME, Need.CLARITY))
    clock.on(TUESDAY, MORNING)
    await tick()
    assert "What is needed: Time, Clarity" in plain(batches.board(await board()))


async def test_a_question_in_public_is_answered_once_with_the_code(shown, perform, who, board):
    one, code = shown
    asking = AnswerAnonymous(input=one.id, kind="question", about="Waiting for copies", words="Which floor?")
    await perform(staff_input.publish, asking, actor=who("noel-mint"))
    add = AddToAnonymous(code=code, more="The second floor.")
    await perform(staff_input.add, add, actor=who("uma-thistle"))
    assert "The second floor." in plain(batches.board(await board()))
    with pytest.raises(OutOfDate, match="once"):
        await perform(staff_input.add, AddToAnonymous(code=code, more="And more."), actor=who("uma-thistle"))


async def test_on_the_agenda_it_has_the_triagers_title_and_can_be_taken_back(shown, perform, who, units):
    one, code = shown
    placing = PlaceAnonymous(input=one.id, title="Copying takes too long")
    placed = await perform(staff_input.place_anonymous, placing, actor=who("noel-mint"))
    assert placed.meeting_on == date(2026, 10, 27)
    async with units.reading("sample-elementary") as work:
        item = await work.meetings.open_about(Provenance.INPUT, one.id)
        assert (item.title, item.by) == ("Copying takes too long", None)
    await perform(staff_input.take_back, WithdrawAnonymous(code=code), actor=who("uma-thistle"))
    found = await perform(staff_input.look, ShowStatus(number=code), actor=who("uma-thistle"))
    assert "Its words are deleted." in plain(giving.found(found))


@pytest.mark.parametrize(
    "words", ["Uma Thistle never shares", "We wait for Mint every week", "Ask Thistle's team"]
)
async def test_it_must_not_name_a_colleague(say, words, database):
    before = dump(file_of(database))
    with pytest.raises(Cautioned, match="must not name a colleague"):
        await say(see=words)
    assert changed(before, dump(file_of(database))) == set()
