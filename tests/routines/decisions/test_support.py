"""Support is promised by name: its sponsor is asked, and teachers read how it stands."""

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.decisions import supporting
from bot.messages.plain import plain
from bot.model.decisions_support import SupportCheck, check_days
from bot.routines import decisions
from bot.routines.decisions import AnswerForSupport, SupportDecision
from tests.conftest import SCHOOL
from tests.routines.decisions.test_home import home_of
from tests.routines.decisions.told import (
    MONDAY,
    MORNING,
    WEDNESDAY,
    letters,
    recorded,
    tick,
)

COVER = "Cover for two planning periods"


async def promise(perform, clock, who, **changed):
    """A decision of Tuesday whose support the deputy stands for."""
    kept = await recorded(perform, clock, who, teams=("grade-3",))
    decision = kept.telling.decision
    given = {"time": COVER, "sponsor": who("noel-mint").person_id} | changed
    plan = SupportDecision(decision=decision.id, **given)
    await perform(decisions.support, plan, actor=who("dale-clover"))
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    return decision


async def to(units, person: str) -> list[str]:
    return [one.text for one in await letters(units) if one.audience == f"person:{person}"]


async def posts(units) -> list[str]:
    """What the post in Grade 3 says, first and after every change."""
    return [one.text for one in await letters(units) if one.key.split("/relay/")[-1].startswith("grade-3")]


@pytest.mark.requirement("R-037")
async def test_when_a_decision_starts_the_sponsor_is_reminded_and_teachers_read_being_arranged(
    perform, clock, who, units
):
    await promise(perform, clock, who)
    sponsor = who("noel-mint").person_id
    clock.on(MONDAY, MORNING)
    (key,) = await tick(perform)
    assert "/support/launch/" in key
    told, reminded = await to(units, sponsor)
    assert "You stand for the support of D-001" in told
    assert "D-001 starts today. Is the support there?" in reminded
    assert "Support: being arranged" in (await posts(units))[0]
    assert {one.audience for one in await letters(units)} == {"team:grade-3", f"person:{sponsor}"}


async def test_what_the_sponsor_confirms_stands_in_the_posts_and_is_not_asked_at_the_start(
    perform, clock, who, units
):
    decision = await promise(perform, clock, who)
    sponsor = who("noel-mint")
    answer = AnswerForSupport(decision=decision.id)
    kept = await perform(decisions.confirm_support, answer, actor=sponsor)
    await perform(decisions.confirm_support, answer, actor=sponsor)
    assert plain(supporting.answered(kept)).startswith("Thank you. The support for D-001 is there.")
    clock.on(MONDAY, MORNING)
    assert await tick(perform) == []
    assert f"Support: {COVER}" in (await posts(units))[0]
    assert not any("being arranged" in said for said in await posts(units))


async def test_half_way_the_sponsor_is_asked_again_and_a_no_shows_in_the_posts(perform, clock, who, units):
    decision = await promise(perform, clock, who)
    sponsor = who("noel-mint")
    await perform(decisions.confirm_support, AnswerForSupport(decision=decision.id), actor=sponsor)
    half_way = check_days(decision.starts_on, decision.review_on, await calendar_of(units))
    clock.on(half_way[SupportCheck.MIDDLE], MORNING)
    assert ["/support/middle/" in key for key in await tick(perform)] == [True]
    missed = AnswerForSupport(decision=decision.id, check="middle")
    await perform(decisions.miss_support, missed, actor=sponsor)
    async with units.reading(SCHOOL) as work:
        kept = await work.decisions.find(decision.id)
    assert (kept.supported_on, kept.support_checks) == (None, {"middle": False})
    assert "Support: being arranged" in (await posts(units))[-1]


async def calendar_of(units):
    async with units.reading(SCHOOL) as work:
        return await work.calendar.whole()


async def test_home_shows_the_sponsor_what_was_promised_until_it_is_there(perform, clock, who, units):
    decision = await promise(perform, clock, who)
    share, _ = await home_of(units, clock, who("noel-mint"))
    assert COVER in "".join(span.text for line in share.waiting for span in line.line)
    answer = AnswerForSupport(decision=decision.id)
    await perform(decisions.confirm_support, answer, actor=who("noel-mint"))
    share, _ = await home_of(units, clock, who("noel-mint"))
    assert share.waiting == ()


async def test_nobody_but_an_administrator_stands_for_support(perform, clock, who):
    with pytest.raises(Refusal) as refused:
        await promise(perform, clock, who, sponsor=who("pia-olive").person_id)
    assert refused.value.field == "sponsor"
    with pytest.raises(NotPermitted):
        await perform(decisions.confirm_support, AnswerForSupport(decision="any"), actor=who("dale-clover"))


async def test_where_nothing_is_promised_nobody_is_asked(perform, clock, who, units):
    decision = await promise(perform, clock, who, time="")
    clock.on(MONDAY, MORNING)
    assert await tick(perform) == []
    assert "Support" not in (await posts(units))[0]
    answer = AnswerForSupport(decision=decision.id)
    with pytest.raises(OutOfDate):
        await perform(decisions.confirm_support, answer, actor=who("noel-mint"))
