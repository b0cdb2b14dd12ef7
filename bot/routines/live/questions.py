"""The school's own questions for facilitators (R-080)."""

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from bot.content.questions import question_bank
from bot.messages.languages import as_it_came
from bot.messages.live.questions import LONGEST
from bot.model.agenda_items import Outcome
from bot.model.people import Actor
from bot.model.questions import Bank
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.live.asking import bank_of
from bot.routines.requests import Command, Nothing
from storage.unit_of_work import UnitOfWork

Lines = Annotated[str, Field(max_length=LONGEST)]


class SetQuestions(Command):
    inform: Lines = ""
    discuss: Lines = ""
    decide: Lines = ""
    learn: Lines = ""


async def before(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Bank:
    """The questions as they are now."""
    permit(actor, "set-questions")
    return await bank_of(work)


async def change(command: SetQuestions, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Bank:
    """Keep what differs from ours; an empty box brings ours back."""
    permit(actor, "set-questions")
    ours = question_bank()
    given = {aim: _lines(_kept(getattr(command, aim.value), ours.all_of(aim))) for aim in Outcome}
    own = {aim: asked for aim, asked in given.items() if asked and asked != ours.all_of(aim)}
    before_it = await work.settings.now()
    after = replace(before_it, questions=own)
    about = ("The facilitator's questions changed.",)
    await work.settings.change(after, by=actor.person_id, at=clock.now(), about=about)
    return ours.with_own(own)


def _kept(written: str, ours: tuple[str, ...]) -> str:
    return as_it_came(written, "\n".join(ours))


def _lines(written: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in written.splitlines() if line.strip())
