"""Drawing forms as modals: the question asked first, then the form made from its answer."""

from collections.abc import Mapping
from typing import Any

from bot.model.people import Actor
from bot.perform import Performer
from handlers.platform.asking import Asking, found_options, hidden
from handlers.platform.verbs import AnyInteraction
from handlers.platform.words import Json
from handlers.slack.fields import LISTED, option
from handlers.slack.modals import modal, shown, typed
from handlers.slack.origins import Kept, Origin


class Drawing:
    """Turns an interaction that asks into a modal, first and again."""

    def __init__(self, perform: Performer) -> None:
        self._asking = Asking(perform)

    async def draw(
        self, interaction: AnyInteraction, given: Mapping[str, Any], *, actor: Actor, origin: Origin
    ) -> Json:
        """The modal with what has been given so far; raises Unfit, or the Refusal of its question."""
        form = await self._asking.form(interaction, given, actor=actor)
        given_before = hidden(interaction, form, given)
        kept = Kept(given=given_before, origin=origin, language=actor.language)
        return modal(form, verb=interaction.verb, kept=kept, given=given)

    async def redraw(self, interaction: AnyInteraction, view: Json, *, actor: Actor) -> Json:
        """The modal again, with what is filled in by now."""
        given = so_far(view)
        form = await self._asking.form(interaction, given, actor=actor)
        return modal(form, verb=interaction.verb, kept=Kept.of(view), given=given)

    async def options(
        self, interaction: AnyInteraction, view: Json, name: str, words: str, *, actor: Actor
    ) -> list[Json]:
        """The options of one field in which every word typed occurs, as many as Slack shows."""
        form = await self._asking.form(interaction, so_far(view), actor=actor)
        return [option(one) for one in found_options(form, name, words)[:LISTED]]


def so_far(view: Json) -> dict[str, Any]:
    """What was given before, under what is filled in now; a field left blank has no value."""
    asked = set(shown(view))
    before = {name: value for name, value in Kept.of(view).given.items() if name not in asked}
    return {**before, **typed(view)}
