"""Decisions in words: who decides, what a decision says for one team, and how long texts are shortened."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.dates import number_of
from bot.model.decisions import Authority, Decision, Step
from bot.model.people import Roster, in_words

AUTHORITIES: Mapping[Authority, str] = {
    Authority.ILT: "ILT decides",
    Authority.PRINCIPAL: "Principal decides after ILT advice",
    Authority.FACULTY: "Faculty ratifies",
    Authority.MANDATE: "Mandate",
}
NEWS: Mapping[Step, str] = {
    Step.ADJUST: "Adjusted",
    Step.PAUSE: "Paused",
    Step.RESUME: "Taken up again",
    Step.REVERSE: "Reversed",
    Step.EXPIRE: "Expired",
}
"""What a review came to, as staff read it."""
SENTENCE_END = re.compile(r"[.!?][\"')\]]*(?=\s|$)")
WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Telling:
    """A decision with what is needed to say it: the names, and the number of the one it replaces."""

    decision: Decision
    roster: Roster
    replaces: str = ""

    @property
    def helper(self) -> str:
        return self.roster.name(self.decision.helper)

    def team(self, key: str) -> str:
        """A team's name as people know it now; its key once the team is gone."""
        found = self.roster.team(key)
        return found.name if found else key

    @property
    def all_teams(self) -> bool:
        """Whether it touches every team of the school, so that all staff hear of it together."""
        return {team.key for team in self.roster.teams} <= set(self.decision.teams)


def shaped_by(decision: Decision) -> str:
    """What lay behind it, counted and never named: "2 staff inputs and the walkthrough trend"."""
    sources = [number_of(len(decision.inputs), "staff input")] if decision.inputs else []
    return in_words([*sources, "the walkthrough trend"] if decision.from_trend else sources)


def count(text: str) -> int:
    return len(text.split())


def shortened(text: str, words: int, characters: int = 600) -> str:
    """Return the text when it has at most so many words and characters, else a beginning of it.

    It ends with a sentence where that keeps a third or more of what is allowed, else after a word, with "…".
    """
    ends = [word.end() for word in WORD.finditer(text)]
    if len(ends) <= words and len(text) <= characters:
        return text
    inside = [end for end in ends[:words] if end < characters]
    head = text[: inside[-1] if inside else characters - 1]
    sentences = [match.end() for match in SENTENCE_END.finditer(head)]
    if sentences and count(head[: sentences[-1]]) * 3 >= words:
        return head[: sentences[-1]]
    return f"{head.rstrip(' ,;:.')}…"
