"""Reading and writing `school.yaml`, with the line of every slip."""

from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError

from bot.commands import school_slips as slips
from bot.errors import Problem, Refusal
from bot.routines.school_file import SchoolFile

try:  # ten times as fast, where PyYAML was built with libyaml
    from yaml import CSafeLoader as Safe
except ImportError:
    from yaml import SafeLoader as Safe  # type: ignore[assignment]

LARGEST = 1024 * 1024
"""Bytes; a school of five hundred people needs a tenth of it."""


class Loader(Safe):
    """Leaves dates as they are written, so that one that does not exist can be said with its line."""


def as_written(_loader: Loader, node: yaml.ScalarNode) -> str:
    return str(node.value)


Loader.add_constructor("tag:yaml.org,2002:timestamp", as_written)


@dataclass(frozen=True)
class Written:
    """A school file that was read, with where everything stands in it."""

    name: str
    file: SchoolFile
    tree: yaml.Node

    def refused(self, refusal: Refusal) -> str:
        """Say what the school would not take, with the line when the sentence begins with a place."""
        named, colon, sentence = refusal.sentence.partition(": ")
        place = slips.steps(refusal.field or (named if colon else ""))
        if not place or slips.line_of(self.tree, place[:1]) is None:
            return f"{self.name}: {refusal.sentence}"
        return slips.said(self.name, self.tree, place, sentence if colon else refusal.sentence)


def read(path: Path) -> Written:
    """Read a school file; raises `Problem` naming file, line and field of the first slips."""
    words = text(path)
    try:
        require_plain(path.name, words)
        tree = yaml.compose(words, Loader=Loader)
        content = yaml.load(words, Loader=Loader)  # noqa: S506  # made of the safe one
    except yaml.YAMLError as error:
        raise Problem(f"{path.name}, {where(error)}: this is not YAML. {hint(error, words)}") from error
    except (RecursionError, ValueError) as error:
        raise Problem(f"{path.name} cannot be read as YAML. Start from examples/school.yaml.") from error
    if not isinstance(content, dict) or tree is None:
        raise Problem(f"{path.name} holds no school. Start from examples/school.yaml.")
    if found := slips.of_writing(path.name, tree):
        raise Problem("\n".join(found))
    try:
        return Written(path.name, SchoolFile.model_validate(content), tree)
    except ValidationError as error:
        raise Problem("\n".join(slips.of_meaning(path.name, tree, error))) from error


def require_plain(name: str, words: str) -> None:
    """Raise `Problem` at the first place where the file repeats a part of itself ("*name").

    A page of such repeats can stand for more than any computer holds, or for itself.
    """
    for event in yaml.parse(words, Loader=Loader):
        if isinstance(event, yaml.AliasEvent):
            line = f", line {event.start_mark.line + 1}" if event.start_mark else ""
            raise Problem(
                f"{name}{line}: a school file cannot repeat a part with *{event.anchor}. "
                "Write the part out again; if it is text, put it in quotes."
            )


def text(path: Path) -> str:
    """The words of a file; raises `Problem` when there is no such file, or it is no text of sensible size."""
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            size = path.stat().st_size / LARGEST
            raise Problem(f"{path} is {size:.0f} MB; a school file is a few pages. Is it the right file?")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"I cannot read {path}: {reason(error)}.") from error


def where(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark else "somewhere"


def hint(error: yaml.YAMLError, words: str) -> str:
    """What to look at, in words; YAML's own are for programmers."""
    mark = getattr(error, "problem_mark", None)
    lines = words.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in line:
        return "There is a tab. Use blanks."
    problem = str(getattr(error, "problem", None) or "")
    if "mapping values are not allowed" in problem:
        return "A second colon on the line? Put text that holds a colon in quotes."
    if "cannot start any token" in problem:
        return "Put text that begins with * & @ ` or % in quotes."
    return "Check this line and the one above: the indentation, the quotes, the brackets and commas."


def reason(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "it is a folder; name the file in it"
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text; save it as UTF-8"
    return (error.strerror or str(error)).lower()


def written(file: SchoolFile) -> str:
    """A school file as YAML that `read` reads back to the same."""
    content = file.model_dump(mode="json", exclude_defaults=True)
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=110)
