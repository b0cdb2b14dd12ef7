"""The four questions asked of a problem of practice, and the patterns its words are read by."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from bot.model.problem_check import ProblemCheck


@cache
def problem_check() -> ProblemCheck:
    """What `problem_check.yaml` says, read at the first call and checked."""
    written = files("bot.content").joinpath("problem_check.yaml").read_text(encoding="utf-8")
    return TypeAdapter(ProblemCheck).validate_python(yaml.safe_load(written))
