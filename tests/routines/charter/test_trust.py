"""The quarterly question about trust: asked, answered without a name, told as a figure or not at all."""

from datetime import date, time

import pytest
from sqlalchemy import select

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.model.people import Role
from bot.model.publishing import FEWEST
from bot.model.trust import RoundState, TrustRound, asking_days, can_hide, figures
from bot.routines.charter.trust import AnswerTrust, OpenTrust, answer, prepare
from storage import tables
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.routines.charter.conftest import TEACHER

ASKED, CLOSES = date(2027, 1, 12), date(2027, 1, 20)


@pytest.fixture
def ilt(sample) -> list[str]:
    """The keys of the ten members."""
    return [person.key for person in sample.holders(Role.ILT_MEMBER)]


@pytest.fixture
async def asked(units, tick, clock, sample) -> TrustRound:
    """The question is open since Tuesday 12 January."""
    clock.on(ASKED, time(7, 45))
    await tick()
    async with units.reading(SCHOOL) as work:
        return await work.trust.open_one()


@pytest.fixture
def give(perform, who, asked):
    async def given(key: str, rating: int):
        return await perform(answer, AnswerTrust(round=asked.id, rating=rating), actor=who(key))

    return given


async def told(units) -> list[str]:
    return [one.text for one in await letters(units) if one.key.startswith("charter/trust/")]


async def ends(tick, clock) -> None:
    clock.on(CLOSES, time(7, 45))
    await tick()


@pytest.mark.requirement("R-086")
async def test_an_ilt_of_four_gets_a_talking_prompt_and_hears_why(units, tick, clock, sample, ilt):
    async with units.writing(SCHOOL) as work:
        roster = await work.people.to_change()
        leader = roster.holders(Role.SCHOOL_LEADER)[0].id
        members = [one for one in roster.duties if one.role is Role.ILT_MEMBER and one.person != leader]
        for duty in members[3:]:
            await work.session.delete(duty)
    clock.on(ASKED, time(7, 45))
    await tick()
    (said,) = await told(units)
    assert "With 4 members nobody could stay unknown" in said
    async with units.reading(SCHOOL) as work:
        assert await work.trust.open_one() is None


async def test_a_mean_and_a_spread_open_the_charter_review(give, ilt, units, tick, clock):
    for key, rating in zip(ilt[:6], (5, 4, 4, 3, 3, 2), strict=True):
        await give(key, rating)
    await ends(tick, clock)
    said = (await told(units))[1]
    assert "3.5 out of 5 on average. The answers lie somewhat apart." in said
    (letter,) = [one for one in await letters(units) if "/closed/" in one.key]
    assert letter.verbs == ["charter", "write-charter"]


@pytest.mark.parametrize(
    ("many", "ratings"),
    [(4, (5, 4, 3, 2)), (6, (4,) * 6), (10, (5, 4, 3, 2, 1, 5, 4, 3, 2, 1))],
    ids=["too few", "all the same", "everybody"],
)
async def test_nothing_is_shown_that_would_show_somebody(give, ilt, units, tick, clock, many, ratings):
    for key, rating in zip(ilt[:many], ratings, strict=True):
        await give(key, rating)
    await ends(tick, clock)
    assert "nothing I can show without showing somebody" in (await told(units))[1]


async def test_an_answer_counts_once_and_only_from_a_member_while_it_is_open(
    give, ilt, perform, who, asked, tick, clock
):
    await give(ilt[0], 5)
    for routine, request in (
        (answer, AnswerTrust(round=asked.id, rating=1)),
        (prepare, OpenTrust(round=asked.id)),
    ):
        with pytest.raises(Refusal, match="counts once"):
            await perform(routine, request, actor=who(ilt[0]))
    with pytest.raises(NotPermitted):
        await give(TEACHER, 1)
    await ends(tick, clock)
    with pytest.raises(OutOfDate, match="closed"):
        await give(ilt[1], 5)


async def test_no_row_joins_a_person_to_an_answer_and_none_is_left_when_it_closes(
    give, ilt, units, tick, clock, asked, who, perform
):
    for key, rating in zip(ilt[:5], (5, 4, 3, 2, 1), strict=True):
        request = AnswerTrust(round=asked.id, rating=rating)
        await perform(answer, request, actor=who(key), once=f"view/{key}")

    async def rows(table) -> list[dict[str, object]]:
        async with units.reading(SCHOOL) as work:
            return [dict(row._mapping) for row in await work.session.execute(select(table))]

    assert [set(row) for row in await rows(tables.charter.participants)] == [
        {"school", "round", "person"}
    ] * 5
    counted = await rows(tables.charter.answers)
    assert [(row["rating"], row["many"]) for row in counted] == [(rating, 1) for rating in range(1, 6)]
    assert [row for row in await rows(tables.audit.audit) if "trust" in str(row)] == []
    assert [row for row in await rows(tables.work.requests) if "view" in str(row)] == []
    await ends(tick, clock)
    assert await rows(tables.charter.participants) == await rows(tables.charter.answers) == []
    async with units.reading(SCHOOL) as work:
        assert (await work.trust.find(asked.id)).state is RoundState.CLOSED


async def test_a_bot_that_was_away_for_a_month_still_closes_what_it_asked(asked, units, tick, clock):
    clock.on(date(2027, 3, 1))
    await tick()
    async with units.reading(SCHOOL) as work:
        assert await work.trust.open_one() is None


def test_the_rules_of_what_can_be_hidden():
    assert [can_hide(members, FEWEST) for members in (4, 5, 6)] == [False, False, True]
    assert figures({5: 1, 1: 1}) == (3.0, 2.0)


async def test_it_is_asked_three_times_a_year(units, sample):
    async with units.reading(SCHOOL) as work:
        days = list(asking_days(await work.calendar.whole(), date(2026, 8, 1), date(2027, 7, 1)))
    assert days == [date(2026, 10, 12), ASKED, date(2027, 4, 12)]
