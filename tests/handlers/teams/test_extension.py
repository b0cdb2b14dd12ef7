"""What the compose box offers, and what can be done with a message."""

from bot.model.people import Relation
from tests.handlers.a_catalogue import AddItem, GiveInput
from tests.handlers.teams.a_tenant import GRADE_3, GRADE_5


async def test_an_action_opens_its_form_whose_answer_comes_in_the_chat(someone, routines, sandbox):
    ana = someone()

    dialog = await ana.uses("input", GRADE_3)
    assert dialog.title == "Say something"
    assert await ana.submits(see="The bell is too loud") is None

    assert routines.kept[0][0] == GiveInput(see="The bell is too loud")
    assert ana.private == ["Kept as 1."]
    assert sandbox.acting.messages(GRADE_3) == []


async def test_a_message_is_put_on_the_agenda_with_its_own_words(someone, routines, sandbox):
    ana, bo = someone(), someone("ray-quince")
    message = sandbox.acting.written(bo.id, "Exit <b>tickets</b><br>&amp; hall duty", GRADE_3)["id"]

    dialog = await ana.uses("add-item", GRADE_3, message)

    assert dialog.field("title").value == "ILT Bot Exit tickets & hall duty"
    await ana.submits()
    assert routines.kept[0][0] == AddItem(title="ILT Bot Exit tickets & hall duty")


async def test_an_action_without_a_form_shows_what_it_says(someone, sandbox):
    ana = someone()

    page = await ana.uses("menu", GRADE_3)

    assert "What would you like to do?" in page.words
    assert sandbox.acting.messages(GRADE_3) == []


async def test_a_form_opened_from_the_menu_in_the_compose_box(someone, routines):
    ana = someone()
    await ana.uses("menu", GRADE_3)

    dialog = await ana.submits("Say something")

    assert dialog.title == "Say something"
    await ana.submits(see="The bell is too loud")
    assert [command.see for command, _ in routines.kept] == ["The bell is too loud"]


async def test_an_action_that_the_bot_no_longer_has_says_so(someone):
    page = await someone().uses("no-such-verb")

    assert "from an older message" in page.words


async def test_who_uses_it_where_the_bot_is_not_is_asked_about_in_their_own_chat(someone, routines):
    ana = someone()

    await ana.uses("input", GRADE_5)
    await ana.submits(see="The bell is too loud")

    [(_, actor)] = routines.kept
    assert actor.is_any(Relation.STAFF)
