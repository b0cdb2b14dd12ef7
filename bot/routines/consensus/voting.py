"""The pressure test, the vote, and what it comes to (R-081, R-089, R-095)."""

from typing import Annotated

from pydantic import Field

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.consensus import told
from bot.messages.consensus.cards import closed
from bot.messages.consensus.forms import LINE, PROPOSAL, Voting
from bot.messages.consensus.words import Sheet
from bot.model.audiences import Audience
from bot.model.consensus import TIME_TO_TAP, CheckState, ConsensusCheck, Risk, Vote
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.consensus.shown import (
    AboutCheck,
    OneCheck,
    bell,
    eligible,
    fewest,
    found,
    key,
    leaders,
    meeting_now,
    members,
    move,
    moved_on,
    opening,
    post,
    result,
    sheet,
    standing,
    standing_in,
)
from bot.routines.problems.shown import name_nobody
from bot.routines.requests import Command
from bot.routines.viewer import Viewer, viewer
from storage.mixing import shuffled
from storage.unit_of_work import UnitOfWork

NOT_A_VOTER = "You are not among those who vote on this one: you joined after it opened."
TAPPED = "You have named a risk already. Thank you."
TWO_MINUTES = "Nobody has named a risk yet. Give everybody two minutes for it first."
NO_STEP = "Please choose one of the steps."


class NameRisk(Command):
    """Nothing is kept of who named which risk."""

    check: str
    risk: Risk
    line: Annotated[str, Field(max_length=LINE)] = ""

    @property
    def is_logged_by_name(self) -> bool:
        return False


class OpenVote(Command):
    check: str
    proposal: Annotated[str, Field(min_length=10, max_length=PROPOSAL)]
    mitigation: Annotated[str, Field(max_length=LINE)] = ""


class CastVote(Command):
    """Who votes how is nobody's business, and in no log."""

    check: str
    value: int
    reason: Annotated[str, Field(max_length=LINE)] = ""

    @property
    def is_logged_by_name(self) -> bool:
        return False


class AboutVote(AboutCheck):
    @property
    def is_logged_by_name(self) -> bool:
        return False


