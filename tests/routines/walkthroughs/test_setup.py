"""The walkthrough windows of the school file."""

from datetime import date

import pytest

from bot.errors import Refusal
from bot.routines import walkthroughs
from tests.conftest import SCHOOL
from tests.routines.walkthroughs.conftest import WINDOWS

FALL, WINTER = WINDOWS


async def test_applying_the_windows_twice_changes_nothing_and_they_come_back_as_they_were(
    sample, set_up, units
):
    await set_up(())
    assert await set_up() == ["New walkthrough window: fall-talk.", "New walkthrough window: winter-talk."]
    assert await set_up() == []
    async with units.reading(SCHOOL) as work:
        assert await walkthroughs.exported(work, await work.people.roster()) == WINDOWS


async def test_a_window_can_be_moved_and_removed_while_nobody_has_visited(windows, set_up):
    later = FALL.model_copy(update={"closes": date(2026, 11, 6)})
    assert await set_up((later, WINTER)) == ["Walkthrough window fall-talk changed."]
    assert await set_up((later,)) == ["Walkthrough window winter-talk removed."]


async def test_a_window_with_visits_stays_and_that_is_said(windows, visit, set_up, stored):
    await visit()
    assert await set_up((WINTER,)) == [
        "Walkthrough window fall-talk stays: it holds visits. Put it back into the file."
    ]
    assert len((await stored("fall-talk"))[1]) == 1


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"look_fors": "dancing"}, "walkthroughs[0].look_fors", "there is no set dancing"),
        ({"closes": date(2026, 10, 4)}, "walkthroughs[0].closes", "closes before it opens"),
        ({"closes": date(2026, 11, 16)}, "walkthroughs[1].opens", "on the same days"),
    ],
)
async def test_a_mistake_in_the_file_is_named_by_its_place(sample, set_up, change, field, says):
    with pytest.raises(Refusal, match=says) as refused:
        await set_up((FALL.model_copy(update=change), WINTER))
    assert refused.value.field == field


async def test_two_sets_may_be_looked_for_on_the_same_days(sample, set_up):
    other = FALL.model_copy(update={"key": "tasks", "look_fors": "task_thinking"})
    assert len(await set_up((FALL, other))) == 2


async def test_a_closed_window_is_not_opened_again_by_the_file(windows, set_up, clock, tick):
    clock.on(date(2026, 11, 2))
    await tick()
    with pytest.raises(Refusal, match="add a new window"):
        await set_up((FALL.model_copy(update={"closes": date(2026, 11, 10)}), WINTER))
    assert await set_up((FALL.model_copy(update={"goal": 70}), WINTER)) == [
        "Walkthrough window fall-talk changed."
    ]
