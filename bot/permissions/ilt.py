"""What the ILT holds itself to: commitments, problems of practice, its charter."""

from bot.model.people import Relation as R
from bot.model.settings import RoutineName as Of
from bot.permissions.relations import AUTHOR, ILT, KEEPERS, STAFF, Permission

PROBLEM_KEEPERS = frozenset({R.AUTHOR, R.SCHOOL_LEADER})

TABLE: tuple[Permission, ...] = (
    Permission("commitments", "see what the ILT said it would do", ILT, Of.MEETINGS),
    Permission("promise", "write down what the ILT will do", ILT, Of.MEETINGS),
    Permission("tell-commitment", "say how this stands", AUTHOR, Of.MEETINGS),
    Permission("explain-commitment", "say how this stands", AUTHOR, Of.MEETINGS),
    Permission("problem", "frame a problem of practice", ILT, Of.MEETINGS),
    Permission("pop", "frame a problem of practice", ILT, Of.MEETINGS),
    Permission("problems", "read problems of practice", ILT, Of.MEETINGS),
    Permission("change-problem", "change this problem of practice", PROBLEM_KEEPERS, Of.MEETINGS),
    Permission("plan-problem", "plan what to try for a problem of practice", ILT, Of.MEETINGS),
    Permission("start-problem", "start what was planned", ILT, Of.MEETINGS),
    Permission("reframe-problem", "frame a problem of practice anew", ILT, Of.MEETINGS),
    Permission("end-problem", "say what became of a problem of practice", ILT, Of.MEETINGS),
    Permission("discuss-problem", "put a problem of practice on the agenda", ILT, Of.MEETINGS),
    Permission("charter", "read the ILT's charter", STAFF, Of.MEETINGS),
    Permission("write-charter", "write the charter", ILT, Of.MEETINGS),
    Permission("charter-ways", "write the charter", ILT, Of.MEETINGS),
    Permission("charter-times", "write the charter", ILT, Of.MEETINGS),
    Permission("charter-deciding", "write the charter", ILT, Of.MEETINGS),
    Permission("propose-charter", "propose a charter", ILT, Of.MEETINGS),
    Permission("take-back-charter", "make this charter a draft again", PROBLEM_KEEPERS, Of.MEETINGS),
    Permission("drop-charter", "drop this draft of the charter", PROBLEM_KEEPERS, Of.MEETINGS),
    Permission("comment-charter", "comment on a proposed charter", ILT, Of.MEETINGS),
    Permission(
        "adopt-charter", "adopt a charter", frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER}), Of.MEETINGS
    ),
    Permission("sign-charter", "sign the charter", ILT, Of.MEETINGS),
    Permission("answer-trust", "answer the ILT's own question", ILT, Of.MEETINGS),
    Permission("set-support", "confirm what the ILT needs", KEEPERS),
)
