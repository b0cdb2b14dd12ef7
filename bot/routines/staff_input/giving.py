"""Giving input, seeing what became of it, and taking it back."""

import re

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.staff_input import giving as wording
from bot.messages.staff_input.anonymous import Sealed, ShownAnonymous
from bot.messages.staff_input.giving import Desk
from bot.messages.staff_input.shown import Shown
from bot.model.audiences import Audience
from bot.model.people import Actor
from bot.model.receipts import looks_like_a_code, new_code
from bot.model.staff_input import (
    InputState,
    Mode,
    StaffInput,
    carrier_for,
    counted_with,
    outcome_by,
    owner,
    standing,
    who_sees_a_name,
)
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from bot.routines.staff_input import agenda
from bot.routines.staff_input.anonymous import NOBODY_ANSWERS, AboutCode, seal, with_code
from bot.routines.staff_input.given import GiveInput
from bot.routines.staff_input.showing import found, show
from bot.routines.staff_input.telling import hand_over, promised
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NOBODY_CARRIES = "There is nobody who could carry this for you. Choose Named, or keep it for a conversation."


class ShowStatus(Question):
    """What became of my input: all of it, the one with this number ("I-001", "1"), or with this code."""

    number: str = ""

    @property
    def is_anonymous(self) -> bool:
        return looks_like_a_code(self.number)


class WithdrawInput(Command):
    input: str


async def opening(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    """What the form says before anything is written: who would see it, and by when an answer comes."""
    permit(actor, "input")
    sees = await viewer(actor, work=work, clock=clock)
    team = sees.roster.team_of(actor.person_id)
    key = team.key if team else None
    carries = carrier_for(sees.roster, actor.person_id, key)
    settings = await work.settings.now()
    named = who_sees_a_name(sees.roster, actor.person_id, key)
    in_team = carries is not None and key is not None and carries in sees.roster.members(key)
    return Desk(
        seen_by=tuple(one.name for one in named),
        carrier=carries.name if carries else "",
        is_rep=in_team,
        first_by=promised(sees),
        outcome_by=outcome_by(sees.now, sees.calendar),
        counted=counted_with(sees.roster, actor.person_id, settings.k),
        fewest=settings.k,
        code=new_code(),
    )


async def hand_in(command: GiveInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown | Sealed:
    """Give it the way its sender chose: with a name, through the rep, or without anybody's name anywhere."""
    way = seal if command.mode is Mode.ANONYMOUS else give
    return await way(command, actor=actor, work=work, clock=clock)


async def look(
    question: ShowStatus, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> list[Shown] | tuple[ShownAnonymous, str]:
    """What became of the asker's own input, or of the one whose code they hold."""
    if question.is_anonymous:
        asked = AboutCode(code=question.number[:40])
        return await with_code(asked, actor=actor, work=work, clock=clock)
    return await status(question, actor=actor, work=work, clock=clock)


async def give(command: GiveInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Keep the input, give its sender a receipt at once, and hand it to whoever owes the next word."""
    permit(actor, "input")
    sees = await viewer(actor, work=work, clock=clock)
    first_by = promised(sees)
    given = await _written(command, sees, work)
    mine = show(given, sees)
    await work.outbox.post(
        Audience.person(given.author),
        wording.receipt(mine, first_by),
        key=f"input/{given.id}/receipt",
        due_at=sees.now,
        if_unknown="again",
    )
    await hand_over(given, sees, work=work, event="received")
    return mine


async def _written(command: GiveInput, sees: Viewer, work: UnitOfWork) -> StaffInput:
    author, team = sees.actor.person_id, sees.roster.team_of(sees.actor.person_id)
    key = team.key if team else None
    carries = carrier_for(sees.roster, author, key) if command.mode is Mode.THROUGH_REP else None
    if command.mode is Mode.THROUGH_REP and carries is None:
        raise Refusal(NOBODY_CARRIES, field="mode")
    given = StaffInput(
        school=work.school,
        number=await work.numbers.next("input"),
        author=author,
        team=key,
        carrier=carries.id if carries else None,
        mode=command.mode,
        topic=command.topic,
        needs=command.needs,
        scope=command.scope,
        see=command.see,
        suggest=command.suggest,
        credit=command.credit and command.mode is Mode.NAMED,
        received_at=sees.now,
    )
    if owner(given, sees.roster) is None:
        raise Refusal(NOBODY_ANSWERS)
    await work.inputs.keep(given)
    return given


async def status(question: ShowStatus, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[Shown]:
    """The asker's own input, newest first; somebody else's number is as if it did not exist."""
    permit(actor, "status")
    sees = await viewer(actor, work=work, clock=clock)
    own = await work.inputs.from_person(actor.person_id)
    if question.number:
        wanted = number_in(question.number)
        own = [one for one in own if one.number == wanted]
        if not own:
            raise NotFound(
                f"You have no input {question.number[:20]}. Type /ilt status to see all that you have given."
            )
    return [show(one, sees) for one in own[: wording.IN_LIST]]


def number_in(said: str) -> int | None:
    """The number in "I-001", "i001" or "1"; None when it is none of these."""
    match = re.fullmatch(r"(?:[iI]-?)?(\d{1,9})", said.strip())
    return int(match[1]) if match else None


async def withdraw(
    command: WithdrawInput, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[Shown, bool]:
    """Take it back: gone from boards and agenda, its words deleted. True when its agenda was already out."""
    given, sees = await found(command.input, actor=actor, work=work, clock=clock)
    permit(actor, "withdraw-input", *standing(given, actor.person_id, sees.roster))
    if given.state is InputState.WITHDRAWN:
        raise OutOfDate(f"You have already withdrawn {given.label}. There is nothing left to do.")
    if not given.may_be_withdrawn:
        raise OutOfDate(
            f"{given.label} is closed and stays on record. Type /ilt status {given.label} to see the outcome."
        )
    still_out = await agenda.is_published(given, work=work)
    await agenda.take_off(given, work=work)
    given.withdraw(sees.now)
    await work.loop.forget(given.id)
    await work.inputs.unsay(given.id, wording.taken_back(given.label))
    return show(given, sees), still_out
