"""Everything the bot did that Teams would have answered with an error to the person in front of it."""

from dataclasses import dataclass

from bot.sandbox.sender import Answer
from bot.sandbox.teams.validation.answers import answer_problems


@dataclass(frozen=True)
class Problem:
    """What was asked of the bot (an invoke's name, or an activity's type), by whom, and what was wrong."""

    about: str
    who: str
    words: str


class Problems:
    """The problems so far, oldest first."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def heard(self, about: str, who: str, answer: Answer) -> bool:
        """Say whether an answer to a message or a piece of news will do, and remember when it will not."""
        if not answer.ok:
            self._add(about, who, f"{answer.outcome} {answer.status or ''}".strip())
        return answer.ok

    def answered(self, name: str, who: str, answer: Answer) -> bool:
        """Say whether an answer to an invoke will do, and remember when it will not."""
        if not self.heard(name, who, answer):
            return False
        said = [*answer_problems(name, answer.body)]
        if answer.status != 200:
            said.append(f"status {answer.status} where 200 is needed")
        for words in said:
            self._add(name, who, words)
        return not said

    def _add(self, about: str, who: str, words: str) -> None:
        self.found.append(Problem(about, who, words))
