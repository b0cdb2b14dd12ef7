"""What every method of the Web API has: the parts it works on, its arguments, its scopes, its pages."""

import base64
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.sandbox.conversations import Conversation
from bot.sandbox.passes import Passes
from bot.sandbox.sockets import Sockets
from bot.sandbox.tour import Progress
from bot.sandbox.wire import Json, SlackError
from bot.sandbox.workspace import Workspace

T = TypeVar("T")


@dataclass
class Parts:
    """What methods work on."""

    workspace: Workspace
    passes: Passes
    sockets: Sockets
    progress: Progress


class Arguments:
    """The arguments of one call, read the way Slack reads JSON bodies and forms alike."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self._given = given

    def text(self, name: str) -> str:
        """Return an argument as words, empty when it was not given."""
        value = self._given.get(name)
        return value if isinstance(value, str) else "" if value is None else json.dumps(value)

    def required(self, name: str) -> str:
        """Return an argument as words, or `invalid_arguments` when there is none."""
        value = self.text(name)
        if not value:
            raise SlackError("invalid_arguments", messages=[f"missing required field: {name}"])
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return an argument as yes or no; forms say `1` and `true`."""
        value = self._given.get(name)
        return default if value is None else value in (True, 1, "1", "true", "True")

    def count(self, name: str, *, default: int, most: int) -> int:
        """Return a positive number, no higher than `most`, or `invalid_arguments`."""
        try:
            return min(int(self.text(name) or default), most)
        except ValueError:
            raise SlackError("invalid_arguments", messages=[f"invalid value: {name}"]) from None

    def has(self, name: str) -> bool:
        """Say whether an argument was given at all."""
        return self._given.get(name) is not None

    def json(self, name: str, otherwise: str) -> object:
        """Return a structured argument, itself or written as a JSON string; `otherwise` names the error."""
        value = self._given.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise SlackError(otherwise) from None


Run = Callable[[Parts, Arguments], Json]


def need(workspace: Workspace, *scopes: str) -> None:
    """Go on when the bot was granted one of these scopes, else `missing_scope`."""
    if not workspace.scopes.intersection(scopes):
        provided = ",".join(sorted(workspace.scopes))
        raise SlackError("missing_scope", needed=scopes[0], provided=provided)


READ = {"public_channel": "channels", "private_channel": "groups", "im": "im", "mpim": "mpim"}


def visible(workspace: Workspace, channel: str, purpose: str) -> Conversation:
    """Return a conversation the bot may see for this purpose (`read`, `history`), or Slack's error."""
    conversation = workspace.conversation(channel)
    if conversation.kind != "public_channel" and workspace.bot_id not in conversation.members:
        raise SlackError("channel_not_found")
    need(workspace, f"{READ[conversation.kind]}:{purpose}")
    return conversation


def page(everything: Sequence[T], arguments: Arguments, *, default: int = 100) -> tuple[list[T], str]:
    """Return one page of a list and the cursor for the next, empty after the last."""
    limit = max(1, arguments.count("limit", default=default, most=999) or default)
    start = _position(arguments.text("cursor"))
    shown = list(everything[start : start + limit])
    more = start + limit < len(everything)
    return shown, base64.b64encode(f"next:{start + limit}".encode()).decode() if more else ""


def _position(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor).decode().removeprefix("next:"))
    except ValueError:
        raise SlackError("invalid_cursor") from None


def listed(name: str, shown: Iterable[Json], cursor: str, **more: object) -> Json:
    """Return the answer of a method that lists things."""
    return {"ok": True, name: list(shown), **more, "response_metadata": {"next_cursor": cursor}}
