"""Who else is working on this? People who said so are told of each other, two to four at a time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.model.ids import new_id

MOST = 4
LONGEST_TOPIC = 80
ENGLISH = (
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "from",
    "how",
    "in",
    "my",
    "of",
    "on",
    "or",
    "our",
    "the",
    "to",
)
SPANISH = ("de", "del", "el", "en", "la", "las", "los", "para", "por", "un", "una", "y")
SMALL = frozenset((*ENGLISH, *SPANISH, "i", "into", "their", "we", "what", "with", "working"))
"""Words of a topic that say nothing of it."""


@dataclass(eq=False, kw_only=True)
class Interest:
    """Somebody wants to hear who else works on a topic. `circle` is whom they were introduced with."""

    school: str
    person: str
    topic: str
    since: date
    circle: str | None = None
    id: str = field(default_factory=new_id)


def words_of(topic: str) -> frozenset[str]:
    """The words of a topic that say something."""
    return frozenset(re.findall(r"[^\W_]+", topic.casefold())) - SMALL


def is_about(one: str, other: str) -> bool:
    """Whether two topics are the same, or one says the other with more words."""
    mine, theirs = words_of(one), words_of(other)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def matching(topic: str, interests: Iterable[Interest]) -> list[Interest]:
    """Whom somebody with this topic joins: a circle that has room, else all who wait; oldest first."""
    fitting = sorted((one for one in interests if is_about(one.topic, topic)), key=lambda one: one.id)
    circles: dict[str, list[Interest]] = {}
    for one in fitting:
        if one.circle is not None:
            circles.setdefault(one.circle, []).append(one)
    roomy = next((circle for circle in circles.values() if len(circle) < MOST), None)
    return roomy or [one for one in fitting if one.circle is None][: MOST - 1]
