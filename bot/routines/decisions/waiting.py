"""What waits: questions that nobody has answered, in the ILT's channel and on Home."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime

from bot.messages.decisions import home as wording
from bot.messages.decisions import questions
from bot.messages.decisions.questions import of_whom
from bot.messages.home import HomeShare, Section, Waiting
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.decisions import Decision
from bot.model.decisions_questions import DecisionQuestion, QuestionState, mention_day
from bot.permissions import may
from bot.ports import Clock
from bot.routines.decisions import asking_first, reassigning, review_days, supporting
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

LAST = 3


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """On a school morning, one line to the ILT for all questions that have waited two school days."""
    waiting = await work.decisions.open_questions()
    if not waiting:
        return ()
    calendar = await work.calendar.whole()
    days = sorted({day for one in waiting if (day := mention_day(one, calendar)) is not None})
    return [
        Due(
            key=f"questions/waiting/{day.isoformat()}",
            at=calendar.at(day, calendar.morning),
            what="Questions about decisions that wait for an answer",
            why="two school days after the ILT got them",
            audience=Audience.ilt(),
            act=_mention(day, calendar, work),
            group="questions-waiting",
            reason=f"questions-waiting:{day.isoformat()}",
        )
        for day in days
    ]


def _mention(
    day: date, calendar: SchoolCalendar, work: UnitOfWork
) -> Callable[[], Awaitable[Message | None]]:
    async def act() -> Message | None:
        late = await overdue(day, calendar, work)
        if not late:
            return None
        roster = await work.people.roster()
        decisions = await work.decisions.named({one.decision for one in late})
        return questions.mention([(one, decisions[one.decision].label, of_whom(one, roster)) for one in late])

    return act


async def overdue(day: date, calendar: SchoolCalendar, work: UnitOfWork) -> list[DecisionQuestion]:
    """The open questions that have waited two school days on this day, oldest first."""
    waiting = [(one, mention_day(one, calendar)) for one in await work.decisions.open_questions()]
    return [one for one, mentioned in waiting if mentioned is not None and mentioned <= day]


async def still_open(question_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether a card about a question is still worth sending: nobody has answered."""
    question = await work.decisions.question(question_id)
    return question is not None and question.state is QuestionState.OPEN


async def still_waiting(day: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether anything still waits of what was to be mentioned that day."""
    calendar = await work.calendar.whole()
    return bool(await overdue(date.fromisoformat(day), calendar, work))


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """Decisions that touch me, what I asked, and what waits: questions for the ILT, and reviews."""
    decisions = {one.id: one for one in await work.decisions.standing()}
    mine = await work.decisions.asked_by(viewer.actor.person_id, LAST)
    waiting = await work.decisions.open_questions() if may(viewer.actor, "answer-question") else []
    about = {one.decision for one in (*mine, *waiting)}
    known = {**decisions, **await work.decisions.named(about - decisions.keys())}
    sections: list[Section] = []
    if mine:
        sections.append(wording.asked([(one, known[one.decision].label) for one in mine]))
    if touching := [one for one in decisions.values() if touches(one, viewer)][:LAST]:
        sections.append(wording.touching(touching))
    sections += await reassigning.in_hand(viewer, work)
    promised = await supporting.waiting(viewer, work)
    first = await asking_first.waiting(viewer, work)
    asked = (*lines(waiting, known, viewer), *await review_days.waiting(viewer, work), *promised, *first)
    return HomeShare(waiting=asked, sections=tuple(sections))


def touches(decision: Decision, viewer: Viewer) -> bool:
    """Whether it touches any team this person sits in; a person in two of them still sees it once."""
    seats = viewer.roster.memberships
    mine = {seat.team for seat in seats if seat.person == viewer.actor.person_id}
    return not mine.isdisjoint(decision.teams)


def lines(
    waiting: Sequence[DecisionQuestion], known: dict[str, Decision], viewer: Viewer
) -> tuple[Waiting, ...]:
    """The questions that wait, the oldest in full, the others counted."""
    shown = [
        wording.waiting(one, known[one.decision].label, of_whom(one, viewer.roster)) for one in waiting[:LAST]
    ]
    left = len(waiting) - len(shown)
    return (*shown, wording.more_waiting(left)) if left else tuple(shown)
