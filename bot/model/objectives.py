"""What a meeting is for, as outcomes: each is what follows "By the end we will have" (R-053)."""

import re

MOST = 3
STEM = re.compile(
    r"^\s*(?:by the end[, ]*)?(?:we will have|we['’]ll have|we have)\s+"
    r"|^\s*(?:al final[, ]*)?(?:habremos|tendremos)\s+",
    re.IGNORECASE,
)
ACTIVITY = re.compile(
    r"^\W*(?:discuss|talk|review|share|look|go|update|explore|hear|think|continue|cover|present|address"
    r"|discutir|hablar|conversar|platicar|revisar|compartir|ver|repasar|actualizar|presentar)\b",
    re.IGNORECASE,
)
"""First words that say what people do, and not what will be there when they are done."""


def outcome(words: str) -> str:
    """The outcome alone: without the words that stand before every one, and without a full stop."""
    return STEM.sub("", words).strip().rstrip(".").strip()


def is_activity(words: str) -> bool:
    """Whether it says what people will do instead of what they will have at the end."""
    return ACTIVITY.match(words) is not None
