"""Minutes: drafted at the end, confirmed by whoever records, corrected in versions, exported."""

from datetime import time

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.app.core import assembled
from bot.app.documents import document_routes
from bot.commands.school import operator
from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages.live import openings
from bot.messages.minutes.cards import saved
from bot.messages.minutes.document import document, shown
from bot.messages.plain import plain
from bot.model.live import RunState
from bot.model.minutes import MinutesState
from bot.routines.minutes import exporting
from tests.conftest import SCHOOL
from tests.routines.live.conftest import DAY
from tests.routines.minutes.conftest import AFTER, PRINCIPAL


async def test_at_the_end_the_recorder_gets_the_minutes_to_confirm_with_what_became_of_each_item(meeting):
    await meeting.is_over()
    card = await meeting.said(f"minutes/{meeting.id_of(meeting.recorder)}")
    assert card.verbs == ["confirm-minutes", "edit-minutes", "minutes"]
    assert card.due_at == meeting.clock.now()
    assert f"{meeting.number}. Exit tickets: Decided" in card.text
    await meeting.edits(meeting.recorder, notes={str(meeting.number): "From November on."})
    record = await meeting.confirms(meeting.recorder)
    assert "From November on." in plain(document(record))
    assert (await meeting.run()).state is RunState.CLOSED
    said = await meeting.said("minutes/said/confirmed")
    assert (said.audience, said.thread) == ("ilt", f"meeting/{DAY}/agenda")


async def test_only_who_records_leads_or_heads_the_school_edits_and_only_the_ilt_reads(meeting):
    await meeting.is_over()
    with pytest.raises(NotPermitted):
        await meeting.confirms(meeting.member)
    with pytest.raises(NotPermitted):
        await meeting.edits(meeting.member, remarks="Mine")
    with pytest.raises(NotPermitted):
        await meeting.sees("uma-thistle")
    assert "confirm-minutes" not in str(shown(await meeting.sees(meeting.member)))
    assert (await meeting.confirms(PRINCIPAL)).minutes.by == meeting.id_of(PRINCIPAL)


async def test_a_second_confirmation_and_a_form_from_before_are_told_kindly(meeting):
    await meeting.is_over()
    await meeting.confirms(meeting.recorder)
    with pytest.raises(OutOfDate, match="confirmed already"):
        await meeting.confirms(PRINCIPAL)
    with pytest.raises(Refusal, match="what you correct"):
        await meeting.edits(meeting.recorder, remarks="More")
    await meeting.edits(meeting.recorder, remarks="More", why="A line was missing")
    with pytest.raises(OutOfDate, match="Oli Nettle has corrected these minutes since, and came first"):
        await meeting.edits(PRINCIPAL, remarks="Less", why="Too long")
    record = await meeting.sees(meeting.member)
    assert (record.minutes.version, record.minutes.remarks) == (2, "More")
    assert "Corrected: A line was missing" in plain(document(record))


async def test_of_two_who_write_at_once_nothing_is_lost_and_the_second_learns_who_came_first(meeting):
    await meeting.is_over()
    number = str(meeting.number)
    seen = await meeting.opens(meeting.recorder)
    assert await meeting.opens(PRINCIPAL) == seen
    first = await meeting.edits(meeting.recorder, notes={number: "From November on."}, **seen)
    assert "came first" not in plain(saved(first))

    second = await meeting.edits(PRINCIPAL, notes={number: "In math only."}, remarks="Thanks", **seen)

    assert second.minutes.notes == {number: "From November on.\nIn math only."}
    assert second.minutes.remarks == "Thanks"
    told = plain(saved(second))
    recorder = second.name(meeting.id_of(meeting.recorder))
    assert f"{recorder} changed these minutes while you wrote, and came first." in told
    assert f"“{number}. Exit tickets”" in told
    theirs = await meeting.edits(meeting.recorder, notes={number: "From November on."}, remarks="", **seen)
    assert theirs.minutes.notes == second.minutes.notes, "sent again, it is not there twice"
    seen = await meeting.opens(PRINCIPAL)
    shorter = await meeting.edits(PRINCIPAL, notes={number: "In math only."}, remarks="", **seen)
    assert (shorter.minutes.notes, shorter.minutes.remarks) == ({number: "In math only."}, "")


