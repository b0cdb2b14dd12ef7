"""Clients that open no dialogs: the form stands in the chat, and keeps every promise there."""

import pytest

from tests.handlers.teams.a_tenant import APP, ILT, user_id


@pytest.fixture
def press(sandbox, bot):
    """Send a button's data as a message, as such a client does."""

    async def sent(person, value, where="") -> None:
        who, place = sandbox.tenant.person(person.id), sandbox.tenant.place(where, person.id)
        (message,) = sandbox.acting.messages(where, person.id)[-1:] or (None,)
        held = (
            place.messages[message.id]
            if message
            else sandbox.tenant.put(place, "28:bot", {"type": "message"})
        )
        await sandbox.sender.deliver(sandbox.activities.pressed(who, place, held, value))
        await bot.afterwards.drain()

    return sent


async def test_a_form_that_cannot_be_a_dialog_stands_in_the_chat(someone, press, routines, sandbox):
    ana = someone()
    await press(ana, {"msteams": {"type": "task/fetch"}, "verb": "input", "values": {}}, ILT)
    assert sandbox.acting.messages(ILT) == []
    (form,) = ana.chat

    await sandbox.acting.press(ana.id, form, "Send", {"see": "Too loud"})
    await ana.bot.afterwards.drain()
    (form,) = ana.chat
    assert "Please write a little more: at least 10 characters." in form.words

    await sandbox.acting.press(ana.id, form, "Send", {"see": "Much too loud"})
    await ana.bot.afterwards.drain()
    assert [command.see for command, _ in routines.kept] == ["Much too loud"]
    assert ana.private == ["Done.", "Kept as 1."]


async def test_what_is_to_be_said_only_once_is_never_left_in_a_chat(someone, press, sandbox):
    ana = someone()

    await press(ana, {"verb": "whisper", "values": {}})

    (said,) = ana.chat
    assert (said.buttons, "a window of its own" in said.words) == ([], True)


async def test_a_button_without_a_form_is_done(someone, press, routines):
    ana = someone()

    await press(ana, {"verb": "got-it", "values": {"decision": "d1"}})

    assert [command.decision for command, _ in routines.kept] == ["d1"]
    assert ana.private[-1] == "Kept as 1."


async def test_a_form_of_an_older_version_says_so(someone, press, routines):
    ana = someone()
    await ana.types("status 12")

    await press(ana, {"_form": {"verb": "gone", "id": "x"}, "_act": "send", "see": "The bell is too loud"})

    assert "I have been updated since you opened this form." in ana.private[0]
    assert routines.kept == []


async def test_a_form_made_by_hand_shows_nothing_where_others_read(someone, press, routines, sandbox):
    """What is sent back by a card's button is up to whoever sends it."""
    ana, place = someone(), sandbox.tenant.place(ILT, user_id("quin-poppy"))
    sandbox.tenant.put(place, APP.id, {"type": "message", "text": "The agenda of Tuesday"})
    form = {"verb": "input", "id": "x", "kinds": {"see": "text"}}

    await press(ana, {"_form": form, "_act": "redraw", "see": "Too loud"}, ILT)
    await press(ana, {"_form": {**form, "verb": "whisper"}, "_act": "send", "see": "Much too loud"}, ILT)
    await press(ana, {"_form": {"verb": "gone"}, "_act": "send"}, ILT)
    await press(ana, {"_form": ["x"], "_act": "send"}, ILT)

    (stands,) = sandbox.acting.messages(ILT)
    assert stands.words == "The agenda of Tuesday"
    assert "a window of its own" in ana.private[1]
    assert routines.kept == []


async def test_a_form_made_by_hand_that_holds_too_much_is_no_failure(someone, press, routines):
    ana = someone()
    await ana.types("status 12")
    given = {"see": "x" * 50_000}

    await press(ana, {"_form": {"verb": "input", "id": "x", "given": given}, "_act": "redraw"})

    assert "I have been updated since you opened this form." in ana.private[0]
    assert routines.kept == []
