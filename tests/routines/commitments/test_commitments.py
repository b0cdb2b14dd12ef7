"""What people said they would do: written down, asked about once, read out, and let go."""

from datetime import UTC, date, datetime, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.commitments import listed as wording
from bot.messages.plain import plain
from bot.model.commitments import OPEN, WAYS, Commitment, CommitmentState, follow_through
from bot.routines import commitments
from bot.routines.commitments.opening import opens_with
from bot.routines.requests import Nothing
from tests.conftest import SCHOOL
from tests.letters import buttons_of
from tests.routines.commitments.conftest import DUE, JAY, OLI, TEACHER

MEETING = date(2026, 10, 27)


def test_every_state_is_reached_and_every_open_one_can_be_left():
    assert {state for ways in WAYS.values() for state in ways} == set(CommitmentState) - {
        CommitmentState.SAID
    }
    assert {state for state, ways in WAYS.items() if not ways} == set(CommitmentState) - OPEN


@pytest.mark.requirement("R-027")
async def test_what_was_due_three_days_ago_opens_the_meeting_in_its_owners_words_after_one_private_question(
    team, units
):
    await team.meets()
    one = await team.says(due_on=date(2026, 10, 22))
    team.clock.on(date(2026, 10, 20), time(7, 45))
    await team.tick()
    await team.tick()
    [asked] = await team.posted("nudge")
    assert asked.audience == f"person:{team.id(OLI)}"
    assert asked.verbs == ["tell-commitment", "tell-commitment", "explain-commitment", "explain-commitment"]
    team.clock.on(date(2026, 10, 21), time(12))
    await team.explains(one, "stuck", note="The folder is locked")
    team.clock.on(MEETING, time(15, 30))
    await team.tick()
    assert len(await team.posted("nudge")) == 1
    async with units.reading(SCHOOL) as work:
        said = plain(await opens_with(MEETING, work))
    assert "Bring the exit tickets · Oli Nettle · by Thu, Oct 22 · stuck “The folder is locked”" in said
    assert not {"late", "overdue", "missed"} & set(said.lower().split())
    assert {letter.audience for letter in await team.posted("commitment")} == {f"person:{team.id(OLI)}"}


async def test_a_meeting_opens_with_nothing_when_nothing_was_due(team, units):
    await team.meets()
    await team.says(due_on=date(2026, 11, 3))
    async with units.reading(SCHOOL) as work:
        assert await opens_with(MEETING, work) is None


async def test_what_was_done_since_the_last_meeting_is_said_once_and_then_no_more(team, units):
    await team.meets()
    await team.tells(await team.says(due_on=date(2026, 10, 20)))
    async with units.reading(SCHOOL) as work:
        assert "done" in plain(await opens_with(MEETING, work))
        assert await opens_with(date(2026, 11, 10), work) is None


@pytest.mark.requirement("R-042")
async def test_whoever_waits_for_a_data_pull_is_told_at_once_in_contract_hours_when_it_is_done(team):
    pull = await team.says("Pull the data", by=JAY, owners=[JAY])
    await team.says("Read the data", waits_on=pull.id)
    team.clock.on(date(2026, 10, 20), time(10))
    await team.tells(pull, by=JAY)
    [told] = await team.posted("/clear/")
    assert (told.audience, told.due_at) == (f"person:{team.id(OLI)}", team.clock.now())
    assert "What you waited for is done: Pull the data" in told.text


async def test_what_clears_in_the_evening_is_told_at_the_next_opening_and_once(team):
    pull = await team.says("Pull the data", by=JAY, owners=[JAY])
    await team.says("Read the data", owners=[OLI, JAY], waits_on=pull.id)
    team.clock.on(date(2026, 10, 20), time(20))
    await team.tells(pull, by=JAY)
    await team.tells(pull, by=JAY)
    [told] = await team.posted("/clear/")
    assert told.due_at == datetime(2026, 10, 21, 13, 45, tzinfo=UTC)


async def test_two_things_never_wait_for_each_other(team):
    first = await team.says("First")
    second = await team.says("Second", waits_on=first.id)
    with pytest.raises(Refusal, match="cannot wait for each other"):
        await team.explains(first, "stuck", waits_on=second.id)


