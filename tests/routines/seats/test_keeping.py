"""Completing, extending and ending seats, the acting leader, and what the school calls things."""

from datetime import date

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.plain import plain
from bot.messages.seats import inviting as invitations
from bot.messages.seats import who as pages
from bot.model.meetings import MeetingState
from bot.model.people import Actor, Relation, Role, the_clock
from bot.model.seats import SeatKind
from bot.model.teams import TeamKind
from bot.routines import checkins, meetings
from bot.routines.requests import Nothing
from bot.routines.seats import acting, keeping
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL
from tests.routines.seats.conftest import NEWCOMER, PRINCIPAL


async def edits(table, key="jay-ivy", **changed):
    person = (await table.roster()).keyed(key).id
    given = {"kind": SeatKind.REP, "teams": ("grade-2",), "why": "Grade 2's voice", "ends": date(2028, 6, 2)}
    command = keeping.EditSeat(person=person, **given | changed)
    return await table.perform(keeping.edit, command, actor=table.actor(PRINCIPAL))


async def without_seats(work):
    for seat in await work.seats.open_ones():
        await work.session.delete(seat)


@pytest.mark.requirement("R-022")
async def test_a_member_without_a_term_is_incomplete_until_the_proposed_end_is_confirmed(table):
    await table.changes(without_seats)
    page = await table.sees(PRINCIPAL)
    assert "Jay Ivy" in {one.person.name for one in page.incomplete}
    assert "Jay Ivy: does not say why this seat and until when (proposed: June 4, 2028)" in plain(
        pages.shown(page)
    )
    asked = keeping.OneSeat(person=(await table.roster()).keyed("jay-ivy").id)
    sheet = await table.perform(keeping.one_seat, asked, actor=table.actor(PRINCIPAL))
    assert sheet.ends == date(2028, 6, 4)

    await edits(table, ends=sheet.ends)

    assert "Jay Ivy" not in {one.person.name for one in (await table.sees(PRINCIPAL)).incomplete}
    assert await table.letters("jay-ivy") == ["Your seat on the ILT was updated"]


async def test_a_seat_is_extended_to_a_later_day_alone_and_its_person_learns_why(table):
    await edits(table)
    person = (await table.roster()).keyed("jay-ivy").id
    sooner = keeping.ExtendSeat(person=person, ends=date(2027, 6, 4), because="To finish the cycle")
    with pytest.raises(Refusal) as refused:
        await table.perform(keeping.extend, sooner, actor=table.actor(PRINCIPAL))
    assert refused.value.field == "ends"

    later = sooner.model_copy(update={"ends": date(2029, 6, 1)})
    await table.perform(keeping.extend, later, actor=table.actor(PRINCIPAL))

    assert "Your seat on the ILT was extended" in await table.letters("jay-ivy")


async def test_ending_a_seat_takes_the_duty_and_opens_the_gap(table):
    await edits(table)
    person = (await table.roster()).keyed("jay-ivy").id

    await table.perform(keeping.end, keeping.EndSeat(person=person), actor=table.actor(PRINCIPAL))

    assert Relation.ILT_MEMBER not in (await table.roster()).relations(person)
    assert "Grade 2 - no rep yet" in plain(pages.shown(await table.sees("cal-cedar")))
    assert "Your seat on the ILT has ended" in await table.letters("jay-ivy")


async def test_the_seats_are_looked_after_by_the_leader_deputy_and_admin_alone(table):
    for key in ("oli-nettle", NEWCOMER, "dale-clover"):
        with pytest.raises(NotPermitted):
            await table.perform(keeping.voices, Nothing(), actor=table.actor(key))
    await table.perform(keeping.voices, Nothing(), actor=table.actor("noel-mint"))


