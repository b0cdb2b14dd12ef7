"""Every phrase that the program can say, read from its source: what a catalogue must hold.

`python -m tests.phrases` adds what is missing to each catalogue, to be translated, and drops what is no
longer said.
"""

import ast
import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
WORDED = (
    "bot/messages",
    "bot/permissions",
    "bot/errors.py",
    "bot/routines",
    "bot/model",
    "handlers",
)
NOT_SAID = (
    "messages/languages/",
    "messages/roster/importing",
    "model/evaluation",
    "model/guard",
    "model/roster",
    "model/retention",
    "platform/accounts.py",
    "slack/calls.py",
    "slack/http.py",
    "slack/manifest.py",
    "slack/payloads.py",
    "slack/socket.py",
    "handlers/teams/",
)
"""What only a machine, or an administrator at the command line, reads."""
CATALOGUES = ROOT / "bot" / "messages" / "languages"
CONTENT: dict[str, tuple[str, ...]] = {
    "bot/content/agendas.yaml": ("name", "title", "prompts"),
    "bot/content/charter.yaml": (),
    "bot/content/look_fors.yaml": ("name", "question", "students", "teacher", "not_this"),
    "bot/content/problem_check.yaml": ("asks", "hint", "instead", "before", "after"),
    "bot/content/questions.yaml": (),
}
"""Words that come with the program, and that a school may change: under which keys they stand, or all."""
SINGLE = ("and", "or", "staff", "guests", "deputies", "coaches", "today", "tomorrow", "on", "off")
"""Words that stand alone between others, which no string shows to be said."""
WORDS = re.compile(r"[A-Za-z]{2,}.*[ .!?:]", re.DOTALL)
WORD = re.compile(r"[A-Za-z]{2}")
LABEL = re.compile(r"^[A-Z][a-z]+$")
CODE = re.compile(r"^[\w./:{}#%-]+$|^https?:|^[a-z_]+\(|^SELECT|^UPDATE|^\W*$")


@cache
def phrases() -> dict[str, str]:
    """Each phrase, its placeholders named for what fills them, with the file that says it first."""
    found: dict[str, str] = {}
    for place in WORDED:
        path = ROOT / place
        files = [path] if path.suffix == ".py" else sorted(path.rglob("*.py"))
        for file in files:
            name = str(file.relative_to(ROOT))
            if file.exists() and not any(part in name for part in NOT_SAID):
                for phrase in said_in(file):
                    found.setdefault(phrase, name)
    for place, keys in CONTENT.items():
        written = yaml.safe_load((ROOT / place).read_text(encoding="utf-8"))
        for phrase in said_in_content(written, keys, is_said=not keys):
            if WORD.search(phrase):
                found.setdefault(phrase, place)
    return found | dict.fromkeys(SINGLE, "tests/phrases.py")


def said_in(file: Path) -> Iterator[str]:
    """What one file says to people, as far as its strings show: words with a blank, or a word of its own."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    aside = set(inert(tree))
    for node in ast.walk(tree):
        if id(node) not in aside and isinstance(node, ast.Constant | ast.JoinedStr):
            for phrase in variants(node):
                if LABEL.search(phrase) or (WORDS.search(phrase) and not CODE.match(phrase)):
                    yield phrase.strip()


def said_in_content(written: object, keys: tuple[str, ...], *, is_said: bool) -> Iterator[str]:
    """What a file of content says to people, wherever it stands in it."""
    match written:
        case str():
            yield from written.split("\n") if is_said else []
        case list():
            for one in written:
                yield from said_in_content(one, keys, is_said=is_said)
        case dict():
            for key, one in written.items():
                yield from said_in_content(one, keys, is_said=not keys or key in keys)


def inert(tree: ast.AST) -> Iterator[int]:
    """Docstrings, and the pieces of what is put together."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        if isinstance(node, ast.JoinedStr):
            for piece in ast.walk(node):
                if piece is not node:
                    yield id(piece)
        if isinstance(node, ast.Call) and is_for_machines(ast.unparse(node.func)):
            yield from map(id, ast.walk(node))
        for kind in ("annotation", "returns"):
            if (types := getattr(node, kind, None)) is not None:
                yield from map(id, ast.walk(types))


def is_for_machines(function: str) -> bool:
    """Whether nobody reads what is handed to a function."""
    return function in ("re.compile", "Field", "getattr") or function.startswith("log.")


def variants(node: ast.Constant | ast.JoinedStr) -> Iterator[str]:
    """The phrases one string can be: an either-or of fixed words inside makes two of it."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    names: dict[str, str] = {}
    pieces = [choices(piece, names) for piece in node.values]
    for chosen in product(*pieces):
        yield "".join(chosen)


def choices(piece: ast.expr, names: dict[str, str]) -> list[str]:
    if isinstance(piece, ast.Constant):
        return [str(piece.value)]
    assert isinstance(piece, ast.FormattedValue)
    value = piece.value
    if isinstance(value, ast.IfExp) and all(
        isinstance(one, ast.Constant) and isinstance(one.value, str) for one in (value.body, value.orelse)
    ):
        return [str(one.value) for one in (value.body, value.orelse)]  # type: ignore[attr-defined]
    return [f"{{{name_of(ast.unparse(value), names)}}}"]


def name_of(expression: str, names: dict[str, str]) -> str:
    """A placeholder's name: the last word of what fills it, with a number when another has that name."""
    if expression not in names:
        words = re.findall(r"[A-Za-z_]+", expression) or ["value"]
        name = words[-1]
        taken = sum(1 for one in names.values() if one.rstrip("0123456789") == name)
        names[expression] = f"{name}{taken + 1}" if taken else name
    return names[expression]


def catalogue(language: str) -> Catalog:
    path = CATALOGUES / f"{language}.po"
    return read_po(io.StringIO(path.read_text(encoding="utf-8")), locale=language)


def brought_up_to_date(language: str) -> tuple[int, int]:
    """Add what is missing and drop what is not said any more; how many wait, of how many."""
    path = CATALOGUES / f"{language}.po"
    known = catalogue(language) if path.exists() else Catalog(locale=language)
    fresh = Catalog(locale=language, charset="utf-8")
    for phrase, place in phrases().items():
        before = known.get(phrase)
        fresh.add(phrase, before.string if before else "", auto_comments=[place])
    out = io.BytesIO()
    write_po(out, fresh, width=0, omit_header=True, sort_output=False)
    path.write_bytes(out.getvalue())
    return sum(1 for one in fresh if one.id and not one.string), len(fresh)


if __name__ == "__main__":
    waiting, known = brought_up_to_date("es")
    print(f"{waiting} of {known} phrases wait to be translated")
