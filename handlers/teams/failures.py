"""What Teams is answered when something went wrong: a reference for the person, and no word of anybody's."""

from dataclasses import dataclass

from bot.messages.plain import plain
from bot.messages.vocabulary import Message
from handlers.platform import notices
from handlers.platform.failures import report
from handlers.platform.words import Json
from handlers.teams.modals import message_task
from handlers.teams.payloads import Activity

TOAST = "application/vnd.microsoft.activity.message"


@dataclass(frozen=True, slots=True)
class Answer:
    """What Teams is answered over HTTP: an empty body is an answer, too."""

    body: Json | None = None
    status: int = 200


NOT_IMPLEMENTED = Answer(status=501)
"""For an invoke that the bot has no answer to."""


def toast(sentence: str) -> Answer:
    """A line under the card, for whoever pressed its button."""
    return Answer({"statusCode": 200, "type": TOAST, "value": sentence})


def ended(said: Message) -> Json:
    """The answer that ends a dialog with what is to be said."""
    return message_task(plain(said))


def before_the_answer(error: Exception, activity: Activity) -> Answer:
    """Answer for an invoke that failed: Teams shows its own error, and a dialog stays open with its words."""
    reference = report(error, kind=activity.type, invoke=activity.name)
    if activity.name == "adaptiveCard/action":
        return toast(notices.went_wrong(reference).summary)
    return Answer(status=500)
