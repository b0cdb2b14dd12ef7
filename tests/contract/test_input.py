"""A teacher types "input" to the bot: the same fields, and the same privacy, on every platform."""

import pytest

from bot.messages.staff_input.anonymous import HONEST
from bot.routines.requests import Nothing
from handlers.staff_input import INTERACTIONS
from tests.contract.platforms import expected
from tests.contract.saying import unsaid
from tests.privacy.dump import changed, dump

INPUT = next(one for one in INTERACTIONS if one.verb == "input")
TEACHER = "bea-birch"
WORDS = "The bell is too loud"


@pytest.mark.requirement("R-284", "R-285")
async def test_typing_input_asks_for_the_same_and_keeps_the_same_to_oneself(chat):
    school = chat.school
    desk = await school.core.perform(INPUT.asking.routine, Nothing(), actor=school.who(TEACHER))
    form = INPUT.asking.form(desk, {"see": WORDS})
    wanted = [(one.name, one.label, one.kind) for one in expected(form)]

    await chat.types(TEACHER, f"input {WORDS}")
    shown = {one.name: one for one in chat.form(TEACHER)}
    assert [(one.name, one.label, one.kind) for one in shown.values()] == wanted
    assert shown["see"].value == WORDS
    assert HONEST in " ".join(chat.private(TEACHER).split())

    before = dump(school.path)
    said = len(chat.chat_of(TEACHER))
    await chat.sends(TEACHER, {"see": WORDS, "mode": "anonymous", "scope": "my_team"}, twice=True)
    after = dump(school.path)
    assert changed(before, after) == {"anonymous_inputs"}
    assert len(after["anonymous_inputs"]) == len(before["anonymous_inputs"]) + 1
    assert not [row for row in after["anonymous_inputs"] if school.who(TEACHER).person_id in repr(row)]
    last_page, *again = chat.witness.said
    assert all(one == last_page for one in again)
    assert unsaid(chat.spells(last_page), [chat.private(TEACHER)]) == []
    assert len(chat.chat_of(TEACHER)) == said, "nothing of it stays in the chat"
    assert chat.public() == []
    assert chat.wrong() == []
