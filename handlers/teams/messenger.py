"""Letters handed to Teams. It tells no bot whether one arrived: what is known is what this process saw."""

from dataclasses import dataclass, field, replace

from bot.model.outbox import LetterAct
from bot.pacing import Pace
from bot.ports import Busy, Letter, Sent, Trouble, Undeliverable, Unknown
from handlers.platform.addresses import Addresses
from handlers.platform.workspaces import UnknownWorkspace
from handlers.teams.amending import amended
from handlers.teams.calls import Connector
from handlers.teams.chains import chain_of, channel_of, link, pages_of, standing
from handlers.teams.pages import Page
from handlers.teams.refusals import ARCHIVED, CHAIN_GONE, GONE, NO_CONNECTION, understood
from handlers.teams.rendering import Rendering
from handlers.teams.workspaces import Tenant, Tenants

PACE = Pace(workspace=15.0, workspace_burst=20, channel=1.0, channel_burst=3, in_flight=6)
"""Well under what Teams allows an app: 50 a second in a tenant, and in a conversation 7 in a second, 60 in
thirty, 1800 in an hour. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

NEW_CHAT_MAY_HELP = frozenset({"ConversationNotFound", "BotNotInConversationRoster"})


@dataclass
class Begun:
    """A letter of which some pages stand, by their ids; `in_doubt`: nobody knows whether the next does."""

    conversation: str
    pages: list[str] = field(default_factory=list)
    skipped: int = 0
    in_doubt: bool = False

    @property
    def next_page(self) -> int:
        return len(self.pages) + self.skipped

    @property
    def sent(self) -> Sent:
        return standing(self.conversation, self.pages)


class TeamsMessenger:
    """Delivers letters. In a channel a letter of several pages is read on in its reply chain."""

    def __init__(
        self, *, tenants: Tenants, addresses: Addresses, connector: Connector, rendering: Rendering
    ) -> None:
        self._tenants = tenants
        self._addresses = addresses
        self._connector = connector
        self._rendering = rendering
        self._begun: dict[str, Begun] = {}

    async def deliver(self, letter: Letter, thread: Sent | None) -> Sent:
        """Post it once: nothing is sent again, whatever the answer. Raises Undeliverable, Unknown or Busy.

        When a later page cannot be posted the outcome is unknown, and settling posts what is missing.
        """
        tenant = self._tenant(letter)
        pages = self._rendering.pages(letter.message, letter.school)
        if letter.act is not LetterAct.POST:
            return await amended(self._connector, tenant.service_url, letter, pages, thread)
        self._begun.pop(letter.id, None)
        begun = await self._first(tenant, letter, pages[0], thread)
        if len(pages) > 1:
            self._begun[letter.id] = begun
            try:
                await self._rest(tenant, letter, pages, begun)
            except (Undeliverable, Busy) as no:
                raise Unknown from no
        return self._whole(tenant, letter, begun)

    async def settle(self, letter: Letter) -> Sent | None:
        """Post the pages that are missing of a letter whose first one this process saw arrive.

        None for an edit or a removal: that may be repeated. Of anything else Teams does not tell a bot
        whether it is there, so Unknown is raised; Busy or Undeliverable as pages are refused.
        """
        if letter.act is not LetterAct.POST:
            return None
        begun = self._begun.get(letter.id)
        if begun is None:
            raise Unknown
        tenant = self._tenant(letter)
        pages = self._rendering.pages(letter.message, letter.school)
        if begun.in_doubt and letter.if_unknown == "never":
            begun.skipped += 1
        begun.in_doubt = False
        await self._rest(tenant, letter, pages, begun)
        return self._whole(tenant, letter, begun)

    async def _first(self, tenant: Tenant, letter: Letter, page: Page, thread: Sent | None) -> Begun:
        """Post the first page; to a person whose chat is gone, in the one that is opened anew."""
        try:
            return await self._opened(tenant, letter, page, thread)
        except Undeliverable as no:
            if no.trouble is not Trouble.PERSON or no.code not in NEW_CHAT_MAY_HELP:
                raise
            await self._addresses.forget(letter.school, letter.audience)
        return await self._opened(tenant, letter, page, None)

    async def _opened(self, tenant: Tenant, letter: Letter, page: Page, thread: Sent | None) -> Begun:
        to_a_person = letter.audience.person_id is not None
        place = await self._place(letter)
        chain = None if to_a_person else chain_under(thread, place)
        try:
            return await self._begin(tenant, letter, page, chain or place)
        except Undeliverable as no:
            if chain is None or no.code not in (GONE, CHAIN_GONE):
                self._notice(no, tenant, place)
                raise
        return await self._begin(tenant, letter, page, place)

    async def _place(self, letter: Letter) -> str:
        """Where the letter goes; whatever is lost on the way there, nothing of the letter was sent."""
        try:
            with understood(to_a_person=letter.audience.person_id is not None):
                return await self._addresses.of(letter.school, letter.audience)
        except Unknown as error:
            raise Busy(NO_CONNECTION) from error

    async def _begin(self, tenant: Tenant, letter: Letter, page: Page, conversation: str) -> Begun:
        return Begun(conversation, [await self._post(tenant, letter, page, conversation)])

    async def _rest(self, tenant: Tenant, letter: Letter, pages: list[Page], begun: Begun) -> None:
        """Post the pages that do not stand yet, one after the other."""
        to_a_person = letter.audience.person_id is not None
        place = begun.conversation if to_a_person else chain_of(begun.conversation, begun.pages[0])
        for page in pages[begun.next_page :]:
            try:
                begun.pages.append(await self._post(tenant, letter, page, place))
            except Unknown:
                begun.in_doubt = True
                raise

    async def _post(self, tenant: Tenant, letter: Letter, page: Page, conversation: str) -> str:
        with understood(to_a_person=letter.audience.person_id is not None):
            return await self._connector.post(tenant.service_url, conversation, page.activity)

    def _whole(self, tenant: Tenant, letter: Letter, begun: Begun) -> Sent:
        self._begun.pop(letter.id, None)
        return replace(begun.sent, link=link(begun.sent, tenant.team))

    def _notice(self, no: Undeliverable, tenant: Tenant, place: str) -> None:
        if no.code == ARCHIVED:
            self._tenants.shuts(tenant.team, place)

    def _tenant(self, letter: Letter) -> Tenant:
        try:
            return self._tenants.of_school(letter.school)
        except UnknownWorkspace as error:
            raise Undeliverable(Trouble.WORKSPACE, "not_installed") from error


def chain_under(thread: Sent | None, channel: str) -> str | None:
    """The reply chain of what a letter is said under, if that stands in this channel."""
    if thread is None or channel_of(thread.address) != channel_of(channel):
        return None
    return chain_of(thread.address, pages_of(thread)[0])
