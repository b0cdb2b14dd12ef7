"""Channels, private channels and direct messages, and the messages in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import takewhile
from typing import Literal

from bot.sandbox.state import Values
from bot.sandbox.wire import Json, SlackError

Kind = Literal["public_channel", "private_channel", "im", "mpim"]


@dataclass
class Message:
    """Something said; `only_for` makes it ephemeral, `filled` is what each person chose in its menus."""

    ts: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    metadata: Json | None = None
    only_for: str | None = None
    edited_ts: str | None = None
    filled: dict[str, Values] = field(default_factory=dict)

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread below another message."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    def is_seen_by(self, user: str) -> bool:
        """Say whether this person may see it, given that they see the conversation."""
        return self.only_for in (None, user)


@dataclass
class Conversation:
    """A place where people and the bot talk."""

    id: str
    name: str
    kind: Kind
    members: list[str]
    created: datetime
    is_archived: bool = False
    is_ext_shared: bool = False
    messages: dict[str, Message] = field(default_factory=dict)
    read_up_to: dict[str, str] = field(default_factory=dict)
    _last: int = 0

    @property
    def is_direct(self) -> bool:
        """Whether it is between a few people rather than a channel."""
        return self.kind in ("im", "mpim")

    def next_ts(self, now: datetime) -> str:
        """Return a timestamp later than every other here, even while the clock stands still."""
        moment = int(now.timestamp()) * 1_000_000
        self._last = max(moment, self._last + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def message(self, ts: str) -> Message:
        """Return the message with this timestamp that everyone here sees, or `message_not_found`."""
        found = self.messages.get(ts)
        if found is None or found.only_for:
            raise SlackError("message_not_found")
        return found

    def spoken(self) -> list[Message]:
        """Return what everyone here sees, oldest first."""
        return [message for message in self.messages.values() if message.only_for is None]

    def replies(self, ts: str) -> list[Message]:
        """Return the replies in the thread below this message, oldest first. None is older than it is."""
        later = takewhile(lambda message: message.ts != ts, reversed(self.messages.values()))
        below = [one for one in later if one.thread_ts == ts and one.only_for is None]
        return below[::-1]

    def seen_by(self, user: str) -> list[Message]:
        """Return what this person sees, their own ephemeral messages among it, oldest first."""
        return [message for message in self.messages.values() if message.is_seen_by(user)]

    def unread(self, user: str) -> int:
        """Return how many messages, replies apart, somebody else wrote since this person looked."""
        since = self.read_up_to.get(user, "")
        new = (m for m in self.seen_by(user) if m.ts > since and m.user != user)
        return sum(not message.is_reply for message in new)

    def read(self, user: str) -> bool:
        """Remember that this person has seen everything here; say whether anything was new."""
        had = self.unread(user) > 0
        self.read_up_to[user] = max((message.ts for message in self.seen_by(user)), default="")
        return had


def by_name(conversations: Iterable[Conversation]) -> list[Conversation]:
    """Return conversations in the one order that everybody sees."""
    return sorted(conversations, key=lambda conversation: (conversation.name, conversation.id))


def said_at(ts: str) -> datetime:
    """Return the moment in UTC that a message's timestamp stands for."""
    return datetime.fromtimestamp(int(ts.partition(".")[0]), UTC)
