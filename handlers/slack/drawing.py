"""Drawing forms: the question asked first, then the form made from its answer."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.messages.forms import ChoiceField, Form, ManyField
from bot.messages.languages import form_in
from bot.model.people import Actor
from bot.perform import Performer
from handlers.slack.fields import LISTED, option
from handlers.slack.modals import modal, nested, shown, typed
from handlers.slack.origins import Kept, Origin
from handlers.slack.shapes import Json
from handlers.slack.verbs import AnyInteraction

CARRIED = 1500
"""Characters of typed text that travel with a form that has no field for it."""


class Unfit(Exception):
    """The values given do not make a request: a button from another time, or words that do not fit."""

    def __init__(self, error: ValidationError) -> None:
        super().__init__()
        self.error = error


class Drawing:
    """Turns an interaction that asks into a modal, first and again."""

    def __init__(self, perform: Performer) -> None:
        self._perform = perform

    async def draw(
        self, interaction: AnyInteraction, given: Mapping[str, Any], *, actor: Actor, origin: Origin
    ) -> Json:
        """The modal with what has been given so far; raises Unfit, or the Refusal of its question."""
        form = await self.form(interaction, given, actor=actor)
        asked = {field.name for field in form.fields}
        hidden = {**form.carries, **{name: value for name, value in given.items() if name not in asked}}
        if len(str(hidden.get(interaction.text_fills or "", ""))) > CARRIED:
            del hidden[interaction.text_fills or ""]
        return modal(form, verb=interaction.verb, kept=Kept(given=hidden, origin=origin), given=given)

    async def redraw(self, interaction: AnyInteraction, view: Json, *, actor: Actor) -> Json:
        """The modal again, with what is filled in by now."""
        given = so_far(view)
        form = await self.form(interaction, given, actor=actor)
        return modal(form, verb=interaction.verb, kept=Kept.of(view), given=given)

    async def options(
        self, interaction: AnyInteraction, view: Json, name: str, words: str, *, actor: Actor
    ) -> list[Json]:
        """The options of one field in which every word typed occurs, as many as Slack shows."""
        form = await self.form(interaction, so_far(view), actor=actor)
        field = next((field for field in form.fields if field.name == name), None)
        if not isinstance(field, ChoiceField | ManyField):
            return []
        wanted = words.casefold().split()
        found = [one for one in field.options if all(word in one.label.casefold() for word in wanted)]
        return [option(one) for one in found[:LISTED]]

    async def form(self, interaction: AnyInteraction, given: Mapping[str, Any], *, actor: Actor) -> Form:
        asking = interaction.asking
        if asking is None:
            raise LookupError(f"{interaction.verb} has no form")
        known = asking.question.model_fields
        asked = {name: value for name, value in nested(given).items() if name in known}
        try:
            question = asking.question.model_validate(asked)
        except ValidationError as error:
            raise Unfit(error) from error
        answer = await self._perform(asking.routine, question, actor=actor)
        return form_in(actor.language, asking.form(answer, dict(given)))


def so_far(view: Json) -> dict[str, Any]:
    """What was given before, under what is filled in now; a field left blank has no value."""
    asked = set(shown(view))
    before = {name: value for name, value in Kept.of(view).given.items() if name not in asked}
    return {**before, **typed(view)}
