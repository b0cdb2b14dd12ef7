"""Walkthroughs, 1:1 check-ins and learning cycles."""

from bot.model.retention.rules import DataClass as C
from bot.model.retention.rules import Keep, Rule
from bot.model.retention.seen_by import ILT, THEMSELVES

TWO = "the two of the pair"

RULES: tuple[Rule, ...] = (
    Rule("walkthrough_windows", C.P1, "walkthrough windows and their trends", ILT, Keep.SHARED, "closes"),
    Rule(
        "walkthrough_visits",
        C.P5,
        "marks of a visit: no teacher, no room, no student; no observer once the window is closed",
        "the ILT, as figures; notes only the observer, until the window closes",
        Keep.SHARED,
        belongs=("window", "walkthrough_windows"),
        named=("observer",),
    ),
    Rule(
        "check_in_series", C.P2, "which two meet 1:1, and when", TWO, Keep.WHILE_HERE, pair=("leader", "lead")
    ),
    Rule(
        "check_in_changes", C.P2, "1:1s that were moved or skipped", TWO, Keep.YEAR_END, "day", named=("by",)
    ),
    Rule(
        "check_in_topics",
        C.P2,
        "what the two want to talk about",
        TWO,
        Keep.PAIR,
        "day",
        belongs=("series", "check_in_series"),
        own="author",
    ),
    Rule(
        "learning_cycles",
        C.P2,
        "a leader's and a lead's learning cycle",
        TWO,
        Keep.PAIR,
        "begins",
        ended=("state", ("closed", "declined", "ended")),
        pair=("leader", "lead"),
        named=("opened_by",),
    ),
    Rule(
        "cycle_phases",
        C.P2,
        "the phases of a learning cycle",
        TWO,
        Keep.PAIR,
        belongs=("cycle", "learning_cycles"),
        named=("asked_by",),
    ),
    Rule(
        "pair_choices",
        C.P3,
        "what the two keep for another year",
        THEMSELVES,
        Keep.A_YEAR,
        "until",
        own="person",
    ),
)
