"""Reading and writing `school.yaml`, with the line of every slip."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from bot.errors import Problem
from bot.routines.school_file import SchoolFile

WORDS = {
    "missing": "this is missing",
    "extra_forbidden": "I do not know this word; check the spelling",
}


def read(path: Path) -> SchoolFile:
    """Read a school file; raises `Problem` naming file, line and field of the first slip."""
    try:
        words = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"I cannot read {path}: {reason(error)}.") from error
    try:
        tree = yaml.compose(words, Loader=yaml.SafeLoader)
        content = yaml.safe_load(words)
    except yaml.YAMLError as error:
        raise Problem(f"{path.name}, {where(error)}: this is not YAML. {hint(error)}") from error
    if not isinstance(content, dict) or tree is None:
        raise Problem(f"{path.name} holds no school. Start from examples/school.yaml.")
    try:
        return SchoolFile.model_validate(content)
    except ValidationError as error:
        raise Problem(slip(path.name, tree, error)) from error


def slip(file: str, tree: yaml.Node, error: ValidationError) -> str:
    """Say the first slips of a file, a line each: "school.yaml, line 14, people[3].team: ..."."""
    lines = []
    for detail in error.errors()[:10]:
        place = tuple(step for step in detail["loc"] if step != "function-after[agrees_with_itself()]")
        message = detail["msg"].removeprefix("Value error, ")
        if not place and ": " in message:
            named, _, message = message.partition(": ")
            place = steps(named)
        words = WORDS.get(detail["type"], message[:1].lower() + message[1:])
        lines.append(f"{file}, line {line_of(tree, place)}, {spoken(place)}: {words.rstrip('.')}.")
    more = len(error.errors()) - len(lines)
    return "\n".join(lines + ([f"... and {more} more."] if more > 0 else []))


def steps(named: str) -> tuple[str | int, ...]:
    """Take "people[3].team" apart."""
    found: list[str | int] = []
    for part in named.split("."):
        name, _, rest = part.partition("[")
        found.append(name)
        if rest:
            found.append(int(rest.rstrip("]")))
    return tuple(found)


def spoken(place: tuple[str | int, ...]) -> str:
    said = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return said.lstrip(".") or "the file"


def line_of(node: yaml.Node, place: tuple[str | int, ...]) -> int:
    """The line, from 1, of the innermost part of `place` that is in the file."""
    line = node.start_mark.line + 1
    for step in place:
        inner = child(node, step)
        if inner is None:
            return line
        node, line = inner
    return line


def child(node: yaml.Node, step: str | int) -> tuple[yaml.Node, int] | None:
    """The part of a node under a key or place, with the line it begins on."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        value = node.value[step]
        return value, value.start_mark.line + 1
    return None


def where(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark else "somewhere"


def hint(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or "check the indentation and the quotes"
    return f"{problem[:1].upper()}{problem[1:]}."


def reason(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    return (error.strerror or str(error)).lower()


def written(file: SchoolFile) -> str:
    """A school file as YAML that `read` reads back to the same."""
    content = file.model_dump(mode="json", exclude_defaults=True)
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=110)
