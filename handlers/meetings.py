"""`/ilt agenda` and `/ilt add-item`, and the buttons around a meeting."""

from typing import Any

from bot.messages.meetings import forms as wording
from bot.messages.meetings import seen
from bot.routines.meetings import changes, items, kinder, looking, roles
from handlers.interactions import Asking, Interaction

AGENDA = Interaction(
    verb="agenda",
    help="See what the next ILT meeting is about",
    usage="agenda",
    command=looking.SeeAgenda,
    routine=looking.see,
    reply=seen.agenda,
)

ADD_ITEM = Interaction(
    verb="add-item",
    help="Put something on the next ILT agenda",
    usage="add-item [title]",
    text_fills="title",
    asking=Asking(question=items.WhereItGoes, routine=items.where_it_goes, form=wording.add),
    command=items.AddItem,
    routine=items.add,
    reply=wording.added,
    keeps_draft=True,
)

NOTHING_TO_ADD = Interaction(
    verb="nothing-to-add",
    help="Say that you have nothing for the agenda this time",
    command=items.NothingToAdd,
    routine=items.nothing_to_add,
    reply=wording.nothing,
)

CHANGE_ITEM = Interaction(
    verb="change-item",
    help="Change an agenda item",
    asking=Asking(question=changes.ChooseItem, routine=changes.choose_to_change, form=wording.change),
    command=changes.ChangeItem,
    routine=changes.change,
    reply=wording.changed,
)

CHOOSE_WORDING = Interaction(
    verb="choose-wording",
    help="Choose between two wordings of your agenda item",
    command=kinder.ChooseWording,
    routine=kinder.choose_wording,
    reply=wording.worded,
    repaint=wording.worded,
)

DROP_ITEM = Interaction(
    verb="drop-item",
    help="Take an item off the agenda",
    asking=Asking(question=changes.ChooseItem, routine=changes.choose_to_drop, form=wording.drop),
    command=changes.DropItem,
    routine=changes.drop,
    reply=wording.dropped,
)

FINISH_ITEMS = Interaction(
    verb="finish-items",
    help="Tick off what a meeting has finished",
    asking=Asking(question=changes.ChooseFinished, routine=changes.choose_finished, form=wording.finish),
    command=changes.FinishItems,
    routine=changes.finish,
    reply=wording.finished,
)

HAND_OVER = Interaction(
    verb="hand-over",
    help="Hand a meeting role on to the next in turn",
    command=roles.HandOver,
    routine=roles.hand_over,
    reply=wording.handed_over,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    AGENDA,
    ADD_ITEM,
    NOTHING_TO_ADD,
    CHANGE_ITEM,
    CHOOSE_WORDING,
    DROP_ITEM,
    FINISH_ITEMS,
    HAND_OVER,
)
