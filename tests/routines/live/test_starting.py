"""Who starts a meeting, when, and how often."""

from datetime import time, timedelta

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.live import home
from bot.model.calendar import CalendarDay, DayKind
from bot.routines.agendas import instead
from bot.routines.calendar import displaced
from bot.routines.live import looking
from bot.routines.meetings.suggestions import plan_of
from tests.conftest import SCHOOL
from tests.routines.live.conftest import DAY


async def test_ten_minutes_before_the_roles_stand_with_the_first_item_and_start(meeting):
    meeting.at(time(15, 20))
    await meeting.tick()
    roles = await meeting.said("/roles")
    assert "First: " in roles.text
    assert roles.verbs == ["start-meeting"]


async def test_start_pressed_by_two_and_delivered_twice_is_one_start(meeting):
    meeting.at(time(15, 31))
    first = await meeting.starts()
    meeting.clock.advance(seconds=20)
    again, third = await meeting.starts("mina-linden"), await meeting.starts()
    assert (first.is_new, again.is_new, third.is_new) == (True, False, False)
    run = await meeting.run()
    assert run.started_at == first.room.run.started_at
    assert len(await meeting.posted("live/card/")) == 1


async def test_the_first_card_has_its_title_minutes_end_and_buttons_in_the_thread(meeting):
    await meeting.starts()
    card = await meeting.said("live/card/1")
    run = await meeting.run()
    assert card.text.startswith(f"1. {run.line.title} · {run.line.minutes} minutes, until 3:")
    assert (card.audience, card.thread) == ("ilt", f"meeting/{DAY}/agenda")
    assert card.verbs == ["next-item", "extend-item", "add-now"]


async def test_a_member_cannot_start_until_five_minutes_have_gone_by(meeting):
    with pytest.raises(Refusal, match="If nobody has by 3:35 PM, you can"):
        await meeting.starts(meeting.member)
    with pytest.raises(NotPermitted):
        await meeting.starts("uma-thistle")
    meeting.at(time(15, 35))
    assert (await meeting.starts(meeting.member)).is_new


async def test_five_minutes_without_start_a_stand_in_is_told_alone_and_has_the_turn(meeting, units):
    meeting.at(time(15, 34))
    assert not [one for one in await meeting.tick() if "stand-in" in one]
    meeting.at(time(15, 35))
    await meeting.tick()
    told = await meeting.said("stand-in")
    assert told.text.startswith("You're facilitating today")
    backup = await named(units, told.audience.removeprefix("person:"))
    assert backup not in (meeting.lead, "mina-linden", "noel-mint")
    await meeting.starts(backup)
    said = await meeting.said("live/facilitator")
    assert said.text.startswith("Facilitator today: ")
    async with units.reading(SCHOOL) as work:
        holder = next(iter((await work.meetings.roles(DAY)).values()))
        assert holder.person == meeting.who(backup).person_id
    assert (await meeting.run()).facilitator == meeting.who(backup).person_id


async def test_who_started_in_time_leaves_no_stand_in_and_no_old_end(meeting):
    await meeting.starts()
    meeting.at(time(16, 30))
    done = await meeting.tick()
    assert not [one for one in done if "stand-in" in one or one == f"meeting/{DAY}/end"]


async def test_the_school_leader_starts_without_taking_the_turn(meeting):
    await meeting.starts("mina-linden")
    assert (await meeting.run()).facilitator == meeting.who(meeting.lead).person_id


async def test_a_displaced_meeting_cannot_be_started_and_one_that_runs_just_ends(meeting, units):
    await meeting.starts()
    async with units.writing(SCHOOL) as work:
        work.calendar.add(CalendarDay(school=SCHOOL, day=DAY, kind=DayKind.CLOSURE))
    assert not [one for one in await meeting.passes(minutes=5) if "live" in one]
    assert not (await meeting.run()).is_running
    assert not await meeting.posted("live/receipt")
    async with units.reading(SCHOOL) as work:
        plan = await plan_of(work)
    assert not list(plan.displaced(DAY, DAY)), "nobody is asked for another day"
    move = displaced.RebookMeeting(day=DAY, to=DAY + timedelta(days=1))
    with pytest.raises(OutOfDate, match="started that meeting"):
        await meeting.perform(displaced.rebook, move, actor=meeting.who("mina-linden"))


async def test_a_meeting_that_began_early_is_not_settled_in_a_thread_any_more(meeting):
    meeting.at(time(15, 22))
    await meeting.starts()
    with pytest.raises(OutOfDate, match="has begun"):
        await meeting.perform(
            instead.make_async, instead.MakeAsync(day=DAY), actor=meeting.who("mina-linden")
        )


async def test_what_falls_out_before_start_is_refused_with_what_comes_next(meeting, units):
    async with units.writing(SCHOOL) as work:
        work.calendar.add(CalendarDay(school=SCHOOL, day=DAY, kind=DayKind.CLOSURE))
    with pytest.raises(Refusal, match="falls out"):
        await meeting.starts()


@pytest.mark.parametrize(("wall", "why"), [(time(15, 19), "too early"), (time(16, 30), "is over")])
async def test_it_starts_neither_long_before_nor_after_its_time(meeting, wall, why):
    meeting.at(wall)
    with pytest.raises(Refusal, match=why):
        await meeting.starts()


async def named(units, person_id: str) -> str:
    async with units.reading(SCHOOL) as work:
        person = (await work.people.roster()).person(person_id)
        assert person is not None
        return person.key


async def test_home_offers_start_to_who_facilitates_until_it_runs(meeting, units):
    async def waiting(key: str) -> list[str]:
        async with units.reading(SCHOOL) as work:
            shown = await looking.shown(meeting.who(key), work, meeting.clock.now())
        return [button.label for one in home.home(shown).waiting for button in one.buttons]

    assert await waiting(meeting.lead) == await waiting("mina-linden") == ["Start"]
    assert await waiting(meeting.member) == []
    await meeting.starts()
    assert await waiting(meeting.lead) == ["Next", "End the meeting"]


async def test_what_is_only_touched_on_brings_no_questions_and_no_choice(meeting):
    await meeting.starts()
    await meeting.next()
    line = (await meeting.run()).line
    assert line.is_brief
    assert await meeting.posted("questions/") == []
    done = await meeting.passes(minutes=line.minutes * 2)
    assert [one for one in done if "/over" in one] == []
