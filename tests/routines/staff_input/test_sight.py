"""Who may see which input, and whose name is on it: every relation against every row."""

from datetime import date

import pytest

from bot.errors import NotFound, NotPermitted, Refusal
from bot.messages.plain import plain
from bot.messages.staff_input import triage as wording
from bot.model.staff_input import Mode
from bot.routines import staff_input
from bot.routines.requests import Nothing
from bot.routines.staff_input.showing import visible
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.routines.staff_input.conftest import NOW

EYES = {
    "sender": "uma-thistle",
    "rep": "tea-sage",
    "other rep": "jay-ivy",
    "triager": "noel-mint",
    "leader": "mina-linden",
    "ILT member": "dale-clover",
    "staff": "vic-umber",
    "other staff": "elsa-daisy",
}
NAMED = {"sender": "Uma", "rep": "Uma", "triager": "Uma", "leader": "Uma"}
UNNAMED = {"sender": "Uma", "rep": "Uma", "triager": "-", "leader": "-"}
KEPT = {"sender": "Uma", "rep": "Uma"}
ILT_TOO = {"other rep", "ILT member"}
GONE = {"sender": "Uma"}
CASES = [
    (Mode.NAMED, "received", NAMED),
    (Mode.NAMED, "answered", NAMED),
    (Mode.NAMED, "placed", {**NAMED, **dict.fromkeys(ILT_TOO, "Uma")}),
    (Mode.NAMED, "declined", NAMED),
    (Mode.NAMED, "withdrawn", GONE),
    (Mode.THROUGH_REP, "received", KEPT),
    (Mode.THROUGH_REP, "answered", KEPT),
    (Mode.THROUGH_REP, "declined", KEPT),
    (Mode.THROUGH_REP, "passed", UNNAMED),
    (Mode.THROUGH_REP, "placed", {**UNNAMED, **dict.fromkeys(ILT_TOO, "-")}),
    (Mode.THROUGH_REP, "withdrawn", GONE),
]


@pytest.mark.parametrize(("mode", "step", "expected"), CASES)
async def test_everybody_sees_what_they_may_and_nothing_else(
    give, perform, who, units, clock, mode, step, expected
):
    one = await give(mode=mode, see="Seen by Uma")
    await _take(step, one.id, mode, perform, who)
    seen = {}
    for relation, key in EYES.items():
        async with units.reading(SCHOOL) as work:
            given = await work.inputs.by_id(one.id)
            sees = await viewer(who(key), work=work, clock=clock)
        shown = visible([given], sees)
        if shown:
            seen[relation] = "Uma" if shown[0].sender == "Uma Thistle" else "-"
    assert seen == expected


@pytest.mark.parametrize("relation", ["other rep", "ILT member", "staff", "other staff"])
async def test_whoever_may_not_see_it_cannot_act_on_it_either(give, perform, who, relation):
    one = await give()
    with pytest.raises(NotFound):
        await _answer(perform, who(EYES[relation]), one.id)


async def test_a_named_ones_rep_sees_it_and_leaves_the_answer_to_the_triager(give, perform, who):
    one = await give()
    with pytest.raises(NotPermitted, match="Only the school leader, the triager and the rep who carries it"):
        await _answer(perform, who("tea-sage"), one.id)
    (shown,) = await perform(staff_input.board, Nothing(), actor=who("tea-sage"))
    assert shown.may == ()
    assert "Noel Mint looks after it" in plain(wording.board([shown]))


async def test_until_the_rep_passes_it_on_the_triager_cannot_find_it(give, perform, who):
    one = await give(mode=Mode.THROUGH_REP)
    for key in ("noel-mint", "mina-linden"):
        assert await perform(staff_input.board, Nothing(), actor=who(key)) == []
        with pytest.raises(NotFound):
            await _answer(perform, who(key), one.id)


