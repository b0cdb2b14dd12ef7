"""The student guard: words that look as if they name a child, found before anything is kept.

It starts a conversation with whoever writes; it is no proof, and nothing of what it finds is written down.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["any", "word", "first", "known", "loose", "start", "full"]

WORD = r"[^\W\d_]+(?:[-'’](?![sS]\b)[^\W\d_]+){0,4}"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
ENDS = '.!?:;\n•"“(-–—'
AROUND = 24
NOUNS = ("s", "ing", "ion", "ment", "ness", "ity", "ance", "ence", "ship", "ly", "ed", "body", "one", "time")
"""Endings that few names have; a sentence that begins with such a word begins with an ordinary one."""


@dataclass(frozen=True)
class Rule:
    """One way in which words may name a child. `cased` rules read capitals as they are written."""

    key: str
    name: Kind
    pattern: str
    cased: bool = False


@dataclass(frozen=True)
class GuardContent:
    """The patterns and word lists a school may tune."""

    rules: tuple[Rule, ...]
    terms: str
    titles: frozenset[str]
    places: frozenset[str]
    allow: frozenset[str]
    ambiguous: frozenset[str]
    authors: frozenset[str]
    first_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What looks like a child's name, and the few words it was found in; both are for the author alone."""

    key: str
    words: str


@dataclass(frozen=True)
class Adults:
    """The names of the school's own staff, in lower case: they are no students."""

    full: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str]) -> "Adults":
        whole = frozenset(name.lower() for name in names)
        return cls(whole, frozenset(word for name in whole for word in name.split()))


NOBODY = Adults()


class StudentGuard:
    """The patterns, ready to be used."""

    def __init__(self, content: GuardContent) -> None:
        self._content = content
        self._rules = [(rule, self._compiled(rule)) for rule in content.rules]

    def suspicion(self, text: str, adults: Adults = NOBODY) -> Suspicion | None:
        """The first thing in a text that looks as if it named a child; None when nothing does."""
        for rule, pattern in self._rules:
            for match in pattern.finditer(text):
                if self._holds(rule, match, text, adults):
                    return Suspicion(rule.key, excerpt(text, match.start(), match.end()))
        return None

    def _compiled(self, rule: Rule) -> re.Pattern[str]:
        term = f"(?:{self._content.terms})\\b"
        filled = rule.pattern.replace("{W}", WORD).replace("{MONTH}", MONTH).replace("{TERM}", term)
        return re.compile(filled, 0 if rule.cased else re.IGNORECASE)

    def _holds(self, rule: Rule, match: re.Match[str], text: str, adults: Adults) -> bool:
        if rule.name == "any":
            return True
        if not self._fits(rule, match, text):
            return False
        return not self._is_titled(text, match.start("name")) and not self._is_adult(match, adults, text)

    def _fits(self, rule: Rule, match: re.Match[str], text: str) -> bool:
        name = match["name"]
        word, at = name.lower(), match.start("name")
        if rule.name == "word":
            return word not in self._content.allow
        if rule.name == "first":
            return (
                word in self._content.first_names and is_name_shaped(name) and not self._is_place(match, text)
            )
        if rule.name == "full":
            return self._is_full_name(match)
        if rule.name == "start" and self._could_begin(name, text, at):
            return True
        loose = rule.name in ("loose", "start")
        return self._is_known(name, text, at) or (loose and self._could_be(name, text, at))

    def _could_begin(self, name: str, text: str, at: int) -> bool:
        """Whether a word at the start of a sentence may be a name that is on no list."""
        if not is_name_shaped(name) or not begins_sentence(text, at):
            return False
        return name.lower() not in self._content.allow and not name.lower().endswith(NOUNS)

    def _is_known(self, name: str, text: str, at: int) -> bool:
        word, content = name.lower(), self._content
        if word in content.ambiguous:
            return name[0].isupper() and not begins_sentence(text, at) and word not in content.allow
        return word in content.first_names

    def _could_be(self, name: str, text: str, at: int) -> bool:
        """Whether it is written as a name inside a sentence, or begins a name of two words."""
        word = name.lower()
        if word in self._content.allow or not is_name_shaped(name):
            return False
        return not begins_sentence(text, at) and not begins_title(text, at)

    def _is_full_name(self, match: re.Match[str]) -> bool:
        first, last = match["name"], match["last"]
        whole, content = f"{first} {last}".lower(), self._content
        is_name = first.lower() in content.first_names or (
            first.lower() in content.ambiguous and first.lower() not in content.allow
        )
        return (
            is_name
            and is_name_shaped(first)
            and is_name_shaped(last)
            and whole not in content.authors
            and last.lower() not in content.places | content.allow
        )

    def _is_place(self, match: re.Match[str], text: str) -> bool:
        """Whether the word that follows makes it a street, a school, a day or a method."""
        following = text[match.end("name") :].split()
        return bool(following) and following[0].strip(".,;:!?").lower() in self._content.places

    def _is_titled(self, text: str, at: int) -> bool:
        before = text[:at].rstrip().rpartition(" ")[2].strip("(\"'“").rstrip(".").lower()
        return before in self._content.titles

    def _is_adult(self, match: re.Match[str], adults: Adults, text: str) -> bool:
        name = match["name"].lower()
        following = text[match.end("name") :].removeprefix("'s").removeprefix("’s").split()
        second = following[0].strip(".,;:!?'’").removesuffix("'s").removesuffix("’s") if following else ""
        if second[:1].isupper() and len(second) > 1:
            whole = f"{name} {second.lower()}"
            return whole in adults.full or (whole in self._content.authors)
        if len(second) == 1 and second.isupper():
            return any(one.startswith(f"{name} {second.lower()}") for one in adults.full)
        return name in adults.single


def is_name_shaped(name: str) -> bool:
    """A capital and then small letters: no abbreviation, no small word."""
    return len(name) > 1 and name[0].isupper() and any(sign.islower() for sign in name)


def begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" ")
    return not before or before[-1] in ENDS


def begins_title(text: str, at: int) -> bool:
    """Whether the word before begins with a capital inside a sentence too: a heading or a product's name."""
    before = text[:at].rstrip(" ").rpartition(" ")[2]
    return bool(before) and before[0].isupper() and not begins_sentence(text, text.rfind(before, 0, at))


def excerpt(text: str, start: int, end: int) -> str:
    """The words found, whole, with nothing around them."""
    return " ".join(text[start : min(end, start + 4 * AROUND)].split())


def texts_of(values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Every text in the values of a request, with the name of the field it belongs to."""
    for name, value in values.items():
        for key, words in _inside(value):
            yield (f"{name}.{key}" if key else name), words


def _inside(value: object) -> Iterator[tuple[str, str]]:
    if type(value) is str:
        yield "", value
    elif isinstance(value, Mapping):
        yield from ((str(key), words) for key, one in value.items() for _, words in _inside(one))
    elif isinstance(value, Sequence | frozenset | set) and not isinstance(value, str | bytes):
        yield from (("", words) for one in value for _, words in _inside(one))
