"""What happens to a charter by the clock: it can be adopted, lapses, is looked at again."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime

from bot.messages.charter import page as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.charter import Charter, CharterState, review_day
from bot.model.everybody import Roster
from bot.model.people import Role
from bot.ports import Clock
from bot.routines.charter import support, trust
from bot.routines.charter.shown import answers_for
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """What the charter brings with it, the question about trust, and what the ILT still needs."""
    others = [*await trust.due(work, after, until), *await support.due(work, after, until)]
    return [*await _versions(work), *others]


async def _versions(work: UnitOfWork) -> Sequence[Due]:
    """What the version ahead and the one that holds bring with them."""
    held, ahead = await work.charters.adopted(), await work.charters.ahead()
    if held is None and ahead is None:
        return ()
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    found = _of_proposal(ahead, calendar, roster) if ahead else []
    return [*found, *(_of_adopted(held, calendar) if held else [])]


def _of_proposal(one: Charter, calendar: SchoolCalendar, roster: Roster) -> list[Due]:
    """The school leader hears when it may be adopted; after four weeks it is a draft again."""
    leader, author = roster.first_of(Role.SCHOOL_LEADER), answers_for(one, roster)
    ripe, lapses = one.ripe_on(calendar), one.lapses_on(calendar)
    found: list[Due] = []
    if ripe and leader:
        found.append(_due(one, "ripe", ripe, calendar, Audience.person(leader.id), _says(wording.ripe, one)))
    if lapses and author:
        found.append(_due(one, "lapsed", lapses, calendar, Audience.person(author), _lapse(one)))
    return found


def _of_adopted(one: Charter, calendar: SchoolCalendar) -> list[Due]:
    if one.review_on is None:
        return []
    return [_due(one, "review", one.review_on, calendar, Audience.ilt(), _look_again(one, calendar))]


def _due(
    one: Charter,
    what: str,
    day: date,
    calendar: SchoolCalendar,
    audience: Audience,
    act: Callable[[], Awaitable[Message | None]],
) -> Due:
    """On the morning of a day; a day that has lost its school sends it to the next with school."""
    reason = None if what == "lapsed" else f"charter:{one.id}/{one.state.value}"
    return Due(
        key=f"charter/{one.id}/{what}/{day.isoformat()}",
        at=calendar.morning_of(day)
        if calendar.is_school_day(day)
        else calendar.next_morning(calendar.morning_of(day)),
        what=f"{one.label}: {WHAT[what]}",
        why=WHY[what],
        audience=audience,
        act=act,
        reason=reason,
    )


WHAT = {"ripe": "ready to be adopted", "lapsed": "a draft again", "review": "up for review"}
WHY = {
    "ripe": "the ILT has had a school day to read it",
    "lapsed": "nobody adopted it in twenty school days",
    "review": "its review day",
}


def _says(words: Callable[[Charter], Message], one: Charter) -> Callable[[], Awaitable[Message | None]]:
    async def act() -> Message | None:
        return words(one)

    return act


def _look_again(one: Charter, calendar: SchoolCalendar) -> Callable[[], Awaitable[Message | None]]:
    """The ILT is asked, and asked again half a year later."""

    async def act() -> Message | None:
        one.review_on = review_day(calendar, one.review_on) if one.review_on else None
        return wording.review(one)

    return act


def _lapse(one: Charter) -> Callable[[], Awaitable[Message | None]]:
    async def act() -> Message | None:
        one.become(CharterState.DRAFT)
        one.proposed_at = None
        return wording.lapsed(one)

    return act


async def still_stands(named: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the version is still in the state that the letter speaks of."""
    charter_id, _, state = named.partition("/")
    one = await work.charters.find(charter_id)
    return one is not None and one.state.value == state


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {"charter": still_stands}
