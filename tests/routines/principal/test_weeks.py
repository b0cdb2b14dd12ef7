"""A school leader's week, which nobody else sees."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted
from bot.messages.plain import plain
from bot.messages.principal import week as shown
from bot.messages.vocabulary import Bullets
from bot.model.checkins import Cadence
from bot.model.cycles import Cycle, CycleState, Phase, PhaseName
from bot.model.people import the_clock
from bot.model.walkthroughs import FirstVisit, Mark, Visit
from bot.routines import meetings, principal, walkthroughs
from bot.routines.principal import weeks
from bot.routines.principal.weeks import PlanWeek, QuietMondays, VisitedTeam
from bot.routines.requests import Nothing
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL, sample_file
from tests.letters import letters

LEADER = "mina-linden"
OTHERS = ("noel-mint", "oli-nettle", "uma-thistle")
MONDAY, FRIDAY, NEXT = date(2026, 10, 19), date(2026, 10, 23), date(2026, 11, 2)


@pytest.fixture
def tick(perform, clock):
    timetable = Timetable((principal.due,))

    async def done(day: date, wall: time) -> list[str]:
        clock.on(day, wall)
        found = await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
        return [one.key.rpartition("/")[2] for one in found]

    return done


@pytest.fixture
def talks(units, who):
    """The 1:1s of the school leader begin on these days; the others rest."""

    async def put(*days: date) -> None:
        begins = dict(zip((who("oli-nettle").person_id, who("tea-sage").person_id), days, strict=False))
        async with units.writing(SCHOOL) as work:
            for one in await work.checkins.all_series():
                mine = one.leader == who(LEADER).person_id
                one.active = mine and one.lead in begins
                if one.active:
                    one.first, one.cadence, one.at = begins[one.lead], Cadence.BIWEEKLY, time(9)

    return put


@pytest.fixture
async def walked(units, sample, who):
    async with units.writing(SCHOOL) as work:
        await walkthroughs.establish(sample_file().walkthroughs, work=work, roster=sample)
        window = (await work.walkthroughs.windows())[0]
        for by, on in ((LEADER, FRIDAY), (LEADER, date(2026, 10, 16)), ("oli-nettle", FRIDAY)):
            seen = {"band": "3-5", "subject": "math", "segment": None, "marks": {"RT1": Mark.SEEN}}
            whom = {"first_visit": FirstVisit.YES, "observer": who(by).person_id, "day": on}
            work.walkthroughs.add(Visit(school=SCHOOL, window=window.id, **seen, **whom))


@pytest.mark.requirement("R-032")
async def test_on_friday_the_school_leader_alone_reads_three_lines_beside_their_own_plan(
    tick, talks, walked, perform, who, units
):
    await perform(
        weeks.plan, PlanWeek(monday=MONDAY, walkthroughs=3, checkins=2, visits=1), actor=who(LEADER)
    )
    await talks(date(2026, 10, 20), date(2026, 10, 22))
    assert await tick(FRIDAY, time(14, 59)) == []
    assert await tick(FRIDAY, time(15)) == ["back"]
    [letter] = await letters(units)
    assert letter.audience == f"person:{who(LEADER).person_id}"
    assert letter.message.private
    [lines] = [part for part in letter.message.parts if isinstance(part, Bullets)]
    assert [line[0].text for line in lines.items] == [
        "ILT meetings: 0 minutes.",
        "Walkthroughs: 1 of 3 planned. 1:1s: 2 of 2 planned.",
        "Team meetings: 0 of 1 planned.",
    ]
    assert letter.verbs == ["plan-week", "visited-team"]
    for key in OTHERS:
        with pytest.raises(NotPermitted):
            await perform(weeks.my_week, Nothing(), actor=who(key))


async def test_a_team_that_was_visited_counts_in_its_week(perform, who):
    found = await perform(weeks.visited, VisitedTeam(team="grade-4"), actor=who(LEADER))
    assert "Team meetings: 1. Grade 4." in plain(shown(found))


@pytest.mark.requirement("R-033")
async def test_a_monday_without_anything_suggests_one_team_to_visit_and_can_be_let_go_for_the_term(
    tick, talks, perform, who, units
):
    await talks()
    assert "ahead" in await tick(NEXT, time(7, 45))
    letter = (await letters(units))[-1]
    assert "One idea: visit the meeting of K-1." in letter.text
    assert "quiet-mondays" in letter.verbs
    await perform(weeks.visited, VisitedTeam(team="k-1"), actor=who(LEADER))
    assert "ahead" in await tick(date(2026, 11, 16), time(7, 45))
    assert "visit the meeting of Grade 2" in (await letters(units))[-1].text
    assert await perform(weeks.quiet_mondays, QuietMondays(), actor=who(LEADER)) == date(2026, 12, 31)
    assert "ahead" not in await tick(date(2026, 11, 30), time(7, 45))
    assert "ahead" in await tick(date(2027, 1, 4), time(7, 45))


@pytest.mark.requirement("R-033")
async def test_a_monday_lists_the_meeting_the_check_ins_and_the_phases_of_the_week(
    tick, talks, units, sample, who
):
    pair = {"leader": who(LEADER).person_id, "lead": who("oli-nettle").person_id}
    said = {"goal": "More talk", "baseline": "44%", "target": "60%", "measure": "Visits"}
    cycle = Cycle(
        school=SCHOOL,
        **pair,
        **said,
        opened_by=pair["leader"],
        weeks=3,
        begins=date(2026, 10, 26),
        proposed_on=date(2026, 10, 12),
        state=CycleState.ACTIVE,
    )
    async with units.writing(SCHOOL) as work:
        work.cycles.add(cycle)
        for name in PhaseName:
            work.cycles.add(Phase(school=SCHOOL, cycle=cycle.id, name=name))
        await meetings.establish(sample_file().meetings, work=work, roster=sample)
    await talks(date(2026, 10, 28))
    await tick(date(2026, 10, 26), time(7, 45))
    text = (await letters(units))[-1].text
    assert "Tue, Oct 27: ILT" in text
    assert "Wed, Oct 28: 1:1 with Oli Nettle." in text
    assert "Wed, Oct 28: intention with Oli Nettle, learning cycle." in text
    assert "learning with" not in text
    assert "One idea" not in text
