"""Answers to one person in their 1:1 chat with the bot, and changes to the message they acted on."""

from bot.messages.vocabulary import Message
from bot.ports import Trouble, Undeliverable
from handlers.platform import notices
from handlers.platform.speaking import Speaking
from handlers.teams.calls import Connector, Refused, patiently
from handlers.teams.chains import channel_of
from handlers.teams.origins import Origin
from handlers.teams.pages import Page
from handlers.teams.references import References
from handlers.teams.refusals import understood
from handlers.teams.rendering import Rendering
from handlers.teams.workspaces import Tenants

GONE = (403, 404)
"""Teams no longer lets the bot change a message, or there is none."""


class Replies:
    """Says something to whoever asked, and changes the message they asked from."""

    def __init__(
        self,
        *,
        tenants: Tenants,
        connector: Connector,
        rendering: Rendering,
        speaking: Speaking,
        references: References,
    ) -> None:
        self._tenants = tenants
        self._connector = connector
        self._rendering = rendering
        self._speaking = speaking
        self._references = references

    async def spoken(self, origin: Origin, message: Message) -> Message:
        """The message as whoever asked reads it."""
        said = await self._speaking.to(origin.tenant, origin.user, message)
        return self._rendering.spelled(said)

    async def pages(self, origin: Origin, message: Message) -> list[Page]:
        """The same, drawn."""
        return self._rendering.told(await self.spoken(origin, message), origin.tenant, origin.school)

    async def tell(self, origin: Origin, message: Message) -> None:
        """Say it so that only this person reads it; raises Undeliverable when they cannot be written to."""
        await self._send(origin, await self.pages(origin, message))

    async def tell_or_point(self, origin: Origin, message: Message) -> None:
        """Say it to this person alone; where that cannot be, say in the channel how it could."""
        await self.send_or_point(origin, await self.pages(origin, message))

    async def send_or_point(self, origin: Origin, pages: list[Page]) -> None:
        """The same with something that is drawn already."""
        try:
            await self._send(origin, pages)
        except Undeliverable as no:
            if no.trouble is not Trouble.PERSON or origin.is_personal:
                raise
            await self._point(origin)

    async def repainted(self, origin: Origin, message: Message) -> list[Page]:
        """What the message somebody acted on becomes, as those read it who are where it stands."""
        reads = origin.user if origin.is_personal else channel_of(origin.conversation)
        said = await self._speaking.to(origin.tenant, reads, message)
        return self._rendering.told(said, origin.tenant, origin.school)

    async def repaint(self, origin: Origin, message: Message) -> None:
        """Put it in the place of the one whose button was pressed, for everybody who reads that."""
        first, *more = await self.repainted(origin, message)
        if await self.change(origin, first):
            for page in more:
                await self._post(origin, origin.conversation, page)

    async def change(self, origin: Origin, page: Page) -> bool:
        """Put a page in the place of the message whose button was pressed; False when that is gone."""
        if not origin.message:
            return False
        service_url = self._tenants.of_team(origin.tenant).service_url
        place, known = channel_of(origin.conversation), origin.message
        try:
            await patiently(lambda: self._connector.update(service_url, place, known, page.activity))
        except Refused as no:
            if no.status in GONE:
                return False
            raise
        return True

    async def _send(self, origin: Origin, pages: list[Page]) -> None:
        with understood(to_a_person=True):
            chat = await self._references.chat_with(origin)
            for page in pages:
                await self._post(origin, chat, page)

    async def _point(self, origin: Origin) -> None:
        """Say in a channel how somebody who cannot be written to gets an answer, and nothing else."""
        with understood(to_a_person=False):
            for page in await self.pages(origin, notices.write_to_me()):
                await self._post(origin, origin.conversation, page)

    async def _post(self, origin: Origin, conversation: str, page: Page) -> None:
        service_url = self._tenants.of_team(origin.tenant).service_url
        await patiently(lambda: self._connector.post(service_url, conversation, page.activity))
