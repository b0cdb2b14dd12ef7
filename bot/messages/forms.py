"""The few kinds of field a form is made of. Every platform draws each of them.

A field's name is the name of the command's field it fills. A name with a dot fills one entry of
a mapping: `changes.grade-3` fills `changes["grade-3"]`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from bot.messages.vocabulary import Context, Paragraph


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TextField:
    """A text. `is_ours` says that `initial` is a default of the program, to be read in any language."""

    name: str
    label: str
    multiline: bool = False
    max_length: int = 3000
    initial: str = ""
    optional: bool = False
    hint: str = ""
    placeholder: str = ""
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of several. As `buttons` all are seen at once (ten at most); as a `menu` they drop down.

    With `refresh`, choosing draws the form again with the values given so far, so that parts can
    appear by an answer.
    """

    name: str
    label: str
    options: tuple[Option, ...]
    initial: str | None = None
    optional: bool = False
    hint: str = ""
    style: Literal["menu", "buttons"] = "menu"
    refresh: bool = False


@dataclass(frozen=True, slots=True)
class ManyField:
    """Any number of several: a `menu`, or `boxes` to tick (ten at most)."""

    name: str
    label: str
    options: tuple[Option, ...]
    initial: tuple[str, ...] = ()
    optional: bool = False
    hint: str = ""
    style: Literal["menu", "boxes"] = "menu"
    refresh: bool = False


@dataclass(frozen=True, slots=True)
class CheckField:
    """A single box to tick: true or false."""

    name: str
    label: str
    says: str
    initial: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DateField:
    name: str
    label: str
    initial: date | None = None
    optional: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TimeField:
    name: str
    label: str
    initial: time | None = None
    optional: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NumberField:
    """A whole number."""

    name: str
    label: str
    minimum: int | None = None
    maximum: int | None = None
    initial: int | None = None
    optional: bool = False
    hint: str = ""


Field = TextField | ChoiceField | ManyField | CheckField | DateField | TimeField | NumberField
Piece = Field | Paragraph | Context


@dataclass(frozen=True, slots=True)
class Form:
    """What a person fills in: a title and a submit label of at most 24 characters, then the pieces.

    `carries` are values that travel with the form unseen, and come back with what is filled in.
    """

    title: str
    submit: str
    pieces: tuple[Piece, ...] = field(default=())
    close: str = "Cancel"
    carries: Mapping[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(piece for piece in self.pieces if not isinstance(piece, Paragraph | Context))