async def test_two_texts_that_do_not_fit_together_and_a_draft_that_was_confirmed_stay_in_the_form(meeting):
    await meeting.is_over()
    number, seen = str(meeting.number), await meeting.opens(PRINCIPAL)
    await meeting.edits(meeting.recorder, notes={number: "a" * 300}, **seen)
    with pytest.raises(OutOfDate, match="shorten yours by 1 character,") as no:
        await meeting.edits(PRINCIPAL, notes={number: "b" * 100}, **seen)
    assert no.value.field == f"notes.{number}"
    assert (await meeting.minutes()).notes == {number: "a" * 300}
    await meeting.confirms(meeting.recorder)
    with pytest.raises(OutOfDate, match=r"Confirmed by .*Your words are still here"):
        await meeting.edits(PRINCIPAL, notes={number: "b"}, **seen)


async def test_an_hour_later_the_backup_is_asked_and_reads_it_in_contract_hours(meeting):
    """SC-1: the recorder leaves."""
    await meeting.is_over()
    await meeting.passes(minutes=59)
    assert len((await meeting.minutes()).asked) == 1
    await meeting.passes(minutes=1)
    _, backup = (await meeting.minutes()).asked
    assert backup not in {meeting.id_of(key) for key in meeting.roles.values()}
    card = await meeting.said(f"minutes/{backup}")
    assert "Nobody has confirmed them yet, and you are next." in card.text
    assert card.due_at.astimezone(meeting.clock.now().tzinfo).date() == AFTER


async def test_a_day_later_minutes_close_as_unconfirmed_and_can_still_be_confirmed(meeting):
    await meeting.is_over()
    meeting.clock.on(AFTER, time(16, 30))
    await meeting.tick()
    assert (await meeting.minutes()).state is MinutesState.UNCONFIRMED
    assert "Nobody has confirmed them" in (await meeting.said("minutes/said/left")).text
    assert "Closed without confirmation." in plain(document(await meeting.sees(meeting.member)))
    await meeting.confirms(meeting.recorder)
    assert (await meeting.minutes()).state is MinutesState.CONFIRMED


async def test_a_meeting_nobody_started_leaves_no_minutes(meeting):
    with pytest.raises(NotFound, match="no minutes yet"):
        await meeting.sees(meeting.member)
    await meeting.is_over()
    with pytest.raises(NotFound, match="no minutes of Wed, Oct 14"):
        await meeting.sees(meeting.member, AFTER)


async def test_minutes_go_out_as_markdown_and_pdf_at_an_address_that_holds_for_a_day(meeting, engines):
    await meeting.is_over()
    exported = await meeting.exports(meeting.member)
    assert exported.text.startswith("# Minutes: ILT, Tue, Oct 13\n")
    assert "| Item | Planned | Real | What became of it |" in exported.text
    app = web.Application()
    app.add_routes(document_routes(assembled(engines, meeting.clock)))
    async with TestClient(TestServer(app)) as http:
        read = await http.get(exported.markdown)
        assert (read.content_type, await read.text()) == ("text/markdown", exported.text)
        made = await http.get(exported.pdf)
        assert (made.content_type, (await made.read())[:5]) == ("application/pdf", b"%PDF-")
        assert (await http.get(f"/documents/{'a' * 43}.pdf")).status == 404
        meeting.clock.on(AFTER, time(16, 31))
        assert (await http.get(exported.markdown)).status == 404


async def test_whoever_looks_after_the_computer_may_take_them_out_and_a_teacher_may_not(meeting):
    await meeting.is_over()
    wanted = exporting.TakeOut(day=DAY)
    said = await meeting.perform(exporting.take_out, wanted, actor=operator(SCHOOL))
    assert said.summary == "Minutes: ILT, Tue, Oct 13"
    with pytest.raises(NotPermitted):
        await meeting.perform(exporting.take_out, wanted, actor=meeting.who("uma-thistle"))


@pytest.mark.requirement("R-085")
async def test_the_opening_prompt_is_on_the_first_card_and_nothing_of_it_in_the_minutes(meeting):
    """It takes no answer: the card has the buttons of every card, and none that could keep one."""
    professional, personal = openings.prompts(0)
    await meeting.starts()
    first = await meeting.said("live/card/1/")
    assert professional in first.text
    assert "Passing is fine. Nothing of it is written down." in first.text
    assert set(first.verbs) == {"next-item", "extend-item", "add-now"}
    await meeting.next()
    assert professional not in (await meeting.said("live/card/2/")).text
    await meeting.ends()
    exported = (await meeting.exports(meeting.member)).text
    assert professional not in exported
    assert personal not in exported


def test_openings_go_round_and_begin_with_the_profession():
    asked = [openings.prompts(meeting) for meeting in range(10)]
    assert len({one for one, _ in asked[:9]}) == 9
    assert asked[9][0] == asked[0][0]
