"""Buttons on messages, on Home and from another time; shortcuts; and what becomes of the message."""

import json

import pytest

from bot.messages.vocabulary import Button, Buttons
from handlers.slack.blocks import blocks_of
from tests.handlers.a_catalogue import AddMessage
from tests.handlers.slack.conftest import the_bot_says


async def press(person, sandbox, ts, label):
    await sandbox.acting.press(person.id, "C1", ts, label=label)
    await person.slack.afterwards.drain()


async def test_a_button_does_what_it_says_and_answers_only_whoever_pressed(someone, sandbox, routines):
    ts = the_bot_says(sandbox, ("Got it", "got-it", '{"decision":"d1"}'))
    ana, bo = someone("quin-poppy"), someone("ray-quince")

    await press(ana, sandbox, ts, "Got it")

    assert [command.decision for command, _ in routines.kept] == ["d1"]
    assert ana.private == ["Kept as 1."]
    assert bo.private == []


async def test_the_message_is_repainted_where_it_stands(someone, sandbox):
    ts = the_bot_says(sandbox, ("Got it", "got-it", '{"decision":"d1"}'))
    ana = someone()

    await press(ana, sandbox, ts, "Got it")

    [seen] = [seen for seen in sandbox.acting.messages("C1", ana.id) if seen.ts == ts]
    assert (seen.words, seen.edited) == ("Read by you (1).", True)


async def test_a_button_that_shares_its_message_with_others_leaves_it_as_it_is(someone, sandbox, routines):
    shared = Buttons((Button("Got it", "got-it", {"decision": "d1"}),), shared=True)
    (drawn,) = blocks_of(shared, "message")
    element = drawn["elements"][0]
    ts = the_bot_says(sandbox, ("Got it", element["action_id"], element["value"]))
    ana = someone()
    before = [seen.words for seen in sandbox.acting.messages("C1", ana.id)]

    await press(ana, sandbox, ts, "Got it")

    assert [command.decision for command, _ in routines.kept] == ["d1"]
    assert ana.private == ["Kept as 1."]
    [seen] = [seen for seen in sandbox.acting.messages("C1", ana.id) if seen.ts == ts]
    assert (seen.words in before, seen.edited) == (True, False)


async def test_a_message_only_one_person_sees_is_repainted_too(someone):
    ana = someone()
    [menu] = await ana.types("/ilt")

    await ana.presses(menu, "Got it")

    assert sorted(ana.private) == ["Kept as 1.", "Read by you (1)."]


async def test_what_cannot_be_changed_any_more_is_said_under_it(someone, sandbox):
    sandbox.workspace.edits_are_closed = True
    ts = the_bot_says(sandbox, ("Got it", "got-it", '{"decision":"d1"}'))
    ana = someone()

    await press(ana, sandbox, ts, "Got it")

    thread = [seen.words for seen in sandbox.acting.messages("C1", ana.id, ts)]
    assert thread[1:] == [
        "The message above could not be changed any more. This is how it stands now:",
        "Read by you (1).",
    ]


@pytest.mark.parametrize(
    ("action_id", "value"),
    [
        ("rate-teacher", "{}"),
        ("got-it", '{"decree":"d1"}'),
        ("got-it", "not json"),
        ("got-it", '["d1"]'),
        ("got-it", '{"decision":1}'),
        ("got-it#7", ""),
        ("input", '{"kind":"anonymous"}'),
    ],
)
async def test_a_button_from_an_older_message_says_so_and_shows_what_is_there_now(
    someone, sandbox, routines, action_id, value
):
    ts = the_bot_says(sandbox, ("Old", action_id, value))
    ana = someone()

    await press(ana, sandbox, ts, "Old")

    [said] = sandbox.acting.ephemerals(ana.id)
    assert said.words.startswith("This button is from an older message. Here is what you can do now: /ilt")
    assert routines.kept == []
    await ana.presses(said, "Show me")
    assert "What would you like to do?" in ana.private[-1]


async def test_a_button_can_open_a_form_whose_answer_goes_where_the_button_was(someone, sandbox, routines):
    ts = the_bot_says(sandbox, ("Say", "input#2", json.dumps({"see": "The bell is too loud"})))
    ana = someone()
    await press(ana, sandbox, ts, "Say")

    await ana.submits()

    assert [command.see for command, _ in routines.kept] == ["The bell is too loud"]
    assert ana.private == ["Kept as 1."]
    assert ana.dms == []


