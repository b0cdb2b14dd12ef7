"""Why a platform does not let the bot write to somebody, in the school's terms and no platform's."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Hindrance(StrEnum):
    """`not_installed`: the app is not there for them; `blocked`: they do not want it; `no_account`: their
    account is gone; `closed`: the platform does not say more than no."""

    NOT_INSTALLED = "not_installed"
    BLOCKED = "blocked"
    NO_ACCOUNT = "no_account"
    CLOSED = "closed"


UNKNOWN_HERE = "no_account"
"""The code of a letter to somebody who was never found on the platform; that is said elsewhere."""

CODES = {
    Hindrance.NOT_INSTALLED: (
        "not_installed",
        "ForbiddenOperationException",
        "BotNotInConversationRoster",
        "ConversationNotFound",
    ),
    Hindrance.BLOCKED: ("blocked", "ConversationBlockedByUser", "MessageWritesBlocked"),
    Hindrance.NO_ACCOUNT: (
        "account_inactive",
        UNKNOWN_HERE,
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
    ),
    Hindrance.CLOSED: ("cannot_dm_bot", "channel_not_found", "messages_tab_disabled"),
}
"""Each platform's own words for it.

https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (status codes),
https://docs.slack.dev/reference/methods/chat.postMessage (errors)
"""


def is_about_a_person(code: str) -> bool:
    """Whether a platform's word says that somebody is out of reach."""
    return any(code in words for words in CODES.values())


def hindrance_of(code: str) -> Hindrance:
    """What a platform's word says about a person."""
    return next((one for one, words in CODES.items() if code in words), Hindrance.CLOSED)


@dataclass(frozen=True, slots=True)
class Unreached:
    """Somebody (by id) whom a platform does not let the bot write to, its word for why, and since when."""

    person: str
    platform: str
    code: str
    since: datetime

    @property
    def why(self) -> Hindrance:
        return hindrance_of(self.code)
