"""Taking decisions back, and replacing them."""

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.model.decisions import DecisionState
from bot.routines import decisions
from bot.routines.decisions import WithdrawDecision
from tests.conftest import DENVER, SCHOOL
from tests.routines.decisions.told import (
    MORNING,
    WEDNESDAY,
    letters,
    recorded,
    relayed,
    tick,
)

EVERY_TEAM = (
    "k-1",
    "grade-2",
    "grade-3",
    "grade-4",
    "grade-5",
    "specialists",
    "special-education",
    "ell",
    "office",
)


async def test_a_withdrawn_decision_is_never_passed_on(perform, clock, who, units):
    kept = await recorded(perform, clock, who)
    coach = who("dale-clover")
    command = WithdrawDecision(decision=kept.telling.decision.id)
    await perform(decisions.withdraw, command, actor=coach)
    clock.on(WEDNESDAY, MORNING)
    assert await tick(perform) == []
    assert await letters(units) == []
    with pytest.raises(OutOfDate, match="D-001 is withdrawn already"):
        await perform(decisions.withdraw, command, actor=coach)


async def test_whoever_recorded_it_is_told_when_the_principal_withdraws_it(perform, clock, who, units):
    kept = await recorded(perform, clock, who)
    await perform(
        decisions.withdraw, WithdrawDecision(decision=kept.telling.decision.id), actor=who("mina-linden")
    )
    (told,) = await letters(units)
    assert told.audience == f"person:{who('dale-clover').person_id}"
    assert "Mina Linden withdrew D-001 before it went out. Staff have not seen it." in told.text
    assert told.due_at.astimezone(DENVER).time() == MORNING


async def test_another_ilt_member_cannot_withdraw_it_and_other_staff_do_not_find_it(perform, clock, who):
    kept = await recorded(perform, clock, who)
    command = WithdrawDecision(decision=kept.telling.decision.id)
    with pytest.raises(NotPermitted):
        await perform(decisions.withdraw, command, actor=who("tea-sage"))
    with pytest.raises(NotFound):
        await perform(decisions.withdraw, command, actor=who("pia-olive"))


async def test_once_relayed_it_can_only_be_replaced(perform, clock, who, units):
    first = await relayed(perform, clock, who)
    with pytest.raises(OutOfDate, match="Record a new decision that replaces it"):
        await perform(decisions.withdraw, WithdrawDecision(decision=first.id), actor=who("dale-clover"))
    second = await relayed(perform, clock, who, on=WEDNESDAY, replaces=first.id)
    async with units.reading(SCHOOL) as work:
        states = {one.label: one.state for one in await work.decisions.register()}
    assert states == {"D-001": DecisionState.SUPERSEDED, "D-002": DecisionState.RELAYED}
    said = [letter.text for letter in await letters(units) if second.id in letter.key]
    assert said
    assert all("Replaces D-001." in text for text in said)


async def test_a_decision_stands_until_the_one_that_replaces_it_goes_out(perform, clock, who, units):
    first = await relayed(perform, clock, who)
    second = await recorded(perform, clock, who, on=WEDNESDAY, replaces=first.id)
    with pytest.raises(Refusal) as refused:
        await recorded(perform, clock, who, on=WEDNESDAY, replaces=first.id)
    assert refused.value.field == "replaces"
    await perform(
        decisions.withdraw,
        WithdrawDecision(decision=second.telling.decision.id),
        actor=who("dale-clover"),
    )
    async with units.reading(SCHOOL) as work:
        assert (await work.decisions.find(first.id)).state is DecisionState.RELAYED
    assert await recorded(perform, clock, who, on=WEDNESDAY, replaces=first.id)


async def test_a_post_is_held_back_when_its_decision_no_longer_stands(perform, clock, who, units):
    first = await relayed(perform, clock, who, teams=("grade-3",))
    (post,) = await letters(units)
    kind, _, subject = post.reason.partition(":")
    async with units.reading(SCHOOL) as work:
        assert await decisions.REASONS[kind](subject, work, clock)
    await relayed(perform, clock, who, on=WEDNESDAY, replaces=first.id)
    async with units.reading(SCHOOL) as work:
        assert not await decisions.REASONS[kind](subject, work, clock)
