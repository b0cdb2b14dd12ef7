"""Forms, made from the answer to the question that is asked first."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.messages.forms import ChoiceField, Form, ManyField, Option
from bot.messages.languages import form_in
from bot.model.people import Actor
from bot.perform import Performer
from handlers.platform.filling import matching, nested
from handlers.platform.verbs import AnyInteraction

CARRIED = 1500
"""Characters of typed text that travel with a form that has no field for it."""


class Unfit(Exception):
    """The values given do not make a request: a button from another time, or words that do not fit."""

    def __init__(self, error: ValidationError) -> None:
        super().__init__()
        self.error = error


class Asking:
    """Asks an interaction's question, and makes its form from the answer."""

    def __init__(self, perform: Performer) -> None:
        self._perform = perform

    async def form(self, interaction: AnyInteraction, given: Mapping[str, Any], *, actor: Actor) -> Form:
        """The form as this person is to see it; raises Unfit, or the Refusal of its question."""
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


def hidden(interaction: AnyInteraction, form: Form, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values that travel with a form because it has no field for them."""
    asked = {field.name for field in form.fields}
    found = {**form.carries, **{name: value for name, value in given.items() if name not in asked}}
    if len(str(found.get(interaction.text_fills or "", ""))) > CARRIED:
        del found[interaction.text_fills or ""]
    return found


def found_options(form: Form, name: str, words: str) -> list[Option]:
    """The options of one field in which every word typed occurs."""
    field = next((field for field in form.fields if field.name == name), None)
    return matching(field.options, words) if isinstance(field, ChoiceField | ManyField) else []
