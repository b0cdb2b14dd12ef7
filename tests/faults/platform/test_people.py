"""Slack fails while somebody waits for it: they are told, or shown the way, and nothing is done twice."""

from dataclasses import replace

import pytest

from bot.sandbox.faults import Fault, Raw

TOO_LATE = "That took me too long, and Slack no longer let me open the form. Nothing is lost."
BUSY = "Slack is very busy, so the form did not open. Nothing is lost. Press the button in a minute."
NO_ANSWER = "Slack did not answer me. If the form did not open, press the button. Nothing is lost."
SIGN_IN = Raw(b"<html>Please sign in</html>", headers={"Content-Type": "text/html"})
NOT_OPENED = {
    "an expired trigger": (Fault("views.open", "error", error="expired_trigger_id"), TOO_LATE),
    "a used trigger": (Fault("views.open", "error", error="exchanged_trigger_id"), TOO_LATE),
    "too many calls": (Fault("views.open", "rate_limited", seconds=30), BUSY),
    "500": (Fault("views.open", "server_error"), NO_ANSWER),
    "a cut line": (Fault("views.open", "drop_before"), NO_ANSWER),
    "a page in HTML": (Fault("views.open", "other", answer=SIGN_IN), NO_ANSWER),
    "a list": (Fault("views.open", "other", answer=Raw.said([])), NO_ANSWER),
}


@pytest.mark.parametrize("trouble", NOT_OPENED)
async def test_a_form_that_slack_does_not_open_can_be_opened_again_with_the_words_in_it(
    someone, sandbox, trouble
):
    fault, sentence = NOT_OPENED[trouble]
    sandbox.faults.add(replace(fault))
    ana = someone()
    [said] = await ana.types("/ilt input The bell is too loud")
    assert said.words.startswith(sentence)

    await ana.presses(said, "Say something")

    assert ana.view.values["see"]["see"]["value"] == "The bell is too loud"


ADDRESS_GONE = {
    "404": Raw.said({"ok": False, "error": "expired_url"}, 404),
    "500": Raw(b"oops", 500),
    "no, in a yes": Raw.said({"ok": False, "error": "used_url"}),
    "a page in HTML": SIGN_IN,
}


@pytest.mark.parametrize("answer", ADDRESS_GONE)
async def test_an_answer_comes_as_a_direct_message_when_slack_does_not_take_it_beside_the_command(
    someone, sandbox, answer
):
    sandbox.faults.answer("response_url", ADDRESS_GONE[answer])
    ana = someone()

    assert await ana.types("/ilt status 17") == []

    assert ana.dms == ["Input 17 is waiting for an answer."]
