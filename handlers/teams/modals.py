"""Forms as dialogs: drawing them, and reading back what was filled in.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.messages import drafts as wording
from bot.messages.dialogs import LOOK_AGAIN
from bot.messages.forms import ChoiceField, Field, Form, ManyField
from bot.messages.vocabulary import Context, Message, Paragraph, Span
from handlers.platform.drafts import AFRESH, SAVE
from handlers.platform.filling import beside, filled
from handlers.platform.words import Json, cut
from handlers.teams.blocks import Cards
from handlers.teams.fields import Say, element, kind, read
from handlers.teams.finding import fitting, search
from handlers.teams.inputs import Inputs
from handlers.teams.origins import FORM, Kept
from handlers.teams.rich import ALARMED, QUIET, paragraph_elements
from handlers.teams.shapes import attachment, card

ACT = "_act"
SEND, REDRAW, EDIT, DISCARD = "send", "redraw", "edit", "discard"
LABELS = {SAVE: wording.SAVE, AFRESH: wording.AFRESH}
TITLE = 60
TALL = 5
"""Elements from which a dialog is as tall as Teams makes it."""


def dialog(
    form: Form,
    *,
    kept: Kept,
    given: Mapping[str, Any],
    complaints: Mapping[str, str] | None = None,
    said: str = "",
    acts: Sequence[str] = (),
    say: Say = str,
) -> Json:
    """The form as a dialog's card, its fields filled with the values given so far.

    `complaints` stand beside their fields, `said` above the form. `acts` are the further buttons, of SAVE and
    AFRESH. `say` puts the dialog's own few words into the reader's language; the form is in it already.
    """
    pieces = [
        piece if isinstance(piece, Paragraph | Context) else filled(piece, given) for piece in form.pieces
    ]
    fields = [piece for piece in pieces if not isinstance(piece, Paragraph | Context)]
    choices = [field for field in fields if isinstance(field, ChoiceField | ManyField)]
    kept = _holding(kept, fields, choices)
    shown = fitting(choices, kept.sought)
    follows = any(field.refresh or len(shown[field.name]) < len(field.options) for field in choices)
    inputs = Inputs(
        shown=shown,
        wrong=beside(complaints or {}, list(kept.kinds)),
        sought=kept.sought,
        redraw=_submit(kept, REDRAW),
        say=say,
        checks=not (acts or follows),
    )
    body = paragraph_elements((Span(say(LOOK_AGAIN)),), ALARMED) if complaints else []
    body += paragraph_elements((Span(said),), QUIET)
    for piece in pieces:
        body += _words(piece) if isinstance(piece, Paragraph | Context) else inputs.drawn(piece)
    buttons = [{**_submit(kept, SEND), "title": form.submit, "style": "positive"}]
    buttons += [{**_submit(kept, act), "title": say(LABELS[act])} for act in acts]
    return card(body or paragraph_elements((Span(form.title),)), buttons)


def _holding(kept: Kept, fields: list[Field], choices: Sequence[ChoiceField | ManyField]) -> Kept:
    """What travels with the form as it is drawn now."""
    asked = {field.name: kind(field) for field in fields if not _is_empty(field)}
    drawn = {field.name: str(element(field, str).get("value", "")) for field in choices if field.refresh}
    return kept.model_copy(update={"kinds": asked, "drawn": drawn})


def _is_empty(field: Field) -> bool:
    return isinstance(field, ChoiceField | ManyField) and not field.options


def _words(piece: Paragraph | Context) -> list[Json]:
    return paragraph_elements(piece.spans, QUIET if isinstance(piece, Context) else None)


def _submit(kept: Kept, act: str) -> Json:
    pressed: Json = {"type": "Action.Submit", "data": {FORM: kept.packed(), ACT: act}}
    return {**pressed, "associatedInputs": "none"} if act == AFRESH else pressed


def task(shown: Json, title: str) -> Json:
    """The answer that opens a dialog with this card, or puts the card in the place of the one before."""
    height = "large" if len(shown["body"]) >= TALL else "medium"
    dialog = {"title": cut(title, TITLE), "height": height, "width": "medium", "card": attachment(shown)}
    return {"task": {"type": "continue", "value": dialog}}


def message_task(sentence: str) -> Json:
    """The answer that ends a dialog with a sentence."""
    return {"task": {"type": "message", "value": sentence}}


def last_page(message: Message, cards: Cards, school: str | None = None) -> Json:
    """The answer that ends a form with what is said only there, or shows what an action without one says."""
    return task(cards.page_of_a_dialog(message, school), message.summary)


def kept_of(data: Mapping[str, Any]) -> Kept:
    """What a dialog kept, with the words by which an option is looked for now.

    Raises pydantic's ValidationError when the data are from no dialog of this version.
    """
    kept = Kept.of(data)
    sought = {name: str(data[search(name)]) for name in kept.kinds if data.get(search(name))}
    return kept.model_copy(update={"sought": sought})


def act_of(data: Mapping[str, Any]) -> str:
    """Which button of a dialog was pressed."""
    return str(data.get(ACT) or SEND)


def shown(data: Mapping[str, Any]) -> list[str]:
    """The names of the fields that a dialog asked for."""
    return list(Kept.of(data).kinds)


def typed(data: Mapping[str, Any]) -> dict[str, Any]:
    """What is filled in, by field name; what is left blank is not there."""
    found = {name: read(kind, data.get(name)) for name, kind in Kept.of(data).kinds.items()}
    return {name: value for name, value in found.items() if value is not None}


def so_far(data: Mapping[str, Any]) -> dict[str, Any]:
    """What was given before, under what is filled in now; a field left blank has no value."""
    kept = Kept.of(data)
    before = {name: value for name, value in kept.given.items() if name not in kept.kinds}
    return {**before, **typed(data)}


def has_moved_on(data: Mapping[str, Any]) -> bool:
    """Whether something was chosen that other parts of the form follow from, since it was drawn."""
    kept = Kept.of(data)
    return any(
        read(kept.kinds.get(name, "text"), before) != read(kept.kinds.get(name, "text"), data.get(name))
        for name, before in kept.drawn.items()
    )
