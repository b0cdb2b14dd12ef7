"""The patterns by which words are recognized that may name a child."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from bot.model.guard import GuardContent, StudentGuard

LISTS = ("titles", "places", "allow", "ambiguous", "authors", "first_names")


@cache
def student_guard() -> StudentGuard:
    """What `student_guard.yaml` says, read at the first call and made ready."""
    written = yaml.safe_load(files("bot.content").joinpath("student_guard.yaml").read_text(encoding="utf-8"))
    listed = {name: frozenset(written[name].split(", ")) for name in LISTS}
    return StudentGuard(TypeAdapter(GuardContent).validate_python({**written, **listed}))
