"""What the bot keeps to do its work: messages, the audit, deletions, the clock."""

from bot.model.retention.rules import DataClass as C
from bot.model.retention.rules import Keep, Rule
from bot.model.retention.seen_by import LEADERS, NOBODY

RULES: tuple[Rule, ...] = (
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
    Rule("replicas", C.P0, "which programs run on the database", NOBODY, Keep.BY_ITSELF),
    Rule("paces", C.P0, "how fast each workspace may be written to", NOBODY, Keep.WHILE_USED),
    Rule("works_from", C.P0, "which programs may run on the database", NOBODY, Keep.WHILE_USED),
    Rule("numbers", C.P0, "the last number given out", NOBODY, Keep.WHILE_USED),
    Rule("looks", C.P0, "when the clock next looks at the school", NOBODY, Keep.WHILE_USED),
    Rule("revisions", C.P0, "a mark that changes with the roster", NOBODY, Keep.WHILE_USED),
)
