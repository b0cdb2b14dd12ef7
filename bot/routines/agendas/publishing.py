"""Publishing an agenda by a press: it has objectives, fits its time, and leaves no choice open."""

from datetime import date
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.agendas.forms import WHY, Publishing
from bot.messages.agendas.words import Published
from bot.messages.meetings import posts
from bot.model.agenda import Sheet
from bot.model.audiences import Audience
from bot.model.people import Actor, in_words
from bot.ports import Clock
from bot.routines.agendas.at_hand import AtHand, at_hand
from bot.routines.agendas.finishing import Objective, OpenAgenda, objectives_in
from bot.routines.agendas.fitting import following, use_fix
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.sheets import go_out, settle_draft
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

OUT = "This agenda is published already. You can still change what is on it."
NO_LINK = (
    "Say why this is worth everybody's time, though it belongs to no strategy and no problem of practice."
)


class PublishAgenda(Command):
    """Publish it now. `fix` is the way in which an agenda that is too long comes to fit."""

    day: date
    first: Objective = ""
    second: Objective = ""
    third: Objective = ""
    fix: str = ""
    unlinked_why: Annotated[str, Field(max_length=WHY)] = ""


async def prepare(question: OpenAgenda, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Publishing:
    """What the form is drawn from; a `Refusal` while somebody has to choose something first."""
    hand = await at_hand(question.day, "publish-agenda", actor=actor, work=work, clock=clock)
    _refuse_when_out(hand)
    sheet = await hand.sheet()
    _refuse_open_choices(sheet)
    then = following(hand)
    return Publishing(sheet, then.day if then else None)


async def publish(command: PublishAgenda, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Published:
    """Put the agenda before the ILT now, in contract hours; a `Refusal` beside what it still lacks."""
    hand = await at_hand(command.day, "publish-agenda", actor=actor, work=work, clock=clock)
    _refuse_when_out(hand)
    objectives = objectives_in(command)
    meeting = await settle_draft(hand.kept(), hand.plan, hand.roster, work, hand.now)
    meeting.objectives = objectives
    _refuse_open_choices(await hand.sheet())
    await use_fix(command.fix, hand)
    sheet = await hand.sheet()
    _refuse_unlinked(sheet, command.unlinked_why)
    meeting.unlinked_why = command.unlinked_why
    await go_out(sheet, work)
    at = hand.plan.calendar.next_open(hand.now)
    sheet = await hand.sheet()
    await work.outbox.post(
        Audience.ilt(),
        posts.published(sheet, is_late=False),
        key=key_of(meeting.day, "agenda"),
        due_at=at,
        stale_at=sheet.moments.end,
        reason=f"meeting:{meeting.day.isoformat()}",
    )
    return Published(sheet, at if at > hand.now else None)


def _refuse_when_out(hand: AtHand) -> None:
    if hand.meeting.is_published:
        raise OutOfDate(OUT)


def _refuse_open_choices(sheet: Sheet) -> None:
    waiting = sheet.agenda.waiting
    if waiting:
        named = in_words(f"“{line.title}”" for line in waiting)
        raise Refusal(
            f"First choose what becomes of {named}: shorten it, route it to a team, or drop it. "
            "The draft has a button for it, and so has /ilt agenda."
        )


def _refuse_unlinked(sheet: Sheet, why: str) -> None:
    if sheet.agenda.unlinked and not why:
        raise Refusal(NO_LINK, field="unlinked_why")
