"""Where a message stands: a conversation, or a reply chain of a channel, and the ids of its pages there.

A reply chain is addressed as `<channel>;messageid=<its first message>`:
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
"""

from collections.abc import Sequence
from urllib.parse import quote

from bot.ports import Sent

ROOT = ";messageid="
LONGEST = 255
"""Characters of a reference, in which the ids of a letter's pages stand one after the other."""


def channel_of(conversation: str) -> str:
    """The conversation itself, of which a reply chain may be a part."""
    return conversation.partition(ROOT)[0]


def chain_of(conversation: str, message: str) -> str:
    """The reply chain that a message of a channel belongs to, or begins."""
    return conversation if ROOT in conversation else f"{conversation}{ROOT}{message}"


def standing(conversation: str, pages: Sequence[str]) -> Sent:
    """Where a letter stands whose pages have these ids; of very many, the last are not remembered."""
    reference = pages[0]
    for page in pages[1:]:
        if len(reference) + len(page) >= LONGEST:
            break
        reference = f"{reference} {page}"
    return Sent(conversation, reference)


def link(sent: Sent, tenant: str) -> str:
    """Where a letter is read in a browser; in a chat with one person there is no such address.

    https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
    """
    channel, _, root = sent.address.partition(ROOT)
    if "@thread" not in channel:
        return ""
    message = pages_of(sent)[0]
    place = f"{quote(channel, safe='')}/{message}"
    return (
        f"https://teams.microsoft.com/l/message/{place}?tenantId={tenant}&parentMessageId={root or message}"
    )


def pages_of(sent: Sent) -> list[str]:
    """The ids of a letter's pages, first first."""
    return sent.reference.split()