async def prepare_risk(question: AboutVote, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    permit(actor, "name-risk")
    check = await standing_in(question.check, CheckState.PRESSURE, work)
    return await sheet(check, await viewer(actor, work=work, clock=clock), work)


async def name_risk(command: NameRisk, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Count the risk, and keep the line without a name; once for each member."""
    permit(actor, "name-risk")
    check = await standing_in(command.check, CheckState.PRESSURE, work)
    sees = await viewer(actor, work=work, clock=clock)
    name_nobody({"line": command.line}, sees.roster)
    if not await work.consensus.tapped(check.id, actor.person_id):
        raise OutOfDate(TAPPED)
    check.tap(command.risk)
    if command.line:
        check.risk_lines = tuple(shuffled([*check.risk_lines, command.line]))
    return await sheet(check, sees, work)


async def prepare_open(question: AboutCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    check = await led(question.check, "open-vote", CheckState.PRESSURE, actor, work)
    return await sheet(check, await viewer(actor, work=work, clock=clock), work)


async def open_vote(command: OpenVote, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Open the first round, once somebody has named a risk or had two minutes to."""
    check = await led(command.check, "open-vote", CheckState.PRESSURE, actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    if check.top_risk is None and sees.now < check.opened_at + TIME_TO_TAP:
        raise Refusal(TWO_MINUTES)
    if check.top_risk is not None and not command.mitigation:
        raise Refusal("Say in a line what we do about this risk.", field="mitigation")
    check.mitigation = command.mitigation
    await work.consensus.forget_taps(check.id)
    check.voters = members(sees.roster)
    opened = await begin_round(check, sees, work, command.proposal)
    await work.outbox.edit(key(check, "pressure"), closed(check), edit="voting", due_at=sees.now)
    return opened


async def begin_round(check: ConsensusCheck, sees: Viewer, work: UnitOfWork, proposal: str = "") -> Sheet:
    """Put the card before the ILT, and a line to each guest whose advice is asked."""
    if not check.begin_round(bell(sees), proposal):
        raise OutOfDate(moved_on(check))
    await post(check, f"vote/{check.round}/{sees.now:%Y%m%d%H%M}", sees, work)
    for guest in check.guests:
        await work.outbox.post(
            Audience.person(guest),
            told.guest(check),
            key=key(check, f"guest/{check.round}/{guest}"),
            due_at=opening(sees.calendar, sees.now),
            stale_at=check.waits_until,
            reason=f"consensus:{check.id}/{check.state}/{check.round}",
        )
    return await sheet(check, sees, work)


async def prepare_vote(question: AboutVote, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Voting:
    """The form, with one's own vote so far and nobody else's."""
    sees = await viewer(actor, work=work, clock=clock)
    check = await votable(question.check, sees, work)
    votes = await work.consensus.votes(check.id)
    own = next((vote for vote in votes if vote.person == actor.person_id), None)
    return Voting(await sheet(check, sees, work), own)


async def vote(command: CastVote, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Keep the vote, or the change of it. With the last one in, it closes."""
    sees = await viewer(actor, work=work, clock=clock)
    check = await votable(command.check, sees, work)
    if command.value not in {answer.value for answer in check.protocol.scale}:
        raise Refusal(NO_STEP, field="value")
    name_nobody({"reason": command.reason}, sees.roster)
    reason = command.reason if check.protocol.is_low(command.value) else ""
    votes = await work.consensus.votes(check.id)
    own = next((vote for vote in votes if vote.person == actor.person_id), None)
    if own is None:
        own = Vote(school=work.school, check=check.id, person=actor.person_id, value=command.value)
        work.consensus.add(own)
    own.value, own.reason = command.value, reason
    await work.flush()
    await all_in(check, sees, work)
    return await sheet(check, sees, work)


async def all_in(check: ConsensusCheck, sees: Viewer, work: UnitOfWork) -> None:
    """Close it once everybody has voted; tell the school leader when only their vote is open."""
    votes = await work.consensus.votes(check.id)
    left = set(eligible(check, sees.roster)) - {vote.person for vote in votes}
    if not left:
        await close(check, sees, work)
    elif check.leader_last and left <= leaders(sees.roster):
        for person in sorted(left):
            await work.outbox.post(
                Audience.person(person),
                told.last(check),
                key=key(check, f"leader/{check.round}/{person}"),
                due_at=sees.now if await meeting_now(work) else opening(sees.calendar, sees.now),
                stale_at=check.waits_until,
                reason=f"consensus:{check.id}/{check.state}/{check.round}",
            )


async def votable(check_id: str, sees: Viewer, work: UnitOfWork) -> ConsensusCheck:
    """The check, while this person may vote on it."""
    check, me = await found(check_id, work), sees.actor.person_id
    permit(sees.actor, "vote", *([Relation.AUTHOR] if me in check.guests else []))
    if check.state is not CheckState.VOTING:
        raise OutOfDate(told.too_late(check))
    able = eligible(check, sees.roster)
    if me not in able and me not in check.guests:
        raise NotPermitted(NOT_A_VOTER)
    others = set(able) - leaders(sees.roster)
    if check.leader_last and me in leaders(sees.roster):
        came = {vote.person for vote in await work.consensus.votes(check.id)}
        if not others <= came:
            raise Refusal(told.not_yet(len(others & came), len(others)))
    return check


async def close_vote(command: OneCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Close it now. With fewer votes than it takes, it pauses, and the votes stay hidden."""
    check = await led(command.check, "close-vote", CheckState.VOTING, actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    await close(check, sees, work)
    return await sheet(check, sees, work)


async def resume(command: OneCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Let the votes that are missing come in over 48 hours."""
    check = await led(command.check, "resume-vote", CheckState.PAUSED, actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    check.meeting = None
    return await begin_round(check, sees, work)


async def close(check: ConsensusCheck, sees: Viewer, work: UnitOfWork) -> None:
    """Count the votes of those who are still there; from here on nobody knows whose they were."""
    able = set(eligible(check, sees.roster))
    votes = await work.consensus.votes(check.id)
    mine = [vote for vote in votes if vote.person in able]
    if len(mine) < check.needs(len(able)):
        move(check, CheckState.PAUSED, sees)
        await result(check, sees, work)
        return
    advice = [vote.value for vote in votes if vote.person in check.guests]
    becomes = check.count([vote.value for vote in mine], len(able), advice)
    if len(mine) >= await fewest(work):
        check.concerns = tuple(shuffled({vote.reason for vote in votes if vote.reason}))
    await work.consensus.forget_votes(check.id)
    move(check, becomes, sees)
    await result(check, sees, work)
    if becomes is CheckState.FALLBACK:
        await offer_the_leader(check, sees, work)


async def offer_the_leader(check: ConsensusCheck, sees: Viewer, work: UnitOfWork) -> None:
    """Where the protocol says so, the school leader alone is asked to decide with a reason (R-026)."""
    if "principal" not in check.protocol.fallback:
        return
    for person in sorted(leaders(sees.roster)):
        await work.outbox.post(
            Audience.person(person),
            told.leader_may(check, await fewest(work)),
            key=key(check, f"leader/fallback/{person}"),
            due_at=sees.now if await meeting_now(work) else opening(sees.calendar, sees.now),
            reason=f"consensus:{check.id}/{check.state}/{check.round}",
        )


async def led(check_id: str, verb: str, state: CheckState, actor: Actor, work: UnitOfWork) -> ConsensusCheck:
    """The check in that state, for whoever opened it or leads the meeting, or the school leader."""
    check = await found(check_id, work)
    permit(actor, verb, *await standing(check, actor, work))
    return await standing_in(check_id, state, work)
