"""What the connector's answers mean for a message on its way: a "no" for good, for now, or no answer at all.

https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (status codes)
"""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.ports import Busy, Trouble, Undeliverable, Unknown
from handlers.teams.calls import ConnectorTrouble, Refused, Unreachable

NO_CONNECTION = 10.0
"""Seconds to wait when Teams could not be reached at all; nothing was sent then."""

NO_SUCH_PERSON = "user_not_found"
GONE, CHAIN_GONE = "ConversationNotFound", "ActivityNotFoundInConversation"
ARCHIVED = "MessageWritesBlocked"
WHOLE_TENANT = frozenset({"BotDisabledByAdmin", "InvalidBotApiHost"})
"""Not allowed in the tenant; or a tenant of the government's, whose connector is elsewhere."""


@contextmanager
def understood(*, to_a_person: bool) -> Iterator[None]:
    """Turn what a call to the connector raises into Undeliverable, Busy or Unknown.

    `to_a_person`: it was about somebody's 1:1 chat with the bot, not about a channel.
    """
    try:
        yield
    except Refused as no:
        raise meaning(no, to_a_person=to_a_person) from no
    except Unreachable as error:
        raise Busy(NO_CONNECTION) from error
    except ConnectorTrouble as error:
        raise Unknown from error


def meaning(no: Refused, *, to_a_person: bool) -> Undeliverable | Busy:
    """A definite no: about the tenant, the channel, the person, or else the message."""
    if no.is_busy:
        return Busy(no.wait)
    if no.status == 401 or no.code in WHOLE_TENANT:
        return Undeliverable(Trouble.WORKSPACE, no.code)
    if no.status == 403 or no.code == GONE:
        return Undeliverable(Trouble.PERSON if to_a_person else Trouble.CHANNEL, no.code)
    return Undeliverable(Trouble.MESSAGE, no.code)
