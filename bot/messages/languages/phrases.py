"""Finding which phrase of the program a text is, and saying it in another language."""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.messages.languages.days import day_said
from bot.model.languages import Language

PLACEHOLDER = re.compile(r"\{(\w+)\}")
SENTENCES = re.compile(r"(?<=[.!?:]) +|\n+")
NUMBERED = re.compile(r"(\d+\. )(.+)", re.DOTALL)
COUNTED = re.compile(r"(.+)(: \d+)")
LETTERS = re.compile(r"[^\W\d_]{2}")
WORD_BETWEEN = re.compile(r"(?:^|\s)[a-z]{2}")
"""A word that is no name, number or date."""
NAMED = re.compile(r"\b[A-Z]\w+:")
"""What only a label has: "Why: "."""
KEY = 6
"""How many letters a phrase must begin with to be looked for under them."""
FEWEST = 7
"""With fewer letters of its own a phrase such as "{first} to {last}" fits nearly all that people write."""
DEEP = 4
"""How far values inside values are translated: "Grade 3: two visits" is two deep."""


@dataclass(frozen=True)
class Pattern:
    """One phrase with placeholders, and what it says in the other language; made ready when first tried.

    One that `is_loose` is meant only where what fills it is a name, a number, a date, or known itself.
    """

    written: str
    other: str
    weight: int
    is_loose: bool = False

    @classmethod
    def of(cls, english: str, other: str) -> "Pattern":
        """A name that stands twice must be filled with the same words."""
        seen: set[str] = set()
        parts = PLACEHOLDER.split(english)
        written = "".join(_piece(part, place, seen) for place, part in enumerate(parts))
        letters = sum(map(str.isalpha, "".join(parts[::2])))
        is_loose = letters < FEWEST and not NAMED.search(english) and not english[0].islower()
        return cls(written, other, sum(map(len, parts[::2])), is_loose)

    @cached_property
    def english(self) -> re.Pattern[str]:
        return re.compile(self.written, re.DOTALL)


def _piece(part: str, place: int, seen: set[str]) -> str:
    if place % 2 == 0:
        return re.escape(part)
    if part in seen:
        return f"(?P={part})"
    seen.add(part)
    return f"(?P<{part}>.*?)"


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Every phrase of the program in one other language."""

    language: Language
    exact: Mapping[str, str]
    by_start: Mapping[str, list[Pattern]] = field(repr=False)
    others: list[Pattern] = field(repr=False)

    @classmethod
    def read(cls, written: str, language: Language) -> "Phrasebook":
        """Read a gettext catalogue (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html)."""
        from babel.messages.pofile import read_po

        entries = read_po(io.StringIO(written))
        return cls.of(((str(one.id), str(one.string)) for one in entries if one.id and one.string), language)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], language: Language) -> "Phrasebook":
        exact: dict[str, str] = {}
        by_start: dict[str, list[Pattern]] = defaultdict(list)
        others: list[Pattern] = []
        for english, other in pairs:
            exact[english] = other
            if not PLACEHOLDER.search(english) or not LETTERS.search(PLACEHOLDER.sub("", english)):
                continue
            pattern, start = Pattern.of(english, other), english.partition("{")[0]
            (by_start[start[:KEY]] if len(start) >= KEY else others).append(pattern)
        for found in (*by_start.values(), others):
            found.sort(key=lambda pattern: -pattern.weight)
        return cls(language, exact, dict(by_start), others)

    def say(self, text: str, depth: int = 0) -> str:
        """The text in this language; words that are no phrase of the program stay as they are."""
        inner = text.strip()
        if not inner or depth > DEEP:
            return text
        said = day_said(inner, self.language) or self._phrase(inner, depth)
        if said is None:
            said = (
                self._numbered(inner, depth)
                or self._counted(inner)
                or self._sentence_by_sentence(inner, depth)
            )
        before = text[: len(text) - len(text.lstrip())]
        return f"{before}{said}{text[len(text.rstrip()) :]}" if said != inner else text

    def _phrase(self, text: str, depth: int) -> str | None:
        if text in self.exact:
            return self.exact[text]
        for pattern in (*self.by_start.get(text[:KEY], ()), *self.others):
            found = pattern.english.fullmatch(text)
            if found is None:
                continue
            values = found.groupdict()
            said = self._said(values, depth)
            if not pattern.is_loose or fits(values, said, has_colon=":" in pattern.english.pattern):
                return str(pattern.other.format_map(said))
        return None

    def _said(self, values: Mapping[str, str], depth: int) -> dict[str, str]:
        return {name: self.say(value, depth + 1) for name, value in values.items()}

    def _numbered(self, text: str, depth: int) -> str | None:
        """ "1. Opening", when what is numbered is known."""
        found = NUMBERED.fullmatch(text)
        said = found and self._phrase(found[2], depth + 1)
        return f"{found[1]}{said}" if found and said else None

    def _counted(self, text: str) -> str | None:
        """ "Decided: 3", when what is counted is known."""
        found = COUNTED.fullmatch(text)
        said = self.exact.get(found[1]) if found else None
        return f"{said}{found[2]}" if found and said else None

    def _sentence_by_sentence(self, text: str, depth: int) -> str:
        """What was put together from several phrases, each by itself."""
        ends = [found.end() for found in SENTENCES.finditer(text)]
        if not ends:
            return self._listed(text, depth)
        starts = [0, *ends]
        pieces = [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True)]
        return "".join(self.say(piece, depth + 1) for piece in pieces)

    def _listed(self, text: str, depth: int) -> str:
        """ "A, b and c", when every one of them is known."""
        pieces = re.split(r"(, | and | or )", text)
        if len(pieces) < 3:
            return text
        said = [self._phrase(piece, depth + 1) or day_said(piece, self.language) for piece in pieces[::2]]
        if any(one is None for one in said):
            return text
        joints = [self.exact.get(joint.strip(), joint.strip()) for joint in pieces[1::2]]
        spaced = [joint if joint == ", " else f" {joint} " if joint != "," else ", " for joint in joints]
        return "".join(f"{one}{joint}" for one, joint in zip(said, [*spaced, ""], strict=True))


def fits(values: Mapping[str, str], said: Mapping[str, str], *, has_colon: bool) -> bool:
    """Whether a phrase with hardly a word of its own is likely meant, and not a sentence of somebody's.

    After a colon there may be people's own words, if something else is known: "Question from Ana: where?"
    """
    own = [one for name, one in values.items() if said[name] == one and WORD_BETWEEN.search(one)]
    return not own or (has_colon and said != values)
