"""What somebody writes to the bot: a verb with its words, a greeting, or something that was no command."""

from bot.messages import schools as wording
from bot.messages.schools import SCHOOL
from bot.messages.vocabulary import Button, Message
from handlers.platform import notices
from handlers.platform.identity import Identity
from handlers.platform.verbs import INPUT, AnyInteraction, Verbs
from handlers.teams.answering import Answering, Asked
from handlers.teams.finishing import Finishing
from handlers.teams.home import HOME, Home
from handlers.teams.origins import Origin
from handlers.teams.payloads import Activity
from handlers.teams.verbs import spoken
from handlers.teams.workspaces import Tenant

SCHOOLS = SCHOOL.strip("_")
A_SENTENCE = 3
"""Words from which somebody writes rather than commands."""


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
        else:
            await self._answering.say(origin, self._not_meant(verb, words, activity))

    def _meant(self, verb: str, words: str) -> AnyInteraction | None:
        """The interaction that was typed; a sentence that only begins with such a word is none."""
        found = self._verbs.typed(verb)
        if found is None or found.text_fills or len(words.split()) + 1 < A_SENTENCE:
            return found
        return None

    def _not_meant(self, verb: str, words: str, activity: Activity) -> Message:
        """What to say about words that are no command."""
        nearest = self._verbs.nearest(verb)
        written = activity.words if len(words.split()) + 1 >= A_SENTENCE else ""
        offer = self._input_offer(written) if written else None
        if not (written and activity.is_personal):
            return notices.unknown_verb(verb, nearest, offer)
        helps = self._verbs.find("help") is not None
        if offer is None:
            return notices.only_commands(helps)
        return notices.did_you_mean_input(offer, activity.words, helps)

    def _input_offer(self, words: str) -> Button | None:
        """The button that opens the staff input form with these words, where there is such a form."""
        found = self._verbs.find(INPUT)
        if found is None or not found.text_fills:
            return None
        return notices.send_as_input(INPUT, found.text_fills, words)

    async def _schools(self, origin: Origin) -> Message:
        which = await self._choices(origin.tenant, origin.user)
        return wording.which(which.sentence, which.schools) if which else wording.only_one()
