"""Minutes as a file: as Markdown and as a PDF, at an address for a day."""

from datetime import date

from bot.documents import markdown
from bot.errors import NotFound
from bot.messages.languages import message_in
from bot.messages.minutes.cards import Exported
from bot.messages.minutes.document import document
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.documents import open_at
from bot.routines.minutes.record import NO_MINUTES, read, record_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

MOST = 2800
"""More characters than this are only in the file."""


class ExportMinutes(Command):
    day: date | None = None


class TakeOut(Question):
    day: date | None = None


async def export(command: ExportMinutes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Exported:
    """Open the minutes as they are now at an address for a day, and give them as text, too."""
    permit(actor, "export-minutes")
    record = await read(command.day, work)
    said = message_in(actor.language, document(record))
    minutes = record.minutes
    path = await open_at(f"minutes/{minutes.day.isoformat()}/{minutes.version}", actor, work, clock)
    text = markdown(said)
    whole = text if len(text) <= MOST else f"{text[:MOST].rstrip()} …"
    return Exported(said.summary, f"{path}.pdf", f"{path}.md", whole)


async def take_out(question: TakeOut, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Message:
    """The minutes as a document."""
    permit(actor, "export-minutes")
    return document(await read(question.day, work))


async def made(name: str, work: UnitOfWork) -> Message:
    """The version of the minutes that a document's name says."""
    day, _, version = name.partition("/")
    versions = await work.minutes.versions(date.fromisoformat(day))
    found = next((one for one in versions if str(one.version) == version), None)
    if found is None:
        raise NotFound(NO_MINUTES)
    return document(await record_of(found, work))