async def test_passed_on_it_travels_in_the_reps_words_without_a_name(give, perform, who, person, units):
    one = await give(mode=Mode.THROUGH_REP, see="My room is too loud", suggest="Ask me")
    await _take("passed", one.id, Mode.THROUGH_REP, perform, who)
    card = next(letter for letter in await letters(units) if letter.key.endswith("card/passed"))
    assert card.audience == person("noel-mint")
    assert "Some rooms are loud" in card.text
    assert "Passed on for Grade 4, without a name" in card.text
    assert card.verbs == [*NOW, "flag-student"]
    for secret in ("Uma", "My room", "Ask me", "Tea"):
        assert secret not in card.text
    (shown,) = await perform(staff_input.board, Nothing(), actor=who("noel-mint"))
    assert "My room" not in plain(wording.board([shown]))


async def test_a_small_team_is_not_named_on_what_is_passed_on(give, perform, who, units):
    one = await give("lars-kale", mode=Mode.THROUGH_REP)
    await _take("passed", one.id, Mode.THROUGH_REP, perform, who, rep="kaya-jasmine")
    card = next(letter for letter in await letters(units) if letter.key.endswith("card/passed"))
    assert "Passed on for a team, without a name" in card.text
    assert "ELL" not in card.text


async def test_placed_by_a_small_teams_rep_the_board_does_not_say_which_rep(give, perform, who, clock):
    one = await give("lars-kale", mode=Mode.THROUGH_REP)
    await _take("placed", one.id, Mode.THROUGH_REP, perform, who, rep="kaya-jasmine")
    clock.on(date(2026, 10, 28))
    (shown,) = await perform(staff_input.board, Nothing(), actor=who("mina-linden"))
    assert (shown.owner, shown.outcome_by, shown.team, shown.sender) == ("a rep", "a rep", "", "")


async def test_the_triagers_outcome_reaches_an_unnamed_sender_and_names_nobody_to_the_triager(
    give, perform, who, person, units
):
    one = await give(mode=Mode.THROUGH_REP)
    await _take("passed", one.id, Mode.THROUGH_REP, perform, who)
    done = await _answer(perform, who("noel-mint"), one.id)
    told = (await letters(units))[-1]
    assert told.audience == person("uma-thistle")
    assert "Noel Mint answered I-001" in told.text
    for said in (plain(wording.settled(done)), plain(wording.repainted(done))):
        assert "Uma" not in said


@pytest.mark.parametrize(("mode", "named"), [(Mode.NAMED, True), (Mode.THROUGH_REP, False)])
async def test_an_agenda_item_carries_the_name_only_when_it_was_given(give, perform, who, units, mode, named):
    one = await give(mode=mode)
    await _take("placed", one.id, mode, perform, who)
    async with units.reading(SCHOOL) as work:
        (item,) = await work.meetings.open_items()
    assert item.by == (who("uma-thistle").person_id if named else None)
    assert "Uma" not in f"{item.title} {item.detail} {item.label}"


async def test_the_triagers_outcome_to_their_own_input_is_refused(give, perform, who):
    one = await give("noel-mint")
    with pytest.raises(Refusal, match=r"I-001 is your own\. Mina Linden answers it\."):
        await _answer(perform, who("noel-mint"), one.id)


async def _answer(perform, actor, input_id):
    return await perform(
        staff_input.answer, staff_input.AnswerInput(input=input_id, answer="Yes."), actor=actor
    )


async def _take(step, input_id, mode, perform, who, rep="tea-sage"):
    """Bring an input to a state, by whoever may."""
    owner = who("noel-mint" if mode is Mode.NAMED else rep)
    if step == "answered":
        await _answer(perform, owner, input_id)
    if step == "placed":
        await perform(staff_input.place, staff_input.PlaceInput(input=input_id), actor=owner)
    if step == "declined":
        command = staff_input.DeclineInput(input=input_id, reason="not_now", why="Time")
        await perform(staff_input.decline, command, actor=owner)
    if step == "passed":
        command = staff_input.PassOnInput(input=input_id, see="Some rooms are loud")
        await perform(staff_input.pass_on, command, actor=owner)
    if step == "withdrawn":
        command = staff_input.WithdrawInput(input=input_id)
        sender = who("uma-thistle")
        await perform(staff_input.withdraw, command, actor=sender)