async def test_the_list_names_what_has_waited_longest(team):
    pull = await team.says("Pull the data", by=JAY, owners=[JAY])
    await team.says("Read the data", waits_on=pull.id)
    team.clock.on(date(2026, 10, 22), time(12))
    await team.explains(await team.says("Copy it"), "stuck", waits_on=pull.id)
    seen = await team.perform(commitments.look, Nothing(), actor=team.who(OLI))
    assert (seen.blocked.text, seen.blocked_for) == ("Read the data", 3)
    assert "waits for “Pull the data”" in plain(wording.listed(seen))


async def test_only_an_owner_says_how_it_stands_and_of_one_without_owners_the_school_leader(team, units):
    one = await team.says()
    with pytest.raises(NotPermitted):
        await team.tells(one, by=JAY)
    with pytest.raises(NotPermitted):
        await team.tells(one, by="mina-linden")
    async with units.writing(SCHOOL) as work:
        (await work.commitments.find(one.id)).owner = team.id(TEACHER)
    let_go = await team.explains(one, "let_go", by="mina-linden", note="Moved schools")
    assert let_go.state is CommitmentState.LET_GO


async def test_letting_go_needs_a_reason_and_what_is_over_stays_over(team):
    one = await team.says()
    with pytest.raises(Refusal) as refused:
        await team.explains(one, "let_go")
    assert refused.value.field == "note"
    await team.explains(one, "let_go", note="The district does it now")
    with pytest.raises(OutOfDate):
        await team.tells(one)


async def test_nobody_outside_the_ilt_owns_or_is_named_and_staff_see_none_of_it(team):
    with pytest.raises(Refusal) as refused:
        await team.says(owners=[TEACHER])
    assert refused.value.field == "owners"
    with pytest.raises(Refusal, match="who is not on the ILT"):
        await team.says("Visit Uma Thistle")
    assert (await team.says("Visit Jay Ivy")).is_open
    with pytest.raises(NotPermitted):
        await team.perform(commitments.look, Nothing(), actor=team.who(TEACHER))


@pytest.mark.parametrize("day", [date(2026, 10, 18), date(2026, 10, 24)])
async def test_it_is_due_on_a_school_day_to_come(team, day):
    with pytest.raises(Refusal) as refused:
        await team.says(due_on=day)
    assert refused.value.field == "due_on"


async def test_who_did_not_write_it_is_told_and_can_let_it_go_from_there(team):
    await team.says(by=JAY, owners=[OLI, JAY])
    [told] = await team.posted("/yours/")
    assert told.audience == f"person:{team.id(OLI)}"
    assert told.text.startswith("Jay Ivy wrote down for you: Bring the exit tickets")
    assert [one.label for one in buttons_of(told.message)] == ["Done", "Moving", "Stuck", "Let go"]


async def test_after_thirty_school_days_without_a_word_it_rests_silently_and_can_be_taken_up(team, units):
    await team.meets()
    one = await team.says()
    team.clock.on(date(2026, 12, 14), time(8))
    await team.tick()
    async with units.reading(SCHOOL) as work:
        resting = await work.commitments.find(one.id)
        assert resting.state is CommitmentState.RESTS
        assert await opens_with(date(2026, 12, 8), work) is None
    assert not [letter for letter in await team.posted("commitment") if "nudge" not in letter.key]
    assert (await team.tells(one, "moving")).is_waited_for


def test_follow_through_is_the_teams_alone_and_not_shown_for_fewer_than_five_people():
    def of(number: int, ended: date | None) -> Commitment:
        return Commitment(
            school="s", text="x", owner=f"p{number}", by="b", made_on=DUE, due_on=DUE, ended_on=ended
        )

    found = [of(number, DUE if number else None) for number in range(5)]
    first, today = date(2026, 7, 1), date(2026, 11, 1)
    rate = follow_through(found, first, today)
    assert (rate.kept, rate.due) == (4, 5)
    assert follow_through(found[:4], first, today) is None
    assert follow_through([*found[:4], of(1, None)], first, today) is None
