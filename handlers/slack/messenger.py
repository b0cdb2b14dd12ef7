"""Letters handed to Slack, and looked for when the answer was lost."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.model.outbox import LetterAct
from bot.ports import Busy, Letter, Sent, Trouble, Undeliverable, Unknown
from handlers.platform.addresses import Addresses
from handlers.platform.words import Json
from handlers.platform.workspaces import UnknownWorkspace
from handlers.slack.amending import amended
from handlers.slack.calls import within_limit
from handlers.slack.failures import slack_code
from handlers.slack.pages import Page, pages
from handlers.slack.refusals import NO_CONNECTION, NO_THREAD, placed, understood
from handlers.slack.replies import INERT
from handlers.slack.sharing import marked
from handlers.slack.workspaces import Workspaces

EVENT = "ilt_letter"
BEFORE = timedelta(hours=25)
"""How far Slack's clock may be behind ours when a message is looked for: somebody may have set ours by a day.
A message that is there is found among the newest ones, so looking further back costs only where it is not."""
LISTED = 200


class SlackMessenger:
    """Delivers letters. A letter of several pages is read on in its thread."""

    def __init__(self, *, workspaces: Workspaces, addresses: Addresses) -> None:
        self._workspaces = workspaces
        self._addresses = addresses

    async def deliver(self, letter: Letter, thread: Sent | None) -> Sent:
        """Post it once: nothing is sent again, whatever the answer. Raises Undeliverable, Unknown or Busy.

        When a later page cannot be posted the outcome is unknown, and settling posts what is missing.
        """
        client = self._client(letter)
        if letter.act is not LetterAct.POST:
            return await amended(client, letter, thread)
        said = pages(letter.message)
        sent = await self._begin(client, letter, said[0], thread)
        try:
            await self._post_rest(client, letter, said, sent, thread, {0})
        except (Undeliverable, Busy) as no:
            raise Unknown from no
        return sent

    async def settle(self, letter: Letter) -> Sent | None:
        """Look where it would stand; post pages that are missing. None when it never arrived.

        Editing and removing may be repeated, so nothing is looked up for them.
        Raises Unknown when the workspace does not let the bot read there, Busy when it asks to wait or
        gives no answer: then it is asked again later.
        """
        if letter.act is not LetterAct.POST:
            return None
        try:
            return await self._settled(letter)
        except Unknown as unknown:
            if may_not_read(unknown):
                raise
            raise Busy(NO_CONNECTION) from unknown

    async def _settled(self, letter: Letter) -> Sent | None:
        client = self._client(letter)
        channel = letter.address or await self._addresses.known(letter.school, letter.audience)
        if channel is None or letter.first_tried_at is None:
            return None
        under = letter.under
        found = await self._where(client, channel, letter, under)
        if 0 not in found and under is not None:
            under = None  # posted beside its thread, which was gone
            found = await self._where(client, channel, letter, under)
        if 0 not in found:
            return None
        sent = self._standing(letter, channel, found[0], under)
        said = pages(letter.message)
        if len(said) > 1:
            if under is None:
                found |= await self._where(client, channel, letter, sent)
            await self._post_rest(client, letter, said, sent, under, set(found))
        return sent

    async def _begin(self, client: AsyncWebClient, letter: Letter, first: Page, thread: Sent | None) -> Sent:
        """Post the first page; to a person whose chat is gone, in the one that is opened anew."""
        is_for_a_person = letter.audience.person_id is not None
        try:
            return await self._post_first(client, letter, first, thread)
        except Undeliverable as no:
            if not is_for_a_person or no.trouble is not Trouble.CHANNEL:
                raise
            await self._addresses.forget(letter.school, letter.audience)
        try:
            return await self._post_first(client, letter, first, None)
        except Undeliverable as no:
            if no.trouble is not Trouble.CHANNEL:
                raise
            raise Undeliverable(Trouble.PERSON, no.code) from no

    async def _post_first(
        self, client: AsyncWebClient, letter: Letter, first: Page, thread: Sent | None
    ) -> Sent:
        """Post the first page, beside the thread when the thread itself is gone."""
        channel = await self._place(letter)
        try:
            under = Sent(channel, thread.reference) if thread else None
            return await self._post(client, letter, 0, first, under, channel)
        except Undeliverable as no:
            if thread is None or no.code not in NO_THREAD:
                raise
            return await self._post(client, letter, 0, first, None, channel)

    async def _place(self, letter: Letter) -> str:
        """Where the letter goes; whatever is lost on the way there, nothing of the letter was sent."""
        try:
            with understood():
                return await self._addresses.of(letter.school, letter.audience)
        except Unknown as unknown:
            raise Busy(NO_CONNECTION) from unknown

    async def _post_rest(
        self,
        client: AsyncWebClient,
        letter: Letter,
        said: Sequence[Page],
        sent: Sent,
        thread: Sent | None,
        posted: set[int],
    ) -> None:
        under = Sent(sent.address, thread.reference) if thread else sent
        for number, page in enumerate(said):
            if number not in posted:
                await self._post(client, letter, number, page, under, sent.address)

    async def _post(
        self,
        client: AsyncWebClient,
        letter: Letter,
        number: int,
        page: Page,
        under: Sent | None,
        channel: str,
    ) -> Sent:
        content = self._content(letter, page)
        body: Json = {**INERT, **content, "channel": channel, "metadata": mark(letter, number)}
        if under is not None:
            body["thread_ts"] = under.reference
        with understood():
            answer = await within_limit(lambda: client.chat_postMessage(**body))
        return self._standing(letter, *placed(answer.get("channel"), answer.get("ts"), channel), under)

    def _standing(self, letter: Letter, channel: str, message: str, under: Sent | None) -> Sent:
        workspace = self._workspaces.of_school(letter.school)
        return Sent(channel, message, workspace.link(channel, message, under.reference if under else None))

    async def _where(
        self, client: AsyncWebClient, channel: str, letter: Letter, under: Sent | None
    ) -> dict[int, str]:
        """The pages of the letter that stand in a channel or thread, each with its message's id."""
        found: dict[int, str] = {}
        since = letter.first_tried_at
        if since is None:
            return found
        wanted = len(pages(letter.message))
        async for message in self._history(client, channel, since - BEFORE, under):
            number = page_of(message, letter)
            if number is not None:
                found.setdefault(number, str(message["ts"]))
                if len(found) == wanted:
                    break
        return found

    async def _history(
        self, client: AsyncWebClient, channel: str, since: datetime, under: Sent | None
    ) -> AsyncIterator[Json]:
        cursors = [""]
        while True:
            asked: Json = {
                "channel": channel,
                "oldest": f"{since.timestamp():.6f}",
                "inclusive": True,
                "include_all_metadata": True,
                "limit": LISTED,
                "cursor": cursors[-1],
            }
            messages, cursor = listing(await self._read(client, asked, under))
            for message in messages:
                yield message
            if not cursor:
                return
            if cursor in cursors:
                raise Unknown
            cursors.append(cursor)

    async def _read(self, client: AsyncWebClient, asked: Json, under: Sent | None) -> Json:
        with understood():
            try:
                if under is None:
                    answer = await within_limit(lambda: client.conversations_history(**asked))
                else:
                    thread = under.reference
                    answer = await within_limit(lambda: client.conversations_replies(ts=thread, **asked))
            except SlackApiError as error:
                if slack_code(error) == "missing_scope":
                    raise Unknown from error
                if slack_code(error) == "thread_not_found":
                    return {"messages": []}
                raise
        return answer.data if isinstance(answer.data, dict) else {}

    def _content(self, letter: Letter, page: Page) -> Json:
        team = self._workspaces.of_school(letter.school).team
        return marked(page.content, letter.school) if self._workspaces.is_shared(team) else page.content

    def _client(self, letter: Letter) -> AsyncWebClient:
        try:
            return self._workspaces.client(self._workspaces.of_school(letter.school))
        except UnknownWorkspace as error:
            raise Undeliverable(Trouble.WORKSPACE, "not_installed") from error


