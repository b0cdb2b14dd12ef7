"""What staff are asked to do, and the stages of what is tried."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.decisions import recording
from bot.messages.initiatives import load as shown
from bot.messages.plain import plain
from bot.messages.vocabulary import Context
from bot.model.initiatives import Stage
from bot.routines import decisions, strategies
from bot.routines.initiatives import looking, moving
from bot.routines.initiatives.moving import EndInitiative, MoveInitiative, NewInitiative
from bot.routines.requests import Nothing
from bot.routines.viewer import Viewer
from tests.conftest import SCHOOL, sample_file
from tests.routines.decisions.told import MONDAY, WEDNESDAY, recorded, relayed

MEMBER, TEACHER = "oli-nettle", "uma-thistle"
GRADE_5 = {"teams": ("grade-5",), "changes": {}}


@pytest.fixture
def do(perform, who):
    routines = {NewInitiative: moving.begin, MoveInitiative: moving.move, EndInitiative: moving.end}

    async def done(command, by: str = MEMBER):
        return await perform(routines[type(command)], command, actor=who(by))

    return done


@pytest.fixture
async def initiative(units, sample, do):
    async with units.writing(SCHOOL) as work:
        await strategies.establish(sample_file().strategies, work=work, roster=sample)
    key = sample_file().strategies[0].key
    command = NewInitiative(
        name="Reason cards", strategy=key, ask="Use reason cards in one block a day", teams=("grade-5",)
    )
    return (await do(command)).board[0].initiative


@pytest.fixture
def load(perform, who):
    async def seen(by: str = TEACHER):
        return await perform(looking.load, Nothing(), actor=who(by))

    return seen


@pytest.mark.requirement("R-048")
async def test_the_recorder_reads_that_a_team_has_two_new_asks_already(perform, clock, who):
    async def lines(*teams: str, **values: str) -> list[str]:
        question = decisions.AboutDeciding()
        desk = await perform(decisions.prepare, question, actor=who("dale-clover"))
        form = recording.form(desk, {"teams": teams, **values})
        return [piece.spans[0].text for piece in form.pieces if isinstance(piece, Context)]

    said = "Grade 5 already has 2 new asks in November."
    await recorded(perform, clock, who, **GRADE_5)
    assert said not in await lines("grade-5")
    await recorded(perform, clock, who, **GRADE_5)
    assert said in await lines("grade-5", "grade-4")
    assert not [line for line in await lines("grade-4") if "already has" in line]
    assert said not in await lines("grade-5", starts_on="2026-12-01")
    clock.on(MONDAY, time(16, 0))
    assert "Grade 5 already has 2 new asks this month." in await lines("grade-5")


@pytest.mark.requirement("R-048")
async def test_everybody_sees_what_is_asked_now_what_ended_and_how_much_each_team_has(
    initiative, load, do, perform, clock, who
):
    await relayed(perform, clock, who, **GRADE_5)
    waiting = await recorded(perform, clock, who, on=WEDNESDAY, **GRADE_5)
    seen = await load()
    assert [ask.label for ask in seen.asks] == ["N-001", "D-001"]
    assert waiting.telling.decision.label == "D-002"
    assert ("Grade 5", 2, 1) in seen.teams
    assert not seen.may_add
    await do(EndInitiative(initiative=initiative.id, learned="Talk moves work better"))
    said = plain(shown(await load()))
    assert "Staff are asked 1 thing now." in said
    assert "N-001 Reason cards (Wed, Oct 28)" in said


@pytest.mark.requirement("R-077")
async def test_an_initiative_that_passes_over_support_is_asked_once_what_was_given(initiative, do, units):
    await do(MoveInitiative(initiative=initiative.id, stage=Stage.PD))
    with pytest.raises(Refusal, match="What help did people get") as no:
        await do(MoveInitiative(initiative=initiative.id, stage=Stage.REVIEW))
    assert no.value.field == "support"
    said = "Two planning times and a coach"
    await do(MoveInitiative(initiative=initiative.id, stage=Stage.MENTORING, support=said))
    board = (await do(MoveInitiative(initiative=initiative.id, stage=Stage.REVIEW))).board
    assert board[0].initiative.support == said
    assert [step.stage.value for step in board[0].initiative.steps] == [
        "analysis",
        "pd",
        "mentoring",
        "review",
    ]


@pytest.mark.requirement("R-077")
async def test_the_ilt_sees_the_board_on_home_with_the_days_in_each_stage(
    initiative, units, sample, who, clock
):
    clock.on(date(2026, 10, 22))

    async def home(key: str):
        async with units.reading(SCHOOL) as work:
            sees = Viewer(who(key), sample, await work.calendar.whole(), clock.now())
            return (await looking.home(sees, work=work)).sections

    [section] = await home(MEMBER)
    assert section.parts[1].label == "Analysis"
    assert (section.parts[1].done, section.parts[1].total) == (1, 6)
    assert "In this stage for 3 school days." in section.parts[2].spans[0].text
    assert await home(TEACHER) == ()


async def test_an_initiative_names_nobody_belongs_to_a_strategy_and_ends_once(initiative, do):
    with pytest.raises(NotPermitted):
        await do(EndInitiative(initiative=initiative.id, learned="It worked"), by=TEACHER)
    with pytest.raises(Refusal, match="Please choose again"):
        await do(NewInitiative(name="Cards", strategy="gone", ask="Use the cards", teams=("grade-5",)))
    with pytest.raises(Refusal, match="names Oli Nettle"):
        await do(EndInitiative(initiative=initiative.id, learned="Oli Nettle did it alone"))
    await do(EndInitiative(initiative=initiative.id, learned="It worked"))
    with pytest.raises(OutOfDate):
        await do(MoveInitiative(initiative=initiative.id, stage=Stage.PD))
