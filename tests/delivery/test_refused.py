"""When a platform says no, or not now."""

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.model.audiences import Audience
from bot.model.people import Role
from bot.ports import Busy, Trouble, Undeliverable
from tests.conftest import SCHOOL
from tests.postgres import on_both

TEAMS = [Audience.team(key) for key in ("k-1", "grade-2", "grade-3", "grade-4", "grade-5", "specialists")]
GRADE_2 = Audience.team("grade-2")
GRADE_3 = Audience.team("grade-3")
ARCHIVED = Undeliverable(Trouble.CHANNEL, "is_archived")


@on_both
@pytest.mark.requirement("R-279")
async def test_of_six_channels_one_archived_five_are_posted_and_one_goes_to_who_speaks_for_the_team(
    courier, office, posting, sample, units
):
    office.answers(GRADE_2, ARCHIVED)
    for team in TEAMS:
        await posting(team, "Exit tickets every day", key=f"decision/1/{team.key}")

    assert await courier.deliver_due() == 5 + 1 + 1

    posted = [team for team in TEAMS if office.said(team)]
    assert posted == [team for team in TEAMS if team != GRADE_2]
    (said,) = office.said(Audience.person(sample.keyed("jay-ivy").id))
    assert said.splitlines() == [
        "This was meant for Grade 2, but the channel is archived. "
        "It comes to you because you speak for Grade 2. Please share it.",
        "Exit tickets every day",
        "[Post it for me]",
    ]
    (task,) = office.said(Audience.person(sample.keyed("noel-mint").id))
    assert task.startswith("#grade-2 is archived. Until you choose, Jay Ivy gets the posts for Grade 2.")
    async with units.reading(SCHOOL) as work:
        standing = await work.outbox.standing("decision/1/")
    assert [(one.audience.key, one.state.value, one.trouble) for one in standing if one.trouble] == [
        ("team:grade-2", "rerouted", "is_archived")
    ]
    assert sum(one.state.value == "sent" and one.audience in TEAMS for one in standing) == 5


async def test_a_letter_is_passed_on_once(courier, office, posting, sample):
    office.answers(GRADE_2, ARCHIVED, ARCHIVED)
    await posting(GRADE_2, "Exit tickets", key="decision/1")
    await courier.deliver_due()

    await courier.deliver_due()
    await courier.settle_overdue()

    assert len(office.said(Audience.person(sample.keyed("jay-ivy").id))) == 1
    assert office.said(GRADE_2) == []


async def test_what_is_said_under_a_passed_on_letter_is_passed_on_under_it(courier, office, posting, sample):
    office.answers(GRADE_2, ARCHIVED, ARCHIVED)
    await posting(GRADE_2, "The decision", key="decision/1")
    await posting(GRADE_2, "Read more", thread="decision/1")

    await courier.deliver_due()

    decision, more = office.channels[Audience.person(sample.keyed("jay-ivy").id).key]
    assert office.threads[more.id] == office.where(decision)


async def test_a_team_without_any_channel_is_reached_through_the_next_in_line(
    courier, office, posting, sample
):
    office_team = Audience.team("office")
    office.answers(office_team, Undeliverable(Trouble.CHANNEL, "no_channel"))
    await posting(office_team, "Exit tickets")

    await courier.deliver_due()

    reader = sample.speaker_for("office")
    task, said = sorted(office.said(Audience.person(reader.id)))
    assert task.startswith("Administration and office has no channel that I can post in.")
    assert task.endswith("[Choose a channel] [DM the lead instead]")
    assert "Administration and office, but it has no channel that I know of" in said


async def test_what_the_ilt_channel_could_not_get_goes_to_who_looks_after_the_bot(
    courier, office, posting, sample
):
    office.answers(Audience.ilt(), Undeliverable(Trouble.CHANNEL, "not_in_channel"))
    await posting(Audience.ilt(), "Call for items")

    await courier.deliver_due()

    reader = sample.first_of(Role.BOT_ADMIN, Role.DEPUTY, Role.SCHOOL_LEADER)
    task, said = sorted(office.said(Audience.person(reader.id)))
    assert said.startswith("This was meant for the ILT, but I am not in the channel.")
    assert task.startswith("I am not in #ilt. Until you choose, you get the posts for the ILT.")


