"""Three touchpoints of a member with a meeting: before, in it, and after (R-083)."""

from datetime import date, time

import pytest

from bot.errors import Cautioned, NotPermitted, OutOfDate
from bot.routines.minutes import pre_read
from tests.routines.live.conftest import DAY


async def agenda(meeting, key):
    return await meeting.perform(pre_read.before, pre_read.AboutAgenda(day=DAY), actor=meeting.who(key))


async def says(meeting, key, words="Ask grade 2 first", title="Exit tickets"):
    place = next(place for place, named in (await agenda(meeting, key)).items if named == title)
    command = pre_read.SayBefore(day=DAY, place=place, words=words)
    return await meeting.perform(pre_read.say, command, actor=meeting.who(key))


@pytest.mark.requirement("R-083")
async def test_who_commented_or_brought_an_item_is_not_asked_before_the_meeting(meeting):
    meeting.clock.on(date(2026, 10, 12), time(14, 30))
    await says(meeting, "ada-acorn")
    meeting.at(time(8))
    await meeting.tick()
    asked = {one.audience for one in await meeting.posted(f"{DAY}/before/") if one.audience != "ilt"}
    assert f"person:{meeting.id_of('oli-nettle')}" in asked
    assert f"person:{meeting.id_of('ada-acorn')}" not in asked
    assert f"person:{meeting.id_of('jay-ivy')}" not in asked
    card = await meeting.said(f"before/{meeting.id_of('oli-nettle')}")
    assert card.verbs == ["pre-read", "agenda"]
    assert card.reason == f"pre-read:{DAY}/{meeting.id_of('oli-nettle')}"


@pytest.mark.requirement("R-083")
async def test_a_member_without_a_role_gets_two_messages_around_a_meeting_and_no_more(meeting):
    meeting.at(time(8))
    await meeting.tick()
    meeting.at(time(15, 30))
    await meeting.is_over()
    await meeting.passes(hours=2)
    others = {"ada-acorn", "oli-nettle", "tea-sage", "yara-xylem", "dale-clover", "kaya-jasmine"}
    key = min(others - set(meeting.roles.values()))
    mine = [
        one.key
        for one in await meeting.posted(f"meeting/{DAY}/")
        if one.audience == f"person:{meeting.id_of(key)}" and "/minutes/" not in one.key
    ]
    assert mine == [f"meeting/{DAY}/{what}/{meeting.id_of(key)}" for what in ("before", "closing")]
    after = await meeting.said(f"closing/{meeting.id_of(key)}")
    assert after.verbs == ["answer-closing", "promise"]


async def test_a_comment_stands_under_the_agenda_with_its_authors_name(meeting):
    meeting.at(time(9))
    await says(meeting, "oli-nettle")
    [said] = [one for one in await meeting.posted("/answer") if "before" in one.key]
    assert said.text == "Oli Nettle on “Exit tickets”: Ask grade 2 first"
    assert (said.audience, said.thread) == ("ilt", f"meeting/{DAY}/agenda")
    with pytest.raises(Cautioned):
        await says(meeting, "oli-nettle", "My student Emma never writes")
    with pytest.raises(NotPermitted):
        await agenda(meeting, "uma-thistle")


async def test_once_the_meeting_has_begun_it_is_said_there(meeting):
    with pytest.raises(OutOfDate, match="has begun"):
        await agenda(meeting, "oli-nettle")
