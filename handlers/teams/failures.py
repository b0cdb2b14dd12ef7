"""What Teams is answered when there is no form to show: a line, a last sentence, or that something failed."""

from dataclasses import dataclass

from bot.messages.plain import plain
from bot.messages.vocabulary import Message
from handlers.platform.words import Json, cut
from handlers.teams.modals import message_task

TOAST = "application/vnd.microsoft.activity.message"
MOST = 3000
"""Characters of a sentence that takes the place of a card."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Teams is answered over HTTP: an empty body is an answer, too."""

    body: Json | None = None
    status: int = 200


NOT_IMPLEMENTED = Answer(status=501)
"""For an invoke that the bot has no answer to."""
FAILED = Answer(status=500)


def toast(sentence: str) -> Answer:
    """A line under the card, for whoever pressed its button."""
    return Answer({"statusCode": 200, "type": TOAST, "value": cut(sentence, MOST)})


def ended(said: Message) -> Json:
    """The answer that ends a dialog with what is to be said."""
    return message_task(cut(plain(said), MOST))
