"""A data item: a question and a few figures without students; what was pasted is never kept (R-066)."""

from typing import Annotated

from pydantic import Field

from bot.errors import Refusal
from bot.messages.agenda_items.data import LINK, PASTE, PROTOCOL, QUESTION, Brought
from bot.model.agenda_items import AgendaItem, DataBrought, Figure, Focus, Outcome, Provenance
from bot.model.figures import StudentRows, Unreadable, read, suppressed
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.items import WhereItGoes, where_it_goes
from bot.routines.meetings.suggestions import keep, plan_of
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

NO_STUDENTS = (
    "This has lines about single students, so nothing of it was kept. Bring one line for each group: "
    "the group, its value, how many students."
)
UNREADABLE = "I cannot read line {line}. Write the group, its value and how many students: Grade 3, 62%, 48"
NO_LINK = "Paste the whole address, beginning with https://"


class BringData(Command):
    title: Annotated[str, Field(min_length=3, max_length=QUESTION)]
    minutes: Annotated[int, Field(ge=5, le=30)] = 15
    paste: Annotated[str, Field(max_length=PASTE)] = ""
    link: Annotated[str, Field(max_length=LINK)] = ""
    protocol: Annotated[str, Field(max_length=PROTOCOL)] = ""


async def before_data(question: WhereItGoes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """Whether there is a meeting to bring data to."""
    permit(actor, "bring-data")
    await where_it_goes(question, actor=actor, work=work, clock=clock)


async def bring(command: BringData, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Brought:
    """Put a data item on the next agenda; small groups are suppressed before anything is kept."""
    permit(actor, "bring-data")
    where = await where_it_goes(WhereItGoes(), actor=actor, work=work, clock=clock)
    if command.link and not command.link.startswith("https://"):
        raise Refusal(NO_LINK, field="link")
    meeting = keep(where.meeting, work, await plan_of(work))
    brought = DataBrought(command.link, figures_in(command.paste), command.protocol)
    work.meetings.add(
        AgendaItem(
            school=work.school,
            day=meeting.day,
            title=command.title,
            minutes=command.minutes,
            provenance=Provenance.MEMBER,
            added_at=clock.now(),
            outcome=Outcome.LEARN,
            by=actor.person_id,
            focus=Focus.BOTH,
            brought=brought,
        )
    )
    return Brought(command.title, meeting.on, brought)


def figures_in(paste: str) -> tuple[Figure, ...]:
    """What is kept of a paste; a `Refusal` when it cannot be read, or has students in it."""
    try:
        return suppressed(read(paste))
    except StudentRows:
        raise Refusal(NO_STUDENTS, field="paste") from None
    except Unreadable as error:
        raise Refusal(UNREADABLE.format(line=error.line), field="paste") from None
