"""Opening a consensus check on a proposal (R-089), and asking the teams it touches first (R-090)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages.consensus import voices as wording
from bot.messages.consensus.forms import LINE, PROPOSAL, WHY, Desk
from bot.messages.consensus.words import Sheet, authority
from bot.model.audiences import Audience
from bot.model.authority import governing
from bot.model.consensus import CheckState, ConsensusCheck
from bot.model.decisions import Authority
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.model.problems import PREPARED, Problem
from bot.model.protocol import Protocol
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.charter.in_force import protocol_in_force
from bot.routines.consensus.shown import (
    AboutCheck,
    OneCheck,
    bell,
    found,
    key,
    lapse,
    meeting_now,
    members,
    move,
    moved_on,
    opening,
    post,
    sheet,
    standing,
    standing_in,
)
from bot.routines.guests.looking import advisers as guests_of
from bot.routines.problems.shown import name_nobody, open_one
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

MANDATE = (
    "A district mandate needs no consensus check: it is for information only. "
    "Record it with /ilt decide and choose Mandate. Staff hear what changes, and it gets a review."
)
REVIEW = "This problem has no review day yet. Say when we look at whether it worked."


class AboutOpening(Question):
    """What the form for a new check offers; with `revises`, one that takes up another."""

    revises: str | None = None


class OpenCheck(Command):
    proposal: Annotated[str, Field(min_length=10, max_length=PROPOSAL)]
    why: Annotated[str, Field(max_length=WHY)] = ""
    authority: Authority = Authority.ILT
    teams: Annotated[tuple[str, ...], Field(min_length=1)]
    heard: tuple[str, ...] = ()
    problem: str | None = None
    review_on: date | None = None
    guests: Annotated[tuple[str, ...], Field(max_length=20)] = ()
    leader_last: bool = False
    revises: str | None = None


class SkipVoices(Command):
    """Go on though not every team was heard."""

    check: str
    reason: Annotated[str, Field(min_length=1, max_length=LINE)]


class GiveVoice(Command):
    """What somebody of a team that was asked says; nothing of who it was is kept."""

    check: str
    team: str
    words: Annotated[str, Field(min_length=1, max_length=LINE)]

    @property
    def is_logged_by_name(self) -> bool:
        return False


class AboutVoice(Question):
    check: str
    team: str

    @property
    def is_logged_by_name(self) -> bool:
        return False


async def prepare(question: AboutOpening, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    permit(actor, "check")
    roster = await work.people.roster()
    problems = [one for one in await work.problems.open_ones() if offered(one, actor)]
    voting = set(members(roster))
    return Desk(
        (await protocol_in_force(work)).protocol,
        {team.key: team.name for team in roster.teams},
        {one.id: f"{one.label} {one.statement}"[:75] for one in problems},
        {person.id: person.name for person in roster.people if person.active and person.id not in voting},
        heard=await heard_lately(work),
        before=await found(question.revises, work) if question.revises else None,
        without_review=frozenset(one.id for one in problems if one.review_on is None),
        advisers=await guests_of(await meeting_now(work), work),
    )


def offered(problem: Problem, actor: Actor) -> bool:
    """A draft is its author's own."""
    return problem.state.value != "draft" or problem.framed_by == actor.person_id


async def heard_lately(work: UnitOfWork) -> tuple[str, ...]:
    """The teams whose rep has put something before the ILT that is not settled yet."""
    spoken = [one for one in await work.inputs.unsettled() if one.agreed is not None]
    return tuple(sorted({one.team for one in spoken if one.team}))


