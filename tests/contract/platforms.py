"""What a contract sees of a platform: people who type, press and fill in, and what they are then shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Protocol

from bot.messages.forms import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    Form,
    ManyField,
    NumberField,
    Option,
    TextField,
    TimeField,
)
from bot.messages.vocabulary import Button, Message
from tests.contract.school import School
from tests.contract.witness import Witness

STRANGER = "vera-visitor"
"""Somebody with an account whom the school does not know."""


@dataclass(frozen=True)
class Shown:
    """One field as a person sees it: `value` is what stands in it already."""

    name: str
    label: str
    kind: str
    value: Any = None
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    optional: bool = False


class Chat(Protocol):
    """One platform with the sample school on it; `who` is a person's key in the school file."""

    school: School
    witness: Witness

    async def shows(self, button: Button) -> None:
        """Have the bot say something with this button where all staff read it."""
        ...

    async def presses(self, who: str, label: str) -> None: ...

    async def types(self, who: str, words: str) -> None:
        """Type a command, and open its form if that takes one more step."""
        ...

    async def chooses(self, who: str, verb: str) -> None:
        """Use what the platform offers under this verb beside the box where one writes."""
        ...

    def form(self, who: str) -> Sequence[Shown] | None:
        """The form in front of somebody; None when there is none."""
        ...

    def complaints(self, who: str) -> Mapping[str, str]:
        """What the form in front of somebody says is wrong, by field."""
        ...

    async def sends(self, who: str, values: Mapping[str, Any], *, twice: bool = False) -> None:
        """Fill in the form and send it, `twice` when the platform delivers it twice.

        Raises WouldNotAccept where the platform itself would not send it.
        """
        ...

    def chat_of(self, who: str) -> list[str]:
        """What the bot said to this person alone, and what stays there."""
        ...

    def private(self, who: str) -> str:
        """All words that were shown to this person alone, the form in front of them included."""
        ...

    def public(self) -> list[str]:
        """The words of everything that stands where all staff read it."""
        ...

    def spells(self, said: Message) -> Message:
        """The message with its commands as they are typed there."""
        ...

    def spelled(self, sentence: str) -> str:
        """The same for a sentence."""
        ...

    def wrong(self) -> list[str]:
        """What the platform refused, or would have shown as an error."""
        ...

    async def clear(self) -> None:
        """Forget everything said and seen, and put the school back."""
        ...


def expected(form: Form) -> list[Shown]:
    """The fields that a form is to show; one with nothing to choose from is words."""
    return [_field(one) for one in form.fields if not _is_empty(one)]


def _is_empty(field: Field) -> bool:
    return isinstance(field, ChoiceField | ManyField) and not field.options


def _field(field: Field) -> Shown:
    own = (field.name, field.label)
    match field:
        case TextField(initial=initial, optional=optional, hint=hint, max_length=most):
            return Shown(*own, "text", initial[:most] or None, (), hint, optional)
        case ChoiceField(initial=initial, options=options, optional=optional, hint=hint):
            known = tuple((one.value, worded(one)) for one in options)
            return Shown(*own, "choice", initial, known, hint, optional)
        case ManyField(initial=chosen, options=options, optional=optional, hint=hint):
            known = tuple((one.value, worded(one)) for one in options)
            return Shown(*own, "many", chosen or None, known, hint, optional)
        case CheckField(initial=ticked, hint=hint, says=says):
            return Shown(*own, "check", ticked, (("checked", says),), hint, True)
        case DateField(initial=day, optional=optional, hint=hint):
            return Shown(*own, "date", iso(day), (), hint, optional)
        case TimeField(initial=moment, optional=optional, hint=hint):
            return Shown(*own, "time", iso(moment), (), hint, optional)
        case NumberField(initial=number, optional=optional, hint=hint):
            return Shown(*own, "number", None if number is None else str(number), (), hint, optional)


def worded(option: Option) -> str:
    """What an option says, whatever its platform puts between its label and its hint."""
    return f"{option.label} {option.hint}".strip()


def iso(moment: date | time | None) -> str | None:
    if isinstance(moment, time):
        return moment.isoformat("minutes")
    return moment.isoformat() if moment else None
