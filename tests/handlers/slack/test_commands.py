"""Slash commands, as people type them."""

import asyncio

import pytest

from tests.handlers.a_catalogue import GiveInput


async def test_ilt_alone_shows_the_menu_to_nobody_else(someone, sandbox):
    ana = someone()

    [menu] = await ana.types("/ilt")

    assert menu.ephemeral
    assert "What would you like to do?" in menu.words
    assert menu.buttons[0] == "Say something"


@pytest.mark.parametrize("typed", ["/ilt input", "/ilt INPUT", "/ilt-input", "/ilt   input  "])
async def test_a_verb_opens_its_form_however_it_is_typed(someone, typed):
    ana = someone()

    await ana.types(typed)

    assert ana.view is not None
    assert ana.view.body["callback_id"] == "input"


@pytest.mark.parametrize("typed", ["/ilt input Too loud & <b>", "/ilt-input Too loud & <b>"])
async def test_what_is_typed_after_the_verb_stands_in_the_form(someone, typed):
    ana = someone()

    await ana.types(typed)

    assert ana.view.values["see"]["see"]["value"] == "Too loud & <b>"


@pytest.mark.parametrize("typed", ["Loud <!channel> & <@U1>", "Loud &lt;!channel&gt; &amp; &lt;@U1&gt;"])
async def test_angle_brackets_arrive_as_typed_whether_or_not_slack_encodes_them(someone, typed):
    ana = someone()

    await ana.types(f"/ilt input {typed}")

    assert ana.view.values["see"]["see"]["value"] == "Loud <!channel> & <@U1>"


async def test_words_that_do_not_fit_are_cut_said_and_shown(someone):
    ana = someone()
    words = "The copier on the second floor jams every morning before the first bell."

    await ana.types(f"/ilt input {words}")

    see, rest = ana.view.blocks[0], ana.view.blocks[1]
    assert see["element"]["initial_value"] == words[:40]
    assert "Only the first 40 characters" in see["hint"]["text"]
    assert rest["elements"][0]["elements"][0]["text"] == words[40:]


async def test_a_slip_of_the_pen_gets_the_nearest_verb(someone):
    [said] = await someone().types("/ilt inptu")

    assert "inptu" in said.words
    assert "Did you mean /ilt input?" in said.words
    assert "/ilt help lists everything" in said.words


async def test_a_sentence_without_a_verb_can_be_sent_as_input(someone):
    ana = someone()
    [said] = await ana.types("/ilt the copier is broken")

    await ana.presses(said, "Send as input")

    assert ana.view.values["see"]["see"]["value"] == "the copier is broken"


async def test_a_verb_that_only_a_button_has_cannot_be_typed(someone, routines):
    [said] = await someone().types("/ilt got-it")

    assert "I do not know" in said.words
    assert routines.kept == []


async def test_a_verb_without_a_form_is_done_at_once(someone):
    [said] = await someone().types("/ilt status 17")

    assert said.words == "Input 17 is waiting for an answer."


async def test_words_that_do_not_fit_the_verb_get_its_usage(someone):
    [said] = await someone().types("/ilt status")

    assert "Please fill this in." in said.words
    assert "/ilt status CODE" in said.words


async def test_a_refusal_is_said_to_whoever_asked(someone):
    [said] = await someone().types("/ilt status 404")

    assert said.words == "There is no input 404. Check the number on your receipt."


async def test_a_command_is_acknowledged_while_slack_itself_is_slow(someone, sandbox, slack):
    sandbox.faults.delay("views.open", 1.5)
    ana = someone()

    async with asyncio.timeout(1.2):
        answer = await sandbox.acting.command(ana.id, "C1", "/ilt input")

    assert (answer.ok, answer.body) == (True, "")
    assert sandbox.calls.of("views.open") == []
    await slack.afterwards.drain()
    assert ana.view is not None


async def test_a_failure_is_said_with_a_reference_and_keeps_no_words(someone, logged, units):
    [said] = await someone().types("/ilt break my secret words")

    assert "Something went wrong on my side. Nothing was saved. (reference " in said.words
    reference = said.words.partition("(reference ")[2].rstrip(")")
    in_the_log = logged()
    assert reference in in_the_log
    assert "break" in in_the_log
    assert "secret words" not in in_the_log


async def test_a_command_that_arrives_twice_is_done_once(someone, sandbox, routines, slack):
    ana = someone()
    [menu] = await ana.types("/ilt")
    sandbox.faults.deliver_twice("interactive")

    await ana.presses(menu, "Got it")

    assert len(routines.kept) == 1


async def test_the_same_button_can_be_pressed_again(someone, routines):
    ana = someone()
    [menu] = await ana.types("/ilt")
    [again] = await ana.types("/ilt")

    await ana.presses(menu, "Also got it")
    await ana.presses(again, "Also got it")

    assert [command.decision for command, _ in routines.kept] == ["d2", "d2"]


async def test_a_stranger_is_told_so(http, sandbox, slack):
    await sandbox.acting.command("U900", "C1", "/ilt input")
    await slack.afterwards.drain()

    [said] = sandbox.acting.ephemerals("U900")
    assert said.words == "I do not know you at this school yet."


async def test_input_reaches_the_database_as_the_person_who_gave_it(someone, routines, sample):
    ana = someone("quin-poppy")
    await ana.types("/ilt input The bell is too loud")

    assert await ana.submits() is None

    [(command, actor)] = routines.kept
    assert command == GiveInput(see="The bell is too loud", kind="named")
    assert actor == sample.actor(sample.keyed("quin-poppy").id)
    assert ana.private[-1] == "Kept as 1."
