"""What is on the agenda of a meeting."""

from bot.model.people import Relation as R
from bot.model.settings import RoutineName as Of
from bot.permissions.relations import AGENDA_KEEPERS, AGENDA_MAKERS, AUTHOR, ILT, STAFF, Permission

TABLE: tuple[Permission, ...] = (
    Permission("agenda", "see the agenda", STAFF, Of.MEETINGS),
    Permission("add-item", "add an agenda item", ILT | {R.REP, R.LEAD}, Of.MEETINGS),
    Permission("nothing-to-add", "answer the call for items", ILT | {R.REP, R.LEAD}, Of.MEETINGS),
    Permission("drop-item", "take this item off the agenda", AGENDA_KEEPERS, Of.MEETINGS),
    Permission("choose-wording", "choose the words of this item", AUTHOR, Of.MEETINGS),
    Permission("change-item", "change this item", AGENDA_KEEPERS, Of.MEETINGS),
    Permission("finish-items", "tick off agenda items", ILT, Of.MEETINGS),
    Permission("add-learning", "put time to learn on this agenda", AGENDA_MAKERS, Of.MEETINGS),
    Permission("to-memo", "move this item to the memo", AGENDA_KEEPERS, Of.MEETINGS),
    Permission("add-hard", "put a hard issue on the agenda", ILT, Of.MEETINGS),
    Permission("park-hard", "leave a hard issue for now", ILT, Of.MEETINGS),
    Permission("close-hard", "let a hard issue go", ILT, Of.MEETINGS),
    Permission("bring-data", "bring figures to a meeting", ILT | {R.REP, R.LEAD}, Of.MEETINGS),
)
