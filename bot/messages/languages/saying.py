"""Going through everything a message or a form says."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from bot.messages.forms import CheckField, ChoiceField, Form, ManyField, Option, Piece, TextField
from bot.messages.vocabulary import (
    Bullets,
    Button,
    Buttons,
    Chart,
    Context,
    Divider,
    Facts,
    Heading,
    Message,
    Paragraph,
    Part,
    Progress,
    Series,
    Table,
    Text,
)

Say = Callable[[str], str]


def message_said(message: Message, say: Say) -> Message:
    parts = tuple(part_said(part, say) for part in message.parts)
    return replace(message, summary=say(message.summary), parts=parts)


def part_said(part: Part, say: Say) -> Part:
    match part:
        case Heading(words):
            return replace(part, text=say(words))
        case Paragraph(spans) | Context(spans):
            return replace(part, spans=spans_said(spans, say))
        case Bullets(items):
            return replace(part, items=tuple(spans_said(item, say) for item in items))
        case Facts(pairs):
            return replace(part, pairs=tuple((say(name), say(value)) for name, value in pairs))
        case Table(title, columns, rows):
            said = tuple(tuple(say(cell) for cell in row) for row in rows)
            return replace(part, title=say(title), columns=tuple(say(one) for one in columns), rows=said)
        case Chart(title, categories, series):
            lines = tuple(Series(say(line.name), line.values) for line in series)
            named = tuple(say(one) for one in categories)
            return replace(part, title=say(title), categories=named, series=lines)
        case Progress(label):
            return replace(part, label=say(label))
        case Buttons(pressable):
            return replace(part, buttons=tuple(button_said(button, say) for button in pressable))
        case Divider():
            return part
    assert_never(part)


def spans_said(spans: Text, say: Say) -> Text:
    """Commands are typed as they are in every language."""
    return tuple(span if span.style == "code" else replace(span, text=say(span.text)) for span in spans)


def button_said(button: Button, say: Say) -> Button:
    return replace(button, label=say(button.label), confirm=say(button.confirm) if button.confirm else None)


def form_said(form: Form, say: Say) -> Form:
    pieces = tuple(piece_said(piece, say) for piece in form.pieces)
    return replace(form, title=say(form.title), submit=say(form.submit), close=say(form.close), pieces=pieces)


def piece_said(piece: Piece, say: Say) -> Piece:
    if isinstance(piece, Paragraph | Context):
        return replace(piece, spans=spans_said(piece.spans, say))
    asked = replace(piece, label=say(piece.label), hint=say(piece.hint))
    match asked:
        case ChoiceField() | ManyField():
            return replace(asked, options=tuple(option_said(one, say) for one in asked.options))
        case CheckField():
            return replace(asked, says=say(asked.says))
        case TextField(initial=initial, is_ours=is_ours, max_length=most):
            begun = lines_said(initial, say)[:most] if is_ours else initial
            return replace(asked, placeholder=say(asked.placeholder), initial=begun)
    return asked


def option_said(option: Option, say: Say) -> Option:
    return replace(option, label=say(option.label), hint=say(option.hint))


def lines_said(text: str, say: Say) -> str:
    """Each line by itself."""
    return "\n".join(map(say, text.split("\n")))
