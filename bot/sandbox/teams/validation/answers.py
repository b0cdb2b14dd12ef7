"""What the bot may answer to an invoke: dialogs, pressed buttons and message extension actions.

Dialogs: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots.
Buttons: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format.
"""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.teams.validation.cards import ADAPTIVE, attachment, card
from bot.sandbox.teams.validation.words import NAME, TEXT, TITLE, URL, either, mapping, word
from bot.sandbox.validation.checks import Check, exactly, integer, items, problem, shape, string

MESSAGE = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"
EXTENT = either(integer(least=1, most=10_000), word("small", "medium", "large"))
ONLY_SUBMITTED = ("Action.Execute",)


def card_or_address(value: dict[str, Any], at: str) -> Iterator[str]:
    """Accept a dialog with a card or with a page, not both."""
    if ("card" in value) == ("url" in value):
        yield problem("a dialog has either a card or a url", at)


def sent_by_submit(value: dict[str, Any], at: str) -> Iterator[str]:
    """Accept a card whose buttons send what was filled in: a dialog knows `Action.Submit` only."""
    for kind in _types(value.get("card", {}).get("content", {})):
        if kind in ONLY_SUBMITTED:
            yield problem(f"{kind} does nothing in a dialog", f"{at}/card")


def _types(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _types(each)
    elif isinstance(part, dict):
        yield str(part.get("type", ""))
        for name, each in part.items():
            if name != "data":
                yield from _types(each)


DIALOG = shape(
    {"title": string(most=256)},
    {
        "height": EXTENT,
        "width": EXTENT,
        "card": attachment,
        "url": URL,
        "fallbackUrl": URL,
        "completionBotId": NAME,
    },
    (card_or_address, sent_by_submit),
)
TASKS: dict[str, Check] = {
    "continue": shape({"type": exactly("continue"), "value": DIALOG}),
    "message": shape({"type": exactly("message"), "value": string(most=4_000)}),
}


def task(value: object, at: str) -> Iterator[str]:
    """Accept what follows in a dialog: another page, or a sentence."""
    named = str(value.get("type")) if isinstance(value, dict) else ""
    if named in TASKS:
        yield from TASKS[named](value, at)
    else:
        yield problem("must be a task of type continue or message", at)


RESULT = shape(
    {
        "type": exactly("result"),
        "attachmentLayout": word("list", "grid"),
        "attachments": items(attachment, most=50),
    }
)
CACHED: dict[str, Check] = {"cacheInfo": mapping}
in_dialog = shape({"task": task}, CACHED)
in_compose_box = either(in_dialog, shape({"composeExtension": RESULT}, CACHED))
FAILURE = shape({"code": TITLE, "message": TEXT})
PRESSED: dict[str, tuple[tuple[int, ...], Check]] = {
    ADAPTIVE: ((200,), card),
    MESSAGE: ((200,), string(most=4_000)),
    ERROR: ((400, 403, 404, 412, 429, 500), FAILURE),
}


def pressed(value: object, at: str) -> Iterator[str]:
    """Accept what may follow a pressed button: another card, a sentence, or an error."""
    if not isinstance(value, dict):
        yield problem("must provide an object", at)
        return
    kind = str(value.get("type"))
    if kind not in PRESSED:
        yield problem(f"must be one of: {', '.join(PRESSED)}", f"{at}/type")
        return
    codes, check = PRESSED[kind]
    if value.get("statusCode") not in codes:
        yield problem(f"must be one of: {codes}", f"{at}/statusCode")
    yield from shape({"type": exactly(kind), "statusCode": integer(least=200, most=599), "value": check})(
        value, at
    )


ANSWERS: dict[str, Check] = {
    "adaptiveCard/action": pressed,
    "task/fetch": in_dialog,
    "task/submit": in_dialog,
    "composeExtension/fetchTask": in_dialog,
    "composeExtension/submitAction": in_compose_box,
}
MAY_BE_EMPTY = ("task/submit", "composeExtension/submitAction")


def answer_problems(name: str, body: object) -> list[str]:
    """Return what Teams would refuse in the answer to an invoke, nothing for a good one."""
    if body in ("", None, {}):
        return [] if name in MAY_BE_EMPTY else [problem("an answer is needed", "")]
    return list(ANSWERS[name](body, "")) if name in ANSWERS else []
