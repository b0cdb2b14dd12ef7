"""Proposing a learning cycle, and agreeing to it."""

from datetime import UTC, date, datetime, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages import cycles as wording
from bot.messages.cycles.showing import MyCycles
from bot.messages.plain import plain
from bot.model.calendar import CalendarDay, DayKind
from bot.model.cycles import CycleState
from bot.routines import cycles
from handlers.cycles import INTERACTIONS
from tests.conftest import SCHOOL
from tests.routines.cycles.conftest import GOAL, LEAD, LEADER, button


@pytest.mark.requirement("R-180")
async def test_the_other_one_reads_the_days_and_the_break_that_is_skipped(proposing, told):
    await proposing()
    (letter,) = await told(LEADER)
    assert "4 weeks, Mon, Nov 9 to Fri, Dec 11 (no school Mon, Nov 23 to Fri, Nov 27; skipped)" in letter.text
    for phase in (
        "Intention: by Fri, Nov 13",
        "Learning: by Fri, Nov 20",
        "Observation and feedback: by Fri, Dec 4",
        "Reflection: by Fri, Dec 11",
    ):
        assert phase in letter.text
    assert letter.verbs == ["agree-cycle", "decline-cycle"]


async def test_no_word_of_a_cycle_is_in_any_notification(agreed, told, do, phases):
    await do(LEAD, "finish-phase", phase=(await phases())["intention"].phase.id)
    for letter in [*await told(LEAD), *await told(LEADER)]:
        assert letter.message.private
        assert letter.message.summary == "About your learning cycle"


async def test_a_proposal_in_the_evening_waits_for_the_morning_and_a_reply_does_not(
    sample, proposing, told, clock
):
    clock.on(date(2026, 11, 5), time(20, 10))
    view = await proposing()
    (letter,) = await told(LEADER)
    assert letter.due_at == datetime(2026, 11, 6, 14, 45, tzinfo=UTC)
    assert "Proposed to Mina Linden" in plain(wording.proposed(view))


@pytest.mark.parametrize(("by", "other"), [(LEAD, LEADER), (LEADER, LEAD)])
async def test_either_of_the_two_may_propose_and_the_leader_is_the_same(proposing, who, by, other):
    cycle = (await proposing(by, other)).cycle
    assert (cycle.lead, cycle.leader) == (who(LEAD).person_id, who(LEADER).person_id)
    assert cycle.opened_by == who(by).person_id


async def test_a_lead_is_offered_the_leaders_and_a_leader_the_leads(sample, perform, who):
    async def offered(key: str) -> list[str]:
        sheet = await perform(cycles.open_form, cycles.OpenCycleForm(), actor=who(key))
        return [name for _, name in sheet.people]

    assert await offered(LEAD) == ["Mina Linden", "Noel Mint", "Dale Clover"]
    assert (await offered("yara-xylem"))[0] == "Noel Mint", "whom she has her check-ins with"
    assert (await offered(LEADER))[:2] == ["Ada Acorn", "Jay Ivy"]
    assert "Oli Nettle" in await offered("dale-clover")
    assert "Mina Linden" in await offered("noel-mint")
    with pytest.raises(NotPermitted):
        await offered("pia-olive")


async def test_the_form_begins_on_the_next_monday_with_school(sample, perform, who, clock):
    clock.on(date(2026, 11, 18))
    sheet = await perform(cycles.open_form, cycles.OpenCycleForm(), actor=who(LEAD))
    assert sheet.begins == date(2026, 11, 30)
    form = wording.open_form(sheet, {})
    assert {field.name for field in form.fields} == set(cycles.OpenCycle.model_fields)


@pytest.mark.parametrize(
    ("said", "field", "says"),
    [
        ({"begins": date(2026, 10, 18)}, "begins", "past"),
        ({"begins": date(2026, 11, 23)}, "begins", "next school day is Mon, Nov 30"),
        ({"begins": date(2027, 5, 17)}, "begins", "school year ends before"),
        ({"begins": date(2027, 7, 1)}, "begins", None),
    ],
)
async def test_a_first_day_that_does_not_work_is_refused_beside_it(proposing, told, said, field, says):
    with pytest.raises(Refusal, match=says) as refused:
        await proposing(**said)
    assert refused.value.field in (field, None)
    assert await told(LEADER) == []


async def test_a_cycle_with_somebody_who_makes_no_pair_is_refused(proposing, who):
    for other in ("tea-sage", "pia-olive", LEAD):
        with pytest.raises(Refusal) as refused:
            await proposing(other=other)
        assert refused.value.field == "other"


async def test_two_people_have_one_open_cycle_at_a_time(proposing, do):
    first = await proposing()
    for by, other in ((LEAD, LEADER), (LEADER, LEAD)):
        with pytest.raises(Refusal, match="open already"):
            await proposing(by, other)
    await proposing(other="noel-mint")
    await do(LEADER, "decline-cycle", cycle=first.cycle.id)
    await proposing()


async def test_agreeing_tells_both_and_names_the_next_phase(proposing, do, told):
    view = await proposing()
    await do(LEADER, "agree-cycle", cycle=view.cycle.id)
    for key in (LEAD, LEADER):
        letter = (await told(key))[-1]
        assert "Next: intention, by Fri, Nov 13." in letter.text
    with pytest.raises(OutOfDate, match="both agreed already"):
        await do(LEADER, "agree-cycle", cycle=view.cycle.id)


async def test_nobody_agrees_to_their_own_proposal(proposing, do):
    view = await proposing()
    with pytest.raises(Refusal, match="waits for Mina Linden"):
        await do(LEAD, "agree-cycle", cycle=view.cycle.id)


