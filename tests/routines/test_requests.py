"""What people type, however odd: kept as they wrote it, without signs that nobody writes."""

import pytest
from pydantic import ValidationError

from bot.model.staff_input import Mode, Scope
from bot.routines import decisions, staff_input
from bot.routines.meetings import items

ODD = "Emoji 🎉 stay, אמת stays, <!channel> & <@U1> stay as *words*"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f"{ODD}\x00\x1b[31m\x07", f"{ODD}[31m"),
        ("One line\r\nand another\rand \ud83d half a sign", "One line\nand another\nand  half a sign"),
    ],
)
async def test_signs_that_no_database_keeps_are_left_out_and_all_else_stays(
    perform, who, sample, typed, kept
):
    command = staff_input.GiveInput(see=typed, mode=Mode.NAMED, scope=Scope.MY_TEAM)
    shown = await perform(staff_input.hand_in, command, actor=who("uma-thistle"))
    assert shown.see == kept


def test_what_is_inside_lists_and_by_name_is_looked_at_too():
    command = decisions.CorrectDecision(
        decision="one", statement="A\x00", why="B", changes={"grade-3": "C\x08 D"}
    )
    assert (command.statement, command.changes) == ("A", {"grade-3": "C D"})


def test_a_reason_of_900_words_is_refused_beside_its_field():
    with pytest.raises(ValidationError) as refused:
        items.AddItem(title="Lunch", detail="word " * 900, minutes=10, outcome="discuss")
    assert [error["loc"] for error in refused.value.errors()] == [("detail",)]


def test_nothing_but_signs_that_nobody_writes_is_nothing():
    with pytest.raises(ValidationError):
        items.AddItem(title="\x00\x01 ", minutes=10, outcome="discuss")
