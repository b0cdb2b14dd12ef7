"""When the leader is gone, whoever acts finds all that is open, and can hand it on."""

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.plain import lines_of
from bot.model.roster.leaving import Cause
from bot.routines import decisions
from bot.routines.decisions import PutQuestion, Reassign
from bot.routines.roster.leaving import depart
from bot.routines.seats.acting import NameActingLeader, name_acting
from tests.conftest import SCHOOL
from tests.letters import buttons_of
from tests.routines.decisions.test_home import home_of
from tests.routines.decisions.told import WEDNESDAY, letters, recorded, relayed


async def gone(units, clock, person_id: str) -> None:
    async with units.writing(SCHOOL) as work:
        await depart([person_id], Cause.ACCOUNT, work=work, now=clock.now())


async def handed_on(perform, decision, actor, **taken):
    command = Reassign(decision=decision.id, **{part: {decision.id: who} for part, who in taken.items()})
    return await perform(decisions.reassign, command, actor=actor)


@pytest.mark.requirement("R-099")
async def test_the_acting_leader_finds_every_open_decision_with_somebody_to_hand_it_to(
    perform, clock, who, units
):
    principal = who("mina-linden")
    first = await relayed(perform, clock, who, helper=principal.person_id)
    second = (await recorded(perform, clock, who, on=WEDNESDAY)).telling.decision
    put = PutQuestion(decision=first.id, text="Does drawing count?")
    await perform(decisions.ASK.put, put, actor=who("pia-olive"))
    act = NameActingLeader(person=who("noel-mint").person_id)
    await perform(name_acting, act, actor=principal)
    await gone(units, clock, principal.person_id)
    async with units.reading(SCHOOL) as work:
        acting = (await work.people.roster()).actor(who("noel-mint").person_id)
    share, said = await home_of(units, clock, acting)
    assert all(f"{one.label}: Every math block" in said for one in (first, second))
    assert "1 open question" in said
    assert "drawing" not in said
    verbs = [button.verb for section in share.sections for button in buttons_of(section)]
    assert {"reassign-decision", "handover"} <= set(verbs)
    kept = await handed_on(perform, first, acting, helper=who("tea-sage").person_id)
    assert kept.taken == (("helper", "Tea Sage"),)


async def test_whoever_takes_it_on_is_told_once_and_the_review_is_theirs(perform, clock, who, units):
    decision = await relayed(perform, clock, who)
    tea = who("tea-sage")
    leader = who("mina-linden")
    await handed_on(perform, decision, leader, helper=tea.person_id, reviewer=tea.person_id)
    (told,) = [one for one in await letters(units) if "/taken-on/" in one.key]
    assert told.audience == f"person:{tea.person_id}"
    assert "• Help\n• Review" in told.text
    (post,) = [one.text for one in await letters(units) if one.key.endswith("/relay/grade-3")]
    assert "Help: ask Tea Sage." in post
    clock.on(decision.review_on)
    review = decisions.ReviewDecision(decision=decision.id, outcome="keep", reason="It helps.")
    assert await perform(decisions.review_decision, review, actor=tea)


async def test_only_leaders_reassign_and_only_to_whom_it_is_not_already(perform, clock, who):
    decision = await relayed(perform, clock, who)
    with pytest.raises(NotPermitted):
        await handed_on(perform, decision, who("dale-clover"), helper=who("tea-sage").person_id)
    with pytest.raises(Refusal) as same:
        await handed_on(perform, decision, who("mina-linden"), helper=who("dale-clover").person_id)
    assert same.value.field == f"helper.{decision.id}"


async def test_a_leader_sees_only_what_somebody_left_behind(perform, clock, who, units):
    await relayed(perform, clock, who)
    leader = who("mina-linden")
    share, _ = await home_of(units, clock, leader)
    assert [section.title for section in share.sections] == []
    await gone(units, clock, who("dale-clover").person_id)
    share, said = await home_of(units, clock, leader)
    assert "What is open at the ILT" in [section.title for section in share.sections]
    assert "Review: nobody now." in said
    assert lines_of(share.sections[0].parts[0])
