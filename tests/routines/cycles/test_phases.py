"""The phases of a learning cycle: reminded of, done, snoozed, moved."""

from datetime import date, time

import pytest

from bot.errors import OutOfDate, Refusal
from bot.messages import cycles as wording
from bot.messages.plain import plain
from bot.messages.vocabulary import Message
from bot.model.calendar import CalendarDay, DayKind
from bot.model.cycles import CycleState
from bot.routines import cycles
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL
from tests.routines.cycles.conftest import LEAD, LEADER, button

MORNING = time(7, 45)


async def days_told(tick, clock, told, first: date, last: date, key: str) -> list[str]:
    """The days in between on whose mornings somebody hears something."""
    found = []
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        clock.on(day, MORNING)
        before = len(await told(key))
        await tick()
        if len(await told(key)) > before:
            found.append(f"{day:%b} {day.day}")
    return found


@pytest.mark.requirement("R-280")
async def test_each_phase_is_reminded_of_two_school_days_before_and_one_after(agreed, tick, clock, told):
    """The lead hears of all four; the leader of the observation, which is work for both."""
    before = len(await told(LEAD)), len(await told(LEADER))
    span = date(2026, 11, 6), date(2026, 12, 16)
    heard = await days_told(tick, clock, told, *span, LEAD)
    assert heard == ["Nov 11", "Nov 16", "Nov 18", "Nov 30", "Dec 2", "Dec 7", "Dec 9", "Dec 14"]
    assert len(await told(LEAD)) - before[0] == 8
    assert [letter.text.split(".")[0] for letter in (await told(LEADER))[before[1] :]] == [
        "Observation and feedback is due on Fri, Dec 4",
        "Observation and feedback was due on Fri, Dec 4",
    ]
    assert "See the lead in action once" in (await told(LEADER))[-1].text


async def test_a_reminder_says_when_what_and_what_can_be_done(agreed, tick, clock, told):
    clock.on(date(2026, 11, 11), MORNING)
    await tick()
    letter = (await told(LEAD))[-1]
    assert letter.text.startswith("Intention is due on Fri, Nov 13.")
    assert letter.verbs == ["finish-phase", "snooze-phase", "need-time"]
    clock.on(date(2026, 11, 16), MORNING)
    await tick()
    assert (await told(LEAD))[-1].text.startswith("Intention was due on Fri, Nov 13.")


async def test_a_bot_that_was_down_reminds_once_in_words_that_are_true_now(agreed, tick, clock, told):
    clock.on(date(2026, 11, 16), time(9, 0))
    before = len(await told(LEAD))
    await tick()
    new = (await told(LEAD))[before:]
    assert [letter.text.split(".")[0] for letter in new] == ["Intention was due on Fri, Nov 13"]


async def test_a_phase_that_is_done_is_not_reminded_of(agreed, tick, clock, told, do, phases, units):
    clock.on(date(2026, 11, 11), MORNING)
    await tick()
    letter = (await told(LEAD))[-1]
    kind, _, named = letter.reason.partition(":")
    async with units.reading(SCHOOL) as work:
        assert await cycles.REASONS[kind](named, work, clock)
    shown = await do(LEAD, "finish-phase", phase=(await phases())["intention"].phase.id)
    assert plain(wording.finished_reply(shown)) == "Intention is done. Next: learning, by Fri, Nov 20."
    async with units.reading(SCHOOL) as work:
        assert not await cycles.REASONS[kind](named, work, clock)
    assert await days_told(tick, clock, told, date(2026, 11, 12), date(2026, 11, 17), LEAD) == []


async def test_a_closure_makes_a_reminder_of_the_old_day_untrue(agreed, tick, clock, told, units):
    clock.on(date(2026, 11, 11), MORNING)
    await tick()
    _, _, named = (await told(LEAD))[-1].reason.partition(":")
    async with units.writing(SCHOOL) as work:
        work.calendar.add(CalendarDay(school=SCHOOL, day=date(2026, 11, 12), kind=DayKind.CLOSURE))
    async with units.reading(SCHOOL) as work:
        assert not await cycles.REASONS["cycle-phase"](named, work, clock)


async def test_a_phase_is_done_once(agreed, do, phases):
    phase = (await phases())["intention"].phase.id
    await do(LEAD, "finish-phase", phase=phase)
    for verb in ("finish-phase", "snooze-phase"):
        with pytest.raises(OutOfDate, match="done already"):
            await do(LEADER, verb, phase=phase)


