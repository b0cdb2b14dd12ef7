"""A message on its way out: its commands as they are typed on Teams, then its cards."""

from collections.abc import Collection

from bot.messages.vocabulary import Message
from handlers.platform.words import Json
from handlers.teams.blocks import Cards
from handlers.teams.modals import last_page
from handlers.teams.pages import Page
from handlers.teams.spelling import spelled
from handlers.teams.workspaces import Tenants


class Rendering:
    """Draws messages for the schools of the tenants; `verbs` are those that may be typed."""

    def __init__(self, cards: Cards, verbs: Collection[str], tenants: Tenants) -> None:
        self._cards = cards
        self._verbs = verbs
        self._tenants = tenants

    def pages(self, message: Message, school: str) -> list[Page]:
        """The message in as few pages as it takes; its buttons name the school where several share a tenant.

        Raises UnknownWorkspace.
        """
        team = self._tenants.of_school(school).team
        named = school if self._tenants.is_shared(team) else None
        return self._cards.pages(spelled(message, self._verbs), named)

    def spelled(self, message: Message) -> Message:
        """The message with every command as it is typed on Teams."""
        return spelled(message, self._verbs)

    def last_page(self, message: Message, tenant: str, school: str | None) -> Json:
        """The answer that ends a dialog with this message."""
        return last_page(spelled(message, self._verbs), self._cards, self._named(tenant, school))

    def told(self, message: Message, tenant: str, school: str | None) -> list[Page]:
        """The same for somebody of a tenant, whichever of its schools is meant, if that is known."""
        return self._cards.pages(spelled(message, self._verbs), self._named(tenant, school))

    def _named(self, tenant: str, school: str | None) -> str | None:
        return school if self._tenants.is_shared(tenant) else None
