"""What a meeting puts off, and what is added while it runs."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.live import home
from bot.messages.live import lot as lot_wording
from bot.messages.plain import plain
from bot.model.agenda_items import ItemState
from bot.model.live import Result
from bot.routines.live import looking, lot, parking
from bot.routines.requests import Nothing
from tests.conftest import SCHOOL
from tests.routines.live.conftest import DAY

NEXT = date(2026, 10, 27)


async def listed(meeting, key="mina-linden"):
    return await meeting.perform(lot.look, Nothing(), actor=meeting.who(key))


async def test_a_parked_item_has_an_owner_an_age_and_is_on_the_next_draft(meeting):
    await meeting.starts()
    await meeting.until("Lunch")
    put_off = await meeting.parks()
    assert put_off.back_on == NEXT
    told = await meeting.said("live/yours")
    assert told.audience == f"person:{meeting.who('jay-ivy').person_id}"
    await meeting.ends()
    meeting.clock.on(date(2026, 10, 23), time(13))
    await meeting.tick()
    [waits] = (await listed(meeting)).lot.open
    assert (waits.title, waits.age) == ("Lunch", 8)
    async with meeting.units.reading(SCHOOL) as work:
        assert "Lunch" in [one.title for one in await work.meetings.open_items()]


async def test_a_question_is_parked_while_its_item_goes_on(meeting):
    await meeting.starts()
    line = await meeting.until("Exit tickets")
    put_off = await meeting.parks(point="How do we group?")
    assert put_off.went is None
    assert await meeting.line() == line.number
    assert [one.title for one in (await listed(meeting)).lot.open] == ["How do we group?"]


async def test_a_standing_item_is_not_parked_whole(meeting):
    await meeting.starts()
    with pytest.raises(Refusal, match="Say which question"):
        await meeting.parks()


@pytest.mark.requirement("R-088")
async def test_a_small_group_gets_an_item_with_an_owner_and_a_date(meeting):
    await meeting.starts()
    line = await meeting.until("Lunch")
    owner = meeting.who("jay-ivy").person_id
    give = parking.GiveToGroup(
        day=DAY, line=line.number, owner=owner, group="Jay and two others", due_on=date(2026, 10, 30)
    )
    with pytest.raises(Refusal, match="a day ahead"):
        await meeting.perform(
            parking.give, give.model_copy(update={"due_on": DAY}), actor=meeting.who(meeting.lead)
        )
    given = await meeting.perform(parking.give, give, actor=meeting.who(meeting.lead))
    assert given.back_on == date(2026, 11, 10)
    assert (await meeting.run()).numbered(line.number).result is Result.GROUP
    said = plain(lot_wording.listed(await listed(meeting)))
    assert "Lunch · Jay Ivy, with Jay and two others, due Fri, Oct 30 · 0 school days old" in said


async def test_resolved_or_dropped_it_is_off_the_agenda_and_a_second_press_says_so(meeting):
    await meeting.starts()
    await meeting.until("Exit tickets")
    await meeting.parks()
    await meeting.parks()
    tickets, lunch = (await listed(meeting)).lot.open
    leader = meeting.who("mina-linden")
    await meeting.perform(lot.settle, lot.SettleParked(parked=tickets.parked.id), actor=leader)
    drop = lot.DropParked(parked=lunch.parked.id, reason="Settled by the office")
    await meeting.perform(lot.drop, drop, actor=leader)
    assert (await listed(meeting)).lot.open == ()
    with pytest.raises(Refusal, match="not in the parking lot any more"):
        await meeting.perform(lot.drop, drop, actor=leader)
    async with meeting.units.reading(SCHOOL) as work:
        states = [(await work.meetings.item(one.parked.item)).state for one in (tickets, lunch)]
    assert states == [ItemState.DONE, ItemState.DROPPED]


async def test_the_ilt_sees_how_much_is_parked_at_home_and_others_do_not(meeting):
    await meeting.starts()
    await meeting.until("Lunch")
    await meeting.parks()
    async with meeting.units.reading(SCHOOL) as work:
        shown = await looking.shown(meeting.who(meeting.member), work, meeting.clock.now())
    said = [line for part in home.lines(shown) for line in plain_part(part)]
    assert "1 thing in the parking lot, the oldest for 0 school days." in said
    with pytest.raises(NotPermitted):
        await listed(meeting, "uma-thistle")


def plain_part(part):
    from bot.messages.plain import lines_of

    return lines_of(part)


@pytest.mark.requirement("R-056")
async def test_what_is_new_is_parked_and_makes_room_only_where_the_facilitator_says(meeting):
    await meeting.starts()
    await meeting.until("Exit tickets")
    lunch = (await meeting.run()).ahead[0].number
    parked = await meeting.adds(meeting.member, title="Field day")
    assert parked.line is None
    with pytest.raises(NotPermitted):
        await meeting.adds(meeting.member, title="Books", minutes=10, loses=str(lunch))
    with pytest.raises(Refusal, match="has only 10 minutes"):
        await meeting.adds(title="Books", minutes=15, loses=str(lunch))
    added = await meeting.adds(title="Books", minutes=4, loses=str(lunch))
    assert added.loses.minutes == 6
    went = await meeting.next()
    assert (went.following.number, went.following.minutes) == (added.line.number, 4)
    assert [one.minutes for one in (await meeting.run()).lines if one.number == lunch] == [6]


@pytest.mark.requirement("R-056")
async def test_an_item_that_loses_all_its_minutes_comes_back_and_counts_as_not_reached(meeting):
    await meeting.starts()
    await meeting.until("Exit tickets")
    before = (await meeting.run()).reached()[1]
    lunch = (await meeting.run()).ahead[0].number
    added = await meeting.adds(title="Books", minutes=10, loses=str(lunch))
    await meeting.next()
    went = await meeting.next()
    assert went.line.number == added.line.number
    assert went.following is None or went.following.is_frame
    run = await meeting.run()
    assert run.numbered(lunch).result is Result.CARRIED
    assert run.reached() == (before - 1, before)


async def test_who_looks_after_something_is_reminded_the_school_day_before_once(meeting):
    await meeting.starts()
    line = await meeting.until("Lunch")
    owner = meeting.who("jay-ivy").person_id
    give = parking.GiveToGroup(day=DAY, line=line.number, owner=owner, due_on=date(2026, 10, 26))
    await meeting.perform(parking.give, give, actor=meeting.who(meeting.lead))
    await meeting.ends()
    meeting.clock.on(date(2026, 10, 23), time(7, 44))
    assert not [one for one in await meeting.tick() if "parked" in one]
    assert [one for one in await meeting.passes(minutes=1) if "parked" in one]
    told = await meeting.said("live/parked/")
    assert (told.audience, told.verbs) == (f"person:{owner}", ["settle-parked", "drop-parked"])
    assert "it is due on Mon, Oct 26" in told.text
