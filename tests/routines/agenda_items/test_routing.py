"""What is about one team only goes to its lead, who takes it up or gives it back."""

from datetime import date

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.agenda_items import routing as wording
from bot.messages.plain import plain
from bot.model.staff_input import AnonymousInput, AnonymousState, Mode, Scope, Topic
from bot.routines import agenda_items, staff_input
from bot.routines.agenda_items import AboutThing, RouteInput
from tests.conftest import SCHOOL

ONLY_K1 = {"more": ["yes"], "only_team": "k-1"}


async def gives(school, key="uma-thistle", see="Our K-1 blocks overlap.", **more):
    asked = {"topic": Topic.TIME, "scope": Scope.MY_TEAM, "mode": Mode.NAMED, **more}
    return await school.does(staff_input.give, staff_input.GiveInput(see=see, **asked), key)


async def one_input(school, shown):
    async with school.units.reading(SCHOOL) as work:
        return await work.inputs.by_id(shown.id)


@pytest.fixture
async def routed(school):
    """An item of Jay Ivy's that is about K-1 only, and went to Ada Acorn, who speaks for K-1."""
    return (await school.adds(**ONLY_K1)).item


def thing(item) -> AboutThing:
    return AboutThing(thing=f"item/{item.id}")


async def test_an_item_about_one_team_goes_to_its_lead_and_is_on_no_agenda(school):
    result = await school.adds(**ONLY_K1)
    assert (result.of_team.team, result.of_team.lead) == ("K-1", "Ada Acorn")
    assert (await school.agenda()).items == ()
    [card] = await school.to("ada-acorn")
    assert card.text.startswith("Jay Ivy brings something that is about K-1 only:\nExit tickets")
    assert card.verbs == ["take-up", "give-back"]


async def test_the_lead_takes_it_up_and_whoever_brought_it_is_told(school, routed):
    await school.does(agenda_items.take_up, thing(routed), "ada-acorn")
    [news] = await school.to("jay-ivy")
    assert news.text == "Ada Acorn and K-1 take it up: “Exit tickets”."
    assert (await school.agenda()).items == ()
    with pytest.raises(OutOfDate, match="already dealt with"):
        await school.does(agenda_items.give_back, thing(routed), "ada-acorn")


async def test_the_lead_gives_it_back_and_it_is_on_the_next_agenda(school, routed):
    await school.does(agenda_items.give_back, thing(routed), "ada-acorn")
    assert [line.title for line in (await school.agenda()).items] == ["Exit tickets"]
    [news] = await school.to("jay-ivy")
    assert "is about more than K-1, says Ada Acorn" in news.text


async def test_nobody_else_answers_for_the_team(school, routed):
    with pytest.raises(NotPermitted):
        await school.does(agenda_items.take_up, thing(routed), "oli-nettle")


async def test_what_is_about_the_leads_own_team_goes_to_whoever_is_next(school):
    result = await school.adds("ada-acorn", **ONLY_K1)
    assert result.of_team.lead == "Noel Mint"


async def test_a_team_that_is_gone_is_said_beside_the_field(school):
    with pytest.raises(Refusal) as refused:
        await school.adds(more=["yes"], only_team="grade-9")
    assert refused.value.field == "only_team"


@pytest.mark.requirement("R-067")
async def test_input_routed_to_a_team_reaches_its_lead_and_its_sender_and_not_the_ilt(school):
    given = await gives(school)
    asked = RouteInput(input=given.id, team="k-1", words="K-1 blocks overlap on Mondays.")
    await school.does(agenda_items.route, asked, "noel-mint")

    card = (await school.to("ada-acorn"))[-1]
    assert "K-1 blocks overlap on Mondays." in card.text
    news = (await school.to("uma-thistle"))[-1]
    assert "I-001 is about K-1 only, so Ada Acorn has it now." in news.text
    async with school.units.reading(SCHOOL) as work:
        assert await work.inputs.unsettled() == []
    assert (await school.agenda()).items == ()


async def test_a_lead_whom_the_sender_was_not_told_of_reads_no_name(school):
    given = await gives(school)
    asked = RouteInput(input=given.id, team="k-1", words="Blocks overlap.")
    await school.does(agenda_items.route, asked, "noel-mint")
    assert "Uma Thistle" not in (await school.to("ada-acorn"))[-1].text
    again = await gives(school, "uma-thistle")
    own = RouteInput(input=again.id, team="grade-4", words="Blocks overlap.")
    await school.does(agenda_items.route, own, "noel-mint")
    cards = [letter.text for letter in await school.to("tea-sage") if "(I-002)" in letter.text]
    assert cards[-1].startswith("Uma Thistle says something that is about Grade 4 only (I-002):")


async def test_input_given_back_waits_for_whoever_answers_again(school):
    given = await gives(school)
    asked = RouteInput(input=given.id, team="k-1", words="Blocks overlap.")
    await school.does(agenda_items.route, asked, "noel-mint")
    await school.does(agenda_items.give_back, AboutThing(thing=f"input/{given.id}"), "ada-acorn")
    kept = await one_input(school, given)
    assert (kept.state, kept.routed_to, kept.outcome) == ("received", None, "")
    assert "route-input" not in (await school.to("ada-acorn"))[-1].verbs
    assert (await school.to("noel-mint"))[-1].verbs[0] == "answer-input"


async def test_the_form_offers_the_senders_team_and_words_that_can_be_changed(school):
    asked = agenda_items.AboutInput(input=(await gives(school)).id)
    form = wording.form(await school.does(agenda_items.before_routing, asked, "noel-mint"), {})
    shown = {field.name: field.initial for field in form.fields}
    assert shown == {"team": "grade-4", "words": "Our K-1 blocks overlap."}


async def test_anonymous_input_goes_to_a_team_in_the_routers_words_alone(school):
    async with school.units.writing(SCHOOL) as work:
        one = AnonymousInput(
            school=SCHOOL,
            receipt="x",
            week=date(2026, 10, 5),
            team=None,
            topic=Topic.TIME,
            scope=Scope.MY_TEAM,
            see="As I told Ada on Friday, blocks overlap.",
            suggest="",
            state=AnonymousState.RECEIVED,
        )
        await work.anonymous.add(one)
    form = await school.does(
        agenda_items.before_routing_anonymous, agenda_items.AboutInput(input=one.id), "noel-mint"
    )
    assert (form.words, form.team) == ("", None)
    asked = RouteInput(input=one.id, team="k-1", words="Blocks overlap.")
    went = await school.does(agenda_items.route_anonymous, asked, "noel-mint")
    assert "The sender reads it with the code." in plain(wording.routed(went))
    [card] = await school.to("ada-acorn")
    assert "Blocks overlap." in card.text
    assert "Friday" not in card.text
    await school.does(agenda_items.take_up, AboutThing(thing=f"anonymous/{one.id}"), "ada-acorn")
    assert [letter.key for letter in await school.posted("/news/")] == []
