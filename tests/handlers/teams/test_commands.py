"""What people type to the bot, in their chat with it and in channels."""

import pytest

from bot.model.languages import Language
from bot.routines import languages
from tests.handlers.a_catalogue import GiveInput
from tests.handlers.teams.a_tenant import ILT, TENANT, VISITOR, user_id


async def test_a_typed_verb_is_done_and_answered_in_the_chat(someone):
    ana = someone()

    (said,) = await ana.types("status 12")

    assert said.words == "Input 12 is waiting for an answer."


@pytest.mark.parametrize("typed", ["", "hello!", "menu", "/ilt", "/ILT menu", "Menu."])
async def test_nothing_or_a_greeting_is_the_menu(someone, typed):
    (said,) = await someone().types(typed)

    assert "What would you like to do?" in said.words


async def test_a_typed_verb_with_a_form_offers_a_button_that_opens_it_with_the_words(someone, routines):
    ana = someone()

    (offer,) = await ana.types("input Exit tickets &amp; more")
    await ana.presses(offer, "Open the form")

    assert ana.dialog.title == "Say something"
    assert ana.dialog.field("see").value == "Exit tickets & more"
    assert "stays in this chat" in offer.words
    assert routines.kept == []


async def test_in_a_channel_nothing_of_an_answer_is_said(someone, sandbox):
    ana = someone()

    (said,) = await ana.types("status 12", ILT)

    assert said.words == "Input 12 is waiting for an answer."
    assert sandbox.acting.messages(ILT) == []


async def test_who_cannot_be_written_to_reads_in_the_channel_how_to_get_an_answer(someone, sandbox):
    ana = someone()
    sandbox.acting.comings.block(ana.id)

    await ana.types("status 12", ILT)

    (said,) = sandbox.acting.messages(ILT)
    assert "I could not write to you" in said.words
    assert "12" not in said.words


async def test_words_that_are_no_command_are_offered_as_input_and_not_kept(someone, routines):
    ana = someone()

    (said,) = await ana.types("The copier ate my lesson <b>plan</b>")
    await ana.presses(said, "Send as input")

    assert "Did you mean to give staff input?" in said.words
    assert ana.dialog.field("see").value == "The copier ate my lesson <b>plan</b>"
    assert routines.kept == []


async def test_more_than_a_button_carries_is_said(someone):
    ana = someone()

    (plain,) = await ana.types("The copier " * 200)
    (quoted,) = await ana.types('" ' * 800)

    assert "The form will hold the first 1500 characters of it." in plain.words
    await ana.presses(quoted, "Send as input")
    assert ana.dialog.title == "Say something"


async def test_a_sentence_that_begins_like_a_command_is_none(someone):
    (said,) = await someone().types("help me with my reading groups")

    assert "Did you mean to give staff input?" in said.words


async def test_a_slip_of_the_pen_is_answered_with_the_nearest_verb(someone):
    (said,) = await someone().types("statis")

    assert "Did you mean status?" in said.words
    assert "/ilt" not in said.words


async def test_words_that_do_not_fit_are_answered_with_how_to_type_it(someone):
    (said,) = await someone().types("status soon")

    assert "Type it like this: status CODE" in said.words


async def test_a_refusal_is_said_in_the_chat(someone):
    (said,) = await someone().types("status 404")

    assert said.words == "There is no input 404. Check the number on your receipt."


async def test_a_stranger_is_refused_before_any_form_opens(http, sandbox, bot):
    await sandbox.acting.says(VISITOR.id, "add-item")
    await bot.afterwards.drain()

    (said,) = sandbox.acting.messages("", VISITOR.id)
    assert said.words == "I do not know you at this school yet."
    assert said.buttons == []


async def test_home_is_a_card_in_the_chat(someone):
    (home,) = await someone().types("home")

    assert home.words.startswith("Drawn 1 times.")
    assert home.buttons == ["Got it", "Say something", "Show all of it"]


async def test_what_arrives_twice_is_answered_once(someone, sandbox, bot):
    ana = someone()
    await ana.types("status 12")

    await sandbox.sender.again()
    await bot.afterwards.drain()

    assert len(ana.chat) == 1


async def test_a_failure_is_said_with_a_reference_and_no_word_of_the_person(someone):
    (said,) = await someone().types("break my secret words")

    assert "Something went wrong on my side." in said.words
    assert "secret" not in said.words


async def test_whoever_writes_is_known_by_their_chat_from_then_on(someone, known, sample):
    ana = someone()
    person = next(one.id for one in sample.people if one.key == "quin-poppy")

    await ana.types("hello")

    addresses = await known()
    assert addresses[f"person:{person}"] == user_id("quin-poppy")
    assert addresses[f"dm:person:{person}"] == "a:quin-poppy"


async def test_input_sent_from_the_chat_is_kept_and_receipted_there(someone, routines):
    ana = someone()
    await ana.opens("input")

    assert await ana.submits(see="The copier is broken") is None

    (kept,) = routines.kept
    assert kept[0] == GiveInput(see="The copier is broken")
    assert ana.private[-1] == "Kept as 1."


async def test_whoever_reads_spanish_is_answered_in_it_wherever_they_are_answered(
    someone, bot, perform, sandbox
):
    ana = someone()
    await ana.types("hello")
    actor = await bot.identity(TENANT, ana.id)
    await perform(languages.choose, languages.ChooseLanguage(language=Language.SPANISH), actor=actor)

    (said,) = await ana.types("statis")
    assert "No conozco" in said.words
    await ana.uses("add-item", ILT)
    dialog = await ana.submits(title=" ")
    assert dialog.field("title").error == "⚠ Completa esto, por favor."
    ana.acting.close(ana.id)
    page = await ana.uses("no-such-verb")
    assert "Este botón es de un mensaje anterior." in page.words
