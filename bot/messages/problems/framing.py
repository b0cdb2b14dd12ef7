"""What the author reads after writing: how it reads, what to do next, and in private a hint about blame."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.problems.words import CHECKS, MARKS, STATES, Sheet, button, details
from bot.messages.vocabulary import Message, Part, Text, bold, bullets, buttons, context, paragraph, text
from bot.model.problem_check import CheckQuestion, Example
from bot.model.problems import Check, Mark, ProblemState

NEXT = {
    ProblemState.DRAFT: "It is a draft that only you see. Answer the four questions when you are ready.",
    ProblemState.FRAMED: "It is framed, and the ILT can read it. Next comes the plan: what will you try?",
    ProblemState.READY: "It is ready: framed and planned. The ILT can start it.",
}
NO_STUDENTS = "One line is open: what will students do differently?"


@dataclass(frozen=True)
class Framed:
    """A problem, the answers to its four questions, an example, and another subject where words blame."""

    sheet: Sheet
    questions: tuple[CheckQuestion, ...]
    marks: Mapping[Check, Mark]
    example: Example
    instead: str | None = None


def framed(result: Framed) -> Message:
    problem = result.sheet.problem
    parts: list[Part] = [
        paragraph(bold(f"{problem.label}  "), problem.statement),
        paragraph(NEXT[problem.state]),
        bullets(*(_answer(one, result.marks.get(one.key, Mark.UNCLEAR)) for one in result.questions)),
    ]
    if not problem.students:
        parts.append(paragraph(NO_STUDENTS))
    if problem.state is ProblemState.DRAFT:
        parts.append(context(f"An example. “{result.example.before}” can become: {result.example.after}"))
    if result.instead:
        parts.append(context(_hint(result.instead)))
    return Message(
        f"{problem.label} is saved: {STATES[problem.state]}", (*parts, _next(result)), private=True
    )


def _answer(asked: CheckQuestion, mark: Mark) -> Text:
    ending = "" if mark is Mark.PASS else f" {asked.hint}"
    return text(bold(f"{CHECKS[asked.key]}: "), f"{MARKS[mark]}.{ending}")


def _hint(instead: str) -> str:
    """A private hint (R-074): it stops nothing and is kept nowhere."""
    return (
        f"Only you see this hint. Name what we do now and could change, e.g. {instead}. "
        "It is saved as you wrote it."
    )


def _next(result: Framed) -> Part:
    problem = result.sheet.problem
    check = button("Four questions", "change-problem", problem)
    then = [] if problem.state is ProblemState.DRAFT else [button("Plan", "plan-problem", problem)]
    return buttons(*then, check, button("Put on agenda", "discuss-problem", problem), details(problem))
