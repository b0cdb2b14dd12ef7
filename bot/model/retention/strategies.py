"""What the school works on, its look-fors, and what it has decided about the bot."""

from bot.model.retention.rules import DataClass as C
from bot.model.retention.rules import Keep, Rule
from bot.model.retention.seen_by import ILT, LEADERS, STAFF, THEMSELVES

RULES: tuple[Rule, ...] = (
    Rule("strategies", C.P0, "the strategies of the school", STAFF, Keep.WHILE_USED),
    Rule("initiatives", C.P0, "what staff are asked to do for a strategy", STAFF, Keep.SHARED, "started_on"),
    Rule(
        "district_asks",
        C.P1,
        "what the school asks of its district, and the answer",
        ILT,
        Keep.SHARED,
        "asked_on",
        named=("asked_by",),
    ),
    Rule(
        "pd_sessions",
        C.P1,
        "sessions in which the adults learn, and what they rest on",
        ILT,
        Keep.SHARED,
        "on",
        named=("by",),
    ),
    Rule(
        "leader_weeks",
        C.P3,
        "what a school leader plans for a week, for themself",
        THEMSELVES,
        Keep.YEAR_END,
        "monday",
        own="person",
    ),
    Rule("look_for_words", C.P0, "look-fors in the school's own words", STAFF, Keep.WHILE_USED),
    Rule(
        "look_for_examples",
        C.P0,
        "examples of look-fors, without a name",
        STAFF,
        Keep.WHILE_USED,
        named=("added_by",),
    ),
    Rule("settings_versions", C.P0, "what the school has decided about the bot", LEADERS, Keep.WHILE_USED),
)
