"""Three strategies at a time, and every change with its reason and its day."""

from datetime import date, timedelta

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.forms import ChoiceField
from bot.messages.plain import plain
from bot.messages.strategies import new as form
from bot.messages.strategies import page as shown
from bot.model.consensus import CheckState
from bot.routines.requests import Nothing
from bot.routines.strategies import changing
from bot.routines.strategies.changing import ChangeStrategy, NewStrategy, PauseStrategy, TakeUpStrategy
from tests.conftest import SCHOOL
from tests.routines.strategies.conftest import LEADER, MEMBER, TEACHER

TODAY = date(2026, 10, 19)


@pytest.fixture
def do(perform, who):
    routines = {
        NewStrategy: changing.begin,
        TakeUpStrategy: changing.take_up,
        ChangeStrategy: changing.change,
        PauseStrategy: changing.pause,
    }

    async def done(command, by: str = LEADER):
        return await perform(routines[type(command)], command, actor=who(by))

    return done


def names(page) -> set[str]:
    return {one.name for one in page.strategies if one.active}


@pytest.mark.requirement("R-040")
async def test_a_fourth_strategy_asks_which_one_pauses(three, perform, who, do):
    place = await perform(changing.prepare_new, Nothing(), actor=who(LEADER))
    [asked] = [one for one in form(place, {}).fields if isinstance(one, ChoiceField)]
    assert len(asked.options) == 3
    with pytest.raises(Refusal, match="Choose which one pauses") as no:
        await do(NewStrategy(name="Writing every day"))
    assert no.value.field == "instead"
    first = next(iter(three.values()))
    page = await do(NewStrategy(name="Writing every day", instead=f"pause:{first.id}"))
    assert names(page) == {one.name for one in three.values()} - {first.name} | {"Writing every day"}


@pytest.mark.requirement("R-040")
async def test_a_fourth_strategy_stays_beside_the_three_when_the_ilt_agreed_once(three, check, do):
    failed, passed = await check(CheckState.REVISED, 3), await check(CheckState.PASSED)
    with pytest.raises(Refusal, match="has not passed"):
        await do(NewStrategy(name="Writing every day", instead=f"check:{failed}"))
    page = await do(NewStrategy(name="Writing every day", instead=f"check:{passed}"))
    assert len(names(page)) == 4
    assert "Approved by consensus C-004" in plain(shown(page))
    with pytest.raises(Refusal, match="allowed another strategy already"):
        await do(NewStrategy(name="A fifth one", instead=f"check:{passed}"))


async def test_a_paused_strategy_comes_back_only_into_a_free_place(three, do):
    first, second, _ = three.values()
    await do(PauseStrategy(strategy=first.id, reason="No time before winter"))
    with pytest.raises(OutOfDate):
        await do(PauseStrategy(strategy=first.id, reason="Once more"))
    await do(NewStrategy(name="Writing every day"))
    with pytest.raises(Refusal):
        await do(TakeUpStrategy(strategy=first.id, reason="Ready now"))
    page = await do(TakeUpStrategy(strategy=first.id, reason="Ready", instead=f"pause:{second.id}"))
    assert first.name in names(page)
    assert second.name not in names(page)


@pytest.mark.requirement("R-041")
async def test_a_change_to_an_active_strategy_is_kept_with_its_reason_and_the_day_it_holds_since(
    three, do, units, page
):
    first = next(iter(three.values()))
    said = {"strategy": first.id, "name": "Clearer talk", "reason": "Two goals were one"}
    for since in (TODAY + timedelta(days=1), TODAY - timedelta(days=90)):
        with pytest.raises(Refusal, match="last two months"):
            await do(ChangeStrategy(**said, since=since))
    await do(ChangeStrategy(**said, since=TODAY - timedelta(days=6)))
    async with units.reading(SCHOOL) as work:
        [version] = (await work.strategies.find(first.id)).versions
    assert (version.on, version.reason, version.approved) == (
        date(2026, 10, 13),
        "Two goals were one",
        "the school leader",
    )
    seen = plain(shown(await page()))
    assert "From Tue, Oct 13: Two goals were one." in seen
    assert "1 change to active strategies since" in seen


async def test_staff_read_the_strategies_and_only_the_school_leader_changes_them(three, do, page):
    assert {"Change", "New strategy"}.isdisjoint(plain(shown(await page(TEACHER))).split("\n"))
    assert (await page(LEADER)).may_change
    for key in (TEACHER, MEMBER):
        with pytest.raises(NotPermitted):
            await do(NewStrategy(name="Writing every day"), by=key)
