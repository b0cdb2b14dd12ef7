"""Which language is read at an address in Slack."""

from bot.messages.languages import message_in
from bot.messages.vocabulary import Message
from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines import languages
from handlers.slack.workspaces import Workspaces

PLATFORM = "slack"


class Speaking:
    """Puts what is said into the language of whoever reads it."""

    def __init__(self, *, perform: Performer, workspaces: Workspaces) -> None:
        self._perform = perform
        self._workspaces = workspaces

    async def to(self, team: str, address: str, message: Message) -> Message:
        """The message as an account reads it, or those who are in a conversation."""
        school = self._workspaces.of_team(team).school
        asked = languages.LanguageAt(platform=PLATFORM, address=address)
        language = await self._perform(languages.language_at, asked, actor=the_clock(school))
        return message_in(language, message)
