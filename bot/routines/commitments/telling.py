"""An owner says how it stands: done, moving, stuck or let go. Whoever waited for it hears of its end."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.commitments import posts
from bot.messages.commitments.forms import NOTE, Desk
from bot.messages.commitments.words import Said
from bot.model.audiences import Audience
from bot.model.commitments import Commitment, CommitmentState, would_circle
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.commitments.making import require_open
from bot.routines.commitments.opening import repaint
from bot.routines.commitments.shown import OVER, known, name_nobody_else, on_the_ilt, open_one, standing
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

WHY = "Please say in a line why. That is all it needs."
CIRCLE = "That one waits for this one already. Two things cannot wait for each other."


class AboutCommitment(Question):
    commitment: str


class TellCommitment(Command):
    """One tap."""

    commitment: str
    state: Literal["done", "moving"]


class ExplainCommitment(Command):
    """With a line for the ILT, and what it waits for."""

    commitment: str
    state: Literal["stuck", "let_go"]
    note: Annotated[str, Field(max_length=NOTE)] = ""
    waits_on: str | None = None


async def tell(command: TellCommitment, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Said:
    """Note that it is done or moving. What is done already stays so, however often it is pressed."""
    sees = await viewer(actor, work=work, clock=clock)
    before = await work.commitments.find(command.commitment)
    if before is not None and before.state is CommitmentState.DONE and command.state == "done":
        permit(actor, "tell-commitment", *standing(before, actor, sees.roster))
        return Said(before, known(sees.roster, [before]))
    one = await open_one(command.commitment, "tell-commitment", sees, work)
    if command.state == "moving":
        one.wait_for(None, sees.today)
    return await _noted(one, CommitmentState(command.state), "", sees, work)


async def prepare_explanation(
    question: AboutCommitment, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Desk:
    sees = await viewer(actor, work=work, clock=clock)
    one = await open_one(question.commitment, "explain-commitment", sees, work)
    found = await work.commitments.open_ones()
    names = on_the_ilt(sees.roster)
    return Desk(names, actor.person_id, found, one=one, known=known(sees.roster, found))


async def explain(command: ExplainCommitment, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Said:
    """Note that it is stuck, and for what it waits; or that it is let go, which needs a reason."""
    sees = await viewer(actor, work=work, clock=clock)
    one = await open_one(command.commitment, "explain-commitment", sees, work)
    name_nobody_else("note", command.note, sees.roster)
    if command.state == "let_go" and not command.note:
        raise Refusal(WHY, field="note")
    if command.state == "stuck":
        await _waits_for(one, command.waits_on, sees, work)
    return await _noted(one, CommitmentState(command.state), command.note, sees, work)


async def _waits_for(one: Commitment, other: str | None, sees: Viewer, work: UnitOfWork) -> None:
    found = await work.commitments.open_ones()
    if other is not None:
        require_open(other, found)
        if would_circle(one.id, other, found):
            raise Refusal(CIRCLE, field="waits_on")
    one.wait_for(other, sees.today)


async def _noted(one: Commitment, state: CommitmentState, note: str, sees: Viewer, work: UnitOfWork) -> Said:
    if not one.become(state, sees.today, note):
        raise OutOfDate(OVER)
    await work.flush()
    if not one.is_open:
        await _clear(one, sees, work)
    await repaint(sees.now, work)
    found = await work.commitments.open_ones()
    return Said(one, known(sees.roster, [*found, one]))


async def _clear(blocker: Commitment, sees: Viewer, work: UnitOfWork) -> None:
    """Tell the owners of what waited for it: now in contract hours, else when school opens."""
    for one in await work.commitments.waiting_on(blocker.id):
        one.wait_for(None, sees.today)
        for owner in one.owners:
            if owner != sees.actor.person_id:
                await work.outbox.post(
                    Audience.person(owner),
                    posts.cleared(one, blocker),
                    key=f"commitment/{one.id}/clear/{blocker.id}/{owner}",
                    due_at=_moment(sees),
                    reason=f"commitment:{one.id}",
                )


def _moment(sees: Viewer) -> datetime:
    return sees.calendar.opening(sees.now) or sees.now
