"""Finding one's way: the menu, help, Home, one's school and language, drafts."""

from bot.model.people import Relation as R
from bot.permissions.relations import STAFF, Permission

TABLE: tuple[Permission, ...] = (
    Permission("menu", "ask what to do next", STAFF),
    Permission("help", "ask for help", STAFF | {R.STRANGER}),
    Permission("home", "open Home", STAFF),
    Permission("choose-school", "choose their school", STAFF),
    Permission("language", "choose their language", STAFF),
    Permission("choose-language", "choose their language", STAFF),
    Permission("draft", "keep a draft", STAFF),
)
