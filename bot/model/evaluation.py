"""Ratings of a teacher: words that belong in the district's evaluation system, found before anything is kept.

They are recognized by their form, in lines as people write and paste them. What students scored, and what
teachers rated, are none.
"""

import re

from bot.model.guard import Adults, excerpt

LABEL = (
    r"(?:highly effective|partially effective|minimally effective|ineffective|unsatisfactory"
    r"|needs improvement|distinguished|exemplary|developing)"
)
MARK = rf"(?:an?\s+)?(?:[1-4](?:\.\d{{1,2}})?|{LABEL})(?![\w%/]|\.\d)"
ENDS = r"(?=\s*(?:(?:on|in|for|at|overall|this|last)\b|[,;.:!?)\n]|$))"
SOMEONE = (
    r"(?:T-?\d{1,2}|teacher (?:[A-Z]|\d{1,2})|(?:mr|mrs|ms|miss|dr)\.? [^\W\d_]+"
    r"|(?:the|this|that|one|my) teacher)"
)
NAME = r"(?P<name>[^\W\d_]+(?: [^\W\d_]+)?)"
FINE = rf"(?:an?\s+)?(?:[1-4]\.\d{{1,2}}|{LABEL})(?![\w%/]|\.\d)"
RATED = rf"(?:(?:was rated|is rated|rated|scored|scores) {MARK}|(?:got|received|earned) {FINE})"
SYSTEM = r"(?:evaluation|appraisal|summative|observation|danielson|marzano|t-?tess|tess|tkes)"
GAP = r"[ \t]*"

SAID = re.compile(rf"\b{SOMEONE}(?: again| also| only)? {RATED}{ENDS}", re.IGNORECASE)
SAID_OF = re.compile(rf"\b{NAME}(?: again| also| only)? {RATED}{ENDS}", re.IGNORECASE)
OF_THE_SYSTEM = re.compile(
    rf"\b{SYSTEM} (?:scores?|ratings?|results?)(?: (?:was|were|is|are|of)|\s*[:=])?\s+{MARK}{ENDS}",
    re.IGNORECASE,
)
ROW = re.compile(
    rf"^{GAP}(?:{SOMEONE}|{NAME}){GAP}[,;:|–-]?{GAP}{MARK}(?:[ \t,;|]+{MARK})*{GAP}$",
    re.IGNORECASE | re.MULTILINE,
)
CODES = re.compile(r"\b[1-4][a-f]\s*[:=]\s*[1-4](?:\.\d{1,2})?(?![\w%])")
RUBRIC = re.compile(r"\b(?:teacher|domain|indicator|component|rubric|danielson|evaluation)", re.IGNORECASE)
SEVERAL = 2


def rating_in(text: str, adults: Adults) -> str | None:
    """The words that look like a rating of a teacher; None when none do."""
    for pattern in (SAID, OF_THE_SYSTEM):
        if found := pattern.search(text):
            return excerpt(text, found.start(), found.end())
    for found in SAID_OF.finditer(text):
        if is_adult(found["name"], adults):
            return excerpt(text, found.start(), found.end())
    rows = [row for row in ROW.finditer(text) if row["name"] is None or is_adult(row["name"], adults)]
    codes = list(CODES.finditer(text)) if RUBRIC.search(text) else []
    several = next((found for found in (rows, codes) if len(found) >= SEVERAL), None)
    return excerpt(text, several[0].start(), several[0].end()) if several else None


def is_adult(name: str, adults: Adults) -> bool:
    """Whether it is one of the staff, by the whole name or its last word."""
    whole = name.lower()
    return whole in adults.full or whole.rpartition(" ")[2] in adults.single
