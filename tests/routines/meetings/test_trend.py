"""The walkthrough trend on the ILT's agenda."""

from datetime import date, time

from bot.model.agenda_items import Provenance
from bot.routines import walkthroughs
from bot.routines.meetings import changes
from bot.routines.meetings.changes import FinishItems

DRAFT, AGENDA, MEETING = date(2026, 10, 9), date(2026, 10, 12), date(2026, 10, 13)
NEXT_DRAFT = date(2026, 10, 23)


async def visits(school, count: int) -> None:
    marks = ("seen", "not_seen", "partly", "seen", "not_seen")
    for number in range(count):
        command = walkthroughs.RecordVisit.model_validate(
            {"band": "3-5", "subject": "math", "first_visit": "yes", "marks": {"RT1": marks[number % 5]}}
        )
        await school.perform(walkthroughs.record, command, actor=school.who("oli-nettle"))


async def trends(school):
    return [item for item in await school.open_items() if item.provenance is Provenance.TREND]


async def test_a_published_trend_is_on_the_draft_with_ten_minutes_and_its_visits(school):
    school.clock.on(DRAFT)
    await visits(school, 10)
    await school.at(DRAFT, time(13, 0))
    [trend] = await trends(school)
    assert (trend.day, trend.minutes) == (MEETING, 10)
    await school.at(AGENDA, time(14, 0))
    [agenda] = await school.posted("/agenda")
    assert f"10 minutes · walkthrough trend, {trend.label}" in agenda.text
    assert "read the walkthrough trend" in agenda.text


async def test_without_a_trend_there_is_none_on_the_draft(school):
    await school.at(DRAFT, time(13, 0))
    assert await trends(school) == []


async def test_a_trend_that_was_dealt_with_does_not_come_back_by_itself(school):
    school.clock.on(DRAFT)
    await visits(school, 10)
    for day, wall in ((DRAFT, time(13, 0)), (AGENDA, time(14, 0)), (MEETING, time(16, 30))):
        await school.at(day, wall)
    [trend] = await trends(school)
    ticked = FinishItems(items=(trend.id,))
    await school.perform(changes.finish, ticked, actor=school.who("mina-linden"))
    await school.at(NEXT_DRAFT, time(13, 0))
    assert await trends(school) == []


async def test_a_trend_that_was_not_reached_is_carried_and_stays_one(school):
    school.clock.on(DRAFT)
    await visits(school, 10)
    for day, wall in ((DRAFT, time(13, 0)), (AGENDA, time(14, 0)), (MEETING, time(16, 30))):
        await school.at(day, wall)
    await school.at(NEXT_DRAFT, time(13, 0))
    [trend] = await trends(school)
    assert trend.day == MEETING
