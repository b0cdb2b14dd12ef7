"""The questions a facilitator is offered, by what an item is there for."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from bot.model.agenda_items import Outcome
from bot.model.questions import Bank


@cache
def question_bank() -> Bank:
    """What `questions.yaml` says, read at the first call and checked."""
    written = files("bot.content").joinpath("questions.yaml").read_text(encoding="utf-8")
    return Bank(
        TypeAdapter(dict[Outcome, tuple[tuple[str, ...], ...]]).validate_python(yaml.safe_load(written))
    )
