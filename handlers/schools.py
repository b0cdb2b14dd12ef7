"""Working at several schools."""

from typing import Any

from bot.messages import schools as wording
from bot.routines import schools
from handlers.interactions import Interaction

CHOOSE = Interaction(
    verb="choose-school",
    help="Mean this school from now on",
    command=schools.ChooseSchool,
    routine=schools.choose,
    reply=lambda chosen: wording.chosen(chosen.name),
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (CHOOSE,)
