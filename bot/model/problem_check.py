"""Reading a problem of practice: a first answer to its four questions, and a hint where words blame students.

It looks at the wording alone and starts a thought. The author decides, and nothing is kept of it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.model.problems import Check, Mark

WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True)
class CheckQuestion:
    """One of the four questions, and what to do when the answer is no."""

    key: Check
    asks: str
    hint: str


@dataclass(frozen=True)
class Reading:
    """Words that speak against one question, words it needs, and the answer where neither is so."""

    against: tuple[str, ...]
    needs: tuple[str, ...]
    otherwise: Mark

    def of(self, statement: str) -> Mark:
        if any(_stands(pattern, statement) for pattern in self.against):
            return Mark.FIX
        return Mark.PASS if all(_stands(one, statement) for one in self.needs) else self.otherwise


@dataclass(frozen=True)
class Blame:
    """Words that make a trait of students the subject, and something that adults could change instead."""

    words: str
    instead: str


@dataclass(frozen=True)
class Example:
    """A complaint, and the same thing said as a problem of practice."""

    before: str
    after: str


@dataclass(frozen=True)
class ProblemCheck:
    """Everything a problem of practice is read with."""

    questions: tuple[CheckQuestion, ...]
    readings: Mapping[Check, Reading]
    blame: tuple[Blame, ...]
    examples: tuple[Example, ...]

    def read(self, statement: str) -> Mapping[Check, Mark]:
        """A first answer to each question, from the wording alone (R-069)."""
        return {one.key: self.readings[one.key].of(statement) for one in self.questions}

    def instead(self, words: str) -> str | None:
        """What adults could change, where a trait of students is the subject; else None (R-074)."""
        return next((one.instead for one in self.blame if _stands(one.words, words)), None)

    def example(self, statement: str) -> Example:
        """The rewrite whose beginning has most words in common with this."""
        written = _words(statement)
        return max(self.examples, key=lambda one: len(written & _words(one.before)))


def _stands(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))
