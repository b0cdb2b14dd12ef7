"""The Common Core codes that a school may tag with instead of its own."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter


@cache
def common_core() -> tuple[str, ...]:
    """The codes of `standards.yaml`, such as "RL.3" and "3.NF", read at the first call and checked."""
    written = files("bot.content").joinpath("standards.yaml").read_text(encoding="utf-8")
    parts = TypeAdapter(dict[str, Sequence[str]]).validate_python(yaml.safe_load(written))
    reading = [f"{strand}.{grade}" for strand in parts["strands"] for grade in parts["grades"]]
    math = [f"{grade}.{domain}" for grade in parts["grades"] for domain in parts["domains"]]
    return tuple(code for code in reading + math if code not in parts["missing"])
