"""Words that everything about problems of practice shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day
from bot.messages.vocabulary import Button, Message, buttons, paragraph
from bot.model.problems import Check, Mark, Problem, ProblemState

STATES: Mapping[ProblemState, str] = {
    ProblemState.DRAFT: "draft",
    ProblemState.FRAMED: "framed",
    ProblemState.READY: "ready",
    ProblemState.IN_ACTION: "in action",
    ProblemState.RESOLVED: "resolved",
    ProblemState.REFRAMED: "framed anew",
    ProblemState.STOPPED: "stopped",
}
CHECKS: Mapping[Check, str] = {
    Check.POSITIVE: "Positive",
    Check.SOLVABLE: "Solvable",
    Check.MEASURABLE: "Measurable",
    Check.SPECIFIC: "Specific",
}
MARKS: Mapping[Mark, str] = {Mark.PASS: "yes", Mark.FIX: "fix", Mark.UNCLEAR: "not clear yet"}
ENDED = frozenset({ProblemState.RESOLVED, ProblemState.REFRAMED, ProblemState.STOPPED})


@dataclass(frozen=True)
class Sheet:
    """One problem with all that is said around it: names, and what this reader may do."""

    problem: Problem
    by: str
    strategy: str = ""
    before: str = ""
    may_change: bool = False


@dataclass(frozen=True)
class OnAgenda:
    """A problem, and the day of the meeting that takes it up."""

    problem: Problem
    day: date


def on_the_agenda(placed: OnAgenda) -> Message:
    said = f"{placed.problem.label} is on the ILT agenda for {day(placed.day)}."
    return Message(said, (paragraph(said), buttons(Button("See the agenda", "agenda"))))


def button(label: str, verb: str, problem: Problem) -> Button:
    return Button(label, verb, {"problem": problem.id})


def details(problem: Problem) -> Button:
    return Button("Details", "problems", {"number": problem.label})
