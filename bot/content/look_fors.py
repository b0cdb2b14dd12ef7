"""The look-for sets that ship with the bot, with the choices an observer makes."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from bot.model.walkthroughs.content import LookForContent


@cache
def look_fors() -> LookForContent:
    """What `look_fors.yaml` says, read at the first call and checked."""
    written = files("bot.content").joinpath("look_fors.yaml").read_text(encoding="utf-8")
    return TypeAdapter(LookForContent).validate_python(yaml.safe_load(written))
