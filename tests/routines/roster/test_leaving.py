"""Somebody leaves: their things find somebody, and what was between two people stays closed."""

from datetime import date, time

import pytest

from bot.errors import Refusal
from bot.model.people import Relation, the_clock
from bot.model.roster.leaving import Cause
from bot.model.staff_input import Mode, Scope, Topic
from bot.routines import checkins, cycles, meetings, people, staff_input
from bot.routines.decisions import recording
from bot.routines.meetings import items
from bot.routines.requests import Nothing
from bot.routines.roster.leaving import depart
from bot.routines.roster.reconciling import Reconcile, reconcile
from bot.routines.timetable import RunDue, Timetable
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL
from tests.letters import Posted, letters

SECRET = "I find the new schedule hard"
GOAL = "I ask one evidence question before any solution"


@pytest.fixture
def leave(units: UnitsOfWork, sample, clock):
    """Let people of the sample school leave, by their keys."""

    async def leaving(*keys: str) -> None:
        async with units.writing(SCHOOL) as work:
            people = [sample.keyed(key).id for key in keys]
            await depart(people, Cause.FILE, work=work, now=clock.now())

    return leaving


@pytest.fixture
def told(units: UnitsOfWork, sample):
    """The letters with these words in their key to somebody, the latest last."""

    async def letters_to(key: str, about: str) -> list[Posted]:
        audience = f"person:{sample.keyed(key).id}"
        return [one for one in await letters(units) if one.audience == audience and about in one.key]

    return letters_to


async def decided(perform, who, helper: str) -> None:
    command = recording.RecordDecision(
        statement="Math talk every Monday",
        why="Talk helps",
        teams=("grade-3",),
        change="Ten minutes",
        starts_on=date(2026, 10, 26),
        helper=who(helper).person_id,
    )
    await perform(recording.record, command, actor=who("oli-nettle"))


@pytest.mark.requirement("R-294")
async def test_when_the_principal_leaves_the_deputy_takes_over_and_1_1_notes_stay_closed(
    perform, who, sample, told, clock, units
):
    (with_oli,) = [one for one in await mine(perform, who("mina-linden")) if one.other == "Oli Nettle"]
    topic = checkins.AddTopic(series=with_oli.series, day=with_oli.day, text=SECRET)
    await perform(checkins.add_topic, topic, actor=who("oli-nettle"))
    await perform(items.add, items.AddItem(title="Coverage in May"), actor=who("mina-linden"))
    await decided(perform, who, helper="mina-linden")

    clock.on(date(2026, 10, 20), time(3))
    gone = Reconcile(platform="slack", matched=41, gone=(sample.keyed("mina-linden").id,))
    await perform(reconcile, gone, actor=the_clock(SCHOOL))

    (over,) = await told("noel-mint", "roster/left")
    for words in (
        "Mina Linden has left",
        "Coverage in May",
        "Math talk every Monday",
        "You stand in for them",
    ):
        assert words in over.text
    assert "name-acting-leader" in over.verbs
    assert SECRET not in over.text
    async with units.reading(SCHOOL) as work:
        [decision] = await work.decisions.to_come()
    assert decision.helper == who("noel-mint").person_id
    after = {key: await relations(perform, sample, key) for key in ("mina-linden", "noel-mint")}
    assert after["mina-linden"] == {Relation.STRANGER}
    assert [one.other for one in await mine(perform, who("noel-mint"))] == ["Yara Xylem"]
    refused = await closed(perform, who("noel-mint"), topic)
    assert SECRET not in refused


async def mine(perform, actor):
    return await perform(checkins.mine, Nothing(), actor=actor)


async def relations(perform, sample, key):
    roster = await perform(people.whole_roster, Nothing(), actor=the_clock(SCHOOL))
    return roster.relations(sample.keyed(key).id)


async def closed(perform, actor, topic) -> str:
    """What somebody reads who reaches for a pair's check-in that is not theirs."""
    with pytest.raises(Refusal) as refused:
        await perform(checkins.add_topic, topic, actor=actor)
    return refused.value.sentence


async def test_the_other_of_a_pair_is_told_that_the_check_ins_have_ended(perform, who, leave, told):
    await leave("mina-linden")

    for lead in ("oli-nettle", "tea-sage"):
        (said,) = await told(lead, "/left/")
        assert "Mina Linden has left, so your 1:1s with them have ended." in said.text
        assert said.message.private
        assert await mine(perform, who(lead)) == []


