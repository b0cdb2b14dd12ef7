"""The few shapes a message is made of. Every platform renders each of them."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

Style = Literal["plain", "bold", "italic", "code"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words in one style. Its text is inert: no platform may read commands into it.

    With a `url` the words lead there, where the platform shows links; nobody's own words are ever one.
    """

    text: str
    style: Style = "plain"
    url: str = ""


Text = tuple[Span, ...]
Words = str | Span


def text(*words: Words) -> Text:
    return tuple(Span(word) if isinstance(word, str) else word for word in words)


def bold(words: str) -> Span:
    return Span(words, "bold")


def italic(words: str) -> Span:
    return Span(words, "italic")


def code(words: str) -> Span:
    return Span(words, "code")


def link(words: str, url: str) -> Span:
    return Span(words, url=url)


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    kind: Literal["heading"] = field(default="heading", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: Text
    kind: Literal["paragraph"] = field(default="paragraph", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Context:
    """A quiet line: provenance, privacy, what happens next."""

    spans: Text
    kind: Literal["context"] = field(default="context", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Text, ...]
    ordered: bool = False
    kind: Literal["bullets"] = field(default="bullets", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """Short pairs of a name and a value, at most ten."""

    pairs: tuple[tuple[str, str], ...]
    kind: Literal["facts"] = field(default="facts", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; `columns` is its header row, and every row has as many cells."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: Literal["table"] = field(default="table", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar or line chart; each series has one value per category, in `unit`."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    form: Literal["bar", "line"] = "bar"
    unit: str = ""
    kind: Literal["chart"] = field(default="chart", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something has come: `done` of `total`."""

    label: str
    done: int
    total: int
    kind: Literal["progress"] = field(default="progress", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Button:
    """A verb with its values filled in, waiting to be pressed. `confirm` is asked first, if given."""

    label: str
    verb: str
    values: dict[str, str] = field(default_factory=dict)
    emphasis: Literal["normal", "primary", "danger"] = "normal"
    confirm: str | None = None


@dataclass(frozen=True, slots=True)
class Buttons:
    """`shared`: their message speaks of other things too, and what they do leaves it as it is."""

    buttons: tuple[Button, ...]
    shared: bool = field(default=False, kw_only=True)
    kind: Literal["buttons"] = field(default="buttons", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Divider:
    kind: Literal["divider"] = field(default="divider", kw_only=True, repr=False)


Part = Heading | Paragraph | Context | Bullets | Facts | Table | Chart | Progress | Buttons | Divider
OfItsKind = Annotated[Part, Field(discriminator="kind")]
"""Read back as what its kind says: to try one kind after the other takes eight times as long."""


@dataclass(frozen=True, slots=True)
class Message:
    """What the bot says.

    `summary` is the line a notification shows. With `private` (class P2 and above) the summary says
    nothing of the content, and no platform may add any of the parts to a notification.
    """

    summary: str
    parts: tuple[OfItsKind, ...] = ()
    private: bool = False


def paragraph(*words: Words) -> Paragraph:
    return Paragraph(text(*words))


def context(*words: Words) -> Context:
    return Context(text(*words))


def bullets(*items: Words | Text, ordered: bool = False) -> Bullets:
    return Bullets(tuple(item if isinstance(item, tuple) else text(item) for item in items), ordered)


def buttons(*pressable: Button) -> Buttons:
    return Buttons(tuple(pressable))
