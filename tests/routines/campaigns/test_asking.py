"""A question from its draft to its result, and what nobody learns on the way."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.campaigns import results
from bot.messages.plain import plain
from bot.model.campaigns import WAYS, CampaignState, progress
from bot.model.staff_input import Mode
from bot.routines import campaigns
from bot.routines.requests import Nothing
from tests.letters import letters
from tests.routines.campaigns.conftest import ASKER, PRINCIPAL, QUESTION, TEAM, TRIAGER

CLOSED = date(2026, 10, 26), time(15, 30)


@pytest.fixture
async def closed(ask, answer, tick, clock):
    """Asked of K-1 and Grade 3: six named answers, one through the rep and one without a name."""
    campaign = await ask("k-1", "grade-3")
    for key in TEAM:
        await answer(campaign, key, f"Copying, says {TEAM.index(key)}.")
    await answer(campaign, "ida-hazel", "Bus duty takes time.", Mode.THROUGH_REP)
    await answer(campaign, "pia-olive", "Long meetings.", Mode.ANONYMOUS)
    clock.on(*CLOSED)
    await tick()
    return campaign


def test_every_state_of_a_campaign_but_its_ends_has_a_way_out():
    ends = {state for state, following in WAYS.items() if not following}
    reached = {state for following in WAYS.values() for state in following}
    assert ends == {CampaignState.POSTED, CampaignState.WITHDRAWN}
    assert reached | {CampaignState.DRAFT} == set(CampaignState)


async def test_a_draft_is_posted_nowhere_and_its_post_goes_to_the_chosen_channels_with_one_button(
    draft, perform, who, units
):
    campaign = await draft("k-1", "grade-3")
    assert await letters(units) == []
    await perform(campaigns.ask, campaigns.OpenCampaign(campaign=campaign.id), actor=who(ASKER))
    posts = await letters(units)
    assert [one.audience for one in posts] == ["team:k-1", "team:grade-3"]
    assert {verb for one in posts for verb in one.verbs} == {"answer-campaign"}
    assert QUESTION in posts[0].text
    assert "open until Mon, Oct 26" in posts[0].text


async def test_it_goes_out_once_however_often_its_button_is_pressed(ask, perform, who, units):
    campaign = await ask()
    with pytest.raises(OutOfDate, match="has gone out already"):
        await perform(campaigns.ask, campaigns.OpenCampaign(campaign=campaign.id), actor=who(ASKER))
    assert [one.audience for one in await letters(units)] == ["all-staff"]


async def test_a_teacher_cannot_ask_and_another_ilt_member_cannot_send_somebodys_draft(draft, perform, who):
    with pytest.raises(NotPermitted):
        await draft(by="uma-thistle")
    campaign = await draft()
    with pytest.raises(NotPermitted):
        await perform(campaigns.ask, campaigns.OpenCampaign(campaign=campaign.id), actor=who("noel-mint"))


async def test_so_few_that_no_answer_could_be_shown_are_not_asked(draft):
    with pytest.raises(Refusal, match="Fewer than 5 people"):
        await draft("special-education")


async def test_somebody_of_another_team_is_told_where_to_say_it(ask, answer):
    with pytest.raises(Refusal, match="/ilt input"):
        await answer(await ask("k-1"), "uma-thistle")


@pytest.mark.requirement("R-119")
async def test_three_answers_of_a_team_show_in_themes_of_the_whole_school_and_no_team_has_a_rate(
    ask, answer, tick, clock, sum_up, units
):
    campaign = await ask()
    for key in (*TEAM, "uma-thistle", "jay-ivy"):
        await answer(campaign, key)
    clock.on(*CLOSED)
    await tick()
    await sum_up(campaign, ("Copying takes long", 7), ("Bus duty", 3))
    (result,) = [one for one in await letters(units) if "/result/" in one.key]
    assert result.audience == "all-staff"
    assert "Copying takes long (7 answers)" in result.text
    assert "Bus duty" not in result.text
    assert "Other things that fewer people said" in result.text
    assert "What happens next: We try a shared copier." in result.text
    assert "8 answers, summed up by Oli Nettle" in result.text
    assert not any(word in result.text for word in ("%", "K-1", "Grade"))


async def test_after_its_school_days_it_closes_and_the_asker_reads_the_answers_in_a_mixed_order(
    closed, read, units
):
    (told,) = [one for one in await letters(units) if "/closes/" in one.key]
    assert set(told.verbs) == {"read-campaign", "sum-up-campaign"}
    assert "8 answers came in" in told.text
    found = await read(closed)
    assert len(found.named) == 6
    assert set(found.nameless) == {"Bus duty takes time.", "Long meetings."}
    assert "Ida Hazel" not in plain(results.answers(found))


async def test_the_rep_alone_sees_who_answered_through_them(closed, read):
    found = await read(closed, "ada-acorn")
    assert (found.named, found.nameless) == ((), ())
    assert found.through_me == (("Ida Hazel", "Bus duty takes time."),)
    with pytest.raises(NotPermitted):
        await read(closed, "uma-thistle")


async def test_nobody_reads_an_answer_while_the_question_is_open(ask, answer, read):
    campaign = await ask()
    await answer(campaign, "uma-thistle")
    with pytest.raises(OutOfDate, match="still open"):
        await read(campaign)


async def test_words_without_a_name_are_withheld_when_so_few_could_have_given_them(
    ask, answer, tick, clock, read
):
    campaign = await ask("k-1")
    await answer(campaign, "ida-hazel", "Only I could say this.", Mode.ANONYMOUS)
    for key in TEAM:
        await answer(campaign, key)
    clock.on(*CLOSED)
    await tick()
    found = await read(campaign)
    assert found.nameless == ()
    assert "Some answers without a name are not shown" in plain(results.answers(found))


@pytest.mark.requirement("R-119")
async def test_of_fewer_than_five_answers_nothing_is_shown_and_all_are_deleted(
    ask, answer, tick, clock, units, sum_up, read
):
    campaign = await ask()
    for key in TEAM[:3]:
        await answer(campaign, key, "A secret.")
    await answer(campaign, "uma-thistle", "Another.", Mode.ANONYMOUS)
    clock.on(*CLOSED)
    await tick()
    (post,) = [one for one in await letters(units) if "/result/" in one.key]
    assert "Fewer than 5 answers came in" in post.text
    assert (await read(campaign)).named == ()
    async with units.reading("sample-elementary") as work:
        assert await work.campaigns.count(campaign.id) == 0
    with pytest.raises(OutOfDate):
        await sum_up(campaign, ("Copying", 3))


async def test_a_second_answer_with_a_name_replaces_the_first_and_the_same_form_counts_once(
    ask, answer, units
):
    campaign = await ask()
    await answer(campaign, "uma-thistle", "First.")
    await answer(campaign, "uma-thistle", "Second.")
    for _ in range(2):
        await answer(campaign, "jay-ivy", "Third.", Mode.ANONYMOUS, receipt="KITE-1")
    async with units.reading("sample-elementary") as work:
        assert [one.words for one in await work.campaigns.answers(campaign.id)] == ["Second."]
        assert await work.campaigns.count(campaign.id) == 2


async def test_a_question_taken_back_loses_its_posts_and_answers_and_late_answers_are_told(
    ask, answer, perform, who, units
):
    campaign = await ask()
    await answer(campaign, "uma-thistle")
    await perform(campaigns.drop, campaigns.DropCampaign(campaign=campaign.id), actor=who(PRINCIPAL))
    async with units.reading("sample-elementary") as work:
        assert await work.campaigns.count(campaign.id) == 0
        assert [one.state for one in await work.outbox.standing(f"campaign/{campaign.id}/")] == ["dropped"]
    with pytest.raises(OutOfDate, match="/ilt input"):
        await answer(campaign, "uma-thistle")


async def test_a_result_that_nobody_sums_up_is_asked_for_and_anybody_who_answers_input_can_do_it(
    closed, tick, clock, units, sum_up
):
    clock.on(date(2026, 11, 2), time(7, 45))
    await tick()
    (owed,) = [one for one in await letters(units) if "/owed/" in one.key]
    assert owed.audience == "ilt"
    await sum_up(closed, ("Copying", 6), by=TRIAGER)
    with pytest.raises(OutOfDate, match="posted already"):
        await sum_up(closed, ("Copying", 6))


@pytest.mark.parametrize(
    ("count", "people", "said"), [(0, 41, 0), (4, 41, 0), (5, 41, 5), (9, 41, 5), (12, 41, 10)]
)
def test_how_many_are_in_is_said_in_steps(count, people, said):
    assert progress(count, people) == said


async def test_the_list_says_what_is_open_and_shows_a_draft_to_nobody_else(ask, draft, perform, who):
    await ask("k-1")
    await draft(question="What else?")
    seen = plain(results.listed(await perform(campaigns.page, Nothing(), actor=who("noel-mint"))))
    assert "Open until Mon, Oct 26, to K-1. Fewer than 5 answers are in so far." in seen
    assert "What else?" not in seen