async def test_the_last_phase_asks_how_the_goal_came_out_and_closes_the_cycle(
    agreed, do, phases, told, see, clock, tick
):
    found = await phases()
    for name in ("intention", "learning", "observation"):
        await do(LEAD, "finish-phase", phase=found[name].phase.id)
    with pytest.raises(Refusal, match="Met, Partly or Not yet"):
        await do(LEAD, "finish-phase", phase=found["reflection"].phase.id)
    clock.on(date(2026, 12, 9), MORNING)
    await tick()
    pressed = button((await told(LEAD))[-1], "Partly")
    shown = await do(LEAD, pressed.verb, **pressed.values)
    assert shown.view.cycle.state is CycleState.CLOSED
    for key in (LEAD, LEADER):
        assert "is closed. The goal: partly." in (await told(key))[-1].text
    assert await see() == ()


async def test_phases_may_be_done_in_any_order_and_the_cycle_closes_with_the_last(agreed, do, phases):
    found = await phases()
    await do(LEAD, "finish-phase", phase=found["reflection"].phase.id, outcome="met")
    for name in ("learning", "intention"):
        shown = await do(LEADER, "finish-phase", phase=found[name].phase.id)
        assert shown.view.cycle.state is CycleState.ACTIVE
    shown = await do(LEADER, "finish-phase", phase=found["observation"].phase.id)
    assert shown.view.cycle.state is CycleState.CLOSED


async def test_a_snoozed_reminder_comes_back_on_the_next_school_morning_once(
    agreed, tick, clock, told, do, phases
):
    clock.on(date(2026, 11, 11), MORNING)
    await tick()
    shown = await do(LEAD, "snooze-phase", phase=(await phases())["intention"].phase.id)
    assert "remind you again on Thu, Nov 12 in the morning" in plain(wording.snoozed_reply(shown))
    assert await days_told(tick, clock, told, date(2026, 11, 12), date(2026, 11, 15), LEAD) == ["Nov 12"]


async def test_a_snooze_on_friday_waits_over_the_break(agreed, tick, clock, do, phases, told):
    clock.on(date(2026, 11, 20), time(14, 0))
    shown = await do(LEAD, "snooze-phase", phase=(await phases())["learning"].phase.id)
    assert shown.planned.phase.snoozed[shown.view.person] == date(2026, 11, 30)
    clock.on(date(2026, 11, 30), MORNING)
    before = len(await told(LEAD))
    await tick()
    learning = [one for one in (await told(LEAD))[before:] if one.text.startswith("Learning")]
    assert len(learning) == 1  # snoozed, and the school day after it was due: said once


@pytest.mark.requirement("R-280")
async def test_when_the_leader_agrees_to_a_new_day_the_reminders_follow_it(
    agreed, tick, clock, told, do, phases
):
    clock.on(date(2026, 11, 11), MORNING)
    await tick()
    phase = (await phases())["intention"].phase.id
    await do(LEAD, "need-time", phase=phase, due=date(2026, 11, 18))
    asked = (await told(LEADER))[-1]
    assert "Oli Nettle needs more time for intention: Wed, Nov 18, not Fri, Nov 13." in asked.text
    assert (await phases())["intention"].due == date(2026, 11, 13)
    pressed = button(asked, "Agree")
    await do(LEADER, pressed.verb, **pressed.values)
    assert (await phases())["intention"].due == date(2026, 11, 18)
    assert "Mina Linden agreed: intention is now due on Wed, Nov 18." in (await told(LEAD))[-1].text
    heard = await days_told(tick, clock, told, date(2026, 11, 12), date(2026, 11, 20), LEAD)
    assert heard == ["Nov 16", "Nov 18", "Nov 19"]  # Nov 18 is the reminder of the next phase


async def test_a_closure_does_not_move_a_day_agreed_by_hand(agreed, do, phases, units):
    phase = (await phases())["intention"].phase.id
    await do(LEAD, "need-time", phase=phase, due=date(2026, 11, 18))
    await do(LEADER, "agree-date", phase=phase, due=date(2026, 11, 18), answer="agree")
    async with units.writing(SCHOOL) as work:
        work.calendar.add(CalendarDay(school=SCHOOL, day=date(2026, 11, 12), kind=DayKind.CLOSURE))
    found = await phases()
    assert found["intention"].due == date(2026, 11, 18)
    assert found["learning"].due == date(2026, 11, 30)


