"""Each member of the ILT says what they do first; those who have not are told once, in one line."""

from datetime import time

import pytest

from bot.errors import NotPermitted, OutOfDate
from bot.messages.decisions import register
from bot.messages.plain import plain
from bot.routines import decisions
from bot.routines.decisions import TakeFirstStep
from bot.routines.decisions.first_steps import members
from tests.letters import letters
from tests.routines.decisions.told import (
    MORNING,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    recorded,
    tick_for_all,
)


async def step(perform, decision, actor, words="I show it to my team on Thursday."):
    return await perform(
        decisions.take_first_step, TakeFirstStep(decision=decision.id, words=words), actor=actor
    )


async def about_steps(units):
    return [one for one in await letters(units) if "/relay/" not in one.key]


@pytest.mark.requirement("R-094")
async def test_who_has_not_written_a_first_step_gets_one_line_and_the_count_is_shown(
    perform, clock, who, sample, units
):
    kept = await recorded(perform, clock, who)
    decision, ilt = kept.telling.decision, members(sample)
    await tick_for_all(perform)
    wrote, silent = ilt[:-2], ilt[-2:]
    for person in wrote:
        counted = await step(perform, decision, sample.actor(person.id))
    assert (counted.written, counted.members) == (len(ilt) - 2, len(ilt))
    clock.on(WEDNESDAY, MORNING)
    assert not [key for key in await tick_for_all(perform) if "/first-step/" in key]
    clock.on(THURSDAY, MORNING)
    assert len([key for key in await tick_for_all(perform) if "/first-step/" in key]) == 2
    clock.advance(days=7)
    await tick_for_all(perform)
    reminders = [one for one in await about_steps(units) if "/first-step/" in one.key]
    assert {one.audience for one in reminders} == {f"person:{one.id}" for one in silent}
    assert len(reminders) == 2
    (post, *_) = [one for one in await about_steps(units) if one.audience == "ilt"]
    assert f"First steps: {len(ilt) - 2} of {len(ilt)}" in post.text


async def test_a_step_can_be_changed_and_only_the_ilt_reads_it(perform, clock, who):
    kept = await recorded(perform, clock, who)
    decision = kept.telling.decision
    await step(perform, decision, who("tea-sage"))
    counted = await step(perform, decision, who("tea-sage"), "I try it myself first.")
    assert counted.written == 1
    with pytest.raises(NotPermitted):
        await step(perform, decision, who("pia-olive"))
    clock.on(WEDNESDAY, MORNING)
    await tick_for_all(perform)
    shown = {}
    for reader in ("tea-sage", "pia-olive"):
        found = await perform(decisions.look_up, decisions.FindDecisions(number="D-001"), actor=who(reader))
        shown[reader] = plain(register.register(found))
    assert "Tea Sage: I try it myself first." in shown["tea-sage"]
    assert "First steps (1 of " in shown["tea-sage"]
    assert "try it myself" not in shown["pia-olive"]
    assert "Who passes it on" not in shown["pia-olive"]


async def test_what_is_decided_while_the_ilt_meets_is_asked_there_and_then(perform, clock, who, units):
    await recorded(perform, clock, who)
    clock.on(TUESDAY, time(16, 21))
    await tick_for_all(perform)
    (post,) = await about_steps(units)
    assert post.audience == "ilt"
    assert post.verbs == ["first-step", "decisions"]


async def test_what_is_decided_on_a_day_without_a_meeting_waits_for_the_school_morning(
    perform, clock, who, units
):
    await recorded(perform, clock, who, on=WEDNESDAY)
    clock.on(WEDNESDAY, time(16, 21))
    assert [key for key in await tick_for_all(perform) if key.endswith("/ilt")] == []
    clock.on(THURSDAY, MORNING)
    assert [key for key in await tick_for_all(perform) if key.endswith("/ilt")] != []


async def test_the_post_follows_what_becomes_of_the_decision(perform, clock, who, units):
    kept = await recorded(perform, clock, who)
    decision, coach = kept.telling.decision, who("dale-clover")
    await tick_for_all(perform)
    withdraw = decisions.WithdrawDecision(decision=decision.id)
    await perform(decisions.withdraw, withdraw, actor=coach)
    (post,) = await about_steps(units)
    assert post.text == "D-001 was withdrawn before it went out. There is nothing to do."
    with pytest.raises(OutOfDate):
        await step(perform, decision, who("tea-sage"))
    await perform(decisions.restore, decisions.RestoreDecision(decision=decision.id), actor=coach)
    (post,) = await about_steps(units)
    assert "First steps: 0 of 10" in post.text


async def test_a_decision_that_is_withdrawn_asks_for_no_step(perform, clock, who, units):
    kept = await recorded(perform, clock, who)
    withdraw = decisions.WithdrawDecision(decision=kept.telling.decision.id)
    await perform(decisions.withdraw, withdraw, actor=who("dale-clover"))
    clock.on(WEDNESDAY, MORNING)
    assert await tick_for_all(perform) == []
