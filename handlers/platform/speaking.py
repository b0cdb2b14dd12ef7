"""Which language is read at an address of a platform."""

from collections.abc import Callable
from typing import Any

from bot.errors import DatabaseTrouble
from bot.messages.languages import message_in, message_in_every_language
from bot.messages.vocabulary import Message
from bot.model.languages import Language
from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines import languages
from handlers.platform.workspaces import Known

Witness = Callable[[Message], None]
"""Is shown what is said, in the words in which it is read."""


class Speaking:
    """Puts what is said into the language of whoever reads it."""

    def __init__(self, *, perform: Performer, workspaces: Known[Any], witness: Witness | None = None) -> None:
        self._perform = perform
        self._workspaces = workspaces
        self._witness = witness
        self._spoken: dict[tuple[str, str], Language] = {}

    async def to(self, team: str, address: str, message: Message) -> Message:
        """The message as an account reads it, or those who are in a conversation.

        An apology must be said while the database fails, too: then as they were last spoken to, or in every
        language to who was not since the program started.
        """
        school = self._workspaces.of_team(team).school
        asked = languages.LanguageAt(platform=self._workspaces.platform, address=address)
        try:
            language = await self._perform(languages.language_at, asked, actor=the_clock(school))
            self._spoken[team, address] = language
        except DatabaseTrouble:
            known = self._spoken.get((team, address))
            said = message_in(known, message) if known else message_in_every_language(message)
        else:
            said = message_in(language, message)
        if self._witness is not None:
            self._witness(said)
        return said
