"""Answers to one person: beside what they did, or in their direct messages when that cannot be."""

from time import time

import structlog
from aiohttp import ClientError, ClientSession
from slack_sdk.errors import SlackApiError

from bot.messages.vocabulary import Message
from handlers.platform import notices
from handlers.platform.speaking import Speaking
from handlers.platform.words import Json
from handlers.slack.calls import patiently
from handlers.slack.failures import slack_code
from handlers.slack.home import Home
from handlers.slack.origins import Origin
from handlers.slack.pages import Page, pages
from handlers.slack.workspaces import Workspaces

log = structlog.stdlib.get_logger(__name__)

TOO_LATE_TO_CHANGE = ("edit_window_closed", "cant_update_message", "update_failed")
GONE = ("message_not_found", "channel_not_found", "is_archived", "not_in_channel")
INERT: Json = {"parse": "none", "link_names": False, "unfurl_links": False, "unfurl_media": False}
"""Words stay words: nothing in them becomes a mention, a link or a preview."""


class Replies:
    """Says something to whoever asked, and changes the message they asked from."""

    def __init__(
        self, *, workspaces: Workspaces, session: ClientSession, home: Home, speaking: Speaking
    ) -> None:
        self._workspaces = workspaces
        self._speaking = speaking
        self._session = session
        self._home = home

    async def tell(self, origin: Origin, message: Message) -> None:
        """Say it so that only this person reads it."""
        said = await self._speaking.to(origin.team, origin.user, message)
        for page in pages(said):
            if not (await self._answered(origin, page) or await self._shown_there(origin, page)):
                await self._write(origin.team, origin.user, page)

    async def repaint(self, origin: Origin, message: Message) -> None:
        """Put `message` in the place of the one whose button was pressed, or under it if it is too late."""
        reads = origin.user if origin.is_ephemeral or not origin.channel else origin.channel
        first, *more = pages(await self._speaking.to(origin.team, reads, message))
        if origin.is_ephemeral:
            url = origin.answers_at(time())
            if url:
                await self._answer(url, {**first.content, "replace_original": True})
            return
        if origin.channel and origin.ts:
            await self._change(origin, origin.channel, origin.ts, first, more)

    async def refresh_home(self, origin: Origin) -> None:
        """Draw the Home tab again for somebody who did something on it."""
        if origin.is_home:
            await self._home.publish(origin.team, origin.user, whole=origin.is_whole)

    async def _change(self, origin: Origin, channel: str, ts: str, first: Page, more: list[Page]) -> None:
        client = self._workspaces.client(self._workspaces.of_team(origin.team))
        try:
            await patiently(
                lambda: client.chat_update(
                    channel=channel, ts=ts, parse="none", link_names=False, **first.content
                )
            )
        except SlackApiError as error:
            if slack_code(error) in GONE:
                return
            if slack_code(error) not in TOO_LATE_TO_CHANGE:
                raise
            more = [*pages(notices.moved_on()), first, *more]
        for page in more:
            await self._write(origin.team, channel, page, thread=ts)

    async def _answered(self, origin: Origin, page: Page) -> bool:
        url = origin.answers_at(time())
        only_here = {**page.content, "response_type": "ephemeral", "replace_original": False}
        only_here |= {"thread_ts": origin.thread} if origin.thread else {}
        return url is not None and await self._answer(url, only_here)

    async def _shown_there(self, origin: Origin, page: Page) -> bool:
        """Show it to this person alone in the channel where the bot was named; False when it cannot be."""
        if not (origin.is_mention and origin.channel):
            return False
        client = self._workspaces.client(self._workspaces.of_team(origin.team))
        body = {**page.content, "channel": origin.channel, "user": origin.user}
        try:
            await patiently(lambda: client.chat_postEphemeral(**body))
        except (SlackApiError, ClientError, TimeoutError):
            return False
        return True

    async def _answer(self, url: str, body: Json) -> bool:
        """Use a response address; False when it is not Slack's, it took nothing, or its answer was lost."""
        if not self._workspaces.takes_answers(url):
            log.warning("a response address is not Slack's, so nothing was sent there")
            return False
        try:
            async with self._session.post(url, json=body, allow_redirects=False) as response:
                if response.status != 200:
                    return False
                if response.content_type != "application/json":
                    return not (await response.text()).lstrip().startswith("<")
                said = await response.json()
                return not isinstance(said, dict) or said.get("ok", True) is True
        except (ClientError, TimeoutError, ValueError):
            return False

    async def _write(self, team: str, channel: str, page: Page, thread: str | None = None) -> None:
        client = self._workspaces.client(self._workspaces.of_team(team))
        under = {"thread_ts": thread} if thread else {}
        body = {**INERT, **page.content, **under}
        await patiently(lambda: client.chat_postMessage(channel=channel, **body))