async def test_keeping_the_day_tells_who_asked_and_moves_nothing(agreed, do, phases, told):
    phase = (await phases())["learning"].phase.id
    await do(LEADER, "need-time", phase=phase, due=date(2026, 12, 1))
    pressed = button((await told(LEAD))[-1], "Keep Fri, Nov 20")
    await do(LEAD, pressed.verb, **pressed.values)
    assert (await phases())["learning"].due == date(2026, 11, 20)
    assert "would like to keep Fri, Nov 20" in (await told(LEADER))[-1].text
    with pytest.raises(OutOfDate, match="answered or changed"):
        await do(LEAD, pressed.verb, **{**pressed.values, "answer": "agree"})


async def test_only_the_other_one_answers_and_only_what_was_asked_last(agreed, do, phases, clock):
    phase = (await phases())["intention"].phase.id
    await do(LEAD, "need-time", phase=phase, due=date(2026, 11, 18))
    with pytest.raises(Refusal, match="It waits for Mina Linden"):
        await do(LEAD, "agree-date", phase=phase, due=date(2026, 11, 18), answer="agree")
    await do(LEAD, "need-time", phase=phase, due=date(2026, 11, 17))
    with pytest.raises(OutOfDate):
        await do(LEADER, "agree-date", phase=phase, due=date(2026, 11, 18), answer="agree")
    clock.on(date(2026, 11, 18))
    with pytest.raises(OutOfDate, match="is past by now"):
        await do(LEADER, "agree-date", phase=phase, due=date(2026, 11, 17), answer="agree")


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (date(2026, 11, 4), "past"),
        (date(2026, 11, 13), "already"),
        (date(2026, 11, 25), "The school day before is Fri, Nov 20"),
        (date(2026, 12, 21), "beyond five weeks"),
    ],
)
async def test_a_new_day_that_does_not_work_is_refused_beside_it(agreed, do, phases, told, wanted, says):
    before = len(await told(LEADER))
    with pytest.raises(Refusal, match=says) as refused:
        await do(LEAD, "need-time", phase=(await phases())["intention"].phase.id, due=wanted)
    assert refused.value.field == "due"
    assert len(await told(LEADER)) == before


@pytest.mark.requirement("R-180")
async def test_a_cycle_may_reach_the_end_of_its_fifth_week_and_no_further(agreed, do, phases):
    phase = (await phases())["reflection"].phase.id
    with pytest.raises(Refusal, match="Fri, Dec 18 is the last day"):
        await do(LEAD, "need-time", phase=phase, due=date(2027, 1, 4))
    await do(LEAD, "need-time", phase=phase, due=date(2026, 12, 18))


async def test_the_form_for_more_time_starts_three_school_days_on(agreed, perform, who, phases):
    question = cycles.OpenTimeForm(phase=(await phases())["learning"].phase.id)
    form = wording.time_form(await perform(cycles.time_form, question, actor=who(LEAD)), {})
    (field,) = form.fields
    assert (field.name, field.initial) == ("due", date(2026, 12, 2))


async def test_home_says_what_waits_and_where_each_cycle_stands(agreed, do, phases, units, who, clock):
    async def home(key: str):
        async with units.reading(SCHOOL) as work:
            return await cycles.home(await viewer(who(key), work=work, clock=clock), work=work)

    (section,) = (await home(LEAD)).sections
    said = plain(Message("", section.parts))
    assert "With Mina Linden. Next: intention, by Fri, Nov 13." in said
    assert "Phases done: 0 of 4" in said
    assert (await home("noel-mint")).sections == ()
    clock.on(date(2026, 11, 16))
    (late,) = (await home(LEAD)).waiting
    assert "was due on Fri, Nov 13" in plain_text(late.line)
    assert (await home(LEADER)).waiting == ()
    await do(LEAD, "need-time", phase=(await phases())["intention"].phase.id, due=date(2026, 11, 18))
    (asked,) = (await home(LEADER)).waiting
    assert "asks for Wed, Nov 18 for intention" in plain_text(asked.line)


def plain_text(line) -> str:
    return "".join(span.text for span in line)