async def test_a_button_on_home_answers_in_the_direct_messages_and_draws_home_again(someone, sandbox, screen):
    ana = someone()
    home = await ana.opens_home()

    await sandbox.acting.press_in_view(ana.id, home.id, label="Got it")
    await ana.slack.afterwards.drain()

    assert ana.dms == ["Kept as 1."]
    assert len(screen.drawn) == 2


async def test_all_of_home_is_shown_where_it_is_asked_for_until_home_is_opened_again(someone, sandbox):
    ana = someone()
    home = await ana.opens_home()

    for pressed in ("Show all of it", "Got it"):
        await sandbox.acting.press_in_view(ana.id, home.id, label=pressed)
        await ana.slack.afterwards.drain()
        assert "This is all." in str(sandbox.acting.home(ana.id).blocks)

    assert ana.dms == ["Kept as 1."]
    assert "This is all." not in str((await ana.opens_home()).blocks)


async def test_a_form_opened_from_home_draws_home_again(someone, sandbox, screen):
    ana = someone()
    home = await ana.opens_home()
    await sandbox.acting.press_in_view(ana.id, home.id, label="Say something")
    await ana.slack.afterwards.drain()

    await ana.submits(see="The bell is too loud")

    assert ana.dms == ["Kept as 1."]
    assert len(screen.drawn) == 2


async def test_a_form_opened_by_a_button_repaints_the_buttons_message(someone, sandbox):
    ts = the_bot_says(sandbox, ("Add it", "add-item", '{"title":"The bell"}'))
    ana = someone()
    await press(ana, sandbox, ts, "Add it")

    await ana.submits()

    [seen] = [seen for seen in sandbox.acting.messages("C1", ana.id) if seen.ts == ts]
    assert seen.words == "Added as 1."


async def test_a_button_in_a_thread_is_answered_there(someone, sandbox):
    ana = someone()
    said = await sandbox.acting.say(ana.id, "C1", "What about the bell?")
    ts = the_bot_says(sandbox, ("Got it", "got-it", '{"decision":"d1"}'), thread=said.ts)

    await press(ana, sandbox, ts, "Got it")

    [answer] = sandbox.acting.ephemerals(ana.id)
    assert (answer.words, answer.thread_ts) == ("Kept as 1.", said.ts)


async def test_what_is_done_is_not_called_undone_when_saying_so_fails(someone, sandbox, routines):
    ts = the_bot_says(sandbox, ("Break", "break-reply", '{"decision":"d1"}'))
    ana = someone()

    await press(ana, sandbox, ts, "Break")

    assert len(routines.kept) == 1
    assert ana.private[0].startswith("That is done and kept, but I could not tell you")


async def test_a_shortcut_opens_its_form(someone, sandbox):
    ana = someone()

    await sandbox.acting.shortcut(ana.id, "input")
    await ana.slack.afterwards.drain()

    assert ana.view.body["callback_id"] == "input"


async def test_my_ilt_is_a_shortcut_that_answers_in_the_direct_messages(someone, sandbox):
    ana = someone()

    await sandbox.acting.shortcut(ana.id, "menu")
    await ana.slack.afterwards.drain()

    assert "What would you like to do?" in ana.dms[0]


async def test_a_message_is_put_on_the_agenda_with_its_own_words(someone, sandbox, routines):
    ana = someone()
    said = await sandbox.acting.say(ana.id, "C1", "Dismissal is\nchaotic  " + "x" * 700)
    await sandbox.acting.shortcut(ana.id, "add-message", "C1", said.ts)
    await ana.slack.afterwards.drain()

    await ana.submits()

    [(command, _)] = routines.kept
    assert isinstance(command, AddMessage)
    assert command.title.startswith("Dismissal is chaotic xxx")
    assert len(command.title) == 600
    assert command.message_link == f"https://sandbox.slack.com/archives/C1/p{said.ts.replace('.', '')}"
    assert ana.private == ["Kept as 1."]


async def test_a_failure_after_a_button_is_said_with_a_reference(someone, sandbox):
    ts = the_bot_says(sandbox, ("Break", "break", "{}"))
    ana = someone()

    await press(ana, sandbox, ts, "Break")

    assert ana.private[0].startswith("Something went wrong on my side. Nothing was saved. (reference ")
