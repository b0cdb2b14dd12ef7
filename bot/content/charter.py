"""The words that a new charter begins with."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from bot.model.charter import Part


@cache
def starters() -> Mapping[Part, str]:
    """What `charter.yaml` says of each section, read at the first call and checked."""
    written = files("bot.content").joinpath("charter.yaml").read_text(encoding="utf-8")
    return TypeAdapter(dict[Part, str]).validate_python(yaml.safe_load(written))
