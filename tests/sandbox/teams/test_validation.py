"""What Teams would refuse is refused, with the place it is about; what it draws is taken."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.teams.validation.activities import activity_problems
from bot.sandbox.teams.validation.answers import answer_problems
from bot.sandbox.teams.validation.cards import card_problems
from tests.sandbox.teams.a_tenant import (
    Json,
    attached,
    card,
    dialog,
    execute,
    message,
    replaced,
    said,
    submit,
)
from tests.sandbox.teams.cards import REFUSED, TAKEN
from tests.sandbox.test_validation_of_anything import JSON, paths

FORM = card(actions=(submit("Send"),))


@pytest.mark.parametrize("given", TAKEN)
def test_cards_that_teams_draws_are_taken(given: Json) -> None:
    assert card_problems(given) == []
    assert activity_problems(message(given)) == []
    assert answer_problems("adaptiveCard/action", replaced(given)) == []


@pytest.mark.parametrize(("given", "words"), REFUSED, ids=range(len(REFUSED)))
def test_cards_that_teams_would_not_draw_are_refused(given: Json, words: str) -> None:
    problems = card_problems(given)
    assert any(words in each for each in problems), problems
    assert activity_problems(message(given))
    assert answer_problems("adaptiveCard/action", replaced(given))


@pytest.mark.parametrize(
    "name", ["task/fetch", "task/submit", "composeExtension/fetchTask", "composeExtension/submitAction"]
)
def test_a_dialog_goes_on_or_says_something(name: str) -> None:
    assert answer_problems(name, dialog(FORM)) == []
    assert answer_problems(name, {"task": {"type": "message", "value": "Thank you."}}) == []
    assert bool(answer_problems(name, "")) == name.lower().endswith(("fetch", "fetchtask"))
    for task in (
        {"type": "continue", "value": {"title": "x"}},
        {"type": "continue", "value": {"title": "x", "card": FORM}},
        {"type": "continue", "value": {"title": "x", "card": attached(FORM), "url": "https://example.org"}},
        {"type": "continue", "value": {"card": attached(FORM)}},
        {"type": "continue", "value": {"title": "x", "card": attached(card(actions=(execute("x", "y"),)))}},
        {"type": "continue", "value": {"title": "x", "card": attached(FORM), "height": "huge"}},
        {"type": "message", "value": ""},
        {"type": "close"},
    ):
        assert answer_problems(name, {"task": task}), task


def test_a_pressed_button_is_answered_with_a_card_a_sentence_or_an_error() -> None:
    error = {"type": "application/vnd.microsoft.error", "value": {"code": "BadRequest", "message": "No."}}
    assert answer_problems("adaptiveCard/action", said("Thank you.")) == []
    assert answer_problems("adaptiveCard/action", {**error, "statusCode": 400}) == []
    for body in ("", {"statusCode": 200}, {**error, "statusCode": 200}, said("") | {"value": {}}, []):
        assert answer_problems("adaptiveCard/action", body), body


def test_only_an_action_of_the_compose_box_may_leave_a_card_there() -> None:
    left = {"type": "result", "attachmentLayout": "list", "attachments": [attached(card())]}
    assert answer_problems("composeExtension/submitAction", {"composeExtension": left}) == []
    assert answer_problems("task/submit", {"composeExtension": left})


@pytest.mark.parametrize(
    "activity",
    [
        {"type": "event"},
        {"type": "message"},
        {"type": "message", "text": 5},
        {"type": "message", "text": "Hi", "summary": {}},
        {"type": "message", "text": "Hi", "textFormat": "html"},
        {"type": "message", "attachments": [{"contentType": "image/png"}]},
        {"type": "message", "text": "Hi", "entities": [{"type": "mention", "text": "<at>Ana</at>"}]},
    ],
)
def test_messages_that_the_connector_does_not_know_are_refused(activity: Json) -> None:
    assert activity_problems(activity)
    assert activity_problems({"type": "message", "text": "Hi", "summary": "Hi", "textFormat": "plain"}) == []


@settings(max_examples=150, deadline=None)
@given(data=st.data(), wrong=JSON)
def test_no_malformed_payload_makes_the_checks_stumble(data: st.DataObject, wrong: object) -> None:
    """Any part of a good message or answer may be anything at all: refused or taken, never a crash."""
    shown = data.draw(st.sampled_from(TAKEN))
    whole: Json = copy.deepcopy(
        {"message": message(shown), "pressed": replaced(shown), "task": dialog(shown)}
    )
    *way, last = data.draw(st.sampled_from(paths(whole)[1:]))
    spot: object = whole
    for key in way:
        spot = spot[key]  # type: ignore[index]
    spot[last] = wrong  # type: ignore[index]

    if isinstance(whole["message"], dict):
        activity_problems(whole["message"])
    answer_problems("adaptiveCard/action", whole["pressed"])
    answer_problems("task/fetch", whole["task"])
