"""The retention table: every table of the database, what is in it, who sees it, and for how long.

A test holds it equal to the database. The page on privacy is made from it, the nightly purge, the export
and what a person is shown about themselves.
"""

from bot.model.retention.rules import DataClass as C
from bot.model.retention.rules import Keep, Rule

STAFF = "everybody at the school"
ILT = "the ILT"
LEADERS = "the school leader and the bot admin"
TWO = "the two of the pair"
THEMSELVES = "the person"
NOBODY = "nobody; the bot works with it"
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
    Rule("strategies", C.P0, "the strategies of the school", STAFF, Keep.WHILE_USED),
    Rule("settings_versions", C.P0, "what the school has decided about the bot", LEADERS, Keep.WHILE_USED),
    Rule("meeting_series", C.P0, "when the ILT meets", STAFF, Keep.WHILE_USED),
    Rule("meetings", C.P1, "the ILT's meetings", STAFF, Keep.SHARED, "day"),
    Rule("agenda_templates", C.P0, "how the school shapes its agendas", ILT, Keep.WHILE_USED),
    Rule("agenda_items", C.P1, "what was on the agenda", STAFF, Keep.SHARED, "day", named=("by",)),
    Rule(
        "meeting_roles", C.P1, "who had which role in a meeting", STAFF, Keep.SHARED, "day", named=("person",)
    ),
    Rule("team_meetings", C.P1, "whether a team met", LEADERS, Keep.YEAR_END, "day"),
    Rule(
        "problems",
        C.P1,
        "problems of practice: what the ILT wants to change, without a name",
        "the ILT; a draft only whoever wrote it",
        Keep.SHARED,
        "framed_on",
        named=("framed_by",),
    ),
    Rule(
        "staff_input",
        C.P2,
        "input with a name, or through the rep",
        "the rep, the triager and the school leader; the ILT once it is on an agenda",
        Keep.YEAR_END,
        "received_at",
        ended=("state", ("answered", "declined", "considered", "withdrawn")),
        own="author",
        named=("carrier", "outcome_by"),
        decision="decision_id",
    ),
    Rule(
        "loop_lines",
        C.P1,
        "what became of an input, in words that the triager wrote for all staff",
        "the triager; everybody at the school once it is posted",
        Keep.YEAR_END,
        belongs=("input", "staff_input"),
        named=("by",),
    ),
    Rule(
        "anonymous_inputs",
        C.P5,
        "input without a name: no author, no time, only its week",
        "whoever answers staff input, in shuffled batches",
        Keep.A_YEAR,
        "week",
        decision="decision_id",
    ),
    Rule("quarantined", C.P2, "words that named a student, hidden until looked at", LEADERS, Keep.WHILE_USED),
    Rule(
        "decisions",
        C.P1,
        "decisions of the ILT",
        STAFF,
        Keep.SHARED,
        "decided_at",
        named=("helper", "decided_by"),
        decision="id",
    ),
    Rule(
        "decision_questions",
        C.P2,
        "questions and concerns about decisions, and who asked",
        "whoever asked, and whoever answers, without the name",
        Keep.YEAR_END,
        "asked_at",
        own="asked_by",
        named=("answered_by",),
        decision="decision",
    ),
    Rule(
        "decision_changes",
        C.P1,
        "what became of each decision, when, why and through whom",
        STAFF,
        Keep.SHARED,
        belongs=("decision", "decisions"),
        named=("by",),
        decision="decision",
    ),
    Rule(
        "decision_receipts",
        C.P3,
        "who has read a decision",
        "nobody, only counts of a group that is large enough",
        Keep.SHARED,
        belongs=("decision", "decisions"),
        own="person",
        decision="decision",
    ),
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
    Rule(
        "outbox",
        C.P2,
        "messages of the bot, as they were posted",
        "whom each was posted to",
        Keep.LETTER,
        "settled_at",
    ),
    Rule("audit", C.P3, "who did what, without what was said", LEADERS, Keep.AUDIT, "at", named=("actor",)),
    Rule("holds", C.P1, "what may not be deleted, and why", LEADERS, Keep.SHARED, "lifted_at"),
    Rule("deletion_receipts", C.P1, "how much was deleted, and when", LEADERS, Keep.SHARED, "at"),
    Rule("jobs", C.P3, "what the clock has done", NOBODY, Keep.WORK),
    Rule(
        "requests", C.P3, "requests of the last 72 hours, so that none counts twice", NOBODY, Keep.BY_ITSELF
    ),
    Rule("numbers", C.P0, "the last number given out", NOBODY, Keep.WHILE_USED),
    Rule("revisions", C.P0, "a mark that changes with the roster", NOBODY, Keep.WHILE_USED),
)
