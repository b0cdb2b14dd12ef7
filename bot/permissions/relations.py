"""A permission, and the relations that several parts of the table are open to."""

from dataclasses import dataclass

from bot.model.people import Relation
from bot.model.settings import RoutineName

R = Relation
STAFF = frozenset({R.STAFF, R.GUEST})
ILT = frozenset({R.ILT_MEMBER, R.SCHOOL_LEADER})
PAIR = frozenset({R.PAIR})
AUTHOR = frozenset({R.AUTHOR})
AGENDA_MAKERS = frozenset({R.FACILITATOR, R.SCHOOL_LEADER, R.ACTING_LEADER})
AGENDA_KEEPERS = frozenset({R.FACILITATOR, R.SCHOOL_LEADER, R.AUTHOR})
KEEPERS = frozenset({R.BOT_ADMIN, R.SCHOOL_LEADER})
CALMERS = frozenset({R.SCHOOL_LEADER, R.DEPUTY, R.ACTING_LEADER})
CHANNEL_KEEPERS = frozenset({R.BOT_ADMIN, R.SCHOOL_LEADER, R.DEPUTY})
LEADING = frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER})
LEADS = frozenset({R.LEAD, R.REP, R.ILT_MEMBER, R.SCHOOL_LEADER, R.DEPUTY})


@dataclass(frozen=True, slots=True)
class Permission:
    """A verb, what it means after "can", to whom it is open, and the routine that must be switched on."""

    verb: str
    means: str
    to: frozenset[Relation]
    routine: RoutineName | None = None