@pytest.mark.requirement("R-006")
async def test_the_multilingual_seat_is_called_as_the_school_calls_it_and_still_counts(table):
    given = keeping.SetVoices(multilingual="MLL")
    await table.perform(keeping.set_voices, given, actor=table.actor(PRINCIPAL))

    words = plain(pages.shown(await table.sees(PRINCIPAL)))
    assert "MLL: Kaya Jasmine" in words
    assert "ELL" not in words

    kaya = (await table.roster()).keyed("kaya-jasmine").id
    await table.perform(keeping.end, keeping.EndSeat(person=kaya), actor=table.actor(PRINCIPAL))
    assert "MLL - no rep yet" in plain(pages.shown(await table.sees(PRINCIPAL)))


@pytest.mark.requirement("R-010")
async def test_a_large_team_is_warned_of_and_saved_anyway(table):
    people = [one for one in (await table.roster()).people if one.key not in (PRINCIPAL,)]
    on_ilt = {one.person.id for one in (await table.sees(PRINCIPAL)).found.seats}
    for person in [one for one in people if one.id not in on_ilt][:3]:
        await table.accepts(await table.invites(person.key), person.key)

    offer = await table.invites("xan-willow", "grade-4")

    assert "13 members. Large team: consider a span rep or a gallery-walk format." in plain(
        invitations.invited(offer)
    )
    await table.accepts(offer, "xan-willow")
    assert len((await table.sees(PRINCIPAL)).found.seats) == 14


async def nobody_leads(work):
    roster = await work.people.to_change()
    await work.people.forget([duty for duty in roster.duties if duty.role is Role.SCHOOL_LEADER])


async def names_acting(table, key="oli-nettle", until=None, by="noel-mint"):
    person = (await table.roster()).keyed(key).id
    command = acting.NameActingLeader(person=person, until=until)
    return await table.perform(acting.name_acting, command, actor=await table.now(by))


@pytest.mark.requirement("R-004")
async def test_without_a_school_leader_the_agenda_waits_until_somebody_acts(table, clock, units):
    await table.changes(nobody_leads)
    clock.on(date(2026, 10, 26))
    clock.advance(hours=2, minutes=1)
    around = Timetable([meetings.due])

    async def state():
        async with units.reading(SCHOOL) as work:
            states = {meeting.day: meeting.state for meeting in await work.meetings.written()}
        return states.get(date(2026, 10, 27))

    await table.perform(around.run_due, RunDue(), actor=the_clock(SCHOOL))
    assert await state() is not MeetingState.PUBLISHED
    assert "An agenda waits for a school leader" in await table.letters("noel-mint")

    await names_acting(table)
    await table.perform(around.run_due, RunDue(), actor=the_clock(SCHOOL))
    assert await state() is MeetingState.PUBLISHED


async def test_an_acting_leader_may_what_the_leader_may_but_reads_no_one_else_s_check_ins(table):
    await names_acting(table, "gwen-flax", by=PRINCIPAL)

    gwen: Actor = await table.now("gwen-flax")

    assert {Relation.ACTING_LEADER, Relation.SCHOOL_LEADER} <= gwen.relations
    assert await table.perform(checkins.mine, Nothing(), actor=gwen) == []
    await table.perform(acting.end_acting, acting.EndActing(), actor=table.actor(PRINCIPAL))
    assert not (await table.now("gwen-flax")).is_any(Relation.ACTING_LEADER, Relation.SCHOOL_LEADER)


async def test_an_acting_leadership_ends_by_itself_the_morning_after_its_last_day(table, clock):
    await names_acting(table, "gwen-flax", until=date(2026, 10, 21), by=PRINCIPAL)
    clock.on(date(2026, 10, 21))
    assert "An acting leadership ends" not in await table.ticks()
    clock.on(date(2026, 10, 22))
    assert "You are no longer acting school leader" not in await table.letters("gwen-flax")
    await table.ticks()
    assert Relation.ACTING_LEADER not in (await table.now("gwen-flax")).relations
    assert "You are no longer acting school leader" in await table.letters("gwen-flax")


async def test_a_team_keeps_the_kind_that_the_school_gives_it(table):
    roster = await table.roster()
    assert roster.team("office").kind is TeamKind.ADMINISTRATION
    assert roster.team("k-1").kind is TeamKind.GRADE_SPAN
