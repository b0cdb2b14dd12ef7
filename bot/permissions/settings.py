"""Setting the school up, its settings, and quiet."""

from bot.model.people import Relation as R
from bot.permissions.relations import CALMERS, KEEPERS, STAFF, Permission

TABLE: tuple[Permission, ...] = (
    Permission("setup", "set the school up", KEEPERS),
    Permission("setup-later", "go on with the setup later", KEEPERS),
    Permission("setup-preview", "see what the first two weeks would bring", KEEPERS),
    Permission("switch-on", "switch the school on", KEEPERS),
    Permission("set-school", "change the school and its hours", KEEPERS),
    Permission("set-channels", "change the school's channels", KEEPERS),
    Permission("set-teams", "change the teams", KEEPERS),
    Permission("set-people", "change who works here", KEEPERS),
    Permission("set-roles", "change roles", KEEPERS),
    Permission("set-meetings", "change when the ILT meets", KEEPERS),
    Permission("set-strategies", "change the strategies", KEEPERS),
    Permission("set-budget", "change the message budget", KEEPERS),
    Permission("set-authority", "change who decides about what", KEEPERS),
    Permission("set-routines", "choose the routines", KEEPERS),
    Permission("set-windows", "change the walkthrough windows", KEEPERS),
    Permission("set-checkins", "change who meets for a 1:1", KEEPERS),
    Permission("set-privacy", "change how small a group is shown", frozenset({R.SCHOOL_LEADER})),
    Permission("preferences", "say how often they are written to", STAFF),
    Permission("pause", "pause messages to themself", STAFF),
    Permission("resume", "end their pause", STAFF),
    Permission("settings", "see the settings", KEEPERS),
    Permission("settings-history", "see who changed the settings", KEEPERS),
    Permission("switch-routine", "switch a routine on or off", KEEPERS),
    Permission("quiet", "see whether the school is quiet", CALMERS),
    Permission("go-quiet", "let the bot be quiet", CALMERS),
    Permission("lift-quiet", "lift quiet", CALMERS),
    Permission("send-held", "send what was held back", CALMERS),
    Permission("drop-held", "drop what was held back", CALMERS),
)
