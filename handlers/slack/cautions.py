"""A page on top of a form: the words below it may name somebody, and nothing of them has been kept."""

from functools import partial

from bot.errors import Cautioned
from bot.messages.languages import sentence_in
from bot.messages.vocabulary import Span
from bot.model.languages import Language
from handlers.platform.words import Json
from handlers.slack.modals import TITLE
from handlers.slack.rich import paragraph_blocks
from handlers.slack.shapes import plain_text

DISCARD = "discard-words"
"""What Slack calls this page when its Discard is pressed: then every page closes, and the words are gone."""


def caution_over(caution: Cautioned, language: Language) -> Json:
    """Lay the page over the form: Edit goes back to it with every word in it, Discard closes both."""
    spoken = partial(sentence_in, language)
    page = {
        "type": "modal",
        "callback_id": DISCARD,
        "title": plain_text(spoken(caution.title), TITLE),
        "submit": plain_text(spoken("Discard"), TITLE),
        "close": plain_text(spoken("Edit"), TITLE),
        "blocks": [block for said in caution.sentences for block in paragraph_blocks((Span(spoken(said)),))],
    }
    return {"response_action": "push", "view": page}
