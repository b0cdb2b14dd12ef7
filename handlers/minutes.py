"""The minutes of a meeting: read, edited, confirmed and exported."""

from typing import Any

from bot.messages.minutes import cards, document
from bot.messages.minutes import excerpts as excerpt_wording
from bot.routines.minutes import confirming, excerpts, exporting
from handlers.interactions import Asking, Interaction

MINUTES = Interaction(
    verb="minutes",
    help="Read the minutes of an ILT meeting",
    usage="minutes [date]",
    text_fills="day",
    command=confirming.SeeMinutes,
    routine=confirming.see,
    reply=document.shown,
)

EDIT = Interaction(
    verb="edit-minutes",
    help="Edit or correct the minutes",
    asking=Asking(confirming.AboutMinutes, confirming.before_editing, cards.form),
    command=confirming.EditMinutes,
    routine=confirming.edit,
    reply=cards.saved,
)

CONFIRM = Interaction(
    verb="confirm-minutes",
    help="Confirm the minutes",
    command=confirming.ConfirmMinutes,
    routine=confirming.confirm,
    reply=cards.confirmed,
    repaint=cards.confirmed,
)

EXPORT = Interaction(
    verb="export-minutes",
    help="Take the minutes out as a file",
    command=exporting.ExportMinutes,
    routine=exporting.export,
    reply=cards.exported,
)

ADD_MESSAGE = Interaction(
    verb="add-message",
    help="Put a message on the ILT agenda, or in its minutes",
    asking=Asking(excerpts.AboutMessage, excerpts.before, excerpt_wording.form),
    command=excerpts.AddMessage,
    routine=excerpts.add,
    reply=excerpt_wording.taken,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (MINUTES, EDIT, CONFIRM, EXPORT, ADD_MESSAGE)
