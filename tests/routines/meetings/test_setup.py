"""The meetings' and the strategies' parts of the school file."""

from datetime import UTC, date, datetime, time

from bot.routines import meetings, strategies
from bot.routines.meetings import items
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL, sample_file

MEETING = date(2026, 10, 13)


async def exported(school):
    async with school.units.reading(SCHOOL) as work:
        roster = await work.people.roster()
        return (
            await meetings.exported(work, roster),
            await strategies.exported(work, roster),
        )


async def test_what_was_applied_comes_back_the_same(school):
    file = sample_file()
    assert await exported(school) == (file.meetings, file.strategies)


async def test_applying_the_same_again_changes_nothing(school):
    assert await school.establish() == []


async def test_a_new_time_is_said_and_moves_the_meetings_that_are_not_published(school):
    await school.perform(items.add, items.AddItem(title="Guest day"), actor=school.who("jay-ivy"))
    assert await school.establish(at=time(16, 0)) == ["Meetings: at changed."]
    assert (await school.meeting(MEETING)).starts_at == datetime(2026, 10, 13, 22, 0, tzinfo=UTC)


async def test_an_item_goes_with_the_series_to_its_new_days(school):
    await school.perform(items.add, items.AddItem(title="Guest day"), actor=school.who("jay-ivy"))
    await school.establish(first=date(2026, 10, 15))
    await school.at(date(2026, 10, 14), time(14, 0))
    [agenda] = await school.posted("2026-10-15/agenda")
    assert "Guest day" in agenda.text


async def test_a_series_that_is_gone_from_the_file_ends(school):
    async with school.units.writing(SCHOOL) as work:
        roster = await work.people.roster()
        ended = await meetings.establish(None, work=work, roster=roster)
        assert ended == ["Meetings: none are planned any more."]
        await work.flush()
        assert await meetings.establish(None, work=work, roster=roster) == []
    assert (await exported(school))[0] is None


async def test_strategies_come_change_rest_and_come_back(school):
    talk, groups, belonging = sample_file().strategies

    async def applied(*sections):
        async with school.units.writing(SCHOOL) as work:
            return await strategies.establish(sections, work=work, roster=await work.people.roster())

    stuck = talk.model_copy(update={"status": "Stuck: no time to plan."})
    assert await applied(stuck, groups) == [
        f"Strategy changed: {talk.name}.",
        f"Strategy ended: {belonging.name}.",
    ]
    assert (await exported(school))[1] == (stuck, groups)
    assert await applied(belonging, stuck, groups) == [f"Strategy changed: {belonging.name}."]
    assert (await exported(school))[1] == (belonging, stuck, groups)


async def test_everybody_sees_on_home_what_the_school_works_on(school):
    async with school.units.reading(SCHOOL) as work:
        eyes = await viewer(school.who("uma-thistle"), work=work, clock=school.clock)
        share = await strategies.home(eyes, work=work)
    [section] = share.sections
    assert section.title == "What our school works on"
    assert len(section.parts[0].items) == 3
