"""The communication plan: nobody is left out because no channel reaches them."""

import pytest

from bot.errors import Refusal
from bot.messages.decisions import register
from bot.messages.plain import plain
from bot.routines import decisions
from bot.routines.decisions import PlanRelay
from tests.routines.decisions.told import MORNING, WEDNESDAY, letters, recorded, relayed, tick


async def plan(perform, who, decision, **given):
    return await perform(
        decisions.plan_relay, PlanRelay(decision=decision.id, **given), actor=who("dale-clover")
    )


@pytest.mark.requirement("R-109")
async def test_substitutes_without_a_channel_need_a_person_who_tells_them(perform, clock, who, units):
    kept = await recorded(perform, clock, who)
    decision, teller = kept.telling.decision, who("jay-ivy").person_id
    with pytest.raises(Refusal) as refused:
        await plan(perform, who, decision, audiences=("substitutes",))
    assert refused.value.field == "tellers.substitutes"
    planned = await plan(perform, who, decision, audiences=("substitutes",), tellers={"substitutes": teller})
    assert ("Substitutes and paraprofessionals", "Jay Ivy") in planned.others
    assert [one for one in await letters(units) if "/tell/" in one.key] == []
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    (asked,) = [one for one in await letters(units) if "/tell/" in one.key]
    assert asked.audience == f"person:{teller}"
    assert asked.text.startswith("Please tell: Substitutes and paraprofessionals")


async def test_the_plan_names_a_relay_lead_for_every_team_and_what_stays_inside(perform, clock, who):
    decision = await relayed(perform, clock, who)
    lead = who("tea-sage").person_id
    planned = await plan(
        perform, who, decision, team="grade-4", leads={"grade-4": lead}, not_shared="Names of two rooms"
    )
    assert [team for team, _ in planned.teams] == ["Grade 3", "Grade 4"]
    assert dict(planned.teams)["Grade 4"] == "Tea Sage"
    again = await plan(perform, who, decision, not_shared="Names of two rooms")
    assert dict(again.teams)["Grade 4"] == "Tea Sage"
    find = decisions.FindDecisions(number="D-001")
    for reader, reads in (("tea-sage", True), ("pia-olive", False)):
        said = plain(register.register(await perform(decisions.look_up, find, actor=who(reader))))
        assert ("Not shared: Names of two rooms" in said) is reads


async def test_who_is_named_after_it_went_out_is_asked_now_and_once(perform, clock, who, units):
    decision = await relayed(perform, clock, who)
    given = {"audiences": ("district",), "tellers": {"district": who("jay-ivy").person_id}}
    await plan(perform, who, decision, **given)
    await plan(perform, who, decision, **given)
    assert len([one for one in await letters(units) if "/tell/district/" in one.key]) == 1
