"""What is asked by the clock: on its review day, what became of a problem; ten school days later, the ILT."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime

from bot.messages.problems import register as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.problems import Problem, ProblemState
from bot.ports import Clock
from bot.routines.problems.shown import has_author
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

LATER = 10
"""School days after which the ILT is asked what nobody has said."""


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The reviews of what is being tried; a day without school moves them to the next one with school."""
    trying = await work.problems.in_action()
    if not trying:
        return ()
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    found: list[Due] = []
    for problem in trying:
        is_there = has_author(problem, roster)
        asked = Audience.person(problem.framed_by) if is_there else Audience.ilt()
        found += reviews(problem, asked, calendar, work)
    return found


def reviews(problem: Problem, asked: Audience, calendar: SchoolCalendar, work: UnitOfWork) -> list[Due]:
    """The two moments of one review, as far as the calendar has school days for them."""
    review_on = problem.review_on
    if review_on is None:
        return []
    try:
        first = calendar.on_or_after(review_on)
        days = [(first, asked, "its review day"), (calendar.shift(first, LATER), Audience.ilt(), "no answer")]
    except NoSchoolAhead:
        return []
    return [
        Due(
            key=f"problem/{problem.id}/review/{day.isoformat()}",
            at=calendar.at(day, calendar.morning),
            what=f"Review of {problem.label}",
            why=why,
            audience=audience,
            act=_ask(problem, work),
            reason=f"problem:{problem.id}/{review_on.isoformat()}",
        )
        for day, audience, why in days
    ]


def _ask(problem: Problem, work: UnitOfWork) -> Callable[[], Awaitable[Message | None]]:
    async def act() -> Message | None:
        return wording.review(problem)

    return act


async def still_tried(named: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the question is still worth asking: it is being tried, and the review day is the same."""
    problem_id, _, day = named.partition("/")
    problem = await work.problems.find(problem_id)
    if problem is None or problem.state is not ProblemState.IN_ACTION:
        return False
    return problem.review_on == date.fromisoformat(day)


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {"problem": still_tried}
