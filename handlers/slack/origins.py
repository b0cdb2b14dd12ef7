"""Where a request came from, and what a modal keeps of it until it is sent."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from bot.model.languages import Language
from handlers.platform.words import Json

METADATA = 3000
ANSWERS_FOR = 29 * 60
"""Seconds for which a response address is used; Slack takes it back after thirty minutes."""


class KeptTooLarge(Exception):
    """A modal is to keep more than Slack takes along; an id belongs there, not the thing itself."""


class Origin(BaseModel):
    """Who asked, and how an answer gets back to them.

    `school` is the one that is meant, where several share the workspace. `channel` and `ts` are the message
    whose button was pressed, in `thread` if it was in one. `response_url` answers beside it until it is too
    old (`asked_at` is the machine's own time, in seconds). `is_whole` is a Home that shows everything.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    team: str
    user: str
    channel: str | None = None
    ts: str | None = None
    thread: str | None = None
    response_url: str | None = None
    asked_at: float = 0
    school: str | None = None
    is_ephemeral: bool = False
    is_home: bool = False
    is_whole: bool = False
    is_mention: bool = False

    def answers_at(self, now: float) -> str | None:
        """The address that still takes an answer, if there is one."""
        return self.response_url if now - self.asked_at < ANSWERS_FOR else None


class Kept(BaseModel):
    """What travels in a modal's `private_metadata`: the values its form does not show, its origin, and the
    language it is in."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    given: dict[str, Any] = {}
    origin: Origin | None = None
    language: Language | None = None

    def packed(self) -> str:
        """As text; raises KeptTooLarge when Slack would not take it."""
        packed = self.model_dump_json(exclude_defaults=True)
        if len(packed) > METADATA:
            raise KeptTooLarge(f"{len(packed)} characters, {METADATA} at most")
        return packed

    @classmethod
    def of(cls, view: Json) -> Self:
        return cls.model_validate_json(view.get("private_metadata") or "{}")
