"""Inviting somebody to the ILT, and what follows from a yes and from a not now."""

from datetime import date

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages.plain import plain
from bot.messages.seats import inviting as wording
from bot.messages.seats import who as pages
from bot.model.people import Relation, Role, Seat
from bot.routines.seats import inviting
from tests.routines.seats.conftest import NEWCOMER, PRINCIPAL


async def test_a_yes_makes_somebody_ilt_member_and_rep_of_the_team(table):
    await table.accepts(await table.invites())

    roster = await table.roster()
    bea = roster.keyed(NEWCOMER)
    assert {Relation.ILT_MEMBER, Relation.REP} <= roster.relations(bea.id)
    assert bea in roster.seated("k-1", Seat.REP)
    assert "Bea Birch" in plain(pages.shown(await table.sees("cal-cedar")))
    assert await table.letters(PRINCIPAL) == ["Your invitation has an answer"]


async def test_a_not_now_needs_no_reason_and_changes_nothing(table):
    offer = await table.invites()
    command = inviting.OneInvitation(seat=offer.seat)

    await table.perform(inviting.decline, command, actor=table.actor(NEWCOMER))

    roster = await table.roster()
    assert Relation.ILT_MEMBER not in roster.relations(roster.keyed(NEWCOMER).id)
    assert await table.letters(PRINCIPAL) == ["Your invitation has an answer"]
    with pytest.raises(OutOfDate):
        await table.accepts(offer)


async def test_only_the_invited_person_and_the_keepers_know_of_an_invitation(table):
    offer = await table.invites()

    for key in ("cal-cedar", "oli-nettle"):
        assert "Invited" not in plain(pages.shown(await table.sees(key)))
        with pytest.raises(NotFound):
            await table.accepts(offer, key)
    assert "Invited: Bea Birch" in plain(pages.shown(await table.sees(PRINCIPAL)))
    assert wording.invitation(offer).private
    assert "Bea" not in wording.said_not_now(offer).summary


async def test_somebody_on_the_ilt_or_invited_already_is_not_invited(table):
    await table.invites()
    for key in (NEWCOMER, "oli-nettle"):
        with pytest.raises(Refusal) as refused:
            await table.invites(key)
        assert refused.value.field == "person"


async def test_staff_cannot_invite(table):
    with pytest.raises(NotPermitted):
        await table.perform(inviting.whom_to_invite, inviting.WhomToInvite(), actor=table.actor("oli-nettle"))


@pytest.mark.requirement("R-009")
async def test_the_perspective_is_its_authors_alone_and_a_blank_one_is_never_asked_for(table, clock):
    await table.accepts(await table.invites())
    assert "In their own words" not in plain(pages.shown(await table.sees("oli-nettle")))
    bea = await table.now(NEWCOMER)
    written = inviting.WritePerspective(words="Twelve years with the youngest")
    await table.perform(inviting.write_perspective, written, actor=bea)

    assert "Twelve years" in plain(pages.shown(await table.sees("oli-nettle")))
    assert "Twelve years" not in plain(pages.shown(await table.sees("cal-cedar")))

    await table.perform(inviting.write_perspective, inviting.WritePerspective(), actor=bea)
    assert "In their own words" not in plain(pages.shown(await table.sees("oli-nettle")))
    for day in (20, 23, 27, 30):
        clock.on(date(2026, 10, day))
        await table.ticks()
    assert not [one for one in await table.letters(NEWCOMER) if "perspective" in one.lower()]


async def test_an_invitation_can_be_taken_back(table):
    offer = await table.invites()
    command = inviting.OneInvitation(seat=offer.seat)
    await table.perform(inviting.withdraw, command, actor=table.actor(PRINCIPAL))

    with pytest.raises(OutOfDate):
        await table.accepts(offer)
    assert Role.ILT_MEMBER not in {
        duty.role for duty in (await table.roster()).duties if duty.person == table.actor(NEWCOMER).person_id
    }
