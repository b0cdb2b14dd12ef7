"""How it goes with a decision: asked in its channels without a name, shown for large groups only."""

from datetime import date, time

import pytest
from sqlalchemy import func, select

from bot.errors import OutOfDate, Refusal
from bot.model.decisions import Step
from bot.model.going import SMALL, Going, result_of
from bot.routines import decisions
from bot.routines.relay import going
from bot.routines.relay.going import SayHowItGoes
from storage import tables
from tests.letters import letters
from tests.routines.decisions.test_reviewing import the_review
from tests.routines.decisions.told import relayed
from tests.routines.relay.living import TENTH_DAY, asked, of, tick

THIRD = ("oli-nettle", "pia-olive", "quin-poppy", "ray-quince")
FIFTH = ("yara-xylem", "zoe-yarrow", "amos-zinnia", "bree-aspen")
ARTS = ("elsa-daisy", "finn-elder")
CLOSES = date(2026, 11, 19)


async def taps(perform, who, round_id, people, mark=Going.WELL):
    for key in people:
        await perform(going.say, SayHowItGoes(round=round_id, mark=mark), actor=who(key))


@pytest.mark.requirement("R-098")
async def test_a_team_of_four_reads_only_that_answers_came_and_counts_with_all_others(
    perform, clock, who, units
):
    decision, round_id = await asked(perform, clock, who, units, "grade-3", "grade-5", "specialists")
    posts = await of(units, "going/")
    assert [one.audience for one in posts] == ["team:grade-3", "team:grade-5", "team:specialists"]
    assert "[Going well] [Mixed] [Not yet] [Need help]" in posts[0].text
    await taps(perform, who, round_id, [*THIRD, *ARTS])
    await taps(perform, who, round_id, FIFTH, Going.MIXED)
    clock.on(CLOSES, time(15, 0))
    await tick(perform)
    results = {one.audience: one for one in await of(units, "going/") if "/result/" in one.key}
    assert results["team:specialists"].text.splitlines()[1:] == [
        "Answers received. Your team is small, so they count with the other teams only."
    ]
    assert "Going well 60%, Mixed 40%, Not yet 0%, Need help 0%." in results["team:grade-3"].text
    assert results["team:grade-3"].thread == f"decision/{decision.id}/relay/grade-3"
    assert results["ilt"].thread == f"decision/{decision.id}/ilt"
    assert "Specialists" not in results["ilt"].text


async def test_no_small_team_stands_beside_an_answer_and_nothing_single_stays(perform, clock, who, units):
    _, round_id = await asked(perform, clock, who, units, "grade-3", "specialists")
    await taps(perform, who, round_id, [*THIRD, *ARTS])
    async with units.reading("sample-elementary") as work:
        kept = await work.relay.answers_to(round_id)
    assert sorted(team for team, _ in kept) == [SMALL, SMALL, "grade-3", "grade-3", "grade-3", "grade-3"]
    clock.on(CLOSES, time(15, 0))
    await tick(perform)
    async with units.reading("sample-elementary") as work:
        for table in (tables.relay.answers, tables.relay.participants):
            assert not await work.session.scalar(select(func.count(table.c.id)))


def many(team, well, mixed):
    return [(team, Going.WELL)] * well + [(team, Going.MIXED)] * mixed


def test_a_team_is_withheld_when_it_would_give_the_small_ones_away():
    answers = [*many("grade-3", 4, 2), *many("grade-5", 3, 3), *many(SMALL, 1, 1)]
    found = result_of(answers, {"grade-3": 9, "grade-5": 9, SMALL: 4})
    assert sum(found.counts) == 14
    assert set(found.by_team) in ({"grade-3"}, {"grade-5"})


def test_what_all_say_alike_or_too_few_say_is_shown_of_nobody():
    assert result_of(many("grade-3", 6, 0), {"grade-3": 9}).counts == ()
    assert result_of(many("grade-3", 2, 2), {"grade-3": 9}).counts == ()
    assert result_of(many("grade-3", 3, 2), {"grade-3": 5}).counts == ()


async def test_everybody_answers_once_and_only_where_it_touches_them(perform, clock, who, units):
    _, round_id = await asked(perform, clock, who, units, "grade-3")
    await taps(perform, who, round_id, ["pia-olive"])
    with pytest.raises(OutOfDate, match="answered already"):
        await taps(perform, who, round_id, ["pia-olive"], Going.MIXED)
    with pytest.raises(Refusal, match="for the teams"):
        await taps(perform, who, round_id, ["zoe-yarrow"])


async def test_it_is_asked_again_two_school_days_before_the_review_which_reads_the_result(
    perform, clock, who, units
):
    await asked(perform, clock, who, units, "grade-3", "grade-5")
    clock.on(date(2026, 12, 4), time(7, 45))
    await tick(perform)
    second = [one for one in await of(units, "going/") if "2026-12-04" in one.key]
    assert len(second) == 2
    async with units.reading("sample-elementary") as work:
        (round_id,) = [one.id for one in await work.relay.open_rounds() if one.opens_on.month == 12]
    await taps(perform, who, round_id, THIRD)
    await taps(perform, who, round_id, FIFTH, Going.NOT_YET)
    clock.on(date(2026, 12, 7), time(15, 0))
    await tick(perform)
    clock.on(date(2026, 12, 8), time(7, 45))
    await tick(perform)
    (card,) = [one for one in await letters(units) if "/review/" in one.key]
    assert "How it went (Mon, Dec 7): Going well 50%, Mixed 0%, Not yet 50%, Need help 0%." in card.text


async def test_what_was_reversed_is_not_asked_about(perform, clock, who, units):
    decision = await relayed(perform, clock, who)
    await perform(decisions.review_decision, the_review(decision, Step.REVERSE), actor=who("dale-clover"))
    clock.on(TENTH_DAY, time(7, 45))
    await tick(perform)
    assert await of(units, "going/") == []
