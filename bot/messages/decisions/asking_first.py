"""A private hint after three tells in a row: ask the team something, too (R-110)."""

from dataclasses import dataclass

from bot.messages.home import Waiting
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph, text
from bot.model.decisions import Decision
from bot.model.relaying import TELLS_IN_A_ROW

HINT = f"Last {TELLS_IN_A_ROW} were tells. Add a question?"
QUESTION = "What would make this work in your room? Press Ask and tell us."
TOO_LATE = "This decision has gone out already. To ask the team, use: /ilt campaign"


@dataclass(frozen=True, slots=True)
class Tally:
    """What a team heard: how often it was told something this month, and asked."""

    team: str
    name: str
    tells: int
    asks: int

    @property
    def in_words(self) -> str:
        return f"This month they were told {self.tells} times and asked {self.asks} times."


def add(decision: Decision, tally: Tally) -> Button:
    values = {"decision": decision.id, "team": tally.team}
    return Button(f"Add a question for {tally.name}", "add-question", values)


def hint(decision: Decision, tally: Tally) -> list[Part]:
    """To whoever records it, before it goes out."""
    line = paragraph(bold(f"{tally.name}: "), HINT)
    return [
        line,
        context(f"{tally.in_words} Only you and the relay lead see this."),
        buttons(add(decision, tally)),
    ]


def waiting(decision: Decision, tally: Tally) -> Waiting:
    """On the Home of the relay lead."""
    words = text(bold(f"{decision.label} for {tally.name}: "), HINT, f" {tally.in_words}")
    return Waiting(words, (add(decision, tally),))


@dataclass(frozen=True, slots=True)
class Asks:
    """Whether the post to a team ends with a question now."""

    decision: Decision
    team: str
    name: str
    added: bool


def asks(kept: Asks) -> Message:
    values = {"decision": kept.decision.id, "team": kept.team}
    if not kept.added:
        return Message(f"The post to {kept.name} about {kept.decision.label} has no question.")
    summary = f"The post to {kept.name} about {kept.decision.label} ends with a question."
    undo = Button("Take it out", "add-question", {**values, "add": "false"})
    return Message(summary, (paragraph(summary), paragraph(QUESTION), buttons(undo)))
