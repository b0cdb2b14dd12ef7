"""Once a quarter the ILT is asked one question: answers are counted, and nobody can know whose they were."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.charter import trust as wording
from bot.messages.charter.trust import Asked
from bot.messages.home import Waiting
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.people import Actor, Role
from bot.model.publishing import FEWEST
from bot.model.trust import OPEN_FOR, RoundState, TrustRound, asking_days, can_hide
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

CLOSED = "This question is closed. The ILT heard what came of it."
ONCE = "You have answered already. It counts once."
LATE, SOON = timedelta(days=5), timedelta(seconds=1)


class OpenTrust(Question):
    round: str

    @property
    def is_anonymous(self) -> bool:
        return True


class AnswerTrust(Command):
    """An answer from 1 to 5. Nothing is logged of who gave it."""

    round: str
    rating: Annotated[int, Field(ge=1, le=5)]

    @property
    def is_anonymous(self) -> bool:
        return True


async def prepare(question: OpenTrust, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asked:
    """The question, for a member who has not answered yet."""
    return Asked(await _open(question.round, actor, work, clock), (await work.calendar.whole()).zone)


async def answer(command: AnswerTrust, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Asked:
    """Count the answer; apart from it remember that this member has answered, until the question closes."""
    asked = await _open(command.round, actor, work, clock)
    await work.trust.answer(asked, actor.person_id, command.rating)
    return Asked(asked, (await work.calendar.whole()).zone)


async def _open(round_id: str, actor: Actor, work: UnitOfWork, clock: Clock) -> TrustRound:
    permit(actor, "answer-trust")
    asked = await work.trust.find(round_id)
    if asked is None or not asked.is_open(clock.now()):
        raise OutOfDate(CLOSED)
    if await work.trust.has_answered(asked, actor.person_id):
        raise Refusal(ONCE)
    return asked


async def waiting(viewer: Viewer, work: UnitOfWork) -> list[Waiting]:
    """The question on the Home of a member who has not answered."""
    asked = await work.trust.open_one()
    if asked is None or not asked.is_open(viewer.now) or not may(viewer.actor, "answer-trust"):
        return []
    return [] if await work.trust.has_answered(asked, viewer.actor.person_id) else [wording.waits(asked)]


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """It is asked early in each quarter, and what came of it is told five school days later."""
    calendar = await work.calendar.whole()
    asking = [
        _asks(day, calendar, work)
        for day in asking_days(calendar, calendar.today(after), calendar.today(until))
    ]
    asked = await work.trust.open_one()
    return [*asking, *([_closes(asked, max(asked.closes_at, after + SOON), work)] if asked else [])]


def _asks(day: date, calendar: SchoolCalendar, work: UnitOfWork) -> Due:
    at = calendar.morning_of(day)

    async def act() -> Message | None:
        members, fewest = await _members(work), await _fewest(work)
        closes_at = _closing(day, calendar)
        if closes_at is None or not members:
            return None
        asked = TrustRound(school=work.school, opened_on=day, closes_at=closes_at)
        if not can_hide(members, fewest):
            asked.state = RoundState.TALKED
            await work.trust.begin(asked)
            return wording.talking(members, fewest)
        await work.trust.begin(asked)
        return wording.asking(Asked(asked, calendar.zone))

    key = f"charter/trust/asked/{day.isoformat()}"
    return _due(key, at, "One question for the ILT", "a new quarter", act, at + LATE)


def _closes(asked: TrustRound, at: datetime, work: UnitOfWork) -> Due:
    """What came of it; late where the bot was away, and never not at all."""

    async def act() -> Message | None:
        if asked.state is not RoundState.OPEN:
            return None
        members, fewest = await _members(work), await _fewest(work)
        asked.close(await work.trust.counts(asked), members, fewest)
        await work.trust.forget(asked)
        return wording.result(asked, fewest)

    key = f"charter/trust/closed/{asked.opened_on.isoformat()}"
    return _due(key, at, "What the ILT said of its trust", "five school days after it", act)


def _due(
    key: str,
    at: datetime,
    what: str,
    why: str,
    act: Callable[[], Awaitable[Message | None]],
    stale_at: datetime | None = None,
) -> Due:
    return Due(key, at, what, why, Audience.ilt(), act, stale_at=stale_at)


def _closing(day: date, calendar: SchoolCalendar) -> datetime | None:
    try:
        return calendar.morning_of(calendar.shift(day, OPEN_FOR))
    except NoSchoolAhead:
        return None


async def _members(work: UnitOfWork) -> int:
    return len((await work.people.roster()).holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER))


async def _fewest(work: UnitOfWork) -> int:
    return max(FEWEST, (await work.settings.now()).k)
