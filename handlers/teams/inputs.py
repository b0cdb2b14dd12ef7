"""One field of a dialog: the input, and what stands around it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.messages import dialogs as wording
from bot.messages.forms import CheckField, ChoiceField, Field, ManyField, NumberField, Option, TextField
from bot.messages.vocabulary import Span
from handlers.interactions import ONE_CHARACTER, SENTENCES
from handlers.platform.words import Json, cut
from handlers.teams.fields import HINT, LABEL, Say, element
from handlers.teams.finding import search
from handlers.teams.rich import ALARMED, QUIET, paragraph_elements

SEARCHED = 100
"""Characters of the words by which an option is looked for; they travel with the form."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Draws fields: with the options `shown` of each choice, and the sentence beside each that is `wrong`.

    `redraw` makes the button that draws the form again. With `checks` Teams itself asks for what is missing;
    a dialog that has more than one button cannot, for none of them would work before everything is filled in.
    """

    shown: Mapping[str, tuple[Option, ...]]
    wrong: Mapping[str, str]
    sought: Mapping[str, str]
    redraw: Json
    say: Say
    checks: bool

    def drawn(self, field: Field) -> list[Json]:
        """The input of a field, what it says below, and what can be pressed there."""
        if isinstance(field, ChoiceField | ManyField):
            if not field.options:
                said = wording.nothing_to_choose(field.label)
                return paragraph_elements((Span(self.say(said)),))
            return self._choosing(field)
        return [self._input(field), *self._below(field)]

    def _choosing(self, field: ChoiceField | ManyField) -> list[Json]:
        shown = self.shown[field.name]
        found = self._looked_for(field, len(shown)) if len(shown) < len(field.options) else []
        asked = [self._input(replace(field, options=shown)), *self._below(field)] if shown else []
        more = [self._button(wording.FOLLOWS)] if field.refresh else []
        return [*found, *asked, *more]

    def _looked_for(self, field: ChoiceField | ManyField, shown: int) -> list[Json]:
        """A way to the options that have no room: words to look for, and a button."""
        words = self.sought.get(field.name, "")
        said = wording.some_are_shown(shown, len(field.options))
        typed: Json = {"type": "Input.Text", "id": search(field.name), "maxLength": SEARCHED}
        typed["label"] = cut(f"{self.say(wording.SEARCH)}: {field.label}", LABEL)
        typed |= {"value": words} if words else {}
        return [typed, self._button(wording.FIND), *paragraph_elements((Span(self.say(said)),), QUIET)]

    def _button(self, label: str) -> Json:
        return {"type": "ActionSet", "actions": [{**self.redraw, "title": self.say(label)}]}

    def _input(self, field: Field) -> Json:
        optional = not isinstance(field, CheckField) and field.optional
        label = f"{field.label} ({self.say(wording.OPTIONAL)})" if optional else field.label
        asked = {**element(field, self.say), "id": field.name, "label": cut(label, LABEL)}
        if self.checks and not optional and not isinstance(field, CheckField):
            asked["isRequired"] = True
        if "isRequired" in asked or isinstance(field, NumberField):
            asked["errorMessage"] = self.say(_demand(field))
        return asked

    def _below(self, field: Field) -> list[Json]:
        wrong = self.wrong.get(field.name)
        lines = paragraph_elements((Span(f"⚠ {wrong}"),), ALARMED, "Small") if wrong else []
        lines += paragraph_elements((Span(cut(field.hint, HINT)),), QUIET, "Small")
        return [*lines, *self._overflow(field)]

    def _overflow(self, field: Field) -> list[Json]:
        """What has no room in the input, so that no word of it is lost."""
        if isinstance(field, CheckField) and len(field.says) > LABEL:
            return paragraph_elements((Span(field.says),), QUIET, "Small")
        if not isinstance(field, TextField):
            return []
        rest = field.initial[field.max_length :]
        said = wording.too_long(field.max_length)
        told = paragraph_elements((Span(self.say(said)),), QUIET, "Small")
        return [*told, *paragraph_elements((Span(rest, "italic"),))] if rest else []


def _demand(field: Field) -> str:
    if isinstance(field, NumberField):
        if field.minimum is not None and field.maximum is not None:
            return wording.whole_number(field.minimum, field.maximum)
        return SENTENCES["int_parsing"]
    return SENTENCES["enum"] if isinstance(field, ChoiceField) else ONE_CHARACTER
