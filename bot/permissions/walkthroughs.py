"""Walkthroughs and look-fors."""

from bot.model.people import Relation as R
from bot.model.settings import RoutineName as Of
from bot.permissions.relations import ILT, LEADING, STAFF, Permission

TABLE: tuple[Permission, ...] = (
    Permission("walk", "record a walkthrough", ILT, Of.WALKTHROUGHS),
    Permission("trends", "see walkthrough trends", ILT, Of.WALKTHROUGHS),
    Permission("discuss-trend", "put a trend on the agenda", ILT, Of.WALKTHROUGHS),
    Permission("how-computed", "ask how a figure is computed", STAFF, Of.WALKTHROUGHS),
    Permission("find", "find a look-for", STAFF, Of.WALKTHROUGHS),
    Permission("add-example", "add an example of a look-for", ILT, Of.WALKTHROUGHS),
    Permission(
        "drop-example", "take this example out", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.WALKTHROUGHS
    ),
    Permission("reword-look-for", "say a look-for anew", LEADING, Of.WALKTHROUGHS),
)
