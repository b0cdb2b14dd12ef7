"""The forms about problems of practice: its words, its four questions, its plan and its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.messages.forms import ChoiceField, DateField, Form, Option, Piece, TextField
from bot.messages.problems.words import CHECKS
from bot.messages.vocabulary import context, paragraph
from bot.model.problem_check import CheckQuestion
from bot.model.problems import Check, Mark, Problem, ProblemState

STATEMENT, LINE = 400, 200
Values = Mapping[str, Any]
NO_NAMES = "No names and no rooms, please: a practice, never a person."
STEM = "In [grades], we [what adults do now]. If we [practice to change], students will [what we would see]."
CANVAS_NAMES = {
    "cause": "Root cause, your best guess",
    "move": "The move",
    "who": "Who does it",
    "support": "Support they get",
    "measure": "First sign that it works",
    "review_on": "Review day",
    "stop_rule": "When we stop",
}
PLACEHOLDERS = {
    "cause": "We go to sharing before anyone had time to think.",
    "move": "Three minutes of writing before partner talk.",
    "who": "Grades 3-5 math; a team, not a name",
    "support": "A lesson to watch, and one planning time.",
    "measure": "Visits in which students explain how they know.",
    "stop_rule": "No change after three weeks, or it costs more than 10 minutes.",
}


@dataclass(frozen=True)
class Desk:
    """What a form about the words of a problem is drawn from."""

    strategies: Mapping[str, str]
    questions: tuple[CheckQuestion, ...]
    problem: Problem | None = None
    reading: Mapping[Check, Mark] = field(default_factory=dict)


@dataclass(frozen=True)
class Planning:
    problem: Problem
    today: date


@dataclass(frozen=True)
class Ending:
    problem: Problem


def frame(desk: Desk, given: Values) -> Form:
    """The form for a new problem, with what was typed after the command."""
    told = context(f"It begins as a draft that only you see. {NO_NAMES}")
    return Form("Problem of practice", "Save", (*_words(desk, given), told))


def reframe(desk: Desk, given: Values) -> Form:
    """The same for one that takes the place of another."""
    told = context("A new draft begins. The one before stays in the list as framed anew.")
    return Form("Frame it anew", "Save", (*_words(desk, given), told), carries=_carried(desk))


def change(desk: Desk, given: Values) -> Form:
    """Its words, and the four questions with the answers there are."""
    marks = {**desk.reading, **(desk.problem.marks if desk.problem else {})}
    asked = tuple(_question(one, marks.get(one.key), given) for one in desk.questions)
    told = context(
        "You decide. With four times yes it is framed, and the ILT sees it; else it stays a draft."
    )
    return Form("The four questions", "Save", (*_words(desk, given), *asked, told), carries=_carried(desk))


def _carried(desk: Desk) -> dict[str, str]:
    return {"problem": desk.problem.id} if desk.problem else {}


def _words(desk: Desk, given: Values) -> tuple[Piece, ...]:
    was = desk.problem
    options = tuple(Option(key, name) for key, name in desk.strategies.items())
    chosen = str(given.get("strategy") or (was.strategy if was else "") or "")
    strategy = ChoiceField(
        "strategy",
        "Which strategy does it belong to?",
        options,
        initial=chosen if chosen in desk.strategies else None,
        optional=True,
    )
    return (
        TextField(
            "statement",
            "The problem in one sentence",
            multiline=True,
            max_length=STATEMENT,
            initial=str(given.get("statement") or (was.statement if was else ""))[:STATEMENT],
            hint=STEM,
        ),
        TextField(
            "students",
            "What will students do differently?",
            max_length=LINE,
            initial=str(given.get("students") or (was.students if was else "")),
            optional=True,
            placeholder="More students explain how they know.",
        ),
        *((strategy,) if options else ()),
    )


def _question(asked: CheckQuestion, mark: Mark | None, given: Values) -> ChoiceField:
    chosen = str(given.get(f"marks.{asked.key.value}") or (mark.value if mark else ""))
    answers = (Option(Mark.PASS.value, "Yes"), Option(Mark.FIX.value, "Fix"))
    return ChoiceField(
        f"marks.{asked.key.value}",
        CHECKS[asked.key],
        answers,
        initial=chosen if chosen in (Mark.PASS, Mark.FIX) else None,
        optional=True,
        hint=asked.asks,
        style="buttons",
    )


def plan(planning: Planning, given: Values) -> Form:
    problem = planning.problem
    pieces = [_line(name, problem, given) for name in PLACEHOLDERS]
    review = DateField("review_on", CANVAS_NAMES["review_on"], initial=_review(problem, given), optional=True)
    told = context(f"What you leave empty can wait. {NO_NAMES}")
    shown = paragraph(f"{problem.label}: {problem.statement}")
    return Form(
        "Plan", "Save", (shown, *pieces[:-1], review, pieces[-1], told), carries={"problem": problem.id}
    )


def _line(name: str, problem: Problem, given: Values) -> TextField:
    written = str(given.get(name) or getattr(problem.canvas, name))
    return TextField(
        name,
        CANVAS_NAMES[name],
        max_length=LINE,
        initial=written,
        optional=True,
        placeholder=PLACEHOLDERS[name],
    )


def _review(problem: Problem, given: Values) -> date | None:
    written = given.get("review_on")
    return date.fromisoformat(str(written)) if written else problem.review_on


def end(ending: Ending, given: Values) -> Form:
    problem = ending.problem
    tried = problem.state is ProblemState.IN_ACTION
    ways = (Option("resolved", "Resolved: it changed"),) if tried else ()
    options = (*ways, Option("stopped", "Stop: we let it go"))
    wished = given.get("how")
    return Form(
        "What became of it?",
        "Save",
        (
            paragraph(f"{problem.label}: {problem.statement}"),
            ChoiceField(
                "how",
                "How does it end?",
                options,
                initial=str(wished) if wished in [one.value for one in options] else options[-1].value,
                style="buttons",
            ),
            TextField("learned", "What did we learn?", max_length=LINE, hint=NO_NAMES),
        ),
        carries={"problem": problem.id},
    )
