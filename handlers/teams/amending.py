"""Changing and taking back what was posted. Both may be repeated without harm.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/update-and-delete-bot-messages
"""

from bot.model.outbox import LetterAct
from bot.ports import Letter, Sent, Trouble, Undeliverable
from handlers.teams.calls import Connector, Refused
from handlers.teams.chains import chain_of, pages_of
from handlers.teams.pages import Page
from handlers.teams.refusals import understood

GONE = 404
NOT_ANY_MORE = (403, 405)
"""Statuses with which Teams keeps a message as it is; what is new can still be said under it."""


async def amended(
    connector: Connector, service_url: str, letter: Letter, pages: list[Page], stands: Sent | None
) -> Sent:
    """Do to a posted message what the letter says. Raises Undeliverable, Unknown or Busy."""
    if stands is None:
        raise Undeliverable(Trouble.MESSAGE, "never_posted")
    amending = Amending(connector, service_url, letter, stands)
    with understood(to_a_person=letter.audience.person_id is not None):
        if letter.act is LetterAct.REMOVE:
            await amending.remove(pages_of(stands))
            return stands
        return await amending.edit(pages)


class Amending:
    """One message that stands, page by page, and what becomes of it. Its calls raise ConnectorTrouble."""

    def __init__(self, connector: Connector, service_url: str, letter: Letter, stands: Sent) -> None:
        self._connector = connector
        self._service_url = service_url
        self._letter = letter
        self._stands = stands

    async def remove(self, messages: list[str]) -> None:
        """Take these pages back, the last first; those that are gone stay gone."""
        for message in reversed(messages):
            try:
                await self._connector.delete(self._service_url, self._stands.address, message)
            except Refused as no:
                if no.status != GONE:
                    raise

    async def edit(self, pages: list[Page]) -> Sent:
        """Put these pages in the place of those that stand; what Teams keeps as it is gets a note."""
        messages = pages_of(self._stands)
        try:
            for message, page in zip(messages, pages, strict=False):
                await self._connector.update(self._service_url, self._stands.address, message, page.activity)
        except Refused as no:
            if no.status not in NOT_ANY_MORE:
                raise
            return Sent(self._chain, await self._say(pages[0]))
        await self.remove(messages[len(pages) :])
        for page in pages[len(messages) :]:
            await self._say(page)
        return self._stands

    async def _say(self, page: Page) -> str:
        return await self._connector.post(self._service_url, self._chain, page.activity)

    @property
    def _chain(self) -> str:
        """Where one reads on after the message: its reply chain, in a chat the chat."""
        if self._letter.audience.person_id is not None:
            return self._stands.address
        return chain_of(self._stands.address, pages_of(self._stands)[0])
