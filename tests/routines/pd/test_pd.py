"""What the adults learn, what that rests on, and what belongs to no strategy."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.calendar import shown as calendar_wording
from bot.messages.pd import coherence, sessions
from bot.messages.plain import plain
from bot.model.people import the_clock
from bot.model.problems import Problem, ProblemState, Step
from bot.routines import meetings, pd, strategies, walkthroughs
from bot.routines.calendar import seeing
from bot.routines.pd import mapping, planning
from bot.routines.pd.mapping import LetGoPd, LinkPd
from bot.routines.pd.planning import DiscussPd, PdFeedback, PlanPd
from bot.routines.requests import Nothing
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL, sample_file
from tests.letters import letters

MEMBER, TEACHER = "oli-nettle", "uma-thistle"
ON = date(2026, 11, 6)


@pytest.fixture
async def problem(units, sample):
    """A framed problem of practice of the first strategy, and the school's meetings and windows."""
    file = sample_file()
    one = Problem(
        school=SCHOOL,
        number=1,
        statement="We share too soon in math",
        framed_by=sample.keyed(MEMBER).id,
        framed_on=date(2026, 10, 12),
        strategy=file.strategies[0].key,
        state=ProblemState.FRAMED,
        history=(Step(date(2026, 10, 12), ProblemState.FRAMED, "We share too soon in math"),),
    )
    async with units.writing(SCHOOL) as work:
        await strategies.establish(file.strategies, work=work, roster=sample)
        await meetings.establish(file.meetings, work=work, roster=sample)
        await walkthroughs.establish(file.walkthroughs, work=work, roster=sample)
        work.problems.add(one)
    return one


@pytest.fixture
def do(perform, who):
    routines = {
        PlanPd: planning.plan,
        PdFeedback: planning.keep_feedback,
        DiscussPd: planning.discuss,
        LinkPd: mapping.link,
        LetGoPd: mapping.let_go,
    }

    async def done(command, by: str = MEMBER):
        return await perform(routines[type(command)], command, actor=who(by))

    return done


@pytest.fixture
def tree(perform, who):
    async def seen(by: str = MEMBER):
        return await perform(mapping.see, Nothing(), actor=who(by))

    return seen


@pytest.mark.requirement("R-065")
async def test_a_session_without_evidence_is_marked_on_the_calendar_until_it_has_some(
    problem, do, perform, who
):
    async def calendar(by: str) -> str:
        seen = await perform(seeing.see, seeing.SeeCalendar(), actor=who(by))
        return "\n".join("".join(span.text for span in line.words) for line in calendar_wording.lines(seen))

    found = await do(PlanPd(title="Talk moves in math", on=ON))
    assert "No evidence link yet" in plain(sessions(found))
    assert "PD: Talk moves in math. No evidence link yet" in await calendar(MEMBER)
    assert "Talk moves" not in await calendar(TEACHER)
    after = await do(PlanPd(title="Wait time", on=ON, evidence=(f"problem:{problem.id}",)))
    said = plain(sessions(after))
    assert "Rests on: P-001 We share too soon in math" in said
    assert "1 of 2 sessions rest on evidence." in said
    assert "PD: Wait time\n" in f"{await calendar(MEMBER)}\n"


@pytest.mark.requirement("R-065")
async def test_once_a_month_the_ilt_reads_what_the_next_session_could_rest_on_and_what_was_said_of_the_last(
    problem, do, perform, clock, units
):
    timetable = Timetable((pd.due,))
    found = await do(PlanPd(title="Talk moves in math", on=date(2026, 10, 20), strategy=problem.strategy))
    [session] = found.ahead
    await do(PdFeedback(session=session.id, feedback="More time to try it"))
    clock.on(date(2026, 11, 3), time(7, 45))
    await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
    [letter] = [one for one in await letters(units) if one.key == "pd/2026-11/design"]
    assert letter.audience == "ilt"
    assert "P-001 We share too soon in math" in letter.text
    assert "Said of the last PD: More time to try it" in letter.text
    assert {"plan-pd", "discuss-pd", "map"} <= set(letter.verbs)
    await do(DiscussPd())
    await do(DiscussPd(), by="tea-sage")
    async with units.reading(SCHOOL) as work:
        assert [item.title for item in await work.meetings.open_items()] == ["PD design"]


@pytest.mark.requirement("R-072")
async def test_a_session_linked_to_no_strategy_is_an_orphan_until_it_is_linked_or_let_go(problem, do, tree):
    for title in ("Talk moves in math", "First aid"):
        await do(PlanPd(title=title, on=ON))
    seen = await tree()
    said = plain(coherence(seen))
    assert "Linked to no strategy" in said
    assert "PD session: First aid, Fri, Nov 6\n[Link] [Let go]" in said
    moves, aid = seen.loose
    await do(LinkPd(session=moves.id, strategy=problem.strategy))
    with pytest.raises(OutOfDate):
        await do(LetGoPd(session=moves.id))
    found = await do(LetGoPd(session=aid.id))
    assert found.orphans == 0
    said = plain(coherence(found))
    assert "Everything belongs to a strategy." in said
    assert "PD: Talk moves in math" in said


@pytest.mark.requirement("R-072")
async def test_the_map_goes_from_each_strategy_to_its_problems_look_fors_and_measures(problem, tree):
    said = plain(coherence(await tree()))
    first = sample_file().strategies[0].name
    assert first in said
    assert "Problems of practice: P-001 We share too soon in math" in said
    assert "Explain to a peer; Build on ideas" in said
    with pytest.raises(NotPermitted):
        await tree(TEACHER)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"on": date(2026, 10, 1)}, "has passed"),
        ({"on": date(2026, 11, 7)}, "no school"),
        ({"strategy": "gone"}, "choose again"),
        ({"evidence": ("trend:gone",)}, "choose again"),
        ({"title": "What Uma Thistle does"}, "names Uma Thistle"),
    ],
)
async def test_a_session_is_on_a_school_day_and_rests_on_what_is_there(said, why, problem, do):
    with pytest.raises(Refusal, match=why):
        await do(PlanPd(**{"title": "Talk moves in math", "on": ON, **said}))
