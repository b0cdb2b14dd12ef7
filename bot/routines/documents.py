"""Opening a document at an address for a day, and reading it there.

A noun that writes documents names each with a path ("minutes/2026-10-13") and gives `MAKERS` of `bot.app` a
function that puts it together as a message; what it may tell, it decides when the address is opened.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from secrets import token_urlsafe

from bot.errors import NotFound
from bot.messages.languages import message_in
from bot.messages.vocabulary import Message
from bot.model.documents import OPEN_FOR, OpenDocument
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.requests import Question
from storage.unit_of_work import UnitOfWork

Maker = Callable[[str, UnitOfWork], Awaitable[Message]]
"""Given what follows the first "/" of a document's name, puts it together as it is now."""

GONE = "There is no document at this address. It can be read for a day."


class ReadDocument(Question):
    """What whoever knows the secret address may read."""

    token: str


async def open_at(what: str, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
    """The path, without its ending, at which this document can be read for a day."""
    token, now = token_urlsafe(32), clock.now()
    opened = OpenDocument(
        school=work.school, token=token, what=what, language=actor.language, expires_at=now + OPEN_FOR
    )
    await work.minutes.open_document(opened, now)
    return f"/documents/{token}"


@dataclass(frozen=True)
class Documents:
    """The documents that can be read, by the first word of their names."""

    makers: Mapping[str, Maker]

    async def read(self, question: ReadDocument, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Message:
        """The document in the language of whoever opened it; raises `NotFound` when its day is over.

        The door looks at the secret; here the actor is the clock, which knows no person.
        """
        opened = await work.minutes.document(question.token, clock.now())
        kind, _, name = opened.what.partition("/") if opened else ("", "", "")
        if opened is None or kind not in self.makers:
            raise NotFound(GONE)
        return message_in(opened.language, await self.makers[kind](name, work))