async def open_check(command: OpenCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Begin with the voices: where a team was not heard, the opener chooses; else with the pressure test."""
    permit(actor, "check")
    sees = await viewer(actor, work=work, clock=clock)
    if command.authority is Authority.MANDATE:
        raise Refusal(MANDATE, field="authority")
    known = [team.key for team in sees.roster.teams]
    if not set(command.teams) <= set(known):
        raise Refusal("One of these teams is no longer there. Please choose again.", field="teams")
    force = await protocol_in_force(work)
    check = ConsensusCheck(
        school=work.school,
        number=await work.numbers.next("check"),
        proposal=command.proposal,
        why=command.why,
        authority=command.authority,
        teams=tuple(key for key in known if key in command.teams),
        opened_by=actor.person_id,
        opened_at=sees.now,
        protocol=force.protocol,
        version=force.version,
        guests=advisers(command, sees.roster),
        problem=command.problem,
        review_on=await review_day(command, sees, work),
        leader_last=command.leader_last,
        meeting=await meeting_now(work),
    )
    check.hear([team for team in command.heard if team in check.teams])
    await switch(check, force.protocol, work)
    await take_up(command.revises, work)
    work.consensus.add(check)
    await work.flush()
    await begin(check, sees, work)
    return await sheet(check, sees, work)


async def begin(check: ConsensusCheck, sees: Viewer, work: UnitOfWork) -> None:
    """Wait for the voices while a team was not asked; else show it to the ILT."""
    check.state = CheckState.VOICES if check.unasked else CheckState.PRESSURE
    check.waits_until = lapse(check.state, sees)
    if check.state is CheckState.PRESSURE:
        await post(check, "pressure", sees, work)


async def switch(check: ConsensusCheck, protocol: Protocol, work: UnitOfWork) -> None:
    """Let the school's own table say who decides, where it speaks of this; and say so (R-093)."""
    table = (await work.settings.now()).authority
    governs = governing(f"{check.proposal} {check.why}", table, protocol.ratify_topics)
    if governs is None or governs[1] in (check.authority, Authority.ILT):
        return
    line, check.authority = governs
    if check.authority is not Authority.MANDATE:
        check.switched = f"Your school's table says of “{line}”: {authority(check.authority, protocol)}."
        return
    raise Refusal(f"Your school's table says of “{line}”: the district decides. {MANDATE}", field="proposal")


async def review_day(command: OpenCheck, sees: Viewer, work: UnitOfWork) -> date | None:
    """The review day of the problem it answers; one that has none is asked for it, and gets it (R-070)."""
    if command.problem is None:
        return command.review_on
    problem = await open_one(command.problem, sees, work)
    if problem.review_on is None:
        if command.review_on is None:
            raise Refusal(REVIEW, field="review_on")
        if command.review_on <= sees.today:
            raise Refusal("Choose a day to come for the review.", field="review_on")
        problem.review_on = command.review_on
        if problem.state in PREPARED:
            problem.settle(sees.today)
    return problem.review_on


def advisers(command: OpenCheck, roster: Roster) -> tuple[str, ...]:
    """Guests who may say where they stand; who votes is no guest."""
    there = {person.id for person in roster.people if person.active} - set(members(roster))
    return tuple(guest for guest in command.guests if guest in there)


async def take_up(check_id: str | None, work: UnitOfWork) -> None:
    """The check that this one takes up gives way to it."""
    if check_id is None:
        return
    before = await found(check_id, work)
    if before.state is CheckState.FALLBACK:
        before.become(CheckState.REVISED)
    elif before.state is not CheckState.PARKED:
        raise OutOfDate(moved_on(before))


async def ask_voices(command: OneCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Ask the teams that nobody asked, in their channels, with one button that opens a form."""
    check = await kept(command.check, "ask-voices", actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    unasked = check.unasked
    if not unasked:
        raise OutOfDate("They are asked already.")
    check.ask(unasked)
    check.waits_until = bell(sees)
    for team in unasked:
        await work.outbox.post(
            Audience.team(team),
            wording.asked(check, team, check.waits_until, sees.calendar.zone),
            key=key(check, f"team/{team}"),
            due_at=opening(sees.calendar, sees.now),
            stale_at=check.waits_until,
            reason=f"consensus:{check.id}/{check.state}/{check.round}",
        )
    return await sheet(check, sees, work)


async def prepare_skip(question: AboutCheck, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    check = await kept(question.check, "skip-voices", actor, work)
    return await sheet(check, await viewer(actor, work=work, clock=clock), work)


async def skip_voices(command: SkipVoices, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Go on to the pressure test; the reason is printed in the decision."""
    check = await kept(command.check, "skip-voices", actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    check.gaps = command.reason
    move(check, CheckState.PRESSURE, sees)
    await post(check, "pressure", sees, work)
    return await sheet(check, sees, work)


async def kept(check_id: str, verb: str, actor: Actor, work: UnitOfWork) -> ConsensusCheck:
    """The check, while it waits for voices, for whoever may lead it on."""
    check = await found(check_id, work)
    permit(actor, verb, *await standing(check, actor, work))
    return await standing_in(check_id, CheckState.VOICES, work)


async def prepare_voice(question: AboutVoice, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    sees = await viewer(actor, work=work, clock=clock)
    check = await asked_of(question.check, question.team, sees, work)
    return await sheet(check, sees, work)


async def give_voice(command: GiveVoice, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    """Keep the words with the team's name; when every team has been heard, the pressure test begins."""
    sees = await viewer(actor, work=work, clock=clock)
    check = await asked_of(command.check, command.team, sees, work)
    name_nobody({"words": command.words}, sees.roster)
    await work.consensus.say(check.id, command.team, command.words)
    check.hear([command.team])
    if not check.unasked and not check.unanswered:
        move(check, CheckState.PRESSURE, sees)
        await post(check, "pressure", sees, work)
    return await sheet(check, sees, work)


async def asked_of(check_id: str, team: str, sees: Viewer, work: UnitOfWork) -> ConsensusCheck:
    """The check, for somebody of a team that was asked about it and may still say something."""
    permit(sees.actor, "give-voice")
    check = await found(check_id, work)
    if check.voices.get(team) is None:
        raise NotFound(wording.NOT_ASKED)
    if sees.actor.person_id not in {person.id for person in sees.roster.members(team)}:
        raise NotPermitted(wording.ANOTHER_TEAM)
    if check.state is not CheckState.VOICES:
        raise OutOfDate(wording.TOO_LATE)
    return check
