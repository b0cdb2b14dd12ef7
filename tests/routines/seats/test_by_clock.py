"""Welcomes, answers that stay out, terms that end, and gaps, by the clock."""

from datetime import date, time

import pytest

from bot.model.meetings import MeetingState
from bot.model.people import Relation, the_clock
from bot.model.roster.leaving import Cause
from bot.model.rotation import propose
from bot.routines import meetings
from bot.routines.meetings.suggestions import plan_of
from bot.routines.meetings.turns import taking_turns
from bot.routines.roster.leaving import depart
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL
from tests.routines.seats.conftest import NEWCOMER, PRINCIPAL
from tests.routines.seats.test_keeping import edits

MORNING = time(7, 46)


@pytest.mark.requirement("R-017")
async def test_a_new_member_gets_three_short_letters_in_five_school_days_and_no_role_at_once(
    table, clock, units
):
    await table.accepts(await table.invites())
    for day in (20, 21, 22, 23, 26, 27):
        clock.on(date(2026, 10, day), MORNING)
        await table.ticks()
    welcomes = [one for one in await table.letters(NEWCOMER) if one.startswith("Welcome")]
    assert welcomes == [f"Welcome to the ILT: {step} of 3" for step in (1, 2, 3)]

    bea = table.actor(NEWCOMER).person_id
    async with units.reading(SCHOOL) as work:
        roster, plan = await work.people.roster(), await plan_of(work)
        everybody_else_has_served = []
        first = await taking_turns(date(2026, 10, 27), plan, roster, work)
        second = await taking_turns(date(2026, 11, 10), plan, roster, work)
    assert bea not in propose(first, everybody_else_has_served).values()
    assert Relation.ILT_MEMBER in second.relations(bea)


async def test_an_invitation_nobody_answers_runs_out_after_ten_school_days(table, clock):
    offer = await table.invites()
    clock.on(date(2026, 10, 30), MORNING)
    await table.ticks()
    assert await table.letters(PRINCIPAL) == []
    clock.on(date(2026, 11, 2), MORNING)
    await table.ticks()
    assert await table.letters(PRINCIPAL) == ["An invitation has run out"]
    async with table.units.reading(SCHOOL) as work:
        assert (await work.seats.find(offer.seat)).state == "lapsed"


@pytest.mark.requirement("R-003")
async def test_the_day_a_seat_ends_the_principal_learns_of_the_gap_it_leaves(table, clock):
    await edits(table, ends=date(2026, 11, 6))
    clock.on(date(2026, 11, 6), MORNING)
    await table.ticks()
    assert "A seat on the ILT ends soon" not in await table.letters("noel-mint")
    clock.on(date(2026, 11, 9), MORNING)
    assert "A seat ends" in await table.ticks()

    assert "Some voices are missing on the ILT" in await table.letters(PRINCIPAL)
    assert "Your seat on the ILT has ended" in await table.letters("jay-ivy")
    assert Relation.ILT_MEMBER not in (await table.now("jay-ivy")).relations


@pytest.mark.requirement("R-003")
async def test_where_somebody_else_speaks_for_the_grade_no_gap_is_prompted(table, clock):
    await table.accepts(await table.invites("kit-juniper", "grade-2"), "kit-juniper")
    await edits(table, ends=date(2026, 11, 6))
    clock.on(date(2026, 11, 9), MORNING)
    await table.ticks()
    assert "Some voices are missing on the ILT" not in await table.letters(PRINCIPAL)


async def leaves(table, key, clock):
    async def depart_now(work):
        person = (await work.people.roster()).keyed(key).id
        await depart([person], Cause.FILE, work=work, now=clock.now())

    await table.changes(depart_now)


@pytest.mark.requirement("R-003")
@pytest.mark.parametrize(("key", "prompted"), [("jay-ivy", True), ("noel-mint", False)])
async def test_who_leaves_opens_a_gap_that_is_said_once(table, clock, key, prompted):
    await leaves(table, key, clock)
    for _ in range(2):
        await table.ticks()
        clock.advance(days=1)
    assert (await table.letters(PRINCIPAL)).count("Some voices are missing on the ILT") == prompted


async def test_what_somebody_left_open_at_night_is_said_in_contract_hours(table, clock):
    clock.on(date(2026, 10, 21), time(2, 0))
    await leaves(table, "jay-ivy", clock)
    await table.ticks()
    assert await table.letters(PRINCIPAL) == []
    clock.on(date(2026, 10, 21), MORNING)
    await table.ticks()
    assert await table.letters(PRINCIPAL) == ["Some voices are missing on the ILT"]


async def test_two_weeks_of_school_before_a_term_ends_the_principal_can_extend_it(table, clock):
    await edits(table, ends=date(2026, 11, 6))
    clock.on(date(2026, 10, 23), MORNING)
    await table.ticks()
    assert await table.letters(PRINCIPAL) == ["A seat on the ILT ends soon"]


async def test_a_new_year_asks_about_gaps_and_says_nothing_without_any(table, clock):
    clock.on(date(2027, 1, 4), MORNING)
    await table.ticks()
    assert await table.letters(PRINCIPAL) == []


async def test_a_new_year_asks_the_principal_about_the_gaps_there_are(table, clock):
    await edits(table, teams=())
    clock.on(date(2027, 1, 4), MORNING)
    await table.ticks()
    assert await table.letters(PRINCIPAL) == ["Some voices are missing on the ILT"]


async def test_the_summer_ends_no_seat_and_says_nothing(table, clock):
    await edits(table, ends=date(2027, 6, 4))
    clock.on(date(2027, 7, 15), MORNING)
    await table.ticks()
    assert Relation.ILT_MEMBER in (await table.now("jay-ivy")).relations


async def test_the_draft_gives_no_role_to_somebody_whose_first_meeting_it_is(table, clock, units):
    await table.accepts(await table.invites())
    clock.on(date(2026, 10, 23), time(13, 1))
    await table.perform(Timetable([meetings.due]).run_due, RunDue(), actor=the_clock(SCHOOL))
    async with units.reading(SCHOOL) as work:
        holders = await work.meetings.roles(date(2026, 10, 27))
        (meeting,) = await work.meetings.written()
    assert meeting.state is MeetingState.DRAFTED
    assert table.actor(NEWCOMER).person_id not in {holder.person for holder in holders.values()}
