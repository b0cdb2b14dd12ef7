"""What becomes of a problem of practice: planned, started, reviewed, resolved, framed anew, stopped."""

from datetime import date, time

import pytest

from bot.errors import OutOfDate, Refusal
from bot.messages.plain import plain
from bot.messages.problems.register import register
from bot.model.agenda_items import Outcome, Provenance
from bot.model.audiences import Audience
from bot.model.people import the_clock
from bot.model.problems import WAYS, ProblemState
from bot.model.roster.leaving import Cause
from bot.routines import problems
from bot.routines.problems.register import home
from bot.routines.roster.leaving import depart
from bot.routines.timetable import RunDue, Timetable
from bot.routines.viewer import Viewer
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.routines.problems.conftest import AUTHOR, CANVAS, GOOD, MEMBER, REVIEW, STUDENTS


def test_every_state_is_reached_and_every_open_one_can_be_left():
    reached = {state for following in WAYS.values() for state in following}
    assert reached == set(ProblemState)
    ends = {state for state, following in WAYS.items() if not following}
    assert ends == {ProblemState.RESOLVED, ProblemState.REFRAMED, ProblemState.STOPPED}


async def test_without_a_review_day_it_does_not_start_and_the_bot_asks_for_one(ready, do):
    await do(problems.PlanProblem, ready, **CANVAS)
    with pytest.raises(Refusal, match="its plan needs: review day"):
        await do(problems.StartProblem, ready)


async def test_what_is_tried_keeps_a_whole_plan_and_can_be_reviewed_later(trying, do):
    with pytest.raises(Refusal) as refused:
        await do(problems.PlanProblem, trying, **CANVAS)
    assert refused.value.field == "review_on"
    later = await do(problems.PlanProblem, trying, review_on=date(2026, 12, 15), **CANVAS)
    assert (later.problem.state, later.problem.review_on) == (ProblemState.IN_ACTION, date(2026, 12, 15))


async def test_it_goes_on_the_agenda_once_to_decide_and_linked(ready, do, units):
    await do(problems.DiscussProblem, ready)
    await do(problems.DiscussProblem, ready, by=MEMBER)
    async with units.reading(SCHOOL) as work:
        (item,) = await work.meetings.open_items()
    assert (item.provenance, item.source, item.outcome) == (Provenance.MEMBER, ready.id, Outcome.DECIDE)
    assert item.title.startswith("P-001: In grades 3-5 math")
    assert (item.students, item.problem, item.is_linked) == (STUDENTS, ready.id, True)


async def test_on_its_review_day_the_author_is_asked_and_ten_school_days_later_the_ilt(
    trying, do, perform, who, units, clock
):
    async def told() -> list[tuple[str, str]]:
        await perform(Timetable((problems.due,)).run_due, RunDue(), actor=the_clock(SCHOOL))
        return [(one.audience, one.text) for one in await letters(units) if one.key.startswith("problem/")]

    clock.on(date(2026, 12, 7), time(9))
    assert await told() == []
    clock.on(REVIEW, time(9))
    ((audience, text),) = await told()
    assert audience == f"person:{who(AUTHOR).person_id}"
    assert "P-001 is up for review" in text
    clock.on(date(2027, 1, 5), time(9))
    assert [audience for audience, _ in await told()][1:] == ["ilt"]


async def test_resolved_says_what_was_learned_and_stays_in_the_list(trying, do, perform, who):
    await do(problems.EndProblem, trying, by=MEMBER, how="resolved", learned="Writing first works")
    found = await perform(problems.look_up, problems.FindProblems(search="p1"), actor=who(MEMBER))
    said = plain(register(found))
    assert "Resolved since" in said
    assert "Writing first works" in said
    with pytest.raises(OutOfDate):
        await do(problems.EndProblem, trying, how="stopped", learned="Too late")


async def test_only_what_was_tried_is_resolved(ready, do):
    with pytest.raises(Refusal, match="Only what has been tried"):
        await do(problems.EndProblem, ready, how="resolved", learned="It went away")


async def test_framed_anew_begins_a_draft_that_knows_where_it_comes_from(trying, do):
    anew = await do(problems.ReframeProblem, trying, statement="In grade 4 writing we comment too late")
    assert (anew.sheet.problem.label, anew.sheet.before) == ("P-002", "P-001")
    with pytest.raises(OutOfDate):
        await do(problems.StartProblem, trying)


async def test_a_search_finds_words_and_numbers(ready, perform, who):
    async def search(words: str):
        return await perform(problems.look_up, problems.FindProblems(search=words), actor=who(MEMBER))

    assert (await search("math WRITING")).total == 1
    assert (await search("recess")).total == 0
    assert (await search("P-001")).one.problem.statement == GOOD


async def test_home_shows_what_became_of_mine_and_what_waits(trying, units, who, sample, clock):
    clock.on(REVIEW, time(9))
    async with units.reading(SCHOOL) as work:
        mine = Viewer(who(AUTHOR), sample, await work.calendar.whole(), clock.now())
        share = await home(mine, work=work)
        other = await home(Viewer(who(MEMBER), sample, mine.calendar, mine.now), work=work)
    assert [section.title for section in share.sections] == ["Problems of practice I framed"]
    assert [one.buttons[0].verb for one in share.waiting] == ["end-problem"]
    assert not other.sections
    assert not other.waiting


async def test_when_its_author_has_left_a_draft_is_the_leaders_and_the_ilt_is_asked_for_a_review(
    trying, frame, perform, who, units, clock, sample
):
    await frame("In grade 3 we share too soon")
    author = who(AUTHOR).person_id
    async with units.writing(SCHOOL) as work:
        await depart([author], Cause.FILE, work=work, now=clock.now())

    async def seen(key: str) -> int:
        return (await perform(problems.look_up, problems.FindProblems(), actor=who(key))).total

    assert (await seen("mina-linden"), await seen(MEMBER)) == (2, 1)
    async with units.reading(SCHOOL) as work:
        first, _ = await problems.due(work, clock.now(), clock.now())
    assert first.audience == Audience.ilt()
