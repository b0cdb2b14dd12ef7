"""Guests of one meeting: invited for one item, seeing that one, advising in a vote."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.meetings import seen as agenda_wording
from bot.messages.plain import plain
from bot.model.guests import GuestState
from bot.routines.consensus import ending, opening, voting
from bot.routines.consensus.shown import AboutCheck
from bot.routines.guests import inviting
from bot.routines.meetings import looking
from tests.conftest import SCHOOL
from tests.letters import buttons_of
from tests.routines.consensus.conftest import ILT, said
from tests.routines.live.conftest import DAY, Meeting

GUEST, OTHER = "uma-thistle", "pia-olive"


class WithGuests(Meeting):
    async def item(self, title: str = "Lunch") -> str:
        async with self.units.reading(SCHOOL) as work:
            return next(one.id for one in await work.meetings.open_items() if one.title == title)

    async def invites(self, guest: str | None = GUEST, by: str | None = None, title: str = "Lunch", **said):
        person = self.who(guest).person_id if guest else None
        command = inviting.InviteGuest(
            day=DAY, item=await self.item(title), person=person, **{"kind": "special_education"} | said
        )
        return await self.perform(inviting.invite, command, actor=self.who(by or self.lead))

    async def answers(self, seat, comes="yes", by=GUEST):
        command = inviting.AnswerGuest(seat=seat.id, comes=comes)
        return await self.perform(inviting.answer, command, actor=self.who(by))

    async def reads(self, key: str) -> str:
        found = await self.perform(looking.see, looking.SeeAgenda(), actor=self.who(key))
        return plain(agenda_wording.agenda(found))


@pytest.fixture
async def meeting(perform, units, clock, who, sample) -> WithGuests:
    clock.on(date(2026, 10, 5), time(9))
    found = WithGuests(perform, units, clock, who)
    await found.prepare()
    found.clock.on(date(2026, 10, 12), time(15))
    return found


async def test_a_guest_sees_the_published_agenda_and_the_one_item_but_no_notes(meeting):
    seat = (await meeting.invites()).seat
    [asked] = await meeting.posted(f"guest/{seat.id}")
    assert (asked.audience, asked.due_at) == (
        f"person:{meeting.who(GUEST).person_id}",
        meeting.clock.now(),
    )
    assert "Lunch" in asked.text
    read, other = await meeting.reads(GUEST), await meeting.reads(OTHER)
    assert "You are a guest for this item:" in read
    assert read.count("Two lines") == 1
    assert "You are a guest" not in other
    assert "Two lines" not in other
    assert "One example" not in read
    assert "Guests" not in read


async def test_the_ilt_sees_who_is_invited_and_who_leads_can_take_it_back(meeting):
    seat = (await meeting.invites()).seat
    assert "Special-education voice (Uma Thistle) for “Lunch”: invited" in await meeting.reads("jay-ivy")
    command = inviting.WithdrawGuest(seat=seat.id)
    with pytest.raises(NotPermitted):
        await meeting.perform(inviting.withdraw, command, actor=meeting.who(meeting.member))
    await meeting.perform(inviting.withdraw, command, actor=meeting.who(meeting.lead))
    assert "Special-education voice" not in await meeting.reads("jay-ivy")
    assert "taken back" in (await meeting.posted(f"guest/{seat.id}"))[-1].text
    with pytest.raises(OutOfDate):
        await meeting.answers(seat)


async def test_a_guest_answers_with_one_tap_and_whoever_invited_is_told(meeting):
    seat = (await meeting.invites()).seat
    with pytest.raises(NotPermitted):
        await meeting.answers(seat, by=OTHER)
    assert (await meeting.answers(seat)).seat.state is GuestState.COMING
    await meeting.answers(seat)
    [told] = await meeting.posted("/answered/")
    assert told.audience == f"person:{meeting.who(meeting.lead).person_id}"
    assert "Uma Thistle) comes on" in told.text


async def test_somebody_without_an_account_has_a_seat_and_gets_no_letter(meeting):
    result = await meeting.invites(None, kind="family")
    assert result.seat.person is None
    assert not await meeting.posted("/guest/")
    assert "Family member for “Lunch”" in await meeting.reads("jay-ivy")


async def test_a_guest_is_invited_once_is_not_of_the_ilt_and_only_by_who_leads(meeting):
    await meeting.invites()
    with pytest.raises(OutOfDate):
        await meeting.invites()
    with pytest.raises(Refusal) as refused:
        await meeting.invites("jay-ivy")
    assert refused.value.field == "person"
    with pytest.raises(NotPermitted):
        await meeting.invites(OTHER, by=meeting.member)


@pytest.mark.requirement("R-021")
async def test_a_guests_vote_of_two_is_reported_apart_and_the_threshold_counts_members_only(meeting):
    await meeting.invites()
    meeting.at(time(15, 30))
    await meeting.starts()
    actor = meeting.who("oli-nettle")
    desk = await meeting.perform(opening.prepare, opening.AboutOpening(), actor=actor)
    assert desk.advisers == (meeting.who(GUEST).person_id,)
    command = opening.OpenCheck(
        proposal="Exit tickets close every lesson in grades 3-5",
        teams=("grade-3",),
        heard=("grade-3",),
        guests=desk.advisers,
    )
    check = (await meeting.perform(opening.open_check, command, actor=actor)).check
    one = {"check": check.id}
    meeting.clock.advance(minutes=3)
    await meeting.perform(voting.open_vote, voting.OpenVote(**one, proposal=command.proposal), actor=actor)
    for key, value in [(GUEST, 2), *((key, 4 if key < "m" else 5) for key in ILT)]:
        await meeting.perform(voting.vote, voting.CastVote(**one, value=value), actor=meeting.who(key))
    closed = await meeting.perform(ending.see, AboutCheck(**one), actor=actor)
    assert closed.check.state.value == "passed"
    assert "Guests: 1 concern." in said(closed)


async def test_the_hint_of_a_missing_voice_has_the_button_that_invites(meeting):
    async with meeting.units.writing(SCHOOL) as work:
        for seat in await work.seats.open_ones():
            if seat.kind and seat.kind.value == "special_education":
                await work.session.delete(seat)
    found = await meeting.perform(looking.see, looking.SeeAgenda(), actor=meeting.who(meeting.lead))
    shown = [one.verb for one in buttons_of(agenda_wording.agenda(found))]
    assert "invite-guest" in shown
