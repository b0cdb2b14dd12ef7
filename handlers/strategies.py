"""The strategies: reading them, changing them, and telling all staff."""

from typing import Any

from bot.messages import strategies as wording
from bot.routines.requests import Nothing
from bot.routines.strategies import changing, goals, looking
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="strategies",
        help="Read what our school works on, and how it changed",
        usage="strategies",
        command=Nothing,
        routine=looking.look,
        reply=wording.page,
    ),
    Interaction(
        verb="new-strategy",
        help="Begin a new strategy",
        command=changing.NewStrategy,
        routine=changing.begin,
        asking=Asking(Nothing, changing.prepare_new, wording.new),
        reply=wording.page,
        keeps_draft=True,
    ),
    Interaction(
        verb="take-up-strategy",
        help="Take a paused strategy up again",
        command=changing.TakeUpStrategy,
        routine=changing.take_up,
        asking=Asking(changing.AboutStrategy, changing.prepare_take_up, wording.take_up),
        reply=wording.page,
    ),
    Interaction(
        verb="change-strategy",
        help="Change a strategy, with a reason and a date",
        command=changing.ChangeStrategy,
        routine=changing.change,
        asking=Asking(changing.AboutStrategy, changing.prepare_change, wording.change),
        reply=wording.page,
        keeps_draft=True,
    ),
    Interaction(
        verb="pause-strategy",
        help="Pause a strategy, with a reason",
        command=changing.PauseStrategy,
        routine=changing.pause,
        asking=Asking(changing.AboutStrategy, changing.prepare_pause, wording.pause),
        reply=wording.page,
    ),
    Interaction(
        verb="announce-goals",
        help="Tell all staff what the school works on this term",
        command=goals.AnnounceGoals,
        routine=goals.announce,
        reply=wording.announced,
    ),
)
