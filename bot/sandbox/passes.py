"""What a person's click gives the bot for a while: a trigger to open a modal, an address to answer at."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sandbox.clock import StillClock
from bot.sandbox.wire import SlackError, new_id

ANSWERS_MOST = 5
ANSWERS_FOR = timedelta(minutes=30)
KEPT = 2000
"""How many passes of each kind are remembered, so that a sandbox left open does not grow."""


@dataclass
class Trigger:
    """Leave to open or push one modal, for a few seconds and once."""

    user: str
    until: float
    view_id: str | None = None
    used: bool = False


@dataclass
class ReplyTo:
    """Where an answer goes: the conversation, the person, and the message that was clicked, if any."""

    user: str
    conversation: str
    until: datetime
    message_ts: str | None = None
    left: int = ANSWERS_MOST


class Passes:
    """Gives passes out and takes them back."""

    def __init__(self, clock: StillClock, trigger_seconds: float) -> None:
        self._clock = clock
        self._seconds = trigger_seconds
        self._triggers: dict[str, Trigger] = {}
        self._replies: dict[str, ReplyTo] = {}
        self.base_url = ""

    def trigger(self, user: str, view_id: str | None = None) -> str:
        """Return a new trigger_id; its time runs on the real clock, as a person's patience does."""
        trigger_id = f"{int(time.time() * 1000)}.{int(time.monotonic())}.{new_id('').lower()}"
        self._triggers[trigger_id] = Trigger(user, time.monotonic() + self._seconds, view_id)
        _forget_the_oldest(self._triggers)
        return trigger_id

    def exchange(self, trigger_id: str) -> Trigger:
        """Take a trigger_id in return for a modal, or raise the error Slack gives."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if time.monotonic() > trigger.until:
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger

    def reply(self, user: str, conversation: str, message_ts: str | None = None) -> str:
        """Return the id of a new response address, good for five answers within half an hour."""
        reply_id = new_id("R")
        until = self._clock.now() + ANSWERS_FOR
        self._replies[reply_id] = ReplyTo(user, conversation, until, message_ts)
        _forget_the_oldest(self._replies)
        return reply_id

    def address(self, reply_id: str) -> str:
        """Return the address at which an answer is taken."""
        return f"{self.base_url}/respond/{reply_id}"

    def answer(self, reply_id: str) -> ReplyTo:
        """Use a response address once, or raise the error Slack gives."""
        reply = self._replies.get(reply_id)
        if reply is None:
            raise SlackError("no_service")
        if self._clock.now() > reply.until or reply.left == 0:
            raise SlackError("used_url" if reply.left == 0 else "expired_url")
        reply.left -= 1
        return reply


def _forget_the_oldest(passes: dict[str, Trigger] | dict[str, ReplyTo]) -> None:
    while len(passes) > KEPT:
        del passes[next(iter(passes))]
