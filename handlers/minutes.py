"""The minutes of a meeting: read, edited, confirmed and exported."""

from typing import Any

from bot.messages.minutes import cards, document
from bot.messages.minutes import closing as closing_wording
from bot.messages.minutes import excerpts as excerpt_wording
from bot.messages.minutes import pre_read as pre_read_wording
from bot.routines.minutes import closing, confirming, excerpts, exporting, pre_read
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

PRE_READ = Interaction(
    verb="pre-read",
    help="Say something about the agenda before the meeting",
    asking=Asking(pre_read.AboutAgenda, pre_read.before, pre_read_wording.form),
    command=pre_read.SayBefore,
    routine=pre_read.say,
    reply=pre_read_wording.commented,
)

CLOSING = Interaction(
    verb="answer-closing",
    help="Say in two taps how the meeting was",
    asking=Asking(closing.AboutClosing, closing.prepare, closing_wording.form),
    command=closing.AnswerClosing,
    routine=closing.answer,
    reply=closing_wording.thanks,
)

PLEDGE = Interaction(
    verb="word-pledge",
    help="Say what the ILT changes in its meetings",
    asking=Asking(closing.AboutPledge, closing.before_wording, closing_wording.pledge_form),
    command=closing.WordPledge,
    routine=closing.word,
    reply=closing_wording.pledged,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    MINUTES,
    EDIT,
    CONFIRM,
    EXPORT,
    ADD_MESSAGE,
    PRE_READ,
    CLOSING,
    PLEDGE,
)
