"""What roles and words mean while the meeting runs: who records, and how it opens."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted
from bot.routines import commitments
from bot.routines.meetings.standing import require_to_record
from tests.conftest import SCHOOL
from tests.routines.live.conftest import DAY, Meeting


@pytest.fixture
async def meeting(perform, units, clock, who, sample) -> Meeting:
    clock.on(date(2026, 10, 5), time(9))
    found = Meeting(perform, units, clock, who)
    await found.prepare()
    return found


async def may_record(meeting: Meeting, key: str) -> bool:
    async with meeting.units.reading(SCHOOL) as work:
        try:
            await require_to_record(meeting.who(key), work)
        except NotPermitted:
            return False
    return True


async def test_while_it_runs_recorder_relay_lead_and_school_leader_record_and_else_everybody(meeting):
    recorder, relay, other = meeting.roles["recorder"], meeting.roles["relay_lead"], meeting.member
    assert await may_record(meeting, other)
    await meeting.starts()
    able = [await may_record(meeting, key) for key in (recorder, relay, "mina-linden", other)]
    assert able == [True, True, True, False]
    meeting.at(time(16, 30))
    await meeting.ends()
    assert await may_record(meeting, other)


async def test_without_a_recorder_and_a_relay_lead_everybody_of_the_ilt_records(meeting, units):
    await meeting.starts()
    async with units.writing(SCHOOL) as work:
        for role, holder in (await work.meetings.roles(DAY)).items():
            if role.value in ("recorder", "relay_lead"):
                await work.meetings.vacate(holder)
    assert await may_record(meeting, meeting.member)


async def test_it_opens_with_what_was_due_and_the_card_follows_what_owners_say(meeting):
    meeting.clock.on(date(2026, 10, 12), time(15))
    make = commitments.Promise(
        text="Bring the exit tickets", owners=[meeting.who("oli-nettle").person_id], due_on=DAY
    )
    made = await meeting.perform(commitments.make, make, actor=meeting.who("oli-nettle"))
    meeting.at(time(15, 30))
    await meeting.starts()
    said = await meeting.said("live/promised")
    assert said.text.startswith("What we said we would do")
    assert "no word yet" in said.text
    assert said.verbs == ["commitments", "promise"]
    tell = commitments.TellCommitment(commitment=made.one.id, state="moving")
    await meeting.perform(commitments.tell, tell, actor=meeting.who("oli-nettle"))
    assert "moving" in (await meeting.posted("live/promised"))[-1].text
    later = commitments.Promise(
        text="Ask the office", owners=[meeting.who("jay-ivy").person_id], due_on=date(2026, 10, 20), day=DAY
    )
    noted = await meeting.perform(commitments.make, later, actor=meeting.who("oli-nettle"))
    [told] = await meeting.posted(f"commitment/{noted.one.id}/yours")
    assert told.due_at == meeting.clock.now()
