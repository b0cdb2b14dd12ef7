"""Buttons on messages, on Home and from another time; and what becomes of the message."""

import pytest

from bot.messages.vocabulary import Button, Buttons, Message, paragraph
from handlers.teams.blocks import Cards
from tests.handlers.a_catalogue import AddItem
from tests.handlers.teams.a_tenant import ILT

GOT_IT = Button("Got it", "got-it", {"decision": "d1"})


@pytest.fixture
def say(bot, sandbox):
    """Have the bot post a message in the ILT's channel, as a letter would."""

    async def posted(*shown: Button, shared: bool = False) -> str:
        said = Message("A decision", (paragraph("A decision"), Buttons(shown, shared=shared)))
        (page,) = Cards(lambda verb: verb == "add-item").pages(said)
        return await bot.connector.post(sandbox.service_url, ILT, page.activity)

    return posted


async def seen(sandbox, message, user=""):
    (found,) = [one for one in sandbox.acting.messages(ILT, user) if one.id == message]
    return found


async def test_a_button_does_what_it_says_and_answers_only_whoever_pressed(someone, routines, say, sandbox):
    message, ana, bo = await say(GOT_IT), someone(), someone("ray-quince")

    line = await ana.presses(message, "Got it")

    assert [command.decision for command, _ in routines.kept] == ["d1"]
    assert (ana.private, bo.private) == (["Kept as 1."], [])
    assert line == "My answer is in our chat."
    assert len(sandbox.acting.messages(ILT)) == 1


async def test_the_message_changes_where_it_stands_for_everybody(someone, say, sandbox):
    message, ana, bo = await say(GOT_IT), someone(), someone("ray-quince")

    await ana.presses(message, "Got it")

    for reader in (ana, bo):
        assert (await seen(sandbox, message, reader.id)).words == "Read by you (1)."


async def test_a_button_that_shares_its_message_with_others_leaves_it_as_it_is(
    someone, routines, say, sandbox
):
    message, ana = await say(GOT_IT, shared=True), someone()

    await ana.presses(message, "Got it")

    assert (len(routines.kept), ana.private) == (1, ["Kept as 1."])
    assert not (await seen(sandbox, message)).edited


async def test_a_press_that_arrives_twice_is_done_once(someone, say, routines, sandbox, bot):
    message, ana = await say(GOT_IT), someone()
    await ana.presses(message, "Got it")

    answer = await sandbox.sender.again()
    await bot.afterwards.drain()

    assert answer.json["value"] == "That is done already."
    assert (len(routines.kept), ana.private) == (1, ["Kept as 1."])


async def test_a_question_is_asked_before_what_needs_one(someone, say, sandbox):
    message = await say(Button("Got it", "got-it", {"decision": "d1"}, confirm="Really?"))

    assert "Really?" in (await seen(sandbox, message)).words
    assert await someone().presses(message, "Got it", index=1) == "My answer is in our chat."


@pytest.mark.parametrize("old", [Button("Old", "no-such-verb"), Button("Old", "got-it", {"meeting": "m1"})])
async def test_a_button_from_an_older_message_says_so_and_shows_what_is_there_now(
    someone, say, old, routines
):
    message, ana = await say(old), someone()

    await ana.presses(message, "Old")

    (said,) = ana.chat
    assert said.words.startswith("This button is from an older message.")
    assert said.buttons == ["Show me"]
    assert routines.kept == []


async def test_a_form_opened_by_a_button_changes_the_buttons_message(someone, say, routines, sandbox):
    message, ana = await say(Button("Add", "add-item", {"title": "Exit tickets"})), someone()
    await ana.presses(message, "Add")

    assert ana.dialog.field("title").value == "Exit tickets"
    assert await ana.submits(title="Exit tickets, again") is None

    assert routines.kept[0][0] == AddItem(title="Exit tickets, again")
    assert (await seen(sandbox, message)).words == "Added as 1."
    assert ana.private == ["Kept as 1."]


async def test_a_form_opened_from_a_shared_message_leaves_it_as_it_is(someone, say, sandbox):
    message, ana = await say(Button("Add", "add-item"), shared=True), someone()
    await ana.presses(message, "Add")

    await ana.submits(title="Exit tickets")

    assert not (await seen(sandbox, message)).edited


async def test_who_cannot_be_written_to_reads_the_answer_under_the_card(someone, say, sandbox):
    message, ana = await say(GOT_IT), someone()
    sandbox.acting.comings.block(ana.id)

    assert await ana.presses(message, "Got it") == "Kept as 1."
    assert len(sandbox.acting.messages(ILT)) == 1


async def test_a_failure_after_a_button_is_said_with_a_reference(someone, say):
    message, ana = await say(Button("Break", "break", {"words": "secret"})), someone()

    line = await ana.presses(message, "Break")

    assert "Something went wrong on my side. Nothing was saved. (reference " in line
    assert "secret" not in line


async def test_what_is_done_is_not_called_undone_when_saying_so_fails(someone, say, routines):
    message, ana = await say(Button("Break", "break-reply", {"decision": "d1"})), someone()

    line = await ana.presses(message, "Break")

    assert (len(routines.kept), line) == (1, "My answer is in our chat.")
    assert "That is done and kept, but I could not tell you" in ana.private[0]


async def test_a_message_that_is_gone_is_not_missed(someone, say, routines, sandbox):
    message, ana = await say(GOT_IT), someone()
    sandbox.faults.refuse("activities.update", "ActivityNotFoundInConversation")

    await ana.presses(message, "Got it")

    assert (len(routines.kept), ana.private) == (1, ["Kept as 1."])


async def test_a_button_on_home_answers_in_the_chat_and_draws_home_again(someone):
    ana = someone()
    (home,) = await ana.types("home")

    await ana.presses(home, "Got it")

    home, said = ana.private
    assert (home.splitlines()[0], said) == ("Drawn 2 times.", "Kept as 1.")


async def test_all_of_home_is_shown_where_it_is_asked_for_whatever_is_pressed_after(someone):
    ana = someone()
    (home,) = await ana.types("home")

    await ana.presses(home, "Show all of it")
    assert [said.splitlines()[-1] for said in ana.private] == ["This is all."]
    await ana.presses(home, "Got it")

    assert [said.splitlines()[-1] for said in ana.private] == ["This is all.", "Kept as 1."]


async def test_all_of_home_is_asked_for_on_its_second_page_and_no_page_of_it_is_left_out(someone, screen):
    screen.besides = tuple(paragraph("Many words. " * 80) for _ in range(40))
    ana = someone()
    *_, last = await ana.types("home")
    there = len(ana.private)
    assert there > 1

    await ana.presses(last, "Show all of it")

    assert "Drawn 2 times." in ana.private[there]
    assert "This is all." in ana.private[-1]


async def test_a_form_opened_from_home_draws_home_again(someone):
    ana = someone()
    (home,) = await ana.types("home")
    await ana.presses(home, "Say something")

    await ana.submits(see="The copier is broken")

    home, said = ana.private
    assert (home.splitlines()[0], said) == ("Drawn 2 times.", "Kept as 1.")
