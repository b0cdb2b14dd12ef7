"""What is stored: the audit, deliveries, privacy, holds."""

from bot.model.people import Relation as R
from bot.permissions.relations import CHANNEL_KEEPERS, PAIR, STAFF, Permission

KEEPERS_OF_RECORDS = frozenset({R.SCHOOL_LEADER, R.BOT_ADMIN})

TABLE: tuple[Permission, ...] = (
    Permission("audit", "read the audit", KEEPERS_OF_RECORDS),
    Permission("deliveries", "see which messages arrived", CHANNEL_KEEPERS),
    Permission("privacy", "see what is stored about them", STAFF),
    Permission("my-words", "see their own words", STAFF),
    Permission("erase-mine", "erase their own words", STAFF),
    Permission("erase-someone", "erase the words of somebody who has left", frozenset({R.BOT_ADMIN})),
    Permission("keep-pair", "keep what these two wrote", PAIR),
    Permission("export", "export what is stored", KEEPERS_OF_RECORDS),
    Permission("hold", "hold something from deletion", KEEPERS_OF_RECORDS),
    Permission("keep-shared", "say how long records are kept", KEEPERS_OF_RECORDS),
    Permission("lift-hold", "lift this hold", KEEPERS_OF_RECORDS),
)
