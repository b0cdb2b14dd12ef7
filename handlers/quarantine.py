"""Saying that a text names a student, and looking at what was hidden for it."""

from typing import Any

from bot.messages import quarantine as wording
from bot.routines import quarantine
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="flag-student",
        help="Say that a text names a student: it is hidden at once",
        command=quarantine.FlagStudent,
        routine=quarantine.flag,
        reply=wording.thanks,
    ),
    Interaction(
        verb="flag-item",
        help="Say that an agenda item names a student",
        command=quarantine.FlagItem,
        routine=quarantine.flag,
        asking=Asking(Nothing, quarantine.items, wording.item_form),
        reply=wording.thanks,
    ),
    Interaction(
        verb="flags",
        help="See what is hidden because it may name a student",
        usage="flags",
        command=Nothing,
        routine=quarantine.waiting,
        reply=wording.waiting,
    ),
    Interaction(
        verb="clear-flag",
        help="Show again what names no student",
        command=quarantine.AboutFlag,
        routine=quarantine.clear,
        reply=wording.cleared,
    ),
    Interaction(
        verb="remove-flagged",
        help="Remove for good what names a student",
        command=quarantine.AboutFlag,
        routine=quarantine.remove,
        reply=wording.removed,
    ),
)
