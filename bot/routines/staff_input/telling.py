"""Writing to the people an input concerns: whoever owes the next word, and its sender."""

from datetime import date, datetime

from bot.errors import Refusal
from bot.messages.staff_input import triage as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.staff_input import StaffInput, first_answer_by, owner
from bot.routines.staff_input.showing import seen_with, show
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

NO_DATES = (
    "The school calendar has no school days ahead, so I cannot promise you an answer by a date. "
    "Ask the office to add the next school year, then send this again."
)


def promised(sees: Viewer) -> date:
    """By when a first answer comes to what is given now. Raises `Refusal` when there is no such day."""
    try:
        return first_answer_by(sees.now, sees.calendar)
    except NoSchoolAhead as error:
        raise Refusal(NO_DATES) from error


def opening_of(calendar: SchoolCalendar, now: datetime) -> datetime:
    """When the bot may start to speak; now, when the calendar has no school day left to wait for."""
    try:
        return calendar.next_open(now)
    except NoSchoolAhead:
        return now


async def hand_over(given: StaffInput, sees: Viewer, *, work: UnitOfWork, event: str) -> None:
    """Give whoever owes the next word a private card, in contract hours."""
    owes = owner(given, sees.roster)
    if owes is None:
        return
    card = wording.card(show(given, seen_with(owes.id, sees)))
    await work.outbox.post(
        Audience.person(owes.id),
        card,
        key=f"input/{given.id}/card/{event}",
        due_at=opening_of(sees.calendar, sees.now),
        reason=f"input-{event}:{given.id}",
        if_unknown="again",
    )


def as_author(given: StaffInput, sees: Viewer) -> Viewer:
    """The same moment through the sender's eyes."""
    return seen_with(given.author, sees)


async def tell_author(
    given: StaffInput, message: Message, sees: Viewer, *, work: UnitOfWork, event: str
) -> None:
    """Tell the sender in contract hours; nothing when they have left, or have withdrawn it by then."""
    author = sees.roster.person(given.author)
    if author is None or not author.active:
        return
    await work.outbox.post(
        Audience.person(author.id),
        message,
        key=f"input/{given.id}/{event}",
        due_at=opening_of(sees.calendar, sees.now),
        reason=f"input-told:{given.id}",
        if_unknown="again",
    )
