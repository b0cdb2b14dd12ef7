"""The words by which a kind is suggested for an agenda item."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from bot.model.item_words import ItemWords


@cache
def item_words() -> ItemWords:
    """What `item_words.yaml` says, read at the first call and checked."""
    written = files("bot.content").joinpath("item_words.yaml").read_text(encoding="utf-8")
    return TypeAdapter(ItemWords).validate_python(yaml.safe_load(written))
