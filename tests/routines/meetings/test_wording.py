"""The private hint about how an item speaks of students."""

from dataclasses import replace

import pytest

from bot.errors import NotFound
from bot.messages.meetings.forms import added
from bot.messages.plain import plain
from bot.routines.meetings.items import AddItem, add
from bot.routines.meetings.kinder import ChooseWording, choose_wording
from tests.conftest import OPERATOR, SCHOOL

LOW = "Low kids can't do fractions"
KINDER = "Students are not yet connecting with fractions: what could we change in the task?"


async def titles(units):
    async with units.reading(SCHOOL) as work:
        return [item.title for item in await work.meetings.open_items()]


@pytest.mark.requirement("R-012")
@pytest.mark.parametrize(("use", "title"), [("theirs", KINDER), ("mine", LOW)])
async def test_either_choice_saves_and_the_hint_is_in_the_private_answer_alone(
    perform, who, units, use, title
):
    oli = who("oli-nettle")
    result = await perform(add, AddItem(title=LOW), actor=oli)
    assert KINDER in plain(added(result))
    assert "[Use this] [Keep mine]" in plain(added(result))
    assert await titles(units) == [LOW]

    await perform(choose_wording, ChooseWording(item=result.item.id, use=use), actor=oli)

    assert await titles(units) == [title]


async def test_nobody_chooses_the_words_of_another(perform, who):
    result = await perform(add, AddItem(title=LOW), actor=who("oli-nettle"))
    with pytest.raises(NotFound):
        await perform(
            choose_wording, ChooseWording(item=result.item.id, use="theirs"), actor=who("mina-linden")
        )


@pytest.mark.requirement("R-306")
async def test_a_school_can_switch_the_hints_off(perform, who, units, clock):
    async with units.writing(SCHOOL) as work:
        settings = replace(await work.settings.now(), language_hints=False)
        await work.settings.change(settings, by=OPERATOR.person_id, at=clock.now())
    result = await perform(add, AddItem(title=LOW), actor=who("oli-nettle"))
    assert result.kinder is None
