"""Handing a meeting role on."""

from datetime import UTC, date, datetime, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.meetings import forms as wording
from bot.messages.plain import plain
from bot.routines.meetings import roles
from bot.routines.meetings.roles import HandOver
from tests.routines.meetings.test_by_clock import still

MEETING = date(2026, 10, 13)
DRAFTED, PUBLISHED = (date(2026, 10, 9), time(13, 0)), (date(2026, 10, 12), time(14, 0))


async def hands_over(school, key, role="facilitator", day=MEETING):
    return await school.perform(roles.hand_over, HandOver(day=day, role=role), actor=school.who(key))


async def test_the_next_in_turn_takes_over_and_is_told_by_a_message_of_their_own(school, units, clock):
    await school.at(*DRAFTED)
    first = (await school.holders(MEETING))["facilitator"]
    result = await hands_over(school, first)
    held = await school.holders(MEETING)
    second = held["facilitator"]
    assert second != first
    assert second not in [key for role, key in held.items() if role != "facilitator"]
    [told] = await school.posted("/facilitator/")
    assert told.audience == f"person:{school.who(second).person_id}"
    assert "You are the facilitator for the ILT on Tue, Oct 13, 3:30 PM." in told.text
    assert told.verbs == ["agenda", "hand-over"]
    assert "is the facilitator on Tue, Oct 13 now." in plain(wording.handed_over(result))


async def test_before_the_agenda_is_out_nobody_else_hears_of_it(school):
    await school.at(*DRAFTED)
    await hands_over(school, (await school.holders(MEETING))["recorder"], "recorder")
    assert {one.audience for one in await school.posted("/recorder/")} != {"ilt"}
    assert not await school.posted("/said")


async def test_once_the_agenda_is_out_its_thread_says_only_who_has_it_now(school):
    await school.at(*PUBLISHED)
    first = (await school.holders(MEETING))["recorder"]
    await hands_over(school, first, "recorder")
    [said] = await school.posted("/said")
    second = school.who((await school.holders(MEETING))["recorder"]).person_id
    async with school.units.reading("sample-elementary") as work:
        name = (await work.people.roster()).name(second)
    assert said.text == f"Recorder on Tue, Oct 13: {name}."
    assert (said.audience, said.thread) == ("ilt", f"meeting/{MEETING}/agenda")


async def test_a_hand_over_in_the_evening_reaches_the_other_in_the_morning(school):
    await school.at(*DRAFTED)
    school.clock.on(date(2026, 10, 9), time(20, 0))
    await hands_over(school, (await school.holders(MEETING))["facilitator"])
    [told] = await school.posted("/facilitator/")
    assert told.due_at == datetime(2026, 10, 12, 13, 45, tzinfo=UTC)


async def test_a_hand_over_in_the_running_meeting_reaches_the_other_at_once(school):
    await school.at(*PUBLISHED)
    school.clock.on(MEETING, time(15, 35))
    await hands_over(school, (await school.holders(MEETING))["timekeeper"], "timekeeper")
    assert {one.due_at for one in await school.posted("/timekeeper/")} == {school.clock.now()}


async def test_everybody_may_hand_on_until_nobody_is_left(school):
    await school.at(*DRAFTED)
    asked = []
    for _ in range(7):
        asked.append((await school.holders(MEETING))["facilitator"])
        await hands_over(school, asked[-1])
    asked.append((await school.holders(MEETING))["facilitator"])
    assert len(set(asked)) == 8
    with pytest.raises(Refusal, match="settle it with the school leader"):
        await hands_over(school, asked[-1])


async def test_pressing_twice_says_who_has_it_now(school):
    await school.at(*DRAFTED)
    first = (await school.holders(MEETING))["facilitator"]
    await hands_over(school, first)
    with pytest.raises(OutOfDate, match="You have handed this on already"):
        await hands_over(school, first)


async def test_somebody_else_may_not_hand_on_a_role_but_the_facilitator_may(school):
    await school.at(*DRAFTED)
    held = await school.holders(MEETING)
    with pytest.raises(NotPermitted, match="can hand over this role"):
        await hands_over(school, held["recorder"], "timekeeper")
    await hands_over(school, held["facilitator"], "timekeeper")
    assert (await school.holders(MEETING))["timekeeper"] != held["timekeeper"]


async def test_before_the_draft_nobody_has_a_role_to_hand_on(school):
    with pytest.raises(OutOfDate, match="Nobody has this role yet"):
        await hands_over(school, "mina-linden")


@pytest.mark.parametrize("day", [date(2026, 10, 13), date(2026, 10, 14)])
async def test_a_role_of_a_meeting_that_is_over_or_is_none_cannot_be_handed_on(school, day):
    await school.at(*PUBLISHED)
    school.clock.on(MEETING, time(16, 30))
    with pytest.raises(OutOfDate, match="over or falls out"):
        await hands_over(school, "mina-linden", day=day)


async def test_a_message_to_who_has_handed_the_role_on_has_lost_its_reason(school, units, clock):
    await school.at(*DRAFTED)
    [draft] = await school.posted("/draft")
    async with units.reading("sample-elementary") as work:
        assert await still(draft.reason, work, clock)
    await hands_over(school, (await school.holders(MEETING))["facilitator"])
    async with units.reading("sample-elementary") as work:
        assert not await still(draft.reason, work, clock)


async def test_who_handed_on_is_forgotten_when_the_meeting_is_over(school, units):
    await school.at(*PUBLISHED)
    await hands_over(school, (await school.holders(MEETING))["facilitator"])
    await school.at(MEETING, time(16, 30))
    async with units.reading("sample-elementary") as work:
        assert {holder.passed for holder in (await work.meetings.roles(MEETING)).values()} == {()}


async def test_whoever_took_over_has_had_their_turn_and_who_handed_on_has_not(school):
    await school.at(*PUBLISHED)
    first = (await school.holders(MEETING))["facilitator"]
    await hands_over(school, first)
    await school.at(MEETING, time(16, 30))
    await school.at(date(2026, 10, 23), time(13, 0))
    assert (await school.holders(date(2026, 10, 27)))["facilitator"] == first


async def test_roles_of_a_meeting_that_fell_out_count_for_nobody(school):
    await school.at(*PUBLISHED)
    first = await school.holders(MEETING)
    await school.closes(MEETING)
    await school.at(date(2026, 10, 23), time(13, 0))
    assert await school.holders(date(2026, 10, 27)) == first
