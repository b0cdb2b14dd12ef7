"""Any message and any form that the vocabulary allows, for property tests."""

from datetime import date, time

from hypothesis import strategies as st

from bot.messages import forms
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
    Progress,
    Series,
    Span,
    Table,
)

NASTY = st.sampled_from(
    [
        "<!channel>",
        "*b*",
        "_i_",
        "`c`",
        "~s~",
        "> q",
        ":100:",
        "&amp;",
        "<@U1>",
        "@here",
        "https://a.example",
        "[click](https://a.example)",
        "<at>ILT Bot</at>",
        "# h",
        "- i",
        "\n",
    ]
)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
SAID = st.lists(st.text(LETTERS, min_size=1, max_size=20) | NASTY, min_size=1, max_size=6).map(" ".join)
VISIBLE = SAID.filter(lambda said: bool(said.strip()))
LONG = st.builds(lambda said, times: (said * times)[:7000], VISIBLE, st.sampled_from([1, 1, 1, 900]))
SPANS = st.lists(
    st.builds(Span, LONG, st.sampled_from(["plain", "bold", "italic", "code"])), min_size=1, max_size=4
).map(tuple)
VERBS = st.sampled_from(["input", "got-it", "decide"])
BUTTON = st.builds(
    Button,
    VISIBLE,
    VERBS,
    st.dictionaries(st.sampled_from(["a", "b"]), st.text(LETTERS, max_size=300), max_size=2),
    st.sampled_from(["normal", "primary", "danger"]),
    st.none() | VISIBLE,
)
FIGURE = st.floats(0, 100) | st.integers(0, 40).map(float)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = draw(st.lists(VISIBLE, min_size=1, max_size=24).map(tuple))
    line = st.builds(
        Series, VISIBLE, st.lists(FIGURE, min_size=len(categories), max_size=len(categories)).map(tuple)
    )
    series = draw(st.lists(line, min_size=1, max_size=7).map(tuple))
    kind, unit = draw(st.sampled_from(["bar", "line"])), draw(st.sampled_from(["", "%", " visits"]))
    return Chart(draw(VISIBLE), categories, series, kind, unit)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 22))
    columns = st.lists(VISIBLE, min_size=width, max_size=width).map(tuple)
    row = st.lists(st.just("") | SAID, min_size=width, max_size=width).map(tuple)
    return Table(draw(VISIBLE), draw(columns), draw(st.lists(row, max_size=8).map(tuple)))


PART = st.one_of(
    st.builds(Heading, LONG),
    st.builds(Paragraph, SPANS),
    st.builds(Context, SPANS),
    st.builds(Bullets, st.lists(SPANS, max_size=50).map(tuple), st.booleans()),
    st.builds(Facts, st.lists(st.tuples(VISIBLE, st.just("") | LONG), max_size=10).map(tuple)),
    tables(),
    charts(),
    st.builds(Progress, VISIBLE, st.integers(0, 40), st.integers(0, 40)),
    st.builds(Buttons, st.lists(BUTTON, min_size=1, max_size=30).map(tuple)),
    st.just(Divider()),
)
MESSAGE = st.builds(Message, VISIBLE, st.lists(PART, max_size=12).map(tuple), st.booleans())

NAME = st.sampled_from(["a", "b", "c.one", "c.two"])
HINT = st.just("") | LONG
OPTIONS = st.lists(
    st.builds(forms.Option, st.uuids().map(str), VISIBLE, HINT), max_size=12, unique_by=lambda one: one.value
).map(tuple)
MANY_OPTIONS = st.integers(101, 250).map(lambda n: tuple(forms.Option(str(i), f"Room {i}") for i in range(n)))
CHOICES = OPTIONS | MANY_OPTIONS


def chosen(field: forms.ChoiceField | forms.ManyField) -> object:
    first = field.options[0].value if field.options else None
    return first if isinstance(field, forms.ChoiceField) else ((first,) if first else ())


FIELD = st.one_of(
    st.builds(
        forms.TextField,
        NAME,
        VISIBLE,
        multiline=st.booleans(),
        max_length=st.sampled_from([1, 40, 3000, 5000]),
        initial=st.just("") | LONG,
        optional=st.booleans(),
        hint=HINT,
        placeholder=HINT,
    ),
    st.builds(
        forms.ChoiceField,
        NAME,
        VISIBLE,
        CHOICES,
        optional=st.booleans(),
        hint=HINT,
        style=st.sampled_from(["menu", "buttons"]),
        refresh=st.booleans(),
    ),
    st.builds(
        forms.ManyField,
        NAME,
        VISIBLE,
        CHOICES,
        optional=st.booleans(),
        hint=HINT,
        style=st.sampled_from(["menu", "boxes"]),
        refresh=st.booleans(),
    ),
    st.builds(forms.CheckField, NAME, VISIBLE, LONG, st.booleans(), HINT),
    st.builds(
        forms.DateField, NAME, VISIBLE, st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1)), hint=HINT
    ),
    st.builds(
        forms.TimeField,
        NAME,
        VISIBLE,
        st.none() | st.times().map(lambda t: time(t.hour, t.minute)),
        hint=HINT,
    ),
    st.builds(
        forms.NumberField, NAME, VISIBLE, st.just(1), st.just(60), st.none() | st.integers(1, 60), hint=HINT
    ),
)
PIECE = FIELD | st.builds(Paragraph, SPANS) | st.builds(Context, SPANS)


@st.composite
def any_form(draw: st.DrawFn) -> forms.Form:
    pieces = draw(st.lists(PIECE, max_size=8))
    seen: set[str] = set()
    kept = []
    for piece in pieces:
        name = getattr(piece, "name", None)
        if name is None or name not in seen:
            kept.append(piece)
            seen |= {name} if name else set()
    return forms.Form(draw(VISIBLE), draw(VISIBLE), tuple(kept))
