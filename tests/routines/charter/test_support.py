"""What the ILT needs before it meets, and its protected time."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.calendar import rebooking
from bot.messages.plain import plain
from bot.model.protected import Cause
from bot.model.support import ROOM, TIME, spoken_for
from bot.routines.calendar import displaced
from bot.routines.charter.showing import home
from bot.routines.charter.support import ConfirmSupport, confirm
from bot.routines.viewer import Viewer
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.routines.charter.conftest import MEMBER, TEACHER

FIRST, TENTH, BREAK = date(2026, 10, 27), date(2026, 11, 10), date(2026, 11, 24)


@pytest.fixture
def waits(units, clock, sample, leader):
    """The lines on somebody's Home, the school leader's unless said otherwise."""

    async def shown(by: str = "") -> list[str]:
        async with units.reading(SCHOOL) as work:
            roster, calendar = await work.people.roster(), await work.calendar.whole()
            person = roster.keyed(by or leader).id
            share = await home(Viewer(roster.actor(person), roster, calendar, clock.now()), work=work)
            return ["".join(span.text for span in one.line) for one in share.waiting]

    return shown


@pytest.fixture
def settle(perform, who, leader, sample):
    """Confirm everything but these gaps."""

    async def done(*but: str, by: str = ""):
        teams = spoken_for(sample)
        command = ConfirmSupport(
            basics=tuple(one for one in (ROOM, TIME) if one not in but),
            cover=tuple(team for team in teams if f"cover/{team}" not in but),
            pay=tuple(team for team in teams if f"pay/{team}" not in but),
        )
        return await perform(confirm, command, actor=who(by or leader))

    return done


@pytest.mark.requirement("R-060")
async def test_a_gap_in_cover_is_the_principals_task_when_the_first_agenda_is_published(
    settle, tick, clock, units, waits, who, leader
):
    await settle("cover/grade-3")
    clock.on(date(2026, 10, 26), time(14))
    await tick()
    (letter,) = [one for one in await letters(units) if one.key.startswith("charter/support/")]
    assert letter.audience == f"person:{who(leader).person_id}"
    assert "Cover for the Grade 3 rep" in letter.text
    clock.on(date(2026, 10, 29))
    assert "Not settled for the ILT yet: 1 thing. First: Cover for the Grade 3 rep." in await waits()
    await settle()
    assert not [line for line in await waits() if "needs" in line]


async def test_before_the_first_meeting_only_the_school_leader_is_reminded(settle, waits):
    assert [line for line in await waits() if "Not settled for the ILT yet: " in line]
    assert not [line for line in await waits(MEMBER) if "Not settled for the ILT yet: " in line]
    with pytest.raises(NotPermitted):
        await settle(by=TEACHER)


async def test_when_all_is_settled_nothing_is_said_at_the_first_agenda(settle, tick, clock, units):
    await settle()
    clock.on(date(2026, 10, 26), time(14))
    await tick()
    assert not [one for one in await letters(units) if one.key.startswith("charter/support/")]


@pytest.fixture
def move(perform, who, leader):
    async def moved(day: date, by: str = "", **said: object):
        command = displaced.RebookMeeting.model_validate({"day": day, **said})
        return await perform(displaced.rebook, command, actor=who(by or leader))

    return moved


@pytest.mark.requirement("R-049")
async def test_cancelling_needs_a_day_or_an_explicit_skip_and_the_rate_follows(move, units, sample):
    why = {"cause": Cause.TESTING, "reason": "testing make-up"}
    with pytest.raises(Refusal, match="Choose a new day, or tick") as refused:
        await move(TENTH, **why)
    assert refused.value.field == "to"
    done = await move(TENTH, **why, skip=True)
    assert (done.protected.planned, done.protected.kept) == (2, 1)
    (letter,) = [one for one in await letters(units) if "/skipped/" in one.key]
    assert "Why: testing, testing make-up." in letter.text
    assert "Protected time: 50% of meetings held as planned (1 of 2). Why not: testing." in letter.text


async def test_without_a_cause_a_meeting_is_not_moved(move, sample):
    with pytest.raises(Refusal) as refused:
        await move(TENTH, to=date(2026, 11, 12), at=time(15, 30))
    assert refused.value.field == "cause"
    with pytest.raises(NotPermitted):
        await move(TENTH, by=TEACHER, skip=True, cause=Cause.COVER)


async def test_a_skipped_meeting_can_be_given_a_day_after_all(move, sample):
    skipped = await move(TENTH, skip=True, cause=Cause.URGENT)
    shown = rebooking.done(skipped.meeting, skipped.suggested, skipped.calendar.zone, skipped.protected)
    assert "Give it a day after all" in plain(shown)
    back = await move(TENTH, to=date(2026, 11, 12), at=time(15, 30), cause=Cause.URGENT)
    assert (back.meeting.skipped, back.meeting.on) == (False, date(2026, 11, 12))


@pytest.mark.parametrize(
    ("to", "says"),
    [(TENTH, "its time already"), (FIRST, "meeting before it"), (date(2026, 12, 8), "more than three weeks")],
)
async def test_a_day_that_cannot_be_is_refused_beside_its_field(move, sample, to, says):
    with pytest.raises(Refusal, match=says) as refused:
        await move(TENTH, to=to, at=time(15, 30), cause=Cause.OTHER)
    assert refused.value.field == "to"


async def test_a_meeting_in_a_break_is_found_weeks_ahead(waits, move):
    said = "The ILT falls on Tue, Nov 24, a day without school"
    assert said in await waits()
    await move(BREAK, skip=True)
    assert said not in await waits()
