"""`views.*`: modals and the Home tab.

https://docs.slack.dev/reference/methods/views.open
"""

from typing import Literal

from bot.sandbox.api.method import Arguments, Parts, Run
from bot.sandbox.shown import shown_view
from bot.sandbox.validation import validate_view
from bot.sandbox.validation.checks import problem
from bot.sandbox.validation.views import is_too_large
from bot.sandbox.views import View
from bot.sandbox.wire import Json, SlackError
from bot.sandbox.workspace import with_ids


def checked(view: object, kind: Literal["modal", "home"]) -> Json:
    """Return a view as Slack keeps it, or the error with which Slack refuses it."""
    if is_too_large(view):
        raise SlackError("view_too_large")
    found = validate_view(view)
    if not isinstance(view, dict) or found:
        raise SlackError("invalid_arguments", messages=found or ["missing required field: view"])
    if view["type"] != kind:
        refused = problem(f"unsupported type: {view['type']}", "/view/type")
        raise SlackError("invalid_arguments", messages=[refused])
    return {**view, "blocks": with_ids(view["blocks"])}


def open_modal(parts: Parts, arguments: Arguments) -> Json:
    """Open a modal for whoever clicked, within three seconds of the click."""
    body = _view(arguments, "modal")
    trigger = parts.passes.exchange(arguments.required("trigger_id"))
    return _shown(parts, parts.workspace.views.open(trigger.user, body))


def push(parts: Parts, arguments: Arguments) -> Json:
    """Put a modal on top of the one in which somebody clicked."""
    body = _view(arguments, "modal")
    trigger = parts.passes.exchange(arguments.required("trigger_id"))
    return _shown(parts, parts.workspace.views.push(trigger.user, body, trigger.view_id or ""))


def update(parts: Parts, arguments: Arguments) -> Json:
    """Change an open modal, unless somebody else did since the bot last saw it (`hash`)."""
    view_id, external_id = arguments.text("view_id"), arguments.text("external_id")
    if not view_id and not external_id:
        raise SlackError("invalid_arguments", messages=["missing required field: view_id"])
    view = parts.workspace.views.find(view_id, external_id)
    body = _view(arguments, "home" if view.body["type"] == "home" else "modal")
    return _shown(parts, parts.workspace.views.update(view, body, arguments.text("hash") or None))


def publish(parts: Parts, arguments: Arguments) -> Json:
    """Set somebody's Home tab."""
    user = parts.workspace.user(arguments.required("user_id"))
    body = _view(arguments, "home")
    return _shown(parts, parts.workspace.views.publish(user.id, body, arguments.text("hash") or None))


def _view(arguments: Arguments, kind: Literal["modal", "home"]) -> Json:
    return checked(arguments.json("view", "invalid_arguments"), kind)


def _shown(parts: Parts, view: View) -> Json:
    return {"ok": True, "view": shown_view(parts.workspace, view)}


METHODS: dict[str, Run] = {
    "views.open": open_modal,
    "views.push": push,
    "views.update": update,
    "views.publish": publish,
}
