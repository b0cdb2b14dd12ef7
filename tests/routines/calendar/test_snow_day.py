"""A day that loses its school at 06:10 in the morning."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.calendar import changes
from bot.routines.calendar import REASONS
from bot.routines.checkins import times
from tests.conftest import DENVER, SCHOOL
from tests.letters import buttons_of

MEETING, NEXT = date(2026, 10, 27), date(2026, 11, 10)
AFTER = MEETING + timedelta(days=1)
EARLY, MORNING = time(6, 10), time(7, 45)
THROUGH_THE_DAY = (MORNING, time(13), time(14), time(15), time(15, 20), time(16, 30))


async def until(school, last: date) -> None:
    """Live through the school days up to the evening of one of them."""
    day = school.clock.now().astimezone(DENVER).date()
    while day <= last:
        for wall in THROUGH_THE_DAY:
            if datetime.combine(day, wall, DENVER) > school.clock.now():
                await school.at(day, wall)
        day += timedelta(days=1)


@pytest.mark.requirement("R-292")
async def test_a_snow_day_at_ten_past_six_moves_prompts_and_asks_for_a_new_time(school, who):
    await school.at(date(2026, 10, 26), time(14))
    school.clock.on(MEETING, EARLY)
    done = await school.closes(MEETING)
    assert [one.day for one in done.meetings] == [MEETING]
    await until(school, MEETING)
    that_day = [one for one in await school.posted() if one.due_at.astimezone(DENVER).date() == MEETING]
    assert [one.audience for one in that_day] == ["ilt"]
    assert "No school on Tue, Oct 27." in that_day[0].text
    asked = await school.posted("/meeting/2026-10-27/")
    assert who("mina-linden").person_id in {one.audience.removeprefix("person:") for one in asked}
    for one in asked:
        assert one.verbs == ["rebook-meeting", "skip-meeting"]
        assert one.due_at == datetime.combine(AFTER, MORNING, DENVER)


async def test_what_waited_for_the_morning_waits_for_the_next_one(school, who):
    """Without the move, a letter written the evening before would reach people on the snow day."""
    school.clock.on(MEETING - timedelta(days=1), time(20))
    async with school.units.writing(SCHOOL) as work:
        from bot.messages.vocabulary import Message
        from bot.model.audiences import Audience

        morning = datetime.combine(MEETING, MORNING, DENVER)
        await work.outbox.post(Audience.ilt(), Message("News"), key="test/news", due_at=morning)
    school.clock.on(MEETING, EARLY)
    done = await school.closes(MEETING)
    assert [one.due_at for one in await school.posted("test/news")] == [
        datetime.combine(AFTER, MORNING, DENVER)
    ]
    school.clock.advance(minutes=9)
    await school.undoes(done.change)
    assert [one.due_at for one in await school.posted("test/news")] == [morning]


async def test_within_ten_minutes_it_is_undone_and_nobody_hears_of_it(school, units, clock):
    school.clock.on(MEETING, EARLY)
    done = await school.closes(MEETING)
    [notice] = await school.posted("/notice")
    assert notice.due_at - clock.now() == timedelta(minutes=10)
    school.clock.advance(minutes=10)
    await school.undoes(done.change)
    assert (await school.calendar()).is_school_day(MEETING)
    async with units.reading(SCHOOL) as work:
        for one in await school.posted("calendar/"):
            kind, _, named = one.reason.partition(":")
            assert not await REASONS[kind](named, work, clock)


async def test_a_change_made_in_school_hours_is_told_when_it_can_no_longer_be_undone(school, clock):
    await school.at(date(2026, 10, 20), time(10))
    preview = await school.plans(first=MEETING, kind="no_school")
    await school.applies(preview)
    asked = await school.posted(f"calendar/{preview.change.id}")
    assert asked
    assert {one.due_at - clock.now() for one in asked} == {timedelta(minutes=10)}


async def test_after_ten_minutes_it_stands(school):
    school.clock.on(MEETING, EARLY)
    done = await school.closes(MEETING)
    school.clock.advance(minutes=10, seconds=1)
    with pytest.raises(OutOfDate, match="ten minutes"):
        await school.undoes(done.change)


async def test_only_leaders_close_the_school(school):
    school.clock.on(MEETING, EARLY)
    by_deputy = await school.closes(MEETING, by="noel-mint")
    assert [one.verb for one in buttons_of(changes.followed(by_deputy))] == ["undo-calendar", "calendar"]
    with pytest.raises(NotPermitted):
        await school.closes(NEXT, by="oli-nettle")


async def test_a_day_without_school_is_not_closed_again(school):
    with pytest.raises(Refusal, match="without school already"):
        await school.closes(date(2026, 11, 23))


async def test_a_rebooked_meeting_takes_its_items_and_roles_with_it(school):
    await school.at(date(2026, 10, 26), time(14))
    school.clock.on(MEETING, EARLY)
    await school.closes(MEETING)
    school.clock.on(AFTER)
    await school.rebooks(MEETING, to=date(2026, 10, 29), at=time(15, 30))
    [told] = await school.posted("meeting/2026-10-27/moved")
    assert "is now on Thu, Oct 29, 3:30 PM" in told.text
    await until(school, date(2026, 10, 29))
    said = [one.key for one in await school.posted("meeting/2026-10-27/")]
    assert "meeting/2026-10-27/roles" in said
    assert "meeting/2026-10-27/end" in said
    assert "meeting/2026-10-27/falls-out" not in said


async def test_a_skipped_meeting_is_said_once_and_does_nothing_more(school):
    await school.at(date(2026, 10, 26), time(14))
    school.clock.on(MEETING, EARLY)
    await school.closes(MEETING)
    await school.skips(MEETING)
    await until(school, date(2026, 10, 28))
    said = [one.key.rpartition("2026-10-27/")[2] for one in await school.posted("meeting/2026-10-27/")]
    assert [one for one in said if one.startswith(("falls-out", "roles", "end"))] == []
    with pytest.raises(OutOfDate, match="skipped already"):
        await school.skips(MEETING)


@pytest.mark.parametrize(
    ("to", "says"),
    [(MEETING, "without school"), (NEXT, "next meeting"), (date(2026, 10, 26), "over")],
)
async def test_a_meeting_is_not_moved_to_a_day_that_cannot_be(school, to, says):
    school.clock.on(MEETING, EARLY)
    await school.closes(MEETING)
    with pytest.raises(Refusal, match=says):
        await school.rebooks(MEETING, to=to, at=time(15, 30))


async def test_a_lost_check_in_asks_both_and_only_them(school, who):
    day = date(2026, 10, 22)
    await school.at(day - timedelta(days=1), MORNING)
    school.clock.on(day, EARLY)
    await school.closes(day)
    asked = await school.posted("/checkin/")
    pairs = {who(key).person_id for key in ("mina-linden", "oli-nettle", "tea-sage")}
    assert {one.audience.removeprefix("person:") for one in asked} == pairs
    assert all(one.message.private and one.verbs == ["move-checkin"] for one in asked)
    school.clock.on(date(2026, 10, 23), time(8))
    found = next(one for one in asked if one.audience.endswith(who("oli-nettle").person_id))
    values = buttons_of(found.message)[0].values | {"to": date(2026, 10, 26), "at": time(14)}
    await school.perform(times.move, times.MoveCheckIn.model_validate(values), actor=who("oli-nettle"))
    async with school.units.reading(SCHOOL) as work:
        kind, _, named = found.reason.partition(":")
        assert not await REASONS[kind](named, work, school.clock)


async def test_nothing_the_clock_does_reaches_anybody_on_a_closed_day(school, clock):
    """Every noun of the sample school, a week around a snow day: only the notice is due on it."""
    day = date(2026, 10, 30)
    await school.at(day - timedelta(days=1), time(16, 30))
    school.clock.on(day, EARLY)
    await school.closes(day)
    await until(school, date(2026, 11, 3))
    that_day = [one for one in await school.posted() if one.due_at.astimezone(DENVER).date() == day]
    assert [one.key.rpartition("/")[2] for one in that_day] == ["notice"]