@on_both
@pytest.mark.parametrize("trouble", [Trouble.PERSON, Trouble.CHANNEL, Trouble.MESSAGE])
async def test_what_one_person_cannot_get_fails_where_it_can_be_seen(
    courier, office, posting, sample, trouble
):
    person = Audience.person(sample.keyed("jay-ivy").id)
    office.answers(person, Undeliverable(trouble, "account_inactive"))
    key = await posting(person, "Your 1:1 is tomorrow")

    assert await courier.deliver_due() == 0

    became = await posting.became(key)
    assert (became.state.value, became.trouble) == ("failed", "account_inactive")


@on_both
async def test_a_passing_refusal_is_tried_again_after_1_5_30_and_120_minutes_then_passed_on(
    courier, office, posting, clock, sample
):
    office.answers(GRADE_2, *[Undeliverable(Trouble.PASSING, "internal_error") for _ in range(5)])
    key = await posting(GRADE_2, "Exit tickets")
    await courier.deliver_due()

    for tries, minutes in enumerate((1, 5, 30, 120), start=1):
        clock.moment += timedelta(minutes=minutes) - timedelta(seconds=1)
        await courier.deliver_due()
        assert len(office.tried) == tries
        clock.advance(seconds=1)
        await courier.deliver_due()
        assert office.tried.count(office.tried[0]) == tries + 1

    became = await posting.became(key)
    assert (became.state.value, became.trouble) == ("rerouted", "internal_error")
    (said,) = office.said(Audience.person(sample.keyed("jay-ivy").id))
    assert "This was meant for Grade 2, but the channel could not be reached." in said


@on_both
async def test_a_busy_workspace_is_left_alone_as_a_whole_and_the_wait_is_not_a_try(
    courier, office, posting, stopwatch, clock
):
    for number in range(10):
        await posting(Audience.team(f"team-{number}"), f"Letter {number}")
    for number in range(8):
        office.answers(Audience.team(f"team-{number}"), Busy(30))

    assert await courier.deliver_due() == 0
    assert len(office.tried) == 8
    clock.advance(days=1)
    assert await courier.deliver_due() == 0

    stopwatch.seconds += 30
    assert await courier.deliver_due() == 10
    assert {letter.attempts for letters in office.channels.values() for letter in letters} == {1}


async def test_one_busy_workspace_does_not_hold_up_another(courier, office, posting, units):
    async with units.writing("ours") as work:
        await work.people.reach("slack", "workspace", "T-ours")
    office.answers(GRADE_2, Busy(300))
    await posting(GRADE_2, "Ours", school="ours")
    await courier.deliver_due()

    await posting(GRADE_3, "Ours too", school="ours")
    await posting(GRADE_3, "Theirs", school="elsewhere")

    assert await courier.deliver_due() == 1
    assert office.said(GRADE_3) == ["Theirs"]


async def test_schools_in_one_workspace_share_its_gate(courier, office, posting, units):
    for school in ("ours", "theirs"):
        async with units.writing(school) as work:
            await work.people.reach("slack", "workspace", "T-district")
    office.answers(GRADE_2, Busy(300))
    await posting(GRADE_2, "Ours", school="ours")
    await courier.deliver_due()

    await posting(GRADE_3, "Theirs", school="theirs")

    assert await courier.deliver_due() == 0
    assert office.said(GRADE_3) == []


async def test_letters_wait_while_the_workspace_does_not_let_us_in(courier, office, posting, stopwatch):
    revoked = Undeliverable(Trouble.WORKSPACE, "token_revoked")
    office.answers(GRADE_2, *[revoked for _ in range(3)])
    key = await posting(GRADE_2, "Exit tickets")

    with capture_logs() as lines:
        for _ in range(3):
            await courier.deliver_due()
            await courier.deliver_due()
            stopwatch.seconds += 600
    assert await posting.state(key) == "pending"
    assert sum("does not let us in" in line["event"] for line in lines) == 1

    assert await courier.deliver_due() == 1
    assert office.channels[GRADE_2.key][0].attempts == 1


@on_both
async def test_a_refusal_in_more_words_than_there_is_room_for_is_kept_like_any_other(
    courier, office, posting
):
    office.answers(GRADE_2, Undeliverable(Trouble.MESSAGE, "sign in\x00 " * 50))
    key = await posting(GRADE_2, "Once")

    await courier.deliver_due()

    assert await posting.state(key) == "failed"
