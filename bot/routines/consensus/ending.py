"""After a vote that did not pass: concerns, the next round, and what the protocol falls back on."""

from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.consensus.forms import LINE, PROPOSAL, WHY
from bot.messages.consensus.words import Sheet
from bot.model.consensus import OPEN, CheckState, ConsensusCheck
from bot.model.people import Actor
from bot.model.protocol import Fallback
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.consensus.shown import (
    AboutCheck,
    OneCheck,
    found,
    move,
    moved_on,
    post,
    result,
    sheet,
    standing,
    standing_in,
)
from bot.routines.consensus.voting import begin_round, led
from bot.routines.problems.shown import name_nobody
from bot.routines.requests import Command
from bot.routines.viewer import Viewer, viewer
from storage.mixing import shuffled
from storage.unit_of_work import UnitOfWork

NOT_IN_THE_PROTOCOL = "Your school's protocol does not fall back on that."
TOO_FEW_AGREE = "Not enough can live with it for that."


class AddConcern(Command):
    """Nothing is kept of whose concern it is."""

    check: str
    words: Annotated[str, Field(min_length=1, max_length=LINE)]

    @property
    def is_logged_by_name(self) -> bool:
        return False


class VoteAgain(Command):
    check: str
    proposal: Annotated[str, Field(min_length=10, max_length=PROPOSAL)]


class DecideWithReason(Command):
    """The school leader decides where the ILT did not reach consensus."""

    check: str
    reason: Annotated[str, Field(min_length=1, max_length=WHY)]


async def see(question: AboutCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """How it stands; of votes that are open, only how many are in."""
    permit(actor, "see-check")
    return await sheet(await found(question.check, work), await viewer(actor, work=work, clock=clock), work)


async def prepare_concern(question: AboutCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    permit(actor, "add-concern")
    check = await standing_in(question.check, CheckState.HEARING, work)
    return await sheet(check, await viewer(actor, work=work, clock=clock), work)


async def add_concern(command: AddConcern, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Put it among the others, in no order, and show them."""
    permit(actor, "add-concern")
    check = await standing_in(command.check, CheckState.HEARING, work)
    sees = await viewer(actor, work=work, clock=clock)
    name_nobody({"words": command.words}, sees.roster)
    if command.words not in check.concerns:
        check.concerns = tuple(shuffled([*check.concerns, command.words]))
    return await sheet(check, sees, work)


async def prepare_again(question: AboutCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    check = await led(question.check, "vote-again", CheckState.HEARING, actor, work)
    return await sheet(check, await viewer(actor, work=work, clock=clock), work)


async def vote_again(command: VoteAgain, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Open the next round, with the proposal edited or kept."""
    check = await led(command.check, "vote-again", CheckState.HEARING, actor, work)
    return await begin_round(check, await viewer(actor, work=work, clock=clock), work, command.proposal)


async def prepare_deciding(question: AboutCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    permit(actor, "decide-with-reason")
    check = await fallen_back(question.check, Fallback.PRINCIPAL, work)
    return await sheet(check, await viewer(actor, work=work, clock=clock), work)


async def decide_with_reason(
    command: DecideWithReason, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Sheet:
    """The school leader decides, and the ILT and staff read why (R-026)."""
    permit(actor, "decide-with-reason")
    check = await fallen_back(command.check, Fallback.PRINCIPAL, work)
    check.leader_reason = command.reason
    return await passes(check, await viewer(actor, work=work, clock=clock), work)


async def take_supermajority(command: OneCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Adopt what enough can live with, where the protocol says how many that are."""
    check = await found(command.check, work)
    permit(actor, "take-supermajority", *await standing(check, actor, work))
    await fallen_back(command.check, Fallback.SUPERMAJORITY, work)
    if not check.by_supermajority:
        raise Refusal(TOO_FEW_AGREE)
    return await passes(check, await viewer(actor, work=work, clock=clock), work)


async def fallen_back(check_id: str, way: Fallback, work: UnitOfWork) -> ConsensusCheck:
    check = await standing_in(check_id, CheckState.FALLBACK, work)
    if way not in check.protocol.fallback:
        raise Refusal(NOT_IN_THE_PROTOCOL)
    return check


async def passes(check: ConsensusCheck, sees: Viewer, work: UnitOfWork) -> Sheet:
    move(check, CheckState.PASSED, sees)
    await result(check, sees, work)
    return await sheet(check, sees, work)


async def park(command: OneCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Let it rest. Votes that were open are forgotten."""
    check = await found(command.check, work)
    permit(actor, "park-check", *await standing(check, actor, work))
    if check.state not in OPEN:
        raise OutOfDate(moved_on(check))
    sees = await viewer(actor, work=work, clock=clock)
    await let_rest(check, sees, work)
    return await sheet(check, sees, work)


async def let_rest(check: ConsensusCheck, sees: Viewer, work: UnitOfWork) -> None:
    """Park it; the ILT reads so where it has read of it at all."""
    known = check.state is not CheckState.VOICES
    move(check, CheckState.PARKED, sees)
    await work.consensus.forget_votes(check.id)
    await work.consensus.forget_taps(check.id)
    if check.round:
        await result(check, sees, work)
    elif known:
        await post(check, "parked", sees, work, under="pressure")
