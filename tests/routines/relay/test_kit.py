"""What reps tell their teams: one kit for all that went out, one reminder, and no name in any channel."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.decisions import register
from bot.messages.plain import plain
from bot.routines import decisions
from bot.routines.relay import kit
from bot.routines.relay.kit import BringQuestion, NoteTalk
from tests.letters import letters
from tests.routines.decisions.told import WEDNESDAY, recorded
from tests.routines.relay.living import of, tick

FIFTH_DAY = date(2026, 11, 4)


async def two_went_out(perform, clock, who):
    first = await recorded(perform, clock, who)
    await recorded(perform, clock, who, teams=("grade-4",), changes={}, statement="Labs are open at lunch.")
    clock.on(WEDNESDAY, time(7, 45))
    await tick(perform)
    clock.on(WEDNESDAY, time(7, 50))
    await tick(perform)
    return first.telling.decision


def mark(team="grade-3", on=WEDNESDAY):
    return NoteTalk(day=WEDNESDAY, team=team, discussed_on=on)


async def test_each_rep_gets_one_kit_for_all_decisions_of_a_meeting(perform, clock, who, units):
    await two_went_out(perform, clock, who)
    await tick(perform)
    third, fourth = sorted(await of(units, "kit/"), key=lambda one: "Grade 4" in one.text)
    assert third.audience == f"person:{who('oli-nettle').person_id}"
    assert third.text.splitlines()[:4] == [
        "For Grade 3: three points",
        "1. D-001, from Mon, Nov 2: Every math block has 3 minutes of writing before talk. "
        "3 minutes more in each block",
        "2. Why: Peers explained their reasoning in 44% of 25 visits.",
        "3. Stops or shrinks: The written exit slip on Tuesdays",
    ]
    assert ("D-001" in fourth.text, "D-002" in fourth.text) == (True, True)
    assert "[Discussed with Grade 4] [They asked …]" in fourth.text


@pytest.mark.requirement("R-105")
async def test_without_a_mark_a_rep_gets_one_line_on_day_five_and_no_channel_names_them(
    perform, clock, who, units
):
    await two_went_out(perform, clock, who)
    await perform(kit.discussed, mark("grade-4"), actor=who("tea-sage"))
    for on in (FIFTH_DAY, date(2026, 11, 5), date(2026, 11, 12)):
        clock.on(on, time(7, 45))
        await tick(perform)
    (line,) = [one for one in await of(units, "kit/") if "/reminder/" in one.key]
    assert line.audience == f"person:{who('oli-nettle').person_id}"
    in_channels = [one for one in await letters(units) if not one.audience.startswith("person:")]
    assert in_channels
    assert all("Oli" not in one.text for one in in_channels)


@pytest.mark.requirement("R-105")
async def test_the_ilt_sees_in_how_many_teams_it_was_talked_about_and_not_in_which(perform, clock, who):
    await two_went_out(perform, clock, who)
    await perform(kit.discussed, mark(), actor=who("oli-nettle"))
    clock.on(date(2026, 11, 20), time(12))
    await perform(kit.discussed, mark("grade-4", date(2026, 11, 19)), actor=who("tea-sage"))
    find = decisions.FindDecisions(number="D-001")
    for reader, reads in (("tea-sage", True), ("pia-olive", False)):
        said = plain(register.register(await perform(decisions.look_up, find, actor=who(reader))))
        assert ("Talked about within 5 school days: 1 of 2 teams." in said) is reads


async def test_only_who_speaks_for_a_team_says_so_and_not_ahead_of_time(perform, clock, who):
    await two_went_out(perform, clock, who)
    for key in ("pia-olive", "tea-sage"):
        with pytest.raises(NotPermitted):
            await perform(kit.discussed, mark(), actor=who(key))
    with pytest.raises(Refusal) as refused:
        await perform(kit.discussed, mark(on=FIFTH_DAY), actor=who("oli-nettle"))
    assert refused.value.field == "discussed_on"


async def test_a_relay_lead_who_was_named_gets_the_kit_in_place_of_the_rep(perform, clock, who, units):
    kept = await recorded(perform, clock, who, teams=("grade-3",))
    lead = who("tea-sage").person_id
    plan = decisions.PlanRelay(decision=kept.telling.decision.id, team="grade-3", leads={"grade-3": lead})
    await perform(decisions.plan_relay, plan, actor=who("dale-clover"))
    for minute in (45, 50):
        clock.on(WEDNESDAY, time(7, minute))
        await tick(perform)
    assert [one.audience for one in await of(units, "kit/")] == [f"person:{lead}"]


@pytest.mark.requirement("R-105")
async def test_what_a_team_asks_goes_to_the_ilt_without_a_name_and_once(perform, clock, who, units):
    decision = await two_went_out(perform, clock, who)
    brought = BringQuestion(day=WEDNESDAY, team="grade-3", decision=decision.id, text="Who covers recess?")
    for _ in range(2):
        await perform(kit.they_asked, brought, actor=who("oli-nettle"))
    (card,) = [one for one in await letters(units) if one.key.startswith("question/")]
    assert "A question from Grade 3" in card.text
    assert "Who covers recess?" in card.text
    assert "Oli" not in card.text
    async with units.reading("sample-elementary") as work:
        (talk,) = await work.relay.talks_on([WEDNESDAY])
    assert talk.questions == 1
