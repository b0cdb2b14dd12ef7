"""The agenda templates that come with the program."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from bot.model.agenda_templates import AgendaTemplate


@cache
def agenda_templates() -> tuple[AgendaTemplate, ...]:
    """What `agendas.yaml` says, read at the first call and checked."""
    written = files("bot.content").joinpath("agendas.yaml").read_text(encoding="utf-8")
    return TypeAdapter(tuple[AgendaTemplate, ...]).validate_python(yaml.safe_load(written))
