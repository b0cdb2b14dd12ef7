"""What kinds of team there are, and what a team's name says of its kind."""

import re
from enum import StrEnum


class TeamKind(StrEnum):
    """What holds a team together (R-002)."""

    GRADE = "grade"
    GRADE_SPAN = "grade_span"
    DEPARTMENT = "department"
    SUBJECT = "subject"
    CLUSTER = "cluster"
    VERTICAL = "vertical"
    SPECIALIST = "specialist"
    SPECIAL_EDUCATION = "special_education"
    MULTILINGUAL = "multilingual"
    ADMINISTRATION = "administration"


KINDS_BY_WORD = (
    (TeamKind.SPECIAL_EDUCATION, ("special ed", "sped", "resource room")),
    (TeamKind.SPECIALIST, ("specialist", "specials", "electives", "encore")),
    (TeamKind.MULTILINGUAL, ("ell", "esl", "mll", "eal", "multilingual", "english learner")),
    (TeamKind.ADMINISTRATION, ("admin", "office", "leadership")),
    (TeamKind.DEPARTMENT, ("department", "dept")),
    (TeamKind.VERTICAL, ("vertical",)),
    (TeamKind.CLUSTER, ("cluster", "house")),
)
SPAN = re.compile(r"\b(?:pre-?k|tk|k|\d{1,2})\s*(?:-|to)\s*\d{1,2}\b")


def likely_kind(name: str) -> TeamKind:
    """What a team's name says of its kind, where nobody has said it: a grade, unless a word says else."""
    words = re.sub(r"[^a-z0-9-]+", " ", name.lower())
    for kind, signs in KINDS_BY_WORD:
        if any(re.search(rf"\b{sign}", words) for sign in signs):
            return kind
    return TeamKind.GRADE_SPAN if SPAN.search(words) else TeamKind.GRADE
