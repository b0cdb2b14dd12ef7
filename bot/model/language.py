"""A kinder way to put what is said about students, offered in private and never kept (R-012)."""

import re

WHO = r"(?:kids?|students?|children|learners?|pupils?|readers?|boys|girls|group|class)"
LABELS = re.compile(
    rf"\b(?:our|the|my|these|those)?\s*"
    rf"(?:lows?|lowest|slow|weak|lazy|bad|unmotivated|bubble|behaviou?r|problem|struggling)\s+{WHO}\b"
    rf"|\b(?:our|the|my)\s+lows\b",
    re.IGNORECASE,
)
CANNOT = re.compile(
    rf"\b(?:{WHO}|they)\s+(?:just\s+|simply\s+|still\s+)?"
    r"(?:can(?:['’]?t|not|\s+not)|won['’]?t|will\s+never|never|do(?:n['’]t|\s+not)\s+(?:even\s+)?(?:care|try|want)"
    r"|are(?:n['’]t|\s+not)\s+(?:able|capable|smart|motivated)|refuse)\b",
    re.IGNORECASE,
)
DOING = re.compile(
    r"\b(?:can(?:['’]?t|not|\s+not)|won['’]?t|will\s+never|never|refuse\s+to)\s+"
    r"(?:even\s+)?(?:do|get|learn|understand|handle|read|write|solve|use|follow|remember)?\s*(?P<what>[^.!?]{3,60})",
    re.IGNORECASE,
)


def kinder(words: str) -> str | None:
    """Another way to say it that asks about the task; None where nothing speaks of students as lacking.

    It looks at the wording alone, knows nobody, and nothing is kept of it.
    """
    if not LABELS.search(words) and not CANNOT.search(words):
        return None
    doing = DOING.search(words)
    what = doing["what"].strip(" ,;:") if doing else ""
    about = f" with {what}" if what else ""
    return f"Students are not yet connecting{about}: what could we change in the task?"
