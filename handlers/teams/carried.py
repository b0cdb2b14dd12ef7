"""What a button, a dialog or an action of the compose box brings along in an activity's `value`.

https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
"""

import html
import re
from collections.abc import Mapping
from typing import Any, Self

from pydantic import ValidationError

from bot.messages.schools import SCHOOL
from bot.messages.start import WHOLE
from handlers.teams.origins import Origin
from handlers.teams.payloads import Activity, Payload

BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6]|tr)>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
LONGEST_LINK = 500


class Press(Payload):
    """A button with its values: what a card of ours carries, in whichever way Teams brings it back."""

    verb: str
    values: dict[str, str] = {}
    school: str | None = None
    shared: bool = False
    home: int | None = None
    whole: bool = False

    @classmethod
    def found_in(cls, data: object) -> Self | None:
        """None when it is not what the bot ever put there."""
        try:
            return cls.model_validate(data)
        except ValidationError:
            return None

    @property
    def given(self) -> dict[str, str]:
        """The values that are the verb's own."""
        return {name: value for name, value in self.values.items() if name != SCHOOL}

    def at(self, activity: Activity) -> Origin:
        """Where it was pressed; the message is known only when it speaks of nothing else."""
        message = None if self.shared else activity.reply_to_id
        school = self.values.get(SCHOOL) or self.school
        at_home = {"home": self.home, "is_whole": self.whole or self.verb == WHOLE}
        return activity.origin.model_copy(update={"message": message, "school": school, **at_home})


class Pressed(Payload):
    """The value of `adaptiveCard/action`."""

    class Action(Payload):
        verb: str = ""
        data: dict[str, Any] = {}

    action: Action

    @property
    def press(self) -> Press | None:
        return Press.found_in({**self.action.data, "verb": self.action.verb})


class Task(Payload):
    """The value of `task/fetch` and `task/submit`, and of what the compose box asks for (`command_id`)."""

    data: dict[str, Any] = {}
    command_id: str = ""
    message_payload: dict[str, Any] | None = None

    @property
    def message_text(self) -> str:
        """The words of the message an action was used on, on one line."""
        body = (self.message_payload or {}).get("body")
        content = body.get("content") if isinstance(body, Mapping) else None
        return " ".join(without_tags(str(content or "")).split())

    @property
    def message_link(self) -> str:
        """The address of that message in Teams; empty when it is not given."""
        link = str((self.message_payload or {}).get("linkToMessage") or "")
        return link if link.startswith("https://") and len(link) <= LONGEST_LINK else ""


def without_tags(content: str) -> str:
    """The words of a message that Teams keeps as HTML."""
    return html.unescape(TAG.sub("", BREAK.sub(" ", content)))