async def test_a_cycle_agreed_on_late_begins_on_the_next_school_day(proposing, do, clock):
    view = await proposing()
    clock.on(date(2026, 11, 21))
    late = await do(LEADER, "agree-cycle", cycle=view.cycle.id)
    assert late.cycle.begins == date(2026, 11, 30)


async def test_saying_no_or_taking_it_back_tells_the_other_one(proposing, do, told, see):
    view = await proposing()
    await do(LEADER, "decline-cycle", cycle=view.cycle.id)
    assert "Mina Linden would rather not" in (await told(LEAD))[-1].text
    with pytest.raises(OutOfDate, match="declined or taken back"):
        await do(LEADER, "agree-cycle", cycle=view.cycle.id)
    again = await proposing()
    await do(LEAD, "decline-cycle", cycle=again.cycle.id)
    assert "Oli Nettle has taken the learning cycle back" in (await told(LEADER))[-1].text
    assert await see() == ()


async def test_an_active_cycle_can_be_ended_by_either(agreed, do, told, see, tick, clock):
    await do(LEAD, "decline-cycle", cycle=agreed.cycle.id)
    assert "Oli Nettle has ended your learning cycle" in (await told(LEADER))[-1].text
    clock.on(date(2026, 11, 16))
    assert await tick() == []
    with pytest.raises(OutOfDate, match="was ended"):
        await do(LEADER, "decline-cycle", cycle=agreed.cycle.id)


@pytest.mark.requirement("R-181")
async def test_after_three_school_days_without_an_answer_both_are_reminded_once(
    proposing, tick, told, clock, see
):
    clock.on(date(2026, 11, 5), time(16, 0))
    await proposing(by=LEADER, other=LEAD)
    clock.on(date(2026, 11, 10), time(7, 44))
    assert await tick() == []
    clock.on(date(2026, 11, 10), time(7, 45))
    assert len(await tick()) == 2
    assert await tick() == []
    assert "you proposed on" in (await told(LEADER))[-1].text
    mine = (await told(LEAD))[-1]
    assert mine.verbs == ["agree-cycle", "decline-cycle"]
    (view,) = await see()
    assert view.cycle.state is CycleState.PROPOSED


async def test_an_answered_proposal_is_not_reminded_of(proposing, do, tick, clock, units, told):
    view = await proposing()
    assert (await told(LEADER))[0].reason == f"cycle-proposal:{view.cycle.id}"
    async with units.reading(SCHOOL) as work:
        assert await cycles.REASONS["cycle-proposal"](view.cycle.id, work, clock)
    await do(LEADER, "decline-cycle", cycle=view.cycle.id)
    async with units.reading(SCHOOL) as work:
        assert not await cycles.REASONS["cycle-proposal"](view.cycle.id, work, clock)
    clock.on(date(2026, 10, 22))
    assert await tick() == []


@pytest.mark.parametrize("key", ["noel-mint", "pia-olive", "tea-sage"])
async def test_nobody_but_the_two_sees_or_touches_a_cycle(agreed, do, see, who, key, perform, phases):
    phase = (await phases())["intention"].phase.id
    for verb, values in (
        ("agree-cycle", {"cycle": agreed.cycle.id}),
        ("decline-cycle", {"cycle": agreed.cycle.id}),
        ("finish-phase", {"phase": phase}),
        ("snooze-phase", {"phase": phase}),
        ("need-time", {"phase": phase, "due": date(2026, 11, 16)}),
        ("agree-date", {"phase": phase, "due": date(2026, 11, 16), "answer": "agree"}),
    ):
        with pytest.raises(NotPermitted):
            await do(key, verb, **values)
    with pytest.raises(NotPermitted):
        await perform(cycles.time_form, cycles.OpenTimeForm(phase=phase), actor=who(key))
    if key != "pia-olive":
        assert await see(key) == ()


async def test_the_list_shows_goal_days_and_buttons_to_the_two(agreed, see):
    (view,) = await see(LEADER)
    message = wording.shown(MyCycles((view,)))
    text = plain(message)
    assert "Learning cycle with Oli Nettle" in text
    assert GOAL in text
    assert "Phases done: 0 of 4" in text
    assert message.private


async def test_without_a_cycle_one_is_offered(sample, perform, who):
    mine = await perform(cycles.see, cycles.SeeCycles(), actor=who(LEAD))
    assert "[Open a learning cycle]" in plain(wording.shown(mine))


async def test_a_closure_added_later_moves_the_days_that_were_not_agreed_by_hand(agreed, phases, units):
    async with units.writing(SCHOOL) as work:
        work.calendar.add(CalendarDay(school=SCHOOL, day=date(2026, 11, 12), kind=DayKind.CLOSURE))
    days = {name: one.due for name, one in (await phases()).items()}
    assert days["intention"] == date(2026, 11, 16)
    assert days["reflection"] == date(2026, 12, 14)


def test_every_button_of_a_cycle_has_an_interaction():
    assert {one.verb for one in INTERACTIONS} >= {
        "cycle",
        "open-cycle",
        "agree-cycle",
        "decline-cycle",
        "finish-phase",
        "snooze-phase",
        "need-time",
        "agree-date",
    }


async def test_a_button_agrees_to_the_cycle_it_stands_under(proposing, told, do):
    view = await proposing()
    pressed = button((await told(LEADER))[0], "Agree")
    await do(LEADER, pressed.verb, **pressed.values)
    assert view.cycle.id == pressed.values["cycle"]
