"""The list of problems of practice, one of them in full, and the question on its review day."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.messages.dates import day
from bot.messages.problems.forms import CANVAS_NAMES
from bot.messages.problems.words import ENDED, STATES, Sheet, button, details
from bot.messages.vocabulary import Button, Facts, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.problems import PREPARED, Problem, ProblemState, Step

SHOWN = 8
STEPS = 6
FRAME = Button("Frame a problem", "problem")


@dataclass(frozen=True)
class Register:
    """What was found: one problem in full, or a list of them, newest first, out of `total`."""

    search: str
    problems: tuple[Problem, ...] = ()
    total: int = 0
    one: Sheet | None = None


def register(found: Register) -> Message:
    if found.one is not None:
        return record(found.one)
    if not found.problems:
        return _nothing(found.search)
    title = f"Problems of practice about “{found.search}”" if found.search else "Problems of practice"
    parts: list[Part] = [paragraph(bold(title))]
    for problem in found.problems:
        said = paragraph(bold(f"{problem.label}  "), problem.statement)
        parts += [said, context(status(problem)), buttons(details(problem))]
    if found.total > len(found.problems):
        newest = f"The newest {len(found.problems)} of {found.total}."
        parts.append(context(f"{newest} To find others, add a number or a word: /ilt problems reading"))
    return Message(title, (*parts, buttons(FRAME)))


def _nothing(search: str) -> Message:
    if search:
        said = f"I found no problem of practice about “{search}”. Try a number (P-003), or all: /ilt problems"
    else:
        said = "There is no problem of practice yet. One sentence is enough to begin."
    return Message(said, (paragraph(said), buttons(FRAME)))


def status(problem: Problem) -> str:
    said = STATES[problem.state].capitalize()
    if problem.state is ProblemState.IN_ACTION and problem.review_on:
        return f"{said}. Review on {day(problem.review_on)}."
    if problem.state is ProblemState.DRAFT:
        return f"{said}. Only you see it."
    last = problem.history[-1]
    learned = f": {last.words}" if problem.state in ENDED else ""
    return f"{said} since {day(last.on)}{learned}."


def record(sheet: Sheet) -> Message:
    """One problem with everything that is known of it, and what may be done next."""
    problem = sheet.problem
    parts: list[Part] = [
        paragraph(bold(f"{problem.label}  "), problem.statement),
        context(status(problem), f" Framed by {sheet.by}."),
    ]
    if problem.students:
        parts.append(paragraph(bold("Students: "), problem.students))
    if pairs := tuple(_pairs(sheet)):
        parts.append(Facts(pairs))
    if len(problem.history) > 1:
        parts += [context("How it came here"), bullets(*(_step(one) for one in problem.history[-STEPS:]))]
    pressable = _pressable(sheet)
    return Message(f"Problem of practice {problem.label}", (*parts, *pressable))


def _pairs(sheet: Sheet) -> Iterator[tuple[str, str]]:
    problem = sheet.problem
    if sheet.strategy:
        yield "Strategy", sheet.strategy
    if sheet.before:
        yield "Framed anew from", sheet.before
    for name, label in CANVAS_NAMES.items():
        review = day(problem.review_on) if problem.review_on else ""
        said = review if name == "review_on" else getattr(problem.canvas, name)
        if said:
            yield label, said


def _step(step: Step) -> str:
    return f"{day(step.on)}, {STATES[step.state]}: {step.words}"


def _pressable(sheet: Sheet) -> list[Part]:
    problem = sheet.problem
    if not problem.is_open:
        return []
    found: list[Button] = []
    if problem.state is ProblemState.READY:
        found.append(button("Start", "start-problem", problem))
    if sheet.may_change and problem.state in PREPARED:
        found.append(button("Four questions", "change-problem", problem))
    found += [
        button("Plan", "plan-problem", problem),
        button("Put on agenda", "discuss-problem", problem),
        button("Frame it anew", "reframe-problem", problem),
        button("What became of it", "end-problem", problem),
    ]
    return [buttons(*found)]


def planned(sheet: Sheet) -> Message:
    """The plan was kept: what it still needs, and what comes next."""
    problem = sheet.problem
    lacking = [CANVAS_NAMES[name].lower() for name in problem.missing]
    if lacking:
        said = f"Saved. The plan of {problem.label} still needs: {', '.join(lacking)}."
    elif problem.state is ProblemState.READY:
        said = f"Saved. {problem.label} is ready. Start it, or put it on the agenda so the ILT can decide."
    elif problem.state is ProblemState.IN_ACTION:
        said = f"Saved. {status(problem)}"
    else:
        said = f"Saved. The plan is whole; {problem.label} is ready once its four questions are answered yes."
    return Message(said, (paragraph(said), *_pressable(sheet)))


def started(sheet: Sheet) -> Message:
    problem = sheet.problem
    on = f" on {day(problem.review_on)}" if problem.review_on else ""
    said = f"{problem.label} is in action. I ask{on} what became of it."
    return Message(said, (paragraph(said), buttons(details(problem))))


def ended(sheet: Sheet) -> Message:
    problem = sheet.problem
    said = f"{problem.label} is {STATES[problem.state]}. It stays in the list with what was learned."
    return Message(said, (paragraph(said), buttons(details(problem))))


def review(problem: Problem) -> Message:
    """On its review day: what became of it?"""
    title = f"{problem.label} is up for review"
    measure = problem.canvas.measure
    return Message(
        title,
        (
            paragraph(bold(f"{title}. "), problem.statement),
            Facts(
                ((CANVAS_NAMES["measure"], measure), (CANVAS_NAMES["stop_rule"], problem.canvas.stop_rule))
            ),
            buttons(
                button("What became of it", "end-problem", problem),
                button("Review later", "plan-problem", problem),
                button("Frame it anew", "reframe-problem", problem),
            ),
        ),
    )
