"""Deciding, and what becomes of decisions."""

from bot.model.people import Relation as R
from bot.model.settings import RoutineName as Of
from bot.permissions.relations import AUTHOR, CALMERS, ILT, KEEPERS, LEADS, PAIR, STAFF, Permission

CHECK_KEEPERS = frozenset({R.AUTHOR, R.FACILITATOR, R.SCHOOL_LEADER})
REVIEWERS = frozenset({R.AUTHOR, R.RECORDER, R.SCHOOL_LEADER, R.ACTING_LEADER})
HANDED_ON = frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER, R.DEPUTY, R.BOT_ADMIN})

TABLE: tuple[Permission, ...] = (
    Permission("decide", "record a decision", ILT, Of.DECISIONS),
    Permission("check", "open a consensus check", ILT, Of.DECISIONS),
    Permission("see-check", "see a consensus check", ILT, Of.DECISIONS),
    Permission("ask-voices", "ask teams about this proposal", CHECK_KEEPERS, Of.DECISIONS),
    Permission("skip-voices", "go on without asking every team", CHECK_KEEPERS, Of.DECISIONS),
    Permission("give-voice", "say what a proposal would mean for them", STAFF, Of.DECISIONS),
    Permission("name-risk", "name the biggest risk of a proposal", ILT, Of.DECISIONS),
    Permission("open-vote", "open the vote on this proposal", CHECK_KEEPERS, Of.DECISIONS),
    Permission("vote", "vote on this proposal", ILT | AUTHOR, Of.DECISIONS),
    Permission("close-vote", "close this vote", CHECK_KEEPERS, Of.DECISIONS),
    Permission("resume-vote", "give this vote more time", CHECK_KEEPERS, Of.DECISIONS),
    Permission("add-concern", "add a concern about a proposal", ILT, Of.DECISIONS),
    Permission("vote-again", "open the next round of this vote", CHECK_KEEPERS, Of.DECISIONS),
    Permission("decide-with-reason", "decide without consensus", frozenset({R.SCHOOL_LEADER}), Of.DECISIONS),
    Permission("take-supermajority", "adopt this by supermajority", CHECK_KEEPERS, Of.DECISIONS),
    Permission("park-check", "park this consensus check", CHECK_KEEPERS, Of.DECISIONS),
    Permission("ratify", "vote on a proposed decision", frozenset({R.STAFF}), Of.DECISIONS),
    Permission("decisions", "read decisions", STAFF, Of.DECISIONS),
    Permission(
        "withdraw-decision", "withdraw this decision", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.DECISIONS
    ),
    Permission(
        "correct-decision", "correct this decision", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.DECISIONS
    ),
    Permission(
        "restore-decision", "bring this decision back", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.DECISIONS
    ),
    Permission("review-decision", "review this decision", REVIEWERS, Of.DECISIONS),
    Permission("handover", "read what is handed on with the school's leadership", HANDED_ON, Of.DECISIONS),
    Permission("weigh-decision", "complete the record of this decision", REVIEWERS, Of.DECISIONS),
    Permission("nothing-there", "complete the record of this decision", REVIEWERS, Of.DECISIONS),
    Permission("cost-decision", "say what this decision takes", REVIEWERS, Of.DECISIONS),
    Permission("give-and-drop", "see what decisions take and free", STAFF, Of.DECISIONS),
    Permission("support-decision", "plan the support for this decision", REVIEWERS, Of.DECISIONS),
    Permission("confirm-support", "say that the support is there", CALMERS, Of.DECISIONS),
    Permission("miss-support", "say that the support is not there", CALMERS, Of.DECISIONS),
    Permission("plan-relay", "plan who passes this decision on", REVIEWERS, Of.DECISIONS),
    Permission("first-step", "write a first step", ILT, Of.DECISIONS),
    Permission("thread", "read how one thing led to another", STAFF, Of.DECISIONS),
    Permission("collect-evidence", "ask the teams of this decision how it goes", REVIEWERS, Of.DECISIONS),
    Permission("reassign-decision", "let somebody else take on a decision", CALMERS, Of.DECISIONS),
    Permission("add-question", "add a question to this post", REVIEWERS | {R.RELAY_LEAD}, Of.DECISIONS),
    Permission("how-it-goes", "say how it goes with a decision", STAFF, Of.DECISIONS),
    Permission("need-help", "ask for help with a decision", STAFF, Of.DECISIONS),
    Permission("help-queue", "see who asked them for help", LEADS | {R.COACH}, Of.DECISIONS),
    Permission("settle-help", "settle this request for help", frozenset({R.CARRIER}), Of.DECISIONS),
    Permission("offer-hours", "offer office hours", frozenset({R.COACH}), Of.DECISIONS),
    Permission("book-hours", "book a time with the coach", STAFF, Of.DECISIONS),
    Permission("cancel-slot", "call this time off", PAIR, Of.DECISIONS),
    Permission(
        "approve-family", "approve what families read", frozenset({R.CARRIER, R.SCHOOL_LEADER}), Of.DECISIONS
    ),
    Permission(
        "approve-digest", "approve this digest", frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER}), Of.DECISIONS
    ),
    Permission("set-relay", "say what goes beyond staff", KEEPERS, Of.DECISIONS),
    Permission("discussed", "say that this team talked about it", frozenset({R.CARRIER}), Of.DECISIONS),
    Permission("they-asked", "bring what this team asked", frozenset({R.CARRIER}), Of.DECISIONS),
    Permission("got-it", "say that they have read a decision", STAFF, Of.DECISIONS),
    Permission("ask", "ask about a decision", STAFF, Of.DECISIONS),
    Permission("concern", "raise a concern about a decision", STAFF, Of.DECISIONS),
    Permission("answer-question", "answer a question about a decision", ILT, Of.DECISIONS),
)