def may_not_read(unknown: Unknown) -> bool:
    """Whether Slack will never tell, because the bot may not read there."""
    why = unknown.__cause__
    return isinstance(why, SlackApiError) and slack_code(why) == "missing_scope"


def listing(answer: Json) -> tuple[list[Json], str]:
    """The messages of one page, and what asks for the next one; raises Unknown when the page is not whole:
    what is not listed there may be there all the same."""
    messages, more = answer.get("messages"), answer.get("response_metadata") or {}
    cursor = more.get("next_cursor") if isinstance(more, dict) else None
    if not isinstance(messages, list) or not all(isinstance(one, dict) for one in messages):
        raise Unknown
    if answer.get("has_more") is True and not cursor:
        raise Unknown
    return messages, str(cursor or "")


def mark(letter: Letter, number: int) -> Json:
    """What a posted page carries, so that it can be found again."""
    return {"event_type": EVENT, "event_payload": {"id": letter.id, "page": number}}


def page_of(message: Json, letter: Letter) -> int | None:
    """Which page of the letter a message is; None when it is something else."""
    metadata = message.get("metadata")
    payload = metadata.get("event_payload") if isinstance(metadata, dict) else None
    if not isinstance(metadata, dict) or not isinstance(payload, dict):
        return None
    if metadata.get("event_type") != EVENT or payload.get("id") != letter.id:
        return None
    return int(payload.get("page") or 0)
