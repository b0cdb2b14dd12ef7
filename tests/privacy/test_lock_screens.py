"""What stands on a lock screen: a message with private words shows a line that says nothing of them."""

from datetime import date, time

from bot.model.staff_input import Mode, Scope
from bot.routines import staff_input
from bot.routines.staff_input import AnswerInput, PassOnInput
from tests.letters import letters

SAID = "zanzibar lamps flicker during reading"


async def test_no_private_letter_says_its_words_in_the_notification(
    perform, who, planned, units, say, tick, clock
):
    """Given, handed over, passed on, answered, and without a name: five kinds of letter with the words."""
    named, carried = [
        await perform(
            staff_input.give,
            staff_input.GiveInput(see=SAID, mode=mode, scope=Scope.MY_TEAM),
            actor=who("uma-thistle"),
        )
        for mode in (Mode.NAMED, Mode.THROUGH_REP)
    ]
    passing = PassOnInput(input=carried.id, see=SAID)
    await perform(staff_input.pass_on, passing, actor=who("tea-sage"))
    answer = AnswerInput(input=named.id, answer="The zanzibar lamps are mended.")
    await perform(staff_input.answer, answer, actor=who("noel-mint"))
    await say(see=SAID)
    clock.on(date(2026, 10, 20), time(7, 45))
    await tick()
    found = await letters(units)
    assert sum("zanzibar" in one.text for one in found) >= 4
    assert [one.key for one in found if not one.message.private] == []
    assert [one.key for one in found if "zanzibar" in one.message.summary] == []


async def test_a_decision_says_that_an_input_without_a_name_shaped_it(
    perform, who, say, tick, clock, board, units
):
    code = (await say()).code
    clock.on(date(2026, 10, 20), time(7, 45))
    await tick()
    (one,) = await board()
    placing = staff_input.PlaceAnonymous(input=one.id, title="Copying takes too long")
    await perform(staff_input.place_anonymous, placing, actor=who("noel-mint"))
    async with units.writing("sample-elementary") as work:
        assert [one.words for one in await staff_input.linkable(work)] == ["The copier is slow."]
        await staff_input.shaped(
            [one.id],
            number="D-001",
            statement="s",
            decision_id="d",
            due_at=clock.now(),
            work=work,
            now=clock.now(),
        )
    found, _ = await perform(staff_input.look, staff_input.ShowStatus(number=code), actor=who("uma-thistle"))
    assert found.decision == "D-001"
