"""What whoever corrects a decision reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.decisions.recording import CHANGE, GENERAL, STATEMENT, STOPS, STUDENTS, WHY
from bot.messages.decisions.words import Telling
from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import Button, Message, context
from bot.model.decisions import Decision, DecisionState

SAME = "Nothing is different yet. Change the words that need it, or close this form."
MEANWHILE = (
    "Somebody else has just corrected this decision. Copy what you wrote, close this form, and open it again."
)
NO_LONGER_STANDS = "This decision no longer stands, so its words stay as they were. See: /ilt decisions"
KEPT = (
    "Only the words can be corrected. If the date, the teams or the decision itself changes, record a new "
    "one that replaces it: /ilt decide"
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A decision with its new words, and how many posts are changed."""

    decision: Decision
    copies: int


def form(told: Telling, values: Mapping[str, object]) -> Form:
    """The texts as they stand, to be changed."""
    decision = told.decision
    own = tuple(
        TextField(
            f"changes.{team}",
            f"What changes for {told.team(team)}?",
            True,
            CHANGE,
            decision.changes.get(team, ""),
            optional=True,
            hint=GENERAL,
        )
        for team in decision.teams
    )
    general = "What changes in general?"
    return Form(
        title=f"Correct {decision.label}",
        submit="Correct",
        pieces=(
            TextField("statement", "What did we decide?", True, STATEMENT, decision.statement),
            TextField(
                "students",
                "What will students do differently?",
                False,
                STUDENTS,
                decision.students,
                optional=True,
            ),
            TextField("why", "Why?", True, WHY, decision.why),
            *own,
            TextField("change", general, True, CHANGE, decision.change, optional=True),
            TextField("stops", "What stops or shrinks?", False, STOPS, decision.stops, optional=True),
            context(reach(decision)),
            context(KEPT),
        ),
    )


def reach(decision: Decision) -> str:
    if decision.state is DecisionState.RECORDED:
        return "It has not gone out yet: staff will only see the new words."
    return "Every post about it is changed, with today's date. Nobody gets a new notification."


def button(decision: Decision) -> Button:
    values = {"decision": decision.id, "version": str(decision.corrections)}
    return Button("Correct", "correct-decision", values)


def corrected(kept: Corrected) -> Message:
    label = kept.decision.label
    if not kept.copies:
        return Message(f"{label} is corrected. It goes out with the new words.")
    posts = "1 post says" if kept.copies == 1 else f"{kept.copies} posts say"
    return Message(f"{label} is corrected. In a moment {posts} the new words and today's date.")
