"""Staff input, questions of the ILT to staff, the pulse, and words that name a student."""

from bot.model.people import Relation as R
from bot.model.settings import RoutineName as Of
from bot.permissions.relations import AUTHOR, ILT, STAFF, Permission

TRIAGE = frozenset({R.TRIAGER, R.SCHOOL_LEADER, R.CARRIER})
ANSWERERS = frozenset({R.TRIAGER, R.SCHOOL_LEADER, R.DEPUTY})

TABLE: tuple[Permission, ...] = (
    Permission("input", "give staff input", STAFF, Of.INPUT),
    Permission("team-input", "speak for their team", frozenset({R.REP, R.LEAD}), Of.INPUT),
    Permission("status", "see what became of their input", STAFF, Of.INPUT),
    Permission("withdraw-input", "withdraw this input", AUTHOR, Of.INPUT),
    Permission(
        "inputs",
        "see the input that waits for an answer",
        frozenset({R.TRIAGER, R.SCHOOL_LEADER, R.DEPUTY, R.REP, R.LEAD}),
        Of.INPUT,
    ),
    Permission("answer-input", "answer this input", TRIAGE, Of.INPUT),
    Permission("place-input", "put this input on the agenda", TRIAGE, Of.INPUT),
    Permission("decline-input", "say not now to this input", TRIAGE, Of.INPUT),
    Permission("route-input", "give this input to the team it is about", TRIAGE, Of.INPUT),
    Permission("route-anonymous", "give anonymous input to the team it is about", ANSWERERS, Of.INPUT),
    Permission("pass-on-input", "pass this input on for the team", frozenset({R.CARRIER}), Of.INPUT),
    Permission("said", "put together what was said and done", ANSWERERS, Of.INPUT),
    Permission("word-said", "put this input into words for all staff", ANSWERERS, Of.INPUT),
    Permission("post-said", "post what was said and done", ANSWERERS, Of.INPUT),
    Permission("take-back-said", "take this post back", ANSWERERS, Of.INPUT),
    Permission("triage-input", "say that they have read this input", TRIAGE, Of.INPUT),
    Permission("ask-sender", "ask the sender of this input something", TRIAGE, Of.INPUT),
    Permission("reply-input", "reply to a question about this input", AUTHOR, Of.INPUT),
    Permission("bridge", "see what came up and what went down", ILT, Of.INPUT),
    Permission("campaign", "ask staff a question", ILT, Of.INPUT),
    Permission("campaigns", "see what the ILT asks", ILT | {R.REP, R.LEAD, R.TRIAGER}, Of.INPUT),
    Permission("change-campaign", "change this question", AUTHOR, Of.INPUT),
    Permission("ask-campaign", "ask staff this question", AUTHOR, Of.INPUT),
    Permission("drop-campaign", "take this question back", frozenset({R.AUTHOR, R.SCHOOL_LEADER}), Of.INPUT),
    Permission("answer-campaign", "answer a question of the ILT", STAFF, Of.INPUT),
    Permission(
        "read-campaign",
        "read the answers to this question",
        frozenset({R.AUTHOR, R.TRIAGER, R.SCHOOL_LEADER, R.CARRIER}),
        Of.INPUT,
    ),
    Permission(
        "sum-up-campaign",
        "sum up the answers to this question",
        frozenset({R.AUTHOR, R.TRIAGER, R.SCHOOL_LEADER}),
        Of.INPUT,
    ),
    Permission("answer-pulse", "answer the staff pulse", STAFF, Of.INPUT),
    Permission("student-voice", "see what students said", STAFF, Of.INPUT),
    Permission("add-student-voice", "add what students said", ILT, Of.INPUT),
    Permission(
        "approve-student-voice",
        "let all staff read what students said",
        frozenset({R.SCHOOL_LEADER}),
        Of.INPUT,
    ),
    Permission(
        "drop-student-voice",
        "delete figures of what students said",
        frozenset({R.AUTHOR, R.SCHOOL_LEADER}),
        Of.INPUT,
    ),
    Permission("connect", "find out who else works on something", STAFF, Of.INPUT),
    Permission("stop-connecting", "be told of no others on a topic", STAFF, Of.INPUT),
    Permission("flag-student", "say that a text names a student", STAFF),
    Permission("flag-item", "say that an agenda item names a student", ILT, Of.MEETINGS),
    Permission("flags", "see what is hidden", ANSWERERS),
    Permission("clear-flag", "show again what was hidden", ANSWERERS),
    Permission("remove-flagged", "remove what was hidden", ANSWERERS),
    Permission("add-to-anonymous", "add to what was said without a name", STAFF, Of.INPUT),
    Permission("withdraw-anonymous", "take back what was said without a name", STAFF, Of.INPUT),
    Permission("anonymous", "see the anonymous input", ANSWERERS, Of.INPUT),
    Permission("answer-anonymous", "answer anonymous input", ANSWERERS, Of.INPUT),
    Permission("place-anonymous", "put anonymous input on the agenda", ANSWERERS, Of.INPUT),
    Permission("decline-anonymous", "say not now to anonymous input", ANSWERERS, Of.INPUT),
)
