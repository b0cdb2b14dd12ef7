"""Teams that meet, teams that do not, and teams that are missing."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.errors import NotFound
from bot.model.people import Seat, Team
from bot.model.teams import TeamKind
from bot.routines.seats import teams
from tests.conftest import OPERATOR, SCHOOL
from tests.routines.seats.conftest import PRINCIPAL

LEAD = "oli-nettle"
MORNING = time(7, 46)
DECEMBER = date(2026, 12, 1)
"""The school was written down on October 19: by then 25 school days have passed."""


async def logs(table, day=None, key=LEAD):
    command = teams.LogTeamMeeting(team="grade-3", day=day)
    return await table.perform(teams.log, command, actor=table.actor(key))


async def is_vertical(work):
    team = (await work.people.to_change()).team("grade-3")
    team.kind = TeamKind.VERTICAL


@pytest.mark.requirement("R-019")
async def test_a_team_not_seen_to_meet_for_thirty_school_days_asks_its_lead_alone(table, clock):
    await table.changes(is_vertical)
    clock.on(DECEMBER, MORNING)
    await table.ticks()
    assert await table.letters(LEAD) == []

    clock.on(date(2027, 1, 4), MORNING)
    await table.ticks()
    await table.ticks()

    assert await table.letters(LEAD) == ["Does Grade 3 still meet?"]
    async with table.units.reading(SCHOOL) as work:
        assert {one.audience.key.partition(":")[0] for one in await work.outbox.pending()} == {"person"}


async def test_a_team_that_met_or_plans_to_is_left_alone(table, clock):
    clock.on(date(2026, 12, 18))
    await logs(table)
    clock.on(date(2027, 1, 4), MORNING)
    await table.ticks()
    assert await table.letters(LEAD) == []


async def test_the_lead_is_asked_the_school_day_after_a_planned_meeting(table, clock):
    plan = teams.PlanTeamMeeting(team="grade-3", day=date(2026, 10, 23))
    await table.perform(teams.plan, plan, actor=table.actor(LEAD))
    clock.on(date(2026, 10, 26), MORNING)
    await table.ticks()
    assert await table.letters(LEAD) == ["Did Grade 3 meet on Fri, Oct 23?"]
    await logs(table, date(2026, 10, 23))
    async with table.units.reading(SCHOOL) as work:
        (met,) = await work.seats.team_meetings(date(2026, 10, 1))
    assert (met.day, met.happened) == (date(2026, 10, 23), True)


async def test_a_team_is_its_leads_affair(table):
    for key in ("tea-sage", PRINCIPAL, "bea-birch"):
        with pytest.raises(NotFound):
            await logs(table, key=key)


async def test_a_retired_team_leaves_every_list_keeps_its_name_and_comes_back(table):
    gone = teams.RetireTeam(team="grade-3")
    await table.perform(teams.retire, gone, actor=table.actor(LEAD))

    roster = await table.roster()
    assert "grade-3" not in {team.key for team in roster.teams}
    assert roster.team("grade-3").name == "Grade 3"
    assert await table.letters(PRINCIPAL) == ["Grade 3 was retired"]

    await table.perform(teams.restore, gone, actor=table.actor(PRINCIPAL))
    assert "grade-3" in {team.key for team in (await table.roster()).teams}
    assert (await table.roster()).seated("grade-3", Seat.LEAD)


@pytest.mark.requirement("R-020")
async def test_a_grade_without_a_team_becomes_an_agenda_item_until_there_is_a_team(table, clock):
    async def says_its_grades(work):
        settings = replace(await work.settings.now(), grades=("grade-2", "grade-6"))
        await work.settings.change(settings, by=OPERATOR.person_id, at=clock.now())

    async def open_items():
        async with table.units.reading(SCHOOL) as work:
            return [(one.title, one.label) for one in await work.meetings.open_items()]

    await table.changes(says_its_grades)
    clock.on(DECEMBER, MORNING)
    await table.ticks()
    assert await open_items() == [("Establish team: Grade 6", "team health")]

    async def establishes(work):
        work.people.add(Team(school=SCHOOL, key="grade-6", name="Grade 6", position=20))

    await table.changes(establishes)
    await table.ticks()
    assert await open_items() == []
