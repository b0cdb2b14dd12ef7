"""The triage board: reading an input, asking its sender something, and how long inputs stand where."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from statistics import median
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate
from bot.messages.staff_input import board as wording
from bot.messages.staff_input import triage
from bot.messages.staff_input.board import Column
from bot.messages.staff_input.shown import Shown, already
from bot.model.audiences import Audience
from bot.model.people import Actor
from bot.model.publishing import FEWEST
from bot.model.staff_input import FORTNIGHT, LOOKS_BACK, BoardStatus, Passage, StaffInput, owner, standing
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command
from bot.routines.staff_input.showing import found, school_days_since, seen_with, show
from bot.routines.staff_input.telling import as_author, opening_of, tell_author
from bot.routines.staff_input.triage import AboutInput, ready
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

READ_ALREADY = "{label} is marked as read already. Answer it, put it on the agenda, or say not now."
ASKED_ALREADY = "The sender of {label} has a question to reply to already."
NO_QUESTION = "There is no question to reply to any more. You can see where it stands: /ilt status"

Words = Annotated[str, Field(min_length=1, max_length=wording.LONGEST_QUESTION)]


class TriageInput(Command):
    input: str


class AskSender(Command):
    input: str
    what: Words


class ReplyToInput(Command):
    input: str
    reply: Words


async def read(command: TriageInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Note that whoever answers has read it, and let its sender know."""
    given, sees = await ready("triage-input", command.input, actor=actor, work=work, clock=clock)
    if given.board_status is not BoardStatus.NEW:
        raise OutOfDate(READ_ALREADY.format(label=given.label))
    given.triage(sees.now)
    message = wording.acknowledged(show(given, as_author(given, sees)))
    await tell_author(given, message, sees, work=work, event="read")
    return show(given, sees)


async def before_asking(question: AboutInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    return show(*await _askable(question.input, actor=actor, work=work, clock=clock))


async def ask_sender(command: AskSender, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Ask the sender something first, in a private message with the asker's name."""
    given, sees = await _askable(command.input, actor=actor, work=work, clock=clock)
    given.ask(command.what, sees.now)
    message = wording.question(show(given, as_author(given, sees)), sees.roster.name(actor.person_id))
    await tell_author(given, message, sees, work=work, event=f"asked/{len(given.steps)}")
    return show(given, sees)


async def before_replying(question: AboutInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    return show(*await _repliable(question.input, actor=actor, work=work, clock=clock))


async def reply(command: ReplyToInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Give whoever answers the reply, as a card; the dates that were promised stay."""
    given, sees = await _repliable(command.input, actor=actor, work=work, clock=clock)
    given.reply(command.reply, sees.now)
    owes = owner(given, sees.roster)
    if owes is not None:
        await work.outbox.post(
            Audience.person(owes.id),
            triage.card(show(given, seen_with(owes.id, sees))),
            key=f"input/{given.id}/card/replied/{len(given.steps)}",
            due_at=opening_of(sees.calendar, sees.now),
            reason=f"input-untouched:{given.id}",
            if_unknown="again",
        )
    return show(given, sees)


async def columns(sees: Viewer, work: UnitOfWork) -> tuple[Column, ...]:
    """The board: what may be known of by more than its carrier, counted by where it stands."""
    lately = await work.inputs.settled_since(sees.now - FORTNIGHT)
    given = {one.id: one for one in (*await work.inputs.unsettled(), *lately) if one.shared}
    usual = usual_days(await work.inputs.received_since(sees.now - 4 * LOOKS_BACK), sees)
    standing_in: dict[BoardStatus, list[StaffInput]] = defaultdict(list)
    for one in given.values():
        standing_in[one.board_status].append(one)
    return tuple(
        Column(
            status,
            len(standing_in[status]),
            max((school_days_since(one.in_status_since, sees) for one in standing_in[status]), default=0),
            usual.get(status),
        )
        for status in BoardStatus
    )


def usual_days(given: Iterable[StaffInput], sees: Viewer) -> dict[BoardStatus, float]:
    """The median of school days in each place that at least five inputs have left again (R-122)."""
    waited: dict[BoardStatus, list[int]] = defaultdict(list)
    for one in given:
        steps = (Passage(BoardStatus.NEW, one.received_at), *one.steps)
        for came, left in pairwise(steps):
            until = Viewer(sees.actor, sees.roster, sees.calendar, left.at)
            waited[came.status].append(school_days_since(came.at, until))
    return {status: median(found) for status, found in waited.items() if len(found) >= FEWEST}


async def _askable(
    input_id: str, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[StaffInput, Viewer]:
    given, sees = await ready("ask-sender", input_id, actor=actor, work=work, clock=clock)
    if given.board_status is BoardStatus.NEEDS_INFO:
        raise OutOfDate(ASKED_ALREADY.format(label=given.label))
    if given.board_status not in (BoardStatus.NEW, BoardStatus.TRIAGED):
        raise OutOfDate(already(show(given, sees)))
    return given, sees


async def _repliable(
    input_id: str, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[StaffInput, Viewer]:
    given, sees = await found(input_id, actor=actor, work=work, clock=clock)
    permit(actor, "reply-input", *standing(given, actor.person_id, sees.roster))
    if given.board_status is not BoardStatus.NEEDS_INFO:
        raise OutOfDate(NO_QUESTION)
    return given, sees
