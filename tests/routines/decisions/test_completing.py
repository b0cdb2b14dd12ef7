"""What a decision asks of people cannot be left out; what else its record says is asked once."""

from datetime import date

import pytest
from pydantic import ValidationError

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.decisions import costing, recording, register, weighing
from bot.messages.plain import plain
from bot.model.quarantine import Thing
from bot.routines import decisions
from bot.routines.decisions import CostDecision, NothingThere, WeighDecision
from bot.routines.quarantine import FlagStudent, flag
from bot.routines.requests import Nothing
from handlers.interactions import complaints
from tests.letters import buttons_of
from tests.routines.decisions.told import (
    MORNING,
    WEDNESDAY,
    a_decision,
    letters,
    recorded,
    relayed,
    tick,
)


def asked(message) -> dict[str, dict[str, str]]:
    """The buttons of a message, by what they say."""
    return {one.label: one.values for one in buttons_of(message)}


async def record_of(perform, actor) -> str:
    """What this person reads of the newest decision."""
    found = await perform(decisions.look_up, decisions.FindDecisions(number="D-001"), actor=actor)
    return plain(register.register(found))


@pytest.mark.requirement("R-036")
@pytest.mark.parametrize(
    ("left_out", "field"),
    [
        ({"change": "", "changes": {}}, "changes.grade-3"),
        ({"helper": ""}, "helper"),
    ],
)
async def test_without_what_is_asked_or_help_nothing_is_kept_and_nothing_goes_out(
    perform, clock, who, units, left_out, field
):
    with pytest.raises(Refusal) as refused:
        await recorded(perform, clock, who, **left_out)
    assert refused.value.field == field
    clock.on(WEDNESDAY, MORNING)
    assert await tick(perform) == []
    assert await letters(units) == []


@pytest.mark.requirement("R-036")
def test_without_a_day_the_form_says_so_beside_that_field(who):
    with pytest.raises(ValidationError) as wrong:
        a_decision(who("dale-clover").person_id, starts_on=None)
    assert complaints(wrong.value) == {"starts_on": "Please give a date."}


@pytest.mark.requirement("R-091")
async def test_other_options_are_asked_once_and_none_considered_is_what_it_then_says(perform, clock, who):
    kept = await recorded(perform, clock, who)
    coach = who("dale-clover")
    reply = recording.recorded(kept)
    assert "Which other options did you weigh?" in plain(reply)
    none = asked(reply)["None considered"]
    noted = await perform(decisions.say_nothing_there, NothingThere(**none), actor=coach)
    assert "Which other options" not in plain(weighing.noted(noted))
    assert "Other options we weighed: none considered" in await record_of(perform, coach)


@pytest.mark.requirement("R-096")
async def test_with_one_need_alone_the_other_is_asked_and_may_be_none_identified(perform, clock, who):
    kept = await recorded(perform, clock, who)
    coach, decision = who("dale-clover"), kept.telling.decision
    weighed = WeighDecision(
        decision=decision.id,
        alternatives="More exit slips: no time to read them.",
        student_need="Few explain their reasoning (trend of October).",
    )
    reply = weighing.noted(await perform(decisions.weigh, weighed, actor=coach))
    assert "Which need of teachers is behind it?" in plain(reply)
    assert "Which need of students" not in plain(reply)
    none = asked(reply)["No teacher need identified"]
    await perform(decisions.say_nothing_there, NothingThere(**none), actor=coach)
    said = await record_of(perform, coach)
    assert "Student need: Few explain their reasoning" in said
    assert "Teacher need: none identified" in said


async def test_what_is_written_later_takes_the_place_of_none(perform, clock, who):
    kept = await recorded(perform, clock, who)
    coach, decision = who("dale-clover"), kept.telling.decision
    await perform(
        decisions.say_nothing_there,
        NothingThere(decision=decision.id, about="alternatives"),
        actor=coach,
    )
    await perform(
        decisions.weigh, WeighDecision(decision=decision.id, alternatives="Exit slips"), actor=coach
    )
    assert "Other options we weighed: Exit slips" in await record_of(perform, coach)


