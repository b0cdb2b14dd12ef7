"""The charter: written, proposed, read for a day, adopted, signed; and what it governs from then on."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.charter import page as wording
from bot.messages.meetings import posts
from bot.messages.plain import plain
from bot.messages.seats.who import shown as who_shown
from bot.model.charter import WAYS, CharterState, Part
from bot.model.people import Duty, Role, the_clock
from bot.model.protocol import Fallback
from bot.routines import charter
from bot.routines.charter import SeeCharter, protocol_in_force
from bot.routines.charter.showing import home
from bot.routines.meetings.sheets import go_out, settle_draft, sheet_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.school import ApplySchool, apply
from bot.routines.school_file import MeetingsSection
from bot.routines.seats import who as seats
from bot.routines.setup import parts
from bot.routines.viewer import Viewer
from tests.conftest import SCHOOL, sample_file
from tests.letters import letters
from tests.routines.charter.conftest import DECIDING, MEMBER, PURPOSE, TEACHER, TIMES, WRITER


def said_of(page) -> str:
    return plain(wording.page(page))


def test_every_state_is_reached_and_only_a_superseded_version_stays_for_good():
    reached = {state for following in WAYS.values() for state in following}
    assert reached == set(CharterState)
    assert [state for state, following in WAYS.items() if not following] == [CharterState.SUPERSEDED]


async def test_a_draft_is_the_ilts_own_and_all_staff_read_what_is_adopted(draft, do, adopt):
    assert "The ILT has no charter yet" in said_of(await do(SeeCharter, by=TEACHER))
    assert PURPOSE in said_of(await do(SeeCharter, by=MEMBER))
    await adopt(draft)
    assert PURPOSE in said_of(await do(SeeCharter, by=TEACHER))


async def test_a_section_for_the_ilt_alone_is_not_read_by_other_staff(draft, do, adopt):
    secret = "We name what went wrong."
    await do(charter.WriteWays, accountability=secret, rotation="Two years.", ilt_only=(Part.ACCOUNTABILITY,))
    await adopt(draft)
    assert secret in said_of(await do(SeeCharter, by=MEMBER))
    seen = said_of(await do(SeeCharter, by=TEACHER))
    assert secret not in seen
    assert "Two years." in seen


async def test_it_is_adopted_by_the_school_leader_alone_a_school_day_after_the_ilt_saw_it(draft, do, clock):
    await do(charter.ProposeCharter, charter=draft.id)
    with pytest.raises(NotPermitted):
        await do(charter.AdoptCharter, by=WRITER, charter=draft.id)
    with pytest.raises(Refusal, match="You can adopt it from Tue, Oct 20 on"):
        await do(charter.AdoptCharter, by="leader", charter=draft.id)
    clock.on(date(2026, 10, 20))
    assert (await do(charter.AdoptCharter, by="leader", charter=draft.id)).state is CharterState.ADOPTED


async def test_a_second_press_on_adopt_is_answered_and_changes_nothing(held, do):
    with pytest.raises(OutOfDate, match="Charter v1 has moved on"):
        await do(charter.AdoptCharter, by="leader", charter=held.id)


async def test_a_comment_goes_to_whoever_wrote_it_and_is_neutral_on_a_lock_screen(draft, do, units, who):
    await do(charter.ProposeCharter, charter=draft.id)
    assert await do(charter.CommentOnCharter, by=MEMBER, charter=draft.id, words="Say more on time.") == (
        "Oli Nettle"
    )
    (letter,) = [one for one in await letters(units) if "/comment/" in one.key]
    assert letter.audience == f"person:{who(WRITER).person_id}"
    assert "Say more on time." in letter.text
    assert "time" not in letter.message.summary


async def test_a_proposal_is_changed_only_as_a_draft_again(draft, do):
    await do(charter.ProposeCharter, charter=draft.id)
    with pytest.raises(Refusal, match="first press Back to draft"):
        await do(charter.WritePurpose, purpose="Another", mission="Another")
    await do(charter.TakeBackCharter, charter=draft.id)
    changed = await do(charter.WritePurpose, purpose="Another", mission="Another")
    assert (changed.charter.number, changed.charter.state) == (1, CharterState.DRAFT)


async def test_what_nobody_adopts_in_twenty_school_days_is_a_draft_again(draft, do, clock, tick, units):
    await do(charter.ProposeCharter, charter=draft.id)
    clock.on(date(2026, 10, 20))
    await tick()
    clock.on(date(2026, 11, 17))
    await tick()
    told = [(one.key.split("/")[2], one.audience[:7]) for one in await letters(units)]
    assert told[1:] == [("ripe", "person:"), ("lapsed", "person:")]
    async with units.reading(SCHOOL) as work:
        assert (await work.charters.ahead()).state is CharterState.DRAFT


@pytest.mark.requirement("R-023")
async def test_who_joined_after_version_three_was_adopted_sees_it_unsigned_on_home(
    held, do, adopt, units, clock, sample
):
    for number in (2, 3):
        written = await do(charter.WritePurpose, purpose=f"Purpose {number}", mission="Together.")
        await adopt(written.charter)
    async with units.writing(SCHOOL) as work:
        joined = sample.keyed(TEACHER).id
        work.people.add(Duty(school=SCHOOL, person=joined, role=Role.ILT_MEMBER))

    async def waiting():
        async with units.reading(SCHOOL) as work:
            roster, calendar = await work.people.roster(), await work.calendar.whole()
            sees = Viewer(roster.actor(joined), roster, calendar, clock.now())
            return (await home(sees, work=work)).waiting

    (line,) = await waiting()
    assert "".join(span.text for span in line.line) == "Charter v3 - not signed yet"
    assert [one.label for one in line.buttons] == ["Read", "Sign"]
    async with units.reading(SCHOOL) as work:
        version = await work.charters.adopted()
        actor = (await work.people.roster()).actor(joined)
    await do_as(actor, charter.sign, charter.SignCharter(charter=version.id), units, clock)
    assert await waiting() == ()


async def do_as(actor, routine, command, units, clock):
    async with units.writing(SCHOOL) as work:
        return await routine(command, actor=actor, work=work, clock=clock)


async def test_only_the_ilt_reads_who_signed(held, do):
    await do(charter.SignCharter, charter=held.id)
    await do(charter.SignCharter, charter=held.id)
    mine, theirs = await do(SeeCharter, by=MEMBER), await do(SeeCharter, by=TEACHER)
    assert "Signed by Oli Nettle." in said_of(mine)
    assert mine.members == 10
    assert "Oli Nettle" not in said_of(theirs)
    with pytest.raises(NotPermitted):
        await do(charter.SignCharter, by=TEACHER, charter=held.id)


@pytest.mark.requirement("R-025")
async def test_the_next_three_relays_are_shown_before_their_new_time_applies(draft, do, adopt, units):
    await do(charter.WriteTimes, **TIMES)
    await adopt(draft)
    later = {**TIMES, "relay": "next_day", "relay_at": time(7, 45)}
    written = await do(charter.WriteTimes, **later)
    (relay,) = [one for one in written.preview.times if one.what == "Decisions reach staff"]
    assert len(relay.then) == 3
    shown = plain(wording.written(written))
    assert "Decisions reach staff: Wed, Oct 28, 7:45 AM, then Wed, Nov 11, 7:45 AM" in shown
    async with units.reading(SCHOOL) as work:
        assert (await work.calendar.whole()).relay_at == time(15)
        assert (await work.meetings.series()).call_at == time(8)


async def test_times_of_a_draft_change_nothing_before_it_is_adopted(draft, do, adopt, units):
    async def now():
        async with units.reading(SCHOOL) as work:
            settings = await work.settings.now()
            return (await work.meetings.series()).call_at, settings.sharing.digest_weeks

    await do(charter.WriteTimes, **TIMES)
    assert await now() == (time(7, 45), 2)
    await adopt(draft)
    assert await now() == (time(8), 4)


async def test_a_relay_outside_contract_hours_is_refused_beside_its_field(draft, do):
    with pytest.raises(Refusal, match="7:30 AM to 3:30 PM") as refused:
        await do(charter.WriteTimes, **{**TIMES, "relay_at": time(16)})
    assert refused.value.field == "relay_at"


async def test_what_the_charter_governs_is_refused_by_name_in_settings_and_in_the_file(
    held, perform, who, leader
):
    clock = the_clock(SCHOOL)
    file = sample_file()
    assert (await perform(apply, ApplySchool(file=file), actor=clock)).school == SCHOOL
    for section, place in (
        ({"meetings": file.meetings.model_copy(update={"call_at": time(9)})}, "meetings.call_at"),
        ({"authority": ({"what": "Pay", "who": "us"},)}, "authority"),
    ):
        changed = type(file).model_validate({**file.model_dump(exclude_unset=True), **_dumped(section)})
        with pytest.raises(Refusal, match=f"^{place}: The charter"):
            await perform(apply, ApplySchool(file=changed), actor=clock)
    with pytest.raises(Refusal, match="/ilt charter") as refused:
        await perform(parts.set_authority, parts.SetAuthority(lines="Pay: us"), actor=who(leader))
    assert refused.value.field == "lines"


async def test_a_file_that_says_nothing_of_the_times_leaves_them_to_the_charter(
    draft, do, adopt, perform, who, leader, units
):
    await do(charter.WriteTimes, **TIMES)
    await adopt(draft)
    file = sample_file()
    said = {"every": "biweekly", "first": file.meetings.first, "at": file.meetings.at}
    silent = file.model_copy(update={"meetings": MeetingsSection(**said)})
    await perform(apply, ApplySchool(file=silent), actor=the_clock(SCHOOL))
    async with units.reading(SCHOOL) as work:
        series = await work.meetings.series()
    assert (series.call_at, series.publish_at) == (time(8), time(13))
    wanted = parts.SetMeetings(**said, call_at=time(9))
    with pytest.raises(Refusal, match="The charter says 8:00 AM") as refused:
        await perform(parts.set_meetings, wanted, actor=who(leader))
    assert refused.value.field == "call_at"


async def test_the_ilt_is_asked_in_january_and_again_in_june_whether_it_still_fits(held, tick, clock, units):
    for day in (date(2027, 1, 11), date(2027, 6, 1)):
        clock.on(day, time(7, 45))
        await tick()
    asked = [one.key[-10:] for one in await letters(units) if "/review/" in one.key]
    assert asked == ["2027-01-11", "2027-06-01"]


def _dumped(section):
    return {
        name: value
        if isinstance(value, tuple)
        else {**value.model_dump(exclude_unset=True), "call_at": "09:00"}
        for name, value in section.items()
    }


@pytest.mark.requirement("R-026")
async def test_the_adopted_protocol_is_what_decisions_go_by_with_its_version(draft, do, adopt, units):
    async def now():
        async with units.reading(SCHOOL) as work:
            return await protocol_in_force(work)

    await do(charter.WriteDeciding, **DECIDING)
    assert (await now()).version == 0
    await adopt(draft)
    found = await now()
    assert (found.version, found.protocol.fallback) == (1, (Fallback.PRINCIPAL,))
    assert found.protocol.passes([3, 4, 5])
    assert not found.protocol.passes([2, 5, 5])
    assert (found.protocol.quorum(8), found.protocol.ratify_topics) == (5, "The bell schedule")
    async with units.reading(SCHOOL) as work:
        assert [one.what for one in (await work.settings.now()).authority] == ["Meeting dates"]
    page = said_of(await do(SeeCharter, by=TEACHER))
    assert "We vote up to 2 times. Then the principal decides and writes down why." in page


async def test_a_new_draft_begins_with_what_holds(held, do):
    written = await do(charter.WriteWays, rotation="Three years.")
    assert (written.charter.number, written.charter.purpose) == (2, PURPOSE)
    assert replace(written.charter.protocol) == held.protocol


@pytest.mark.requirement("R-024")
async def test_any_colleague_may_ask_what_the_ilt_is_for(held, perform, who):
    asked = await perform(seats.see, seats.SeeWho(about="what is the ILT for?"), actor=who(TEACHER))
    assert PURPOSE in plain(who_shown(asked))
    assert PURPOSE in plain(who_shown(await perform(seats.see, seats.SeeWho(), actor=who(TEACHER))))


@pytest.mark.requirement("R-024")
async def test_a_new_purpose_is_on_the_next_agenda_and_old_agendas_keep_theirs(held, do, adopt, units, clock):
    async def publish(day: date) -> str:
        clock.on(day)
        async with units.writing(SCHOOL) as work:
            plan, roster = await plan_of(work), await work.people.roster()
            meeting = await settle_draft(plan.next_unpublished(clock.now()), plan, roster, work, clock.now())
            await go_out(await sheet_of(meeting, plan, roster, work, clock.now()), work)
            return meeting.id

    async def shown(meeting_id: str) -> str:
        async with units.reading(SCHOOL) as work:
            plan, roster = await plan_of(work), await work.people.roster()
            meeting = next(one for one in plan.written.values() if one.id == meeting_id)
            return plain(
                posts.published(await sheet_of(meeting, plan, roster, work, clock.now()), is_late=False)
            )

    old = await publish(date(2026, 10, 26))
    written = await do(charter.WritePurpose, purpose="A new line for us.", mission="Together.")
    await adopt(written.charter)
    new = await publish(date(2026, 11, 9))
    assert shown_first_lines(await shown(old))[1] == PURPOSE
    assert shown_first_lines(await shown(new))[1] == "A new line for us."


def shown_first_lines(said: str) -> list[str]:
    return [line for line in said.splitlines() if line]
