"""What the bot starts waits for contract hours, whatever kind of day it is (R-264)."""

from datetime import date, datetime, time

import pytest

from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.people import the_clock
from bot.routines.courtesy.pacing import LetGo, let_go
from tests.conftest import DENVER, SCHOOL

DAY = date(2026, 10, 28)


@pytest.fixture
def queued(school, who):
    """Three reminders computed at a moment, and what is sent of them by the time they are decided about."""

    async def queue(at: datetime, until: datetime):
        me = Audience.person(who("oli-nettle").person_id)
        async with school.units.writing(SCHOOL) as work:
            for one in ("one", "two", "three"):
                await work.outbox.post(me, Message(one), key=f"cycles/{one}", due_at=at)
        for moment in (at, until):
            school.clock.moment = moment
            await school.perform(let_go, LetGo(), actor=the_clock(SCHOOL))
        return [one for one in await school.posted() if one.audience == me.key]

    return queue


@pytest.mark.requirement("R-264")
async def test_a_reminder_at_1840_is_sent_the_next_school_morning_merged_with_others(queued):
    computed = datetime.combine(date(2026, 10, 30), time(18, 40), DENVER)
    morning = datetime.combine(date(2026, 11, 2), time(7, 45), DENVER)
    found = await queued(computed, morning)
    [digest] = [one for one in found if one.key.startswith("digest")]
    assert digest.due_at == morning
    assert {one.state.value for one in found if one is not digest} == {"merged"}


@pytest.mark.parametrize(
    ("kind", "computed", "reaches"),
    [
        ("half_day", time(12, 30), "2026-10-29 07:45"),
        ("late_start", time(7, 45), "2026-10-28 09:30"),
        ("no_school", time(10), "2026-10-29 07:45"),
    ],
)
async def test_half_days_late_starts_and_days_off_have_their_own_hours(
    school, queued, kind, computed, reaches
):
    await school.applies(await school.plans(first=DAY, kind=kind))
    at = datetime.combine(DAY, computed, DENVER)
    found = await queued(at, at)
    assert {f"{one.due_at.astimezone(DENVER):%Y-%m-%d %H:%M}" for one in found} == {reaches}
