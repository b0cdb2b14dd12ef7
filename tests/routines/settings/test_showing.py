"""What holds is shown with its version; each change is one, and says who made it without naming staff."""

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.plain import plain
from bot.model.people import the_clock
from bot.model.settings import RoutineName
from bot.routines.requests import Nothing
from bot.routines.school import ApplySchool, apply
from bot.routines.school_export import export
from bot.routines.settings.privacy import SetPrivacy, set_privacy
from bot.routines.settings.showing import (
    SeeHistory,
    SeeSettings,
    SwitchRoutine,
    history,
    see,
    switch_routine,
)
from bot.routines.setup.parts import SetBudget, SetPeople, set_budget, set_people
from handlers import settings as shown
from tests.conftest import OPERATOR, SCHOOL, sample_file
from tests.letters import letters


async def test_a_change_is_a_version_with_who_and_what(perform, who):
    await perform(set_budget, SetBudget(messages_a_day=3, posts_a_day=2), actor=who("mina-linden"))

    page = plain(shown.page(await perform(see, SeeSettings(), actor=who("mina-linden"))))
    past = plain(shown.history(await perform(history, SeeHistory(), actor=who("mina-linden"))))

    assert "Message budget: 3 to a person and 2 in a channel on a school day" in page
    assert "Mon, Oct 19, 12:00 PM, Mina Linden." in page
    assert "Mina Linden: Message budget: 1 change." in past


async def test_the_history_names_nobody_who_came_or_left(perform, who):
    joined = SetPeople(lines="Nora Newcomer, nora@sample.example, ELL", left=("fay-fern",))
    await perform(set_people, joined, actor=who("mina-linden"))

    past = plain(shown.history(await perform(history, SeeHistory(), actor=who("mina-linden"))))

    assert "People: 2 changes." in past
    assert "Newcomer" not in past
    assert "Fern" not in past


async def test_the_smallest_group_only_grows_and_only_the_school_leader_says_so(perform, who):
    mina = who("mina-linden")
    await perform(set_privacy, SetPrivacy(k=8), actor=mina)
    with pytest.raises(Refusal, match="only goes up: it is 8"):
        await perform(set_privacy, SetPrivacy(k=6), actor=mina)
    with pytest.raises(NotPermitted):
        await perform(set_privacy, SetPrivacy(k=9), actor=who("noel-mint"))


async def test_a_file_switches_routines_as_chat_does_and_says_nothing_of_what_it_leaves_out(
    perform, who, units
):
    off = SwitchRoutine(routine=RoutineName.CYCLES, to=False)
    await perform(switch_routine, off, actor=who("mina-linden"))
    exported = await perform(export, Nothing(), actor=the_clock(SCHOOL))
    assert RoutineName.CYCLES not in exported.routines

    await perform(apply, ApplySchool(file=sample_file()), actor=OPERATOR)
    assert (await perform(export, Nothing(), actor=OPERATOR)).routines == exported.routines

    everything = sample_file().model_copy(update={"routines": tuple(RoutineName)})
    said = await perform(apply, ApplySchool(file=everything), actor=OPERATOR)
    assert said.changes == ("Learning cycles: switched on.",)
    assert any(one.key.startswith("introduction/cycles/") for one in await letters(units))
