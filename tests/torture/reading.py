"""What people read of each letter, whatever the platform."""

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from bot.messages.delivery import PERHAPS_TWICE
from bot.messages.plain import words
from bot.sandbox.conversations import Message
from bot.sandbox.workspace import Workspace

LETTER = re.compile(r"Letter (\d{6})")
MARKED = words(PERHAPS_TWICE.spans)[:25]


@dataclass(frozen=True)
class Read:
    """One message that says a letter, and where."""

    where: str
    says: str

    @property
    def is_marked(self) -> bool:
        """Whether it says that it may be there twice."""
        return MARKED in self.says


def read_in(workspace: Workspace) -> dict[str, list[Read]]:
    """Every message of the bot that says a letter, by the letter's number; later pages do not count."""
    found: defaultdict[str, list[Read]] = defaultdict(list)
    for conversation in workspace.conversations.values():
        for message in conversation.messages.values():
            if message.user == workspace.bot_id and message.only_for is None and not page_of(message):
                says = json.dumps(message.blocks) + message.text
                for number in dict.fromkeys(LETTER.findall(says)):
                    found[number].append(Read(conversation.id, says))
    return dict(found)


def marks_in(workspace: Workspace) -> Counter[tuple[str, int]]:
    """How often each page of each letter of the bot stands, by the mark that it carries."""
    marks: Counter[tuple[str, int]] = Counter()
    for conversation in workspace.conversations.values():
        for message in conversation.messages.values():
            payload = (message.metadata or {}).get("event_payload", {})
            if "id" in payload:
                marks[payload["id"], page_of(message)] += 1
    return marks


def page_of(message: Message) -> int:
    """Which page of a letter a message is, from 0."""
    return int((message.metadata or {}).get("event_payload", {}).get("page", 0))
