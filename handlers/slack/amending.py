"""Changing and taking back what was posted. Both may be repeated without harm.

https://docs.slack.dev/reference/methods/chat.update, https://docs.slack.dev/reference/methods/chat.delete
"""

from slack_sdk.web.async_client import AsyncWebClient

from bot.model.outbox import LetterAct
from bot.ports import Letter, Sent, Trouble, Undeliverable
from handlers.platform.words import Json
from handlers.slack.calls import within_limit
from handlers.slack.pages import pages
from handlers.slack.refusals import placed, understood
from handlers.slack.replies import INERT

GONE = "message_not_found"
NOT_ANY_MORE = frozenset({"edit_window_closed", "cant_update_message", "update_failed", "is_inactive"})
"""Slack keeps the message as it is; what is new can still be said under it."""


async def amended(client: AsyncWebClient, letter: Letter, stands: Sent | None) -> Sent:
    """Do to a posted message what the letter says. Raises Undeliverable, Unknown or Busy."""
    if stands is None:
        raise Undeliverable(Trouble.MESSAGE, "never_posted")
    try:
        if letter.act is LetterAct.REMOVE:
            await _remove(client, stands)
        else:
            await _edit(client, letter, stands)
    except Undeliverable as no:
        if letter.act is LetterAct.REMOVE and no.code == GONE:
            return stands
        if letter.act is LetterAct.EDIT and no.code in NOT_ANY_MORE:
            return await _note(client, letter, stands)
        raise
    return stands


async def _edit(client: AsyncWebClient, letter: Letter, stands: Sent) -> None:
    first, *_ = pages(letter.message)
    body: Json = {**first.content, "channel": stands.address, "ts": stands.reference}
    with understood():
        await within_limit(lambda: client.chat_update(**body))


async def _remove(client: AsyncWebClient, stands: Sent) -> None:
    with understood():
        await within_limit(lambda: client.chat_delete(channel=stands.address, ts=stands.reference))


async def _note(client: AsyncWebClient, letter: Letter, stands: Sent) -> Sent:
    first, *_ = pages(letter.message)
    body: Json = {**INERT, **first.content, "channel": stands.address, "thread_ts": stands.reference}
    with understood():
        answer = await within_limit(lambda: client.chat_postMessage(**body))
    return Sent(*placed(answer.get("channel"), answer.get("ts"), stands.address))
