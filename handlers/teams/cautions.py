"""A page in the place of a form: the words in it may name somebody, and nothing of them has been kept."""

from collections.abc import Mapping
from typing import Any

from bot.errors import Cautioned
from bot.messages.vocabulary import Span
from handlers.platform.words import Json
from handlers.teams.fields import Say
from handlers.teams.modals import ACT, DISCARD, EDIT, task
from handlers.teams.origins import FORM
from handlers.teams.rich import paragraph_elements
from handlers.teams.shapes import card


def caution_over(caution: Cautioned, data: Mapping[str, Any], say: Say) -> Json:
    """The answer that says so. Edit brings back every word of the form's data; with Discard they are gone."""
    body = [element for said in caution.sentences for element in paragraph_elements((Span(say(said)),))]
    edit = _button(say("Edit"), {**data, ACT: EDIT}, "positive")
    discard = _button(say("Discard"), {FORM: data[FORM], ACT: DISCARD}, "destructive")
    return task(card(body, [edit, discard]), say(caution.title))


def _button(label: str, data: Mapping[str, Any], style: str) -> Json:
    return {"type": "Action.Submit", "title": label, "style": style, "data": dict(data)}
