"""Being away: nothing the bot starts reaches one, and others stand in."""

from datetime import date, datetime, time

import pytest

from bot.app.core import NOUNS
from bot.errors import Refusal
from bot.messages import away as wording
from bot.messages.plain import plain
from bot.messages.seats import who as seats
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.people import Relation, the_clock
from bot.model.rotation import MeetingRole
from bot.routines.away import saying
from bot.routines.courtesy.pacing import LetGo, let_go
from bot.routines.seats import who as who_routines
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import DENVER, SCHOOL
from tests.letters import letters

MEETING = date(2026, 10, 27)


@pytest.fixture
def says(perform, who):
    async def say(key: str, when: str = ""):
        return await perform(saying.say, saying.SayAway(when=when), actor=who(key))

    return say


@pytest.fixture
def at(perform, clock):
    """Let the clock do what is due on a day, and decide how it is told."""
    timetable = Timetable([noun.due for noun in NOUNS])

    async def tick(day: date, wall: time = time(7, 45)):
        clock.on(day, wall)
        await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
        await perform(let_go, LetGo(), actor=the_clock(SCHOOL))

    return tick


@pytest.fixture
def roster(sample, units):
    async def read():
        async with units.reading(SCHOOL) as work:
            return await work.people.roster()

    return read


async def told(units, who, key):
    mine = f"person:{who(key).person_id}"
    return [one for one in await letters(units) if one.audience == mine]


async def test_nothing_is_asked_and_everything_is_forgotten_on_return(says, at, units):
    said = await says("oli-nettle", "until friday")
    assert (said.last, said.back_on) == (date(2026, 10, 23), date(2026, 10, 26))
    assert "reason" in plain(wording.answered(said))
    await at(date(2026, 10, 24), time(0, 1))
    async with units.reading(SCHOOL) as work:
        assert await work.away.all() == []


async def test_what_the_bot_starts_waits_for_the_return_in_one_message(says, at, units, who, perform):
    """Without the wait both would be there at 07:45 on the Tuesday."""
    await says("oli-nettle", "3 days")
    me = Audience.person(who("oli-nettle").person_id)
    async with units.writing(SCHOOL) as work:
        morning = datetime.combine(date(2026, 10, 20), time(7, 45), DENVER)
        for one in ("one", "two"):
            await work.outbox.post(me, Message(one), key=f"checkin/{one}", due_at=morning)
    await at(date(2026, 10, 20))
    back = datetime.combine(date(2026, 10, 22), time(7, 45), DENVER)
    assert {
        one.due_at for one in await told(units, who, "oli-nettle") if one.key.startswith("checkin/o")
    } == {back}
    await at(date(2026, 10, 22))
    digests = [one for one in await told(units, who, "oli-nettle") if one.key.startswith("digest")]
    assert len(digests) == 1
    assert "one" in digests[0].text
    assert "two" in digests[0].text


async def test_being_back_early_brings_what_waited(says, at, units, who, perform):
    await says("oli-nettle", "until 2026-11-10")
    me = Audience.person(who("oli-nettle").person_id)
    async with units.writing(SCHOOL) as work:
        morning = datetime.combine(date(2026, 10, 20), time(7, 45), DENVER)
        await work.outbox.post(me, Message("one"), key="checkin/one", due_at=morning)
    await at(date(2026, 10, 20))
    await perform(saying.back, saying.SayBack(), actor=who("oli-nettle"))
    await at(date(2026, 10, 20), time(9))
    [one] = [one for one in await told(units, who, "oli-nettle") if one.key == "checkin/one"]
    assert one.due_at <= datetime.combine(date(2026, 10, 20), time(9), DENVER)


async def test_triage_and_a_teams_voice_fall_to_the_next_by_the_rule(says, roster, who):
    before = await roster()
    assert before.triager().key == "noel-mint"
    await says("noel-mint", "2 days")
    await says("tea-sage", "2 days")
    after = await roster()
    assert after.triager().key == "mina-linden"
    assert Relation.TRIAGER in after.relations(who("mina-linden").person_id)
    assert after.speaker_for("grade-4").key == "mina-linden", "the deputy is away too"


async def test_a_later_absence_changes_nothing_before_its_day(says, at, roster):
    await says("noel-mint", "2026-10-26 to 2026-10-27")
    assert (await roster()).triager().key == "noel-mint"
    await at(date(2026, 10, 26), time(0, 1))
    assert (await roster()).triager().key == "mina-linden"
    await at(date(2026, 10, 28), time(0, 1))
    assert (await roster()).triager().key == "noel-mint"


async def test_a_meeting_role_goes_to_the_next_in_turn_who_is_told(says, at, units, who, roster):
    await at(date(2026, 10, 23), time(13))
    async with units.reading(SCHOOL) as work:
        holder = (await work.meetings.roles(MEETING))[MeetingRole.FACILITATOR]
    key = (await roster()).person(holder.person).key
    await says(key, "2026-10-26 to 2026-10-28")
    async with units.reading(SCHOOL) as work:
        now = (await work.meetings.roles(MEETING))[MeetingRole.FACILITATOR]
    assert now.person != holder.person
    stands_in = (await roster()).person(now.person).key
    assert [one for one in await told(units, who, stands_in) if "facilitator" in one.key]


async def test_nobody_who_will_be_away_is_given_a_role(says, at, units, roster, who):
    """Without the rule, somebody of these has a role: they are among the first of the rotation."""
    absent = ("ada-acorn", "jay-ivy", "oli-nettle", "tea-sage")
    for key in absent:
        await says(key, "2026-10-27 to 2026-10-27")
    await at(date(2026, 10, 23), time(13))
    async with units.reading(SCHOOL) as work:
        held = {holder.person for holder in (await work.meetings.roles(MEETING)).values()}
    assert held.isdisjoint(who(key).person_id for key in absent)


async def test_asking_how_it_stands_changes_nothing(says):
    await says("oli-nettle", "tomorrow")
    assert (await says("oli-nettle")).first == date(2026, 10, 20)
    assert (await says("oli-nettle", "back")).first is None


async def test_what_names_no_days_is_refused_with_examples(says):
    with pytest.raises(Refusal, match="until Friday"):
        await says("oli-nettle", "because I am ill")


async def test_others_read_until_when_and_nothing_else(says, perform, who):
    await says("ada-acorn", "until friday")
    page = await perform(who_routines.see, who_routines.SeeWho(), actor=who("uma-thistle"))
    after = plain(seats.shown(page))
    assert "Ada Acorn (away until Fri, Oct 23)" in after
