"""What somebody writes to the bot: a verb with its words, a greeting, or something that was no command."""

from bot.messages import schools as wording
from bot.messages.schools import SCHOOL
from bot.messages.vocabulary import Message
from handlers.platform.guessing import Guessing, is_sentence
from handlers.platform.identity import Identity
from handlers.platform.verbs import AnyInteraction, Verbs
from handlers.teams.answering import Answering, Asked
from handlers.teams.finishing import Finishing
from handlers.teams.home import HOME, Home
from handlers.teams.origins import Origin
from handlers.teams.payloads import Activity
from handlers.teams.verbs import spoken
from handlers.teams.workspaces import Tenant

SCHOOLS = SCHOOL.strip("_")


class Typed:
    """Does what was typed, or says what could have been meant. Nothing of it is kept."""

    def __init__(
        self,
        *,
        verbs: Verbs,
        answering: Answering,
        finishing: Finishing,
        home: Home,
        identify: Identity[Tenant],
    ) -> None:
        self._verbs = verbs
        self._answering = answering
        self._finishing = finishing
        self._guessing = Guessing(verbs)
        self._home = home
        self._choices = identify.choices

    async def follow(self, activity: Activity) -> None:
        """Answer what somebody wrote, so that only they read the answer."""
        verb, words = spoken(activity.words)
        origin, called = activity.origin, verb.casefold()
        interaction = self._meant(verb, words)
        if called == HOME and not words:
            await self._home.send(origin)
        elif called == SCHOOLS and not words:
            await self._answering.say(origin, await self._schools(origin))
        elif interaction is not None:
            fills = interaction.text_fills
            given = {fills: words} if fills and words else {}
            came = await self._answering.answer(Asked(interaction, given, origin, activity.once))
            await self._finishing.later(came, origin)
        elif activity.is_personal and is_sentence(activity.words):
            await self._answering.say(origin, self._guessing.unsent(activity.words))
        else:
            await self._answering.say(origin, self._guessing.unknown(verb, activity.words))

    def _meant(self, verb: str, words: str) -> AnyInteraction | None:
        """The interaction that was typed; a sentence that only begins with such a word is none."""
        found = self._verbs.typed(verb)
        return None if found and not found.text_fills and is_sentence(f"{verb} {words}") else found

    async def _schools(self, origin: Origin) -> Message:
        which = await self._choices(origin.tenant, origin.user)
        return wording.which(which.sentence, which.schools) if which else wording.only_one()
