"""Inviting somebody to the ILT, and the answer (R-003, R-017)."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.seats import inviting as wording
from bot.messages.seats.inviting import InvitingSheet, Offer, Own
from bot.messages.seats.words import PERSPECTIVE, WHY, team_name
from bot.messages.vocabulary import Message
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation, Role
from bot.model.seats import IltSeat, SeatState, kind_of
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.seats.sheets import PERSON, Chairs, chairs, own_seat, take_seat, tell
from storage.unit_of_work import UnitOfWork

GONE = "This invitation is no longer open. Type /ilt who to see who speaks for whom."
NOBODY_LEFT = "Everybody is on the ILT or invited already."
NO_SEAT = "You have no seat on the ILT, so there is nothing to write here."

Teams = Annotated[tuple[str, ...], Field(max_length=20)]


class WhomToInvite(Question):
    """The form to invite somebody; `teams` is the one that has nobody, or what was chosen so far."""

    teams: str | tuple[str, ...] = ()


class Invite(Command):
    name_staff: ClassVar[frozenset[str]] = PERSON

    person: str
    teams: Annotated[Teams, Field(min_length=1)]
    why: Annotated[str, Field(min_length=3, max_length=WHY)]
    ends: date


class OneInvitation(Command):
    seat: str


class MyPerspective(Question):
    """One's own line, to be changed."""


class WritePerspective(Command):
    words: Annotated[str, Field(max_length=PERSPECTIVE)] = ""


async def whom_to_invite(
    question: WhomToInvite, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> InvitingSheet:
    """Everybody who is not on the ILT nor invited, the team's own people first."""
    permit(actor, "invite-rep")
    seen = await chairs(actor, work=work, clock=clock)
    people = free(seen)
    if not people:
        raise Refusal(NOBODY_LEFT)
    asked = [question.teams] if isinstance(question.teams, str) else question.teams
    team = next((one for one in seen.roster.teams if one.key in asked), None)
    near = {person.id for person in seen.roster.members(team.key)} if team else set()
    people.sort(key=lambda one: one[0] not in near)
    return InvitingSheet(tuple(people), teams_of(seen), team.key if team else None, seen.proposed_end)


def free(seen: Chairs) -> list[tuple[str, str]]:
    """The people who could be invited, by id and name."""
    taken = {one.person.id for one in seen.found.seats}
    taken |= {seat.person for seat in seen.seats}
    return [(one.id, one.name) for one in seen.roster.people if one.active and one.id not in taken]


def teams_of(seen: Chairs) -> tuple[tuple[str, str], ...]:
    label = seen.settings.multilingual
    return tuple((team.key, team_name(team, label)) for team in seen.roster.teams)


async def invite(command: Invite, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Offer:
    """Offer somebody a seat; they get a private message with the role card."""
    permit(actor, "invite-rep")
    seen = await chairs(actor, work=work, clock=clock)
    if command.person not in dict(free(seen)):
        raise Refusal("This person is on the ILT or invited already. Choose somebody else.", field="person")
    known_teams(command.teams, seen.roster)
    if command.ends <= seen.sees.today:
        raise Refusal("Please choose a day that is still ahead.", field="ends")
    seat = IltSeat(
        school=work.school,
        person=command.person,
        kind=kind_of(command.person, command.teams, seen.roster),
        teams=command.teams,
        why=command.why,
        ends=command.ends,
        state=SeatState.INVITED,
        invited_by=actor.person_id,
        invited_at=seen.sees.now,
    )
    work.seats.add(seat)
    await work.flush()
    offer = seen.offer(seat)
    await tell(
        seat.person,
        wording.invitation(offer),
        f"{seat.id}/invited",
        sees=seen.sees,
        work=work,
        reason=f"seat-invited:{seat.id}",
    )
    return offer


def known_teams(keys: tuple[str, ...], roster: Roster) -> None:
    """Raise a `Refusal` beside the field unless each of these is a team of the school."""
    if not set(keys) <= {team.key for team in roster.teams}:
        raise Refusal("One of these teams is not there any more. Choose again.", field="teams")


async def accept(command: OneInvitation, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Offer:
    """Take the seat that was offered: from now on its person is on the ILT."""
    seen, seat = await _offered(command, "accept-seat", actor=actor, work=work, clock=clock)
    seat.answer(SeatState.ACTIVE, seen.sees.now)
    seat.starts = seen.sees.today
    await take_seat(seat, work)
    seen = await chairs(actor, work=work, clock=clock)
    await _answered(seen, seat, wording.said_yes(seen.offer(seat)), work)
    return seen.offer(seat)


async def decline(command: OneInvitation, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Offer:
    """Say not now, without a reason; whoever invited is told that and nothing else."""
    seen, seat = await _offered(command, "decline-seat", actor=actor, work=work, clock=clock)
    seat.answer(SeatState.DECLINED, seen.sees.now)
    await _answered(seen, seat, wording.said_not_now(seen.offer(seat)), work)
    return seen.offer(seat)


async def _offered(
    command: OneInvitation, verb: str, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[Chairs, IltSeat]:
    seat = await own_seat(command.seat, actor.person_id, GONE, work)
    permit(actor, verb, Relation.AUTHOR)
    if seat.state is not SeatState.INVITED:
        raise OutOfDate(GONE)
    return await chairs(actor, work=work, clock=clock), seat


async def _answered(seen: Chairs, seat: IltSeat, message: Message, work: UnitOfWork) -> None:
    """Tell whoever invited; when they have left, whoever leads now."""
    leader = seen.roster.first_of(Role.SCHOOL_LEADER, Role.DEPUTY)
    inviter = seen.roster.person(seat.invited_by or "")
    to = inviter if inviter and inviter.active else leader
    await tell(to.id if to else None, message, f"{seat.id}/answered", sees=seen.sees, work=work)


async def withdraw(command: OneInvitation, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Offer:
    """Take an open invitation back."""
    permit(actor, "withdraw-invitation")
    seat = await work.seats.find(command.seat)
    if seat is None or not seat.answer(SeatState.LAPSED, clock.now()):
        raise NotFound(GONE)
    seen = await chairs(actor, work=work, clock=clock)
    seat.invited_by = actor.person_id
    offer = seen.offer(seat)
    await tell(seat.person, wording.was_withdrawn(offer), f"{seat.id}/withdrawn", sees=seen.sees, work=work)
    return offer


async def my_perspective(question: MyPerspective, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Own:
    """One's own line as it stands."""
    permit(actor, "my-perspective")
    return Own((await _mine(actor, work, clock)).perspective)


async def write_perspective(
    command: WritePerspective, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Own:
    """Keep one's own line, or delete it when it is empty. Nobody else can write or delete it."""
    permit(actor, "my-perspective")
    seat = await _mine(actor, work, clock)
    seat.perspective = command.words
    return Own(command.words)


async def _mine(actor: Actor, work: UnitOfWork, clock: Clock) -> IltSeat:
    seat = (await chairs(actor, work=work, clock=clock)).of(actor.person_id)
    if seat is None:
        raise NotFound(NO_SEAT)
    return seat
