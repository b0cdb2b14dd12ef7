"""Who decides about something, read from the table in which a school wrote it in its own words."""

import re
from collections.abc import Iterable, Sequence

from bot.model.decisions import Authority
from bot.model.settings import Authority as Line

MINUTES = re.compile(r"(\d+)\s*(?:-\s*)?min", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5
WHO: tuple[tuple[Authority, tuple[str, ...]], ...] = (
    (Authority.MANDATE, ("district", "state", "board", "distrito")),
    (Authority.FACULTY, ("faculty", "staff", "ratif", "docente", "personal")),
    (Authority.PRINCIPAL, ("principal", "school leader", "direcci", "director")),
    (Authority.ILT, ("ilt", "team")),
)
"""How a school may call those who decide; the first that is mentioned counts."""

COMMON = ("about", "after", "anything", "everything", "minutes", "more", "over", "than", "their", "with")
"""Words that say nothing of what it is about."""


def governing(proposal: str, table: Sequence[Line], topics: str = "") -> tuple[str, Authority] | None:
    """The line that this proposal falls under, in the school's words, and who decides then; None without one.

    `topics` are what the charter puts before the faculty, apart by comma, semicolon or line. A line that
    speaks of minutes holds for what takes more; any other, for what has half of its words or more.
    """
    for topic in re.split(r"[,;\n]", topics):
        if applies(topic, proposal):
            return topic.strip(), Authority.FACULTY
    for line in table:
        who = named(line.who)
        if who is not None and applies(line.what, proposal):
            return line.what, who
    return None


def applies(what: str, proposal: str) -> bool:
    limit = MINUTES.search(what)
    if limit is not None:
        return any(int(took[1]) > int(limit[1]) for took in MINUTES.finditer(proposal))
    wanted, said = stems([what]), stems([proposal])
    return bool(wanted) and len(wanted & said) * 2 >= len(wanted)


def named(who: str) -> Authority | None:
    written = who.casefold()
    return next((kind for kind, words in WHO if any(word in written for word in words)), None)


def stems(texts: Iterable[str]) -> set[str]:
    found = {word[:STEM] for text in texts for word in WORD.findall(text.casefold())}
    return found - {word[:STEM] for word in COMMON}
