"""The closing question: two taps, kept apart from who gave them, shown only where many did."""

from datetime import date, time

import pytest
from sqlalchemy import func, select

from bot.errors import Cautioned, NotPermitted, OutOfDate
from bot.messages.minutes.closing import NOT_ENOUGH
from bot.model.people import Role
from bot.routines.minutes import closing
from storage import tables
from tests.conftest import SCHOOL
from tests.routines.live.conftest import DAY
from tests.routines.minutes.conftest import AFTER

MORNING = date(2026, 10, 15)


class Closings:
    def __init__(self, meeting) -> None:
        self.meeting = meeting

    async def members(self) -> list[str]:
        async with self.meeting.units.reading(SCHOOL) as work:
            roster = await work.people.roster()
            held = roster.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER)
            return list(dict.fromkeys(one.key for one in held))

    async def answers(self, key: str, worth: int = 3, change: int = 2, **lines):
        command = closing.AnswerClosing(day=DAY, worth=worth, change=change, **lines)
        return await self.meeting.perform(closing.answer, command, actor=self.meeting.who(key))

    async def so_many(self, count: int) -> None:
        for place, key in enumerate((await self.members())[:count]):
            await self.answers(key, 2 + place % 2, 3 + place % 2, delta=f"Shorter opening {place}")

    async def closes(self):
        self.meeting.clock.on(MORNING, time(8))
        await self.meeting.tick()
        return await self.meeting.said("closing-result")

    async def words(self, key: str, pledge: str = "Start with the decision"):
        command = closing.WordPledge(day=DAY, pledge=pledge)
        return await self.meeting.perform(closing.word, command, actor=self.meeting.who(key))

    async def rows(self) -> tuple[int, int]:
        async with self.meeting.units.reading(SCHOOL) as work:
            found = tables.minutes.closing_answers, tables.minutes.closing_participants
            return tuple([await work.session.scalar(select(func.count()).select_from(one)) for one in found])


@pytest.fixture
async def closings(meeting) -> Closings:
    await meeting.is_over()
    return Closings(meeting)


@pytest.mark.requirement("R-051")
@pytest.mark.parametrize(("count", "said"), [(2, NOT_ENOUGH), (6, "worth our time 2.5 of 4")])
async def test_two_answers_are_not_enough_for_a_mean_and_six_are(closings, count, said):
    await closings.so_many(count)
    result = await closings.closes()
    assert said in result.text
    assert ("Shorter opening" in result.text) == (count == 6)
    assert result.audience == f"person:{closings.meeting.id_of(closings.meeting.lead)}"
    assert await closings.rows() == (0, 0)


async def test_an_answer_counts_once_and_no_row_joins_it_to_who_gave_it(closings):
    meeting = closings.meeting
    await closings.answers(meeting.member)
    with pytest.raises(OutOfDate, match="already"):
        await closings.answers(meeting.member)
    with pytest.raises(NotPermitted):
        await closings.answers("uma-thistle")
    assert await closings.rows() == (1, 1)
    answers = tables.minutes.closing_answers.c
    assert {one.name for one in answers} == {"id", "school", "closing", "worth", "change", "plus", "delta"}
    async with meeting.units.reading(SCHOOL) as work:
        assert "answer-closing" not in await work.audit.actions()


async def test_a_line_that_names_a_colleague_or_a_student_is_not_kept(closings):
    for delta in ("Jay Ivy talked all the time", "My student Emma came up again"):
        with pytest.raises(Cautioned):
            await closings.answers(closings.meeting.member, delta=delta)


async def test_what_the_facilitator_words_opens_the_next_call_and_agenda(closings):
    meeting = closings.meeting
    await closings.so_many(6)
    await closings.closes()
    with pytest.raises(NotPermitted):
        await closings.words(meeting.member)
    await closings.words(meeting.lead)
    for day in (date(2026, 10, 20), date(2026, 10, 26)):
        meeting.clock.on(day, time(14))
        await meeting.tick()
    call, agenda = await meeting.said("2026-10-27/call"), await meeting.said("2026-10-27/agenda")
    assert "We said we would change: Start with the decision" in call.text
    assert "We said we would change: Start with the decision" in agenda.text


async def test_after_the_next_school_day_it_is_closed(closings):
    closings.meeting.clock.on(AFTER, time(16))
    with pytest.raises(OutOfDate, match="closed"):
        await closings.answers(closings.meeting.member)
