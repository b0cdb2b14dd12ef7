"""Roles two meetings ahead: announced, swapped, declined, offered, taken."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.plain import plain
from bot.messages.roles import page as wording
from bot.messages.roles.swaps import Notice
from bot.model.rotation import MeetingRole
from bot.routines import roles
from bot.routines.roles.looking import home
from bot.routines.viewer import Viewer
from tests.conftest import SCHOOL
from tests.letters import buttons_of
from tests.routines.roles.conftest import FIRST, SECOND, THIRD


async def test_the_call_announces_the_roles_of_the_meeting_after_it_too(school):
    [call] = await school.posted("/call")
    assert "Roles on Tue, Oct 13: facilitator" in call.text
    assert "Roles on Tue, Oct 27: facilitator" in call.text
    assert "roles" in call.verbs
    first, second = await school.holders(FIRST), await school.holders(SECOND)
    assert len(set(first.values())) == len(set(second.values())) == 5
    assert not await school.holders(THIRD)
    await school.at(date(2026, 10, 20), time(7, 45))
    calls = await school.posted("/call")
    assert "Oct 27:" not in calls[-1].text
    assert "Roles on Tue, Nov 10: facilitator" in calls[-1].text


async def test_what_was_announced_stands_in_the_draft_and_becomes_confirmed(school):
    announced = await school.holders(FIRST)
    assert "(proposed)" in plain(wording.page(await school.page("jay-ivy")))
    await school.at(date(2026, 10, 9), time(13))
    assert await school.holders(FIRST) == announced
    [draft] = await school.posted("/draft")
    assert draft.audience == f"person:{school.who(announced['facilitator']).person_id}"
    assert "(confirmed)" in plain(wording.page(await school.page("jay-ivy")))


async def test_a_swap_is_asked_privately_and_with_one_tap_of_the_other_they_trade(school):
    giver, other = await school.who_is("recorder"), await school.who_is("timekeeper")
    result = await school.asks(giver, "recorder", other)
    assert result.waits
    assert await school.who_is("recorder") == giver
    [asked] = await school.posted("/swap/")
    assert asked.audience == f"person:{school.who(other).person_id}"
    assert asked.verbs == ["accept-swap", "decline-swap"]
    await school.takes(roles.accept, other, "recorder")
    assert (await school.who_is("recorder"), await school.who_is("timekeeper")) == (other, giver)
    [told] = await school.posted("/swapped/")
    assert "You are the timekeeper now." in told.text
    with pytest.raises(OutOfDate):
        await school.takes(roles.accept, other, "recorder")


async def test_not_this_time_leaves_all_as_it_is_and_offers_to_ask_somebody_else(school):
    giver, other = await school.who_is("recorder"), await school.free()
    await school.asks(giver, "recorder", other)
    await school.takes(roles.decline, other, "recorder")
    assert await school.who_is("recorder") == giver
    [told] = await school.posted("/swapped/")
    assert told.audience == f"person:{school.who(giver).person_id}"
    assert told.verbs == ["swap-role", "hand-over"]
    assert not {"because", "reason"} & set(told.text.lower().split())


async def test_asking_a_second_person_takes_the_question_from_the_first(school, units, clock):
    giver, first = await school.who_is("recorder"), await school.free()
    second = await school.who_is("timekeeper")
    await school.asks(giver, "recorder", first)
    clock.advance(seconds=5)
    await school.asks(giver, "recorder", second)
    with pytest.raises(OutOfDate):
        await school.takes(roles.accept, first, "recorder")
    await school.takes(roles.accept, second, "recorder")


async def test_only_the_holder_asks_and_only_people_of_the_ilt_are_asked(school):
    holder, other = await school.who_is("recorder"), await school.free()
    with pytest.raises(NotPermitted):
        await school.asks(other, "recorder", "jay-ivy")
    with pytest.raises(Refusal):
        await school.asks(holder, "recorder", "uma-thistle")


async def test_a_decline_two_meetings_ahead_goes_to_a_backup_without_a_reason(school):
    holder = await school.who_is("facilitator")
    await school.declines(holder, "facilitator")
    backup = await school.who_is("facilitator")
    assert backup not in (holder, "mina-linden", "noel-mint")
    [told] = await school.posted(f"/facilitator/{school.who(backup).person_id}")
    assert told.audience == f"person:{school.who(backup).person_id}"


@pytest.mark.requirement("R-079")
async def test_at_the_cap_the_principal_reads_a_notice_and_can_still_volunteer(school):
    holder = await school.who_is("facilitator")
    assert holder not in ("mina-linden", "noel-mint")
    notice = await school.takes(roles.volunteer, "mina-linden", "facilitator")
    assert isinstance(notice, Notice)
    assert not await school.posted("/swap/")
    asked = await school.takes(roles.volunteer, "mina-linden", "facilitator", sure="yes")
    assert asked.waits
    [offer] = await school.posted("/swap/")
    assert (offer.audience, offer.verbs) == (
        f"person:{school.who(holder).person_id}",
        ["let-take", "keep-role"],
    )
    await school.takes(roles.let_take, holder, "facilitator")
    assert await school.who_is("facilitator") == "mina-linden"


async def test_below_the_cap_there_is_no_notice_and_the_cap_is_the_schools_to_set(school):
    change = roles.SetFacilitation(percent=100)
    with pytest.raises(NotPermitted):
        await school.perform(roles.set_facilitation, change, actor=school.who("jay-ivy"))
    await school.perform(roles.set_facilitation, change, actor=school.who("mina-linden"))
    assert (await school.takes(roles.volunteer, "mina-linden", "facilitator")).waits


async def test_an_offer_can_be_kept_back_and_is_answered_once(school):
    holder, other = await school.who_is("facilitator"), await school.free()
    await school.takes(roles.volunteer, other, "facilitator")
    await school.takes(roles.keep, holder, "facilitator")
    assert await school.who_is("facilitator") == holder
    [told] = await school.posted("/swapped/")
    assert "keeps the facilitator role" in told.text
    with pytest.raises(OutOfDate):
        await school.takes(roles.let_take, holder, "facilitator")


async def test_whoever_volunteers_for_an_open_role_has_it_at_once(school, units):
    async with units.writing(SCHOOL) as work:
        await work.meetings.vacate((await work.meetings.roles(SECOND))[MeetingRole.TIMEKEEPER])
    other = await school.free()
    assert "I'll be the timekeeper" in [
        one.label for one in buttons_of(wording.page(await school.page(other)))
    ]
    await school.takes(roles.volunteer, other, "timekeeper")
    assert await school.who_is("timekeeper") == other


async def test_the_ilt_sees_counts_of_this_half_year_in_the_rosters_order_and_staff_see_nothing(school):
    await school.at(date(2026, 10, 12), time(14))
    await school.at(FIRST, time(16, 30))
    await school.at(date(2026, 10, 14))
    seen = await school.page("jay-ivy")
    async with school.units.reading(SCHOOL) as work:
        roster = await work.people.roster()
    members = [person.id for person in roster.people if person.id in seen.services]
    assert list(seen.services) == members
    assert sum(sum(counts.values()) for counts in seen.services.values()) == 5
    assert seen.led == (0, 1)
    with pytest.raises(NotPermitted):
        await school.page("uma-thistle")


async def test_home_shows_my_roles_and_the_swap_that_waits_for_me(school, units):
    giver, other = await school.who_is("recorder"), await school.who_is("timekeeper")
    await school.asks(giver, "recorder", other)
    async with units.reading(SCHOOL) as work:
        sees = Viewer(
            school.who(other), await work.people.roster(), await work.calendar.whole(), school.clock.now()
        )
        share = await home(sees, work=work)
    assert [button.verb for one in share.waiting for button in one.buttons] == ["accept-swap", "decline-swap"]
    assert "Tue, Oct 27: timekeeper." in "".join(span.text for span in share.sections[0].parts[0].spans)


async def test_who_cannot_facilitate_on_the_day_is_followed_by_a_backup_with_a_guide(school):
    await school.at(date(2026, 10, 12), time(14))
    sick = await school.who_is("facilitator", FIRST)
    school.clock.on(FIRST, time(7, 10))
    await school.declines(sick, "facilitator", FIRST)
    backup = await school.who_is("facilitator", FIRST)
    assert backup not in ("mina-linden", "noel-mint", sick)
    told, said = await school.posted(f"/facilitator/{school.who(backup).person_id}")
    assert told.text.startswith("You're facilitating today")
    assert "three-minute guide" in told.text
    assert said.text.startswith("Facilitator today: ")
    await school.at(FIRST, time(16, 30))
    await school.at(date(2026, 10, 14))
    counts = (await school.page(backup)).services
    assert counts[school.who(backup).person_id][MeetingRole.FACILITATOR] == 1
    assert counts[school.who(sick).person_id][MeetingRole.FACILITATOR] == 0
