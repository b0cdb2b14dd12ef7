"""What went wrong, for the log and for the person: a reference in both, and no word of anybody's content."""

from collections.abc import Mapping
from contextlib import suppress

from pydantic import ValidationError
from slack_bolt import BoltResponse
from slack_sdk.errors import SlackApiError

from bot.messages.languages import in_every_language, sentence_in
from handlers.platform import failures, notices
from handlers.platform.failures import Malformed
from handlers.platform.words import Json
from handlers.slack.modals import beside_fields, notice
from handlers.slack.origins import Kept


def report(error: BaseException, **ids: object) -> str:
    """Log what failed, with Slack's own word for it, and return the reference that finds it in the log."""
    code = slack_code(error) if isinstance(error, SlackApiError) else None
    return failures.report(error, code=code, **ids)


def slack_code(error: SlackApiError) -> str:
    """Slack's own word for what is wrong, empty when the answer was not one of its own."""
    response = error.response
    data = response if isinstance(response, dict) else getattr(response, "data", None)
    code = data.get("error") if isinstance(data, dict) else None
    return code if isinstance(code, str) else ""


async def before_the_acknowledgement(error: Exception, body: Json) -> BoltResponse:
    """Answer for a listener that failed: a modal stays open with its words, anything else is a 500.

    Slack sends events again after a 500, and shows its own error to whoever typed a command.
    """
    if isinstance(error, Malformed):
        return BoltResponse(status=400, body="This is not a request that ILT Bot understands.")
    view = body.get("view") or {}
    reference = report(error, kind=body.get("type"), view=view.get("id"), verb=view.get("callback_id"))
    if body.get("type") != "view_submission":
        return BoltResponse(status=500, body="")
    return BoltResponse(status=200, body=modal_says(view, notices.not_saved(error, reference)))


def modal_says(view: Json, sentence: str) -> Json:
    """What Slack is told so that a modal stays open and says this, without a look into the database."""
    return modal_answer(view, {"": as_the_form(view, sentence)})


def as_the_form(view: Json, sentence: str) -> str:
    """A sentence in the language of a form; in every language where the form does not tell."""
    language = None
    with suppress(ValidationError):
        language = Kept.of(view).language
    return sentence_in(language, sentence) if language else in_every_language(sentence)


def modal_answer(view: Json, complaints: Mapping[str, str]) -> Json:
    """What Slack is told so that a modal stays open and says these sentences."""
    errors = beside_fields(view, complaints)
    if errors:
        return {"response_action": "errors", "errors": errors}
    title, close = (" / ".join(as_the_form(view, one).splitlines()) for one in ("Not done", "Close"))
    said = notice(title, " ".join(dict.fromkeys(complaints.values())), close)
    return {"response_action": "update", "view": said}
