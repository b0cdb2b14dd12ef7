"""Gathering what belongs to a thread from where it is stored: nothing of it is written down twice."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.messages.dates import day
from bot.messages.decisions.words import shortened
from bot.messages.relay import going
from bot.messages.threads import shown as wording
from bot.model.agenda_items import AgendaItem
from bot.model.calendar import SchoolCalendar
from bot.model.decisions import Decision
from bot.model.problems import Problem, Step
from bot.model.staff_input import StaffInput
from bot.model.threads import Kind, Node
from bot.model.walkthroughs import Window
from storage.unit_of_work import UnitOfWork


async def of_decision(decision: Decision, calendar: SchoolCalendar, work: UnitOfWork) -> list[Node]:
    """Everything that led to a decision, the decision, and everything that followed."""
    check = await work.consensus.find(decision.basis.check) if decision.basis else None
    problem = await work.problems.find(check.problem) if check and check.problem else None
    window = await work.walkthroughs.window(decision.window) if decision.window else None
    given = await work.inputs.shaping(decision.id)
    nameless = await work.anonymous.shaping(decision.id)
    sources = [*(one.id for one in given), *(one.id for one in nameless)] + ([window.id] if window else [])
    found = [of_input(one, calendar) for one in given]
    found += [Node(Kind.INPUT, one.week, wording.NAMELESS) for one in nameless]
    found += of_window(window) if window else []
    found += of_problem(problem) if problem else []
    items = await work.threads.items(sources, problem.id if problem else None)
    found += of_items(items, calendar)
    if check is not None:
        found.append(Node(Kind.CHECK, calendar.today(check.opened_at), check.label))
    return [*found, *itself(decision, calendar), *await what_followed(decision, calendar, work)]


def itself(decision: Decision, calendar: SchoolCalendar) -> list[Node]:
    words = f"{decision.label} {shortened(decision.statement, 20, 140)}"
    found = [Node(Kind.DECISION, calendar.today(decision.decided_at), words)]
    if decision.relayed_at is not None:
        found.append(Node(Kind.RELAY, calendar.today(decision.relayed_at)))
    if decision.supported_on is not None:
        found.append(Node(Kind.SUPPORT, decision.supported_on))
    return found


async def what_followed(decision: Decision, calendar: SchoolCalendar, work: UnitOfWork) -> list[Node]:
    """Questions and answers without names, rounds with their results, and reviews with their reasons."""
    found: list[Node] = []
    for one in await work.decisions.questions_about(decision.id):
        found.append(Node(Kind.QUESTION, calendar.today(one.asked_at), shortened(one.text, 20, 140)))
        if one.answered_at is not None:
            found.append(Node(Kind.ANSWER, calendar.today(one.answered_at), shortened(one.answer, 20, 140)))
    for asked in await work.relay.rounds_about(decision.id):
        found.append(Node(Kind.PULSE, asked.closes_on, going.last_line(asked)))
    for change in await work.decisions.history(decision.id):
        found.append(Node(Kind.REVIEW, calendar.today(change.at), wording.review(change)))
    return found


def of_input(given: StaffInput, calendar: SchoolCalendar, *, is_own: bool = False) -> Node:
    """Its number and its day; never its words or whose it is."""
    return Node(Kind.INPUT, calendar.today(given.received_at), given.label, is_own)


def of_window(window: Window) -> list[Node]:
    days = f"{day(window.opens)} to {day(window.closes)}"
    on = window.published.day if window.published else window.closes
    return [Node(Kind.TREND, on, days)]


def of_problem(problem: Problem) -> list[Node]:
    """One line for each state that it came to."""
    first = f"{problem.label} {shortened(problem.statement, 20, 140)}"
    steps = [
        Node(Kind.PROBLEM, one.on, f"{problem.label} {wording.STATES[one.state]}") for one in later(problem)
    ]
    return [Node(Kind.PROBLEM, problem.framed_on, first), *steps]


def later(problem: Problem) -> Iterator[Step]:
    """The steps with which it came to another state."""
    for before, one in pairwise(problem.history):
        if one.state is not before.state:
            yield one


def of_items(items: Iterable[AgendaItem], calendar: SchoolCalendar) -> list[Node]:
    """Each item on the day it was asked for."""
    titled = ((one.added_at, one.title or one.label) for one in items)
    return [Node(Kind.ITEM, calendar.today(at), shortened(title, 20, 140)) for at, title in titled]
