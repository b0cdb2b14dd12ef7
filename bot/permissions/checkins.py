"""1:1 check-ins and learning cycles."""

from bot.model.people import Relation as R
from bot.model.settings import RoutineName as Of
from bot.permissions.relations import LEADS, PAIR, Permission

TABLE: tuple[Permission, ...] = (
    Permission("checkin", "see their 1:1 check-ins", LEADS | PAIR, Of.CHECKINS),
    Permission("add-topic", "add to this check-in", PAIR, Of.CHECKINS),
    Permission("move-checkin", "move this check-in", PAIR, Of.CHECKINS),
    Permission("skip-checkin", "skip this check-in", PAIR, Of.CHECKINS),
    Permission("cycle", "see their learning cycles", LEADS | {R.COACH}, Of.CYCLES),
    Permission("open-cycle", "open a learning cycle", LEADS | {R.COACH}, Of.CYCLES),
    Permission("agree-cycle", "agree to this learning cycle", PAIR, Of.CYCLES),
    Permission("decline-cycle", "decline or end this learning cycle", PAIR, Of.CYCLES),
    Permission("finish-phase", "mark this phase done", PAIR, Of.CYCLES),
    Permission("snooze-phase", "snooze this reminder", PAIR, Of.CYCLES),
    Permission("need-time", "ask for more time", PAIR, Of.CYCLES),
    Permission("agree-date", "agree to a new date", PAIR, Of.CYCLES),
)
