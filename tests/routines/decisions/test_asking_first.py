"""Three tells in a row to a team: a private hint, and one tap that adds a question."""

from dataclasses import replace
from datetime import date

import pytest

from bot.errors import NotPermitted, OutOfDate
from bot.messages.decisions import recording
from bot.messages.plain import plain
from bot.routines import decisions
from bot.routines.decisions import AddQuestion
from tests.routines.decisions.test_home import home_of
from tests.routines.decisions.told import MORNING, letters, recorded, relayed, tick

HINT = "Grade 2: Last 3 were tells. Add a question?"
DAYS = (date(2026, 10, 20), date(2026, 10, 21), date(2026, 10, 22))
FOURTH = date(2026, 10, 26)


async def told_three_times(perform, clock, who):
    for on in DAYS:
        await relayed(perform, clock, who, on=on, teams=("grade-2",), changes={})


async def a_fourth(perform, clock, who):
    return await recorded(perform, clock, who, on=FOURTH, teams=("grade-2", "grade-3"), changes={})


@pytest.mark.requirement("R-110")
async def test_before_a_fourth_tell_recorder_and_relay_lead_are_hinted_to_ask(perform, clock, who, units):
    await told_three_times(perform, clock, who)
    kept = await a_fourth(perform, clock, who)
    said = plain(recording.recorded(kept))
    assert HINT in said
    assert "This month they were told 3 times and asked 0 times." in said
    assert "[Add a question for Grade 2]" in said
    assert "Grade 3: Last" not in said
    for key, shown in (("jay-ivy", True), ("oli-nettle", False), ("kit-juniper", False)):
        share, _ = await home_of(units, clock, who(key))
        assert any("Last 3 were tells" in "".join(s.text for s in one.line) for one in share.waiting) is shown


@pytest.mark.requirement("R-110")
async def test_one_tap_adds_a_question_to_that_team_which_ends_the_row(perform, clock, who, units):
    await told_three_times(perform, clock, who)
    decision = (await a_fourth(perform, clock, who)).telling.decision
    add = AddQuestion(decision=decision.id, team="grade-2")
    with pytest.raises(NotPermitted):
        await perform(decisions.add_question, add, actor=who("kit-juniper"))
    await perform(decisions.add_question, add, actor=who("jay-ivy"))
    clock.on(date(2026, 10, 27), MORNING)
    await tick(perform)
    posts = {one.audience: one.text for one in await letters(units) if decision.id in one.key}
    assert "A question to you: What would make this work in your room?" in posts["team:grade-2"]
    assert "A question to you" not in posts["team:grade-3"]
    fifth = await recorded(perform, clock, who, on=date(2026, 10, 27), teams=("grade-2",), changes={})
    assert HINT not in plain(recording.recorded(fifth))
    with pytest.raises(OutOfDate):
        await perform(decisions.add_question, add, actor=who("jay-ivy"))


async def test_the_off_switch_of_hints_leaves_it_out(perform, clock, who, units):
    await told_three_times(perform, clock, who)
    async with units.writing("sample-elementary") as work:
        now = await work.settings.now()
        await work.settings.change(replace(now, language_hints=False), by="operator", at=clock.now())
    assert HINT not in plain(recording.recorded(await a_fourth(perform, clock, who)))


async def test_a_post_leads_with_why_and_what_staff_said(perform, clock, who, units):
    await relayed(perform, clock, who, teams=("grade-3",))
    (post,) = await letters(units)
    lines = post.text.splitlines()
    order = [
        next(at for at, line in enumerate(lines) if line.startswith(w)) for w in ("Why: ", "For Grade 3")
    ]
    assert order == sorted(order)
