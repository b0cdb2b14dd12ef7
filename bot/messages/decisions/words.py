"""Decisions in words: who decides, what a decision says for one team, and how long texts are shortened."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, number_of
from bot.model.decisions import Authority, Decision, Step
from bot.model.everybody import Roster
from bot.model.people import in_words

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
    """A decision with what is needed to say it: the names, and the number of the one it replaces.

    `credits` are those whose input shaped it and who may be named: people, and teams; `window` is the first
    and the last day of the walkthroughs whose trend did.
    """

    decision: Decision
    roster: Roster
    replaces: str = ""
    credits: tuple[str, ...] = ()
    window: tuple[date, date] | None = None

    @property
    def helper(self) -> str:
        return self.roster.name(self.decision.helper)

    @property
    def sponsor(self) -> str:
        return self.at_work(self.decision.sponsor)

    def at_work(self, person_id: str | None) -> str:
        """Somebody's name while they work here; else that it is nobody."""
        person = self.roster.person(person_id) if person_id else None
        return person.name if person is not None and person.active else "nobody now"

    def team(self, key: str) -> str:
        """A team's name as people know it now; its key once the team is gone."""
        found = self.roster.team(key)
        return found.name if found else key

    @property
    def all_teams(self) -> bool:
        """Whether it touches every team of the school, so that all staff hear of it together."""
        return {team.key for team in self.roster.teams} <= set(self.decision.teams)


MOST_NAMED = 3


def because_of(telling: Telling) -> str:
    """What lay behind it: "Uma Thistle, 2 more staff inputs and the walkthrough trend" (R-106).

    Only those who agreed to it are named, and never more than three; all others are counted.
    """
    decision, named = telling.decision, list(telling.credits[:MOST_NAMED])
    left = len(decision.inputs) - len(named)
    if left > 0:
        more = (
            number_of(left, "more staff input", "more staff inputs")
            if named
            else number_of(left, "staff input")
        )
        named.append(more)
    if decision.from_trend:
        named.append(trend_in_words(telling.window))
    return in_words(named)


def trend_in_words(window: tuple[date, date] | None) -> str:
    if window is None:
        return "the walkthrough trend"
    return f"the walkthrough trend of {day(window[0])} to {day(window[1])}"


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