async def test_when_both_of_a_pair_leave_at_once_nobody_is_written_to(leave, units):
    await leave("noel-mint", "yara-xylem")

    assert [one for one in await letters(units) if one.key.startswith("checkin/")] == []


async def test_a_learning_cycle_ends_and_stays_with_the_one_who_remains(perform, who, clock, leave, told):
    clock.on(date(2026, 11, 5))
    opening = cycles.OpenCycle(
        other=who("mina-linden").person_id,
        weeks=4,
        begins=date(2026, 11, 9),
        goal=GOAL,
        baseline="1 of 4",
        target="3 of 4",
        measure="Count it",
    )
    view = await perform(cycles.propose, opening, actor=who("oli-nettle"))
    await perform(cycles.agree, cycles.AgreeToCycle(cycle=view.cycle.id), actor=who("mina-linden"))

    await leave("mina-linden")

    (said,) = await told("oli-nettle", f"cycles/{view.cycle.id}/left")
    assert "your learning cycle has ended" in said.text
    assert GOAL not in (said.text + said.message.summary)
    assert (await perform(cycles.see, cycles.SeeCycles(), actor=who("oli-nettle"))).views == ()
    [handed] = await told("noel-mint", "roster/left")
    assert GOAL not in handed.text


async def test_staff_input_waits_for_the_next_by_rule_who_learns_how_many_and_no_words(
    perform, who, leave, told
):
    given = {"topic": Topic.TIME, "scope": Scope.MY_TEAM, "mode": Mode.NAMED}
    for see in ("The copier is slow", "The bell is late"):
        await perform(staff_input.give, staff_input.GiveInput(see=see, **given), actor=who("uma-thistle"))

    await leave("noel-mint")

    (over,) = await told("mina-linden", "roster/left")
    assert "2 inputs to answer" in over.text
    assert "copier" not in over.text


async def test_who_spoke_through_a_rep_who_left_hears_who_sees_their_name_and_may_withdraw(
    perform, who, leave, told
):
    said = staff_input.GiveInput(
        see="The copier is slow", topic=Topic.TIME, scope=Scope.MY_TEAM, mode=Mode.THROUGH_REP
    )
    given = await perform(staff_input.give, said, actor=who("bea-birch"))

    await leave("ada-acorn")

    (heard,) = await told("bea-birch", f"input/{given.id}/carrier")
    assert "Ada Acorn, who carried I-001 for you, has left. Noel Mint speaks for your team now" in heard.text
    assert heard.message.private
    assert heard.verbs == ["withdraw-input", "status"]


async def test_a_teams_items_come_to_whoever_speaks_for_the_team_now(perform, who, leave, told):
    added = items.AddItem(title="Reading corner", for_team=True)
    await perform(items.add, added, actor=who("ada-acorn"))

    await leave("ada-acorn")

    (over,) = await told("noel-mint", "roster/left")
    assert "Reading corner" in over.text
    assert over.verbs == ["agenda"]


async def test_a_role_at_the_next_meeting_goes_to_its_backup_who_is_told(
    perform, who, clock, sample, leave, units
):
    clock.on(date(2026, 10, 23), time(14))
    await perform(Timetable((meetings.due,)).run_due, RunDue(), actor=the_clock(SCHOOL))
    async with units.reading(SCHOOL) as work:
        before = {role: held.person for role, held in (await work.meetings.roles(date(2026, 10, 27))).items()}
    leaver = sample.person(before["facilitator"])

    await leave(leaver.key)

    async with units.reading(SCHOOL) as work:
        after = {role: held.person for role, held in (await work.meetings.roles(date(2026, 10, 27))).items()}
    assert before.keys() == after.keys()
    assert leaver.id not in after.values()
    new = [one for one in await letters(units) if one.key.endswith(f"facilitator/{after['facilitator']}")]
    assert "You are the facilitator" in new[0].text


async def test_two_who_leave_at_once_do_not_inherit_from_each_other(perform, who, leave, units, sample):
    await perform(items.add, items.AddItem(title="Coverage in May"), actor=who("mina-linden"))

    await leave("mina-linden", "noel-mint")

    assert [one.audience for one in await letters(units) if "roster/left" in one.key] == []
