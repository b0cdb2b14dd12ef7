"""What the bot says on Slack, as the same would look on Microsoft Teams: for the sandbox's page."""

import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from bot.messages.forms import Form
from bot.messages.languages import form_in, message_in
from bot.messages.vocabulary import Message
from bot.model.languages import Language
from bot.model.people import Actor
from bot.ports import Letter, Messenger, Sent
from handlers.platform.home import HomeScreen
from handlers.platform.verbs import AnyInteraction, Verbs
from handlers.platform.words import Json
from handlers.slack.blocks import home_blocks
from handlers.slack.modals import TITLE, last_page
from handlers.slack.pages import pages as slack_pages
from handlers.slack.shapes import plain_text
from handlers.teams.blocks import Cards
from handlers.teams.drafts import offered
from handlers.teams.modals import dialog
from handlers.teams.origins import Kept
from handlers.teams.spelling import spelled

MOST = 4000
"""Messages that are remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A form as somebody sees it, with the values given to it."""

    interaction: AnyInteraction
    form: Form
    given: Mapping[str, Any]


class SideBySide:
    """Sees everything the bot says and asks on Slack, and finds it again by the blocks that Slack shows.

    Nothing of it is kept anywhere but in memory, for as long as the sandbox runs.
    """

    def __init__(self, catalogue: Iterable[AnyInteraction]) -> None:
        self.catalogue = [self._watched(one) for one in catalogue]
        self._verbs = Verbs(self.catalogue)
        self._cards = Cards(self._verbs.opens)
        self._said: OrderedDict[str, Message] = OrderedDict()
        self._asked: dict[tuple[str, str], Drawn] = {}

    def says(self, message: Message) -> None:
        """Take in a message that is posted, or said to one person."""
        for page in slack_pages(message):
            self._keep(page.blocks, message)

    def home(self, screen: HomeScreen) -> HomeScreen:
        """The same Home, taken in on the way."""

        async def seen(actor: Actor, whole: bool) -> Message:
            message = await screen(actor, whole)
            said = message_in(actor.language, message)
            self._keep(home_blocks(said), said)
            return message

        return seen

    def messenger(self, messenger: Messenger) -> Messenger:
        """The same messenger, its letters taken in on the way."""
        return Overheard(messenger, self)

    def shown(self, asked: Json) -> Json | None:
        """How what Slack shows looks on Teams; None for what the bot did not say.

        `blocks` are a message's, Home's or a form's; a form also names its `verb` and its `title`.
        """
        drawn = self._asked.get((str(asked.get("verb") or ""), str(asked.get("title") or "")))
        if drawn is not None:
            return {"dialog": {"title": drawn.form.title, "card": self._dialog(drawn)}}
        message = self._said.get(key_of(asked.get("blocks")))
        if message is None:
            return None
        pages = self._cards.pages(spelled(message, self._verbs.typable))
        return {"pages": [{"summary": page.summary, "card": page.card} for page in pages]}

    def _dialog(self, drawn: Drawn) -> Json:
        form = spelled(drawn.form, self._verbs.typable)
        kept = Kept.anew(drawn.interaction.verb, {})
        return dialog(form, kept=kept, given=drawn.given, acts=offered(drawn.interaction))

    def _watched(self, interaction: AnyInteraction) -> AnyInteraction:
        """The same interaction, its form and the last page of it taken in as they are made."""
        asking, closing = interaction.asking, interaction.closing
        if asking is not None:

            def form(answer: Any, given: Mapping[str, Any]) -> Form:
                return self._asks(interaction, asking.form(answer, given), given)

            interaction = replace(interaction, asking=replace(asking, form=form))
        if closing is not None:
            interaction = replace(interaction, closing=lambda result: self._ends(closing(result)))
        return interaction

    def _asks(self, interaction: AnyInteraction, form: Form, given: Mapping[str, Any]) -> Form:
        for language in reversed(Language):
            shown = form_in(language, form)
            title = plain_text(shown.title, TITLE)["text"]
            self._asked[interaction.verb, title] = Drawn(interaction, shown, dict(given))
        return form

    def _ends(self, message: Message | None) -> Message | None:
        if message is not None:
            for said in (message_in(language, message) for language in Language):
                self._keep(last_page(said, said.summary)["blocks"], said)
        return message

    def _keep(self, blocks: list[Json], message: Message) -> None:
        self._said[key_of(blocks)] = message
        self._said.move_to_end(key_of(blocks))
        while len(self._said) > MOST:
            self._said.popitem(last=False)


class Overheard:
    """A messenger whose letters are taken in on the way."""

    def __init__(self, messenger: Messenger, witness: SideBySide) -> None:
        self._messenger = messenger
        self._witness = witness

    async def deliver(self, letter: Letter, thread: Sent | None) -> Sent:
        """Hand a letter over; raises what the messenger raises."""
        self._witness.says(letter.message)
        return await self._messenger.deliver(letter, thread)

    async def settle(self, letter: Letter) -> Sent | None:
        """Look a letter up; raises what the messenger raises."""
        return await self._messenger.settle(letter)


def key_of(blocks: object) -> str:
    """The same for the same blocks, whatever ids Slack gave those that had none; to a browser 60.0 is 60."""
    return blake2b(json.dumps(_bare(blocks), sort_keys=True).encode(), digest_size=16).hexdigest()


def _bare(part: object) -> object:
    if isinstance(part, list):
        return [_bare(one) for one in part]
    if isinstance(part, dict):
        return {name: _bare(value) for name, value in part.items() if name != "block_id"}
    return int(part) if isinstance(part, float) and part.is_integer() else part
