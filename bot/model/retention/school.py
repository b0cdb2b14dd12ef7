"""The school itself: its people, channels, days, and what somebody wishes for themselves."""

from bot.model.retention.rules import DataClass as C
from bot.model.retention.rules import Keep, Rule
from bot.model.retention.seen_by import LEADERS, NOBODY, STAFF, THEMSELVES

KEEPERS = "whoever looks after the school's settings"

RULES: tuple[Rule, ...] = (
    Rule("schools", C.P0, "the school: its name, zone and hours", STAFF, Keep.WHILE_USED),
    Rule("teams", C.P0, "teams and their channels", STAFF, Keep.WHILE_USED),
    Rule("people", C.P1, "names, titles, e-mail addresses", STAFF, Keep.WHILE_HERE, named=("id",)),
    Rule("school_choices", C.P3, "which of several schools somebody means", NOBODY, Keep.WHILE_HERE),
    Rule("memberships", C.P1, "who is in which team", STAFF, Keep.WHILE_HERE, named=("person",)),
    Rule("duties", C.P1, "who has which role", STAFF, Keep.WHILE_HERE, named=("person",)),
    Rule("departures", C.P1, "who has left, and when", LEADERS, Keep.SHARED, "left_on", named=("person",)),
    Rule("ilt_seats", C.P1, "seats in the ILT", STAFF, Keep.SHARED, "ends", named=("person",)),
    Rule("ilt_suggestions", C.P2, "suggestions for the ILT", LEADERS, Keep.YEAR_END, "asked_at", own="by"),
    Rule("prospects", C.P1, "people and channels of the workspace, for matching", KEEPERS, Keep.WHILE_USED),
    Rule("addresses", C.P3, "where each person and channel is reached", NOBODY, Keep.WHILE_HERE),
    Rule("unreached", C.P3, "whom a platform does not let the bot write to", KEEPERS, Keep.WHILE_HERE),
    Rule("known_channels", C.P1, "the channels of the workspace", KEEPERS, Keep.WHILE_USED),
    Rule("channel_health", C.P1, "how it stands with each channel", KEEPERS, Keep.WHILE_USED),
    Rule("calendar_days", C.P0, "days that are not ordinary school days", STAFF, Keep.WHILE_USED),
    Rule("calendar_changes", C.P1, "what was changed in the calendar", KEEPERS, Keep.SHARED, "made_at"),
    Rule("calendar_feeds", C.P3, "the address of the calendar feed", KEEPERS, Keep.WHILE_USED),
    Rule("away", C.P3, "days on which somebody is away", THEMSELVES, Keep.A_YEAR, "last", own="person"),
    Rule("courtesy_pauses", C.P3, "pauses from messages", THEMSELVES, Keep.A_YEAR, "back_at", own="person"),
    Rule("courtesy_wishes", C.P3, "which messages somebody wants", THEMSELVES, Keep.WHILE_HERE, own="person"),
    Rule("drafts", C.P3, "forms that are not finished", THEMSELVES, Keep.BY_ITSELF, own="person"),
)
