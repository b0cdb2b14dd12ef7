"""Help with a decision: whoever asks chooses who hears of it; a coach offers times, which two know of."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate
from bot.messages.plain import plain
from bot.messages.relay import helping as wording
from bot.model.relaying import Hears
from bot.routines.relay import helping, hours
from bot.routines.relay.helping import AboutHelp, AskForHelp, SettleHelp
from bot.routines.relay.hours import BookHours, CancelSlot, HoursAbout, OfferHours
from bot.routines.requests import Nothing
from tests.routines.decisions.test_register import settle
from tests.routines.relay.living import TENTH_DAY, asked, of

WEDNESDAY = date(2026, 11, 18)


async def needs(perform, who, round_id, key, hears, words="Sentence starters"):
    return await perform(helping.ask, AskForHelp(round=round_id, hears=hears, words=words), actor=who(key))


async def queue_of(perform, who, key):
    return plain(wording.queue(await perform(helping.queue, Nothing(), actor=who(key))))


@pytest.mark.requirement("R-098")
async def test_whoever_needs_help_chooses_who_hears_of_it(perform, clock, who, units):
    _, round_id = await asked(perform, clock, who, units, "grade-3")
    desk = await perform(helping.prepare, AboutHelp(round=round_id), actor=who("pia-olive"))
    (choice,) = [one for one in wording.form(desk, {}).fields if one.name == "hears"]
    assert [one.label for one in choice.options] == [
        "Oli Nettle, with my name",
        "The coach, with my name",
        "The coach, without my name",
        "Nobody yet. It only counts.",
    ]
    await needs(perform, who, round_id, "pia-olive", Hears.LEAD)
    await needs(perform, who, round_id, "ray-quince", Hears.NOBODY)
    (letter,) = await of(units, "help/")
    assert letter.audience == f"person:{who('oli-nettle').person_id}"
    assert letter.message.summary == "Somebody asks you for help."
    assert "Pia Olive" in await queue_of(perform, who, "oli-nettle")
    assert "Nobody waits for help" in await queue_of(perform, who, "dale-clover")


@pytest.mark.requirement("R-114")
async def test_the_coachs_queue_names_only_who_chose_to_share_their_name(perform, clock, who, units):
    _, round_id = await asked(perform, clock, who, units, "grade-3", "grade-5")
    await needs(perform, who, round_id, "pia-olive", Hears.COACH)
    await needs(perform, who, round_id, "zoe-yarrow", Hears.UNNAMED, "Time to plan")
    said = await queue_of(perform, who, "dale-clover")
    assert said.startswith("2 requests for help")
    assert "Pia Olive, D-001: Sentence starters" in said
    assert "Somebody, D-001: Time to plan" in said
    assert "Zoe" not in said
    assert len(await of(units, "help/")) == 1
    with pytest.raises(NotPermitted):
        await queue_of(perform, who, "zoe-yarrow")


async def test_the_same_request_twice_is_one_and_what_is_settled_is_gone(perform, clock, who, units):
    _, round_id = await asked(perform, clock, who, units, "grade-3")
    for _ in range(2):
        await needs(perform, who, round_id, "pia-olive", Hears.COACH)
    found = await perform(helping.queue, Nothing(), actor=who("dale-clover"))
    (one,) = found.requests
    with pytest.raises(NotPermitted):
        await perform(helping.settle, SettleHelp(help=one.id), actor=who("oli-nettle"))
    left = await perform(helping.settle, SettleHelp(help=one.id), actor=who("dale-clover"))
    assert list(left.requests) == []


async def offered(perform, clock, who, units):
    decision, _ = await asked(perform, clock, who, units, "grade-3", "grade-4")
    await settle(units, decision, clock)
    given = OfferHours(
        decision=decision.id, day=WEDNESDAY, begins=time(14), minutes=15, many=2, place="Room 4"
    )
    return decision, await perform(hours.offer, given, actor=who("dale-clover"))


@pytest.mark.requirement("R-114")
async def test_office_hours_stand_in_the_thread_and_only_coach_and_booker_know_who_comes(
    perform, clock, who, units
):
    decision, kept = await offered(perform, clock, who, units)
    posts = await of(units, "hours/")
    assert [one.thread for one in posts] == [
        f"decision/{decision.id}/relay/grade-3",
        f"decision/{decision.id}/relay/grade-4",
    ]
    assert "Wed, Nov 18, 2:15 PM, Room 4" in posts[0].text
    slot = kept.slots[0].id
    for _ in range(2):
        await perform(hours.book, BookHours(decision=decision.id, slot=slot), actor=who("pia-olive"))
    with pytest.raises(OutOfDate, match="faster"):
        await perform(hours.book, BookHours(decision=decision.id, slot=slot), actor=who("ray-quince"))
    told = [one for one in await of(units, "hours/") if "/booked/" in one.key]
    assert [one.audience for one in told] == [f"person:{who('dale-clover').person_id}"]
    assert "Pia Olive" not in told[0].message.summary
    assert "Pia Olive" in await queue_of(perform, who, "dale-clover")
    desk = await perform(hours.prepare_booking, HoursAbout(decision=decision.id), actor=who("ray-quince"))
    assert list(desk.free.values()) == ["Wed, Nov 18, 2:15 PM, Room 4"]


async def test_who_booked_may_free_the_time_and_the_other_hears_of_it(perform, clock, who, units):
    decision, kept = await offered(perform, clock, who, units)
    first, second = kept.slots
    for slot, key in ((first, "pia-olive"), (second, "ray-quince")):
        await perform(hours.book, BookHours(decision=decision.id, slot=slot.id), actor=who(key))
    with pytest.raises(NotPermitted):
        await perform(hours.cancel, CancelSlot(slot=first.id), actor=who("ray-quince"))
    await perform(hours.cancel, CancelSlot(slot=first.id), actor=who("pia-olive"))
    await perform(hours.cancel, CancelSlot(slot=second.id), actor=who("dale-clover"))
    told = [one.audience for one in await of(units, "hours/") if "called off" in one.text]
    assert told == [f"person:{who('dale-clover').person_id}", f"person:{who('ray-quince').person_id}"]
    desk = await perform(hours.prepare_booking, HoursAbout(decision=decision.id), actor=who("uma-thistle"))
    assert list(desk.free) == [first.id]
    assert clock.now().date() == TENTH_DAY
