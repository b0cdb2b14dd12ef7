"""What staff input asks of the ILT's agenda."""

from datetime import date
from textwrap import shorten

from bot.messages.staff_input.shown import TOPICS
from bot.model.agenda_items import ItemKind, Provenance, Suggestion
from bot.model.item_words import OF_TOPICS
from bot.model.staff_input import AnonymousInput, Mode, StaffInput
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

TITLE = 120


async def place(given: StaffInput, sees: Viewer, *, work: UnitOfWork) -> date:
    """Put it on the next agenda that is not out yet, with the sender's name only when it was given with one.

    Raises `Refusal` when no meeting is planned.
    """
    from bot.routines.meetings import put_on_agenda

    see, suggest = given.passed_see or given.see, given.passed_suggest if given.passed_at else given.suggest
    suggestion = Suggestion(
        title=shorten(see, TITLE, placeholder=" …") or TOPICS[given.topic],
        provenance=Provenance.INPUT,
        source=given.id,
        detail="\n".join(part for part in (see, suggest and f"What would help: {suggest}") if part),
        by=given.author if given.mode is Mode.NAMED and not given.on_behalf else None,
        label=given.label,
        kind=OF_TOPICS.get(given.topic, ItemKind.INSTRUCTIONAL),
    )
    return (await put_on_agenda(suggestion, work=work, now=sees.now)).day


async def take_off(given: StaffInput, *, work: UnitOfWork) -> None:
    """Take it off the agenda, if it is on one."""
    from bot.routines.meetings import take_off as take_off_agenda

    if given.meeting_on is not None:
        await take_off_agenda(Provenance.INPUT, given.id, work=work)


async def place_anonymous(given: AnonymousInput, title: str, sees: Viewer, *, work: UnitOfWork) -> date:
    """Put it on the next agenda that is not out yet, under a title that its sender did not write."""
    from bot.routines.meetings import put_on_agenda

    parts = (given.see, given.suggest and f"What would help: {given.suggest}", given.more)
    suggestion = Suggestion(
        title=shorten(title, TITLE, placeholder=" …"),
        provenance=Provenance.INPUT,
        source=given.id,
        detail="\n".join(part for part in parts if part),
        label=given.label,
        kind=OF_TOPICS.get(given.topic, ItemKind.INSTRUCTIONAL),
    )
    return (await put_on_agenda(suggestion, work=work, now=sees.now)).day


async def take_off_anonymous(given: AnonymousInput, *, work: UnitOfWork) -> None:
    """Take it off the agenda, if it is on one."""
    from bot.routines.meetings import take_off as take_off_agenda

    if given.meeting_on is not None:
        await take_off_agenda(Provenance.INPUT, given.id, work=work)


async def is_published(given: StaffInput, *, work: UnitOfWork) -> bool:
    """Whether the agenda it is on has already been sent out."""
    written = await work.meetings.written() if given.meeting_on else ()
    return any(meeting.day == given.meeting_on and meeting.is_published for meeting in written)
