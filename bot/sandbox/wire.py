"""What travels between Slack and a bot: JSON objects, ids, and errors with Slack's names."""

import secrets
from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]
"""One JSON object as Slack writes it; the sandbox speaks nothing else at its borders."""


class SlackError(Exception):
    """What Slack answers instead of `"ok": true`, under the name its reference gives it."""

    def __init__(self, error: str, *, messages: Iterable[str] = (), **more: str) -> None:
        super().__init__(error)
        self.error = error
        self.messages = tuple(messages)
        self.more = more

    def body(self) -> Json:
        """Return the answer as Slack words it, each complaint about blocks in two places."""
        answer: Json = {"ok": False, "error": self.error, **self.more}
        if self.messages:
            answer["errors"] = list(self.messages)
            marked = [f"[ERROR] {message}" for message in self.messages]
            answer["response_metadata"] = {"messages": marked}
        return answer


def new_id(prefix: str) -> str:
    """Return an id never given before, so that a bot that remembers ids is not fooled by a restart."""
    return prefix + secrets.token_hex(5).upper()
