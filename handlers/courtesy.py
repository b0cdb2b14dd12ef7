"""How often the bot writes to somebody: preferences, a pause, and coming back."""

from datetime import date
from typing import Any

from bot.messages import courtesy as wording
from bot.messages.forms import Form
from bot.messages.vocabulary import Message
from bot.routines import courtesy
from bot.routines.courtesy import Wishes
from handlers.interactions import Asking, Interaction, Values


def form(wishes: Wishes, given: Values) -> Form:
    told = wording.counted(wishes.messages_a_day, wishes.posts_a_day)
    return wording.preferences_form(wishes.by_routine, told)


def preferred(wishes: Wishes) -> Message:
    return wording.preferred(wishes.by_routine)


def paused(back: date | None) -> Message:
    return wording.paused(back)


INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="preferences",
        help="Choose how often I write to you",
        usage="preferences",
        command=courtesy.SetPreferences,
        routine=courtesy.prefer,
        asking=Asking(courtesy.SeePreferences, courtesy.see, form),
        reply=preferred,
    ),
    Interaction(
        verb="pause",
        help="Pause my messages for 1 to 10 school days",
        usage="pause [days]",
        text_fills="days",
        command=courtesy.PauseMessages,
        routine=courtesy.pause,
        reply=paused,
    ),
    Interaction(
        verb="resume",
        help="End your pause",
        usage="resume",
        command=courtesy.Resume,
        routine=courtesy.resume,
        reply=wording.resumed,
    ),
)