@pytest.mark.requirement("R-097")
async def test_a_team_that_gives_twenty_minutes_is_asked_once_what_it_can_stop(perform, clock, who, units):
    kept = await recorded(perform, clock, who, stops="")
    coach, decision = who("dale-clover"), kept.telling.decision
    given = CostDecision(decision=decision.id, team="grade-4", minutes={"grade-4": 20}, stops={"grade-4": ""})
    reply = costing.costed(await perform(decisions.cost, given, actor=coach))
    assert "What can Grade 4 stop or drop?" in plain(reply)
    assert "Grade 3" not in plain(reply)
    none = asked(reply)["Nothing stops"]
    noted = await perform(decisions.say_nothing_there, NothingThere(**none), actor=coach)
    assert "stop or drop" not in plain(weighing.noted(noted))
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    third, fourth = await letters(units)
    assert "Time: About 20 minutes more a week." in fourth.text
    assert "Stops or shrinks: nothing" in fourth.text
    assert "Time:" not in third.text


async def test_what_stops_is_asked_in_the_answer_when_the_form_itself_names_minutes(perform, clock, who):
    kept = await recorded(perform, clock, who, minutes=20, stops="")
    reply = plain(recording.recorded(kept))
    assert "Grade 3 gives 20 minutes more a week. What can Grade 3 stop or drop?" in reply
    reply = plain(recording.recorded(await recorded(perform, clock, who, minutes=20, stops="The slip")))
    assert "stop or drop" not in reply


@pytest.mark.requirement("R-097")
async def test_give_and_drop_counts_minutes_a_month_by_team(perform, clock, who):
    await relayed(perform, clock, who, minutes=20, teams=("grade-3", "grade-4"))
    await relayed(perform, clock, who, minutes=-15, teams=("grade-4",), change="No more slips")
    await relayed(perform, clock, who, teams=("grade-5",))
    clock.on(date(2026, 12, 1), MORNING)
    found = await perform(decisions.give_and_drop, Nothing(), actor=who("pia-olive"))
    assert found.months == ("Sep", "Oct", "Nov", "Dec")
    # November: 16 school days from the 2nd, without the week of 23 to 27; December: 15 until winter break.
    assert dict(found.teams)["Grade 3"][:3] == (0, 0, 64)
    assert dict(found.teams)["Grade 4"][:3] == (0, 0, 16)
    assert "Grade 5" not in dict(found.teams)
    assert found.untold == 1


async def test_only_who_keeps_the_record_completes_it_and_only_while_it_stands(perform, clock, who):
    decision = await relayed(perform, clock, who)
    with pytest.raises(NotPermitted):
        await perform(decisions.weigh, WeighDecision(decision=decision.id), actor=who("pia-olive"))
    ended = decisions.ReviewDecision(
        decision=decision.id, outcome="reverse", reason="Too much.", now_do="Go on as before."
    )
    await perform(decisions.review_decision, ended, actor=who("dale-clover"))
    with pytest.raises(OutOfDate):
        await perform(decisions.weigh, WeighDecision(decision=decision.id), actor=who("dale-clover"))


async def test_what_may_name_a_student_is_hidden_in_every_part_of_the_record(perform, clock, who):
    decision = await relayed(perform, clock, who)
    coach, words = who("dale-clover"), "Somebody in room twelve needs it"
    for routine, command in (
        (decisions.weigh, WeighDecision(decision=decision.id, alternatives=words, teacher_need=words)),
        (decisions.cost, CostDecision(decision=decision.id, stops={"grade-4": words})),
        (
            decisions.support,
            decisions.SupportDecision(
                decision=decision.id, sponsor=who("noel-mint").person_id, coaching=words
            ),
        ),
        (decisions.plan_relay, decisions.PlanRelay(decision=decision.id, not_shared=words)),
        (decisions.take_first_step, decisions.TakeFirstStep(decision=decision.id, words=words)),
    ):
        await perform(routine, command, actor=coach)
    assert (await record_of(perform, coach)).count(words) == 6
    await perform(flag, FlagStudent(kind=Thing.DECISION, thing=decision.id), actor=who("pia-olive"))
    said = await record_of(perform, coach)
    assert words not in said
    assert "[Hidden while somebody checks it" in said
