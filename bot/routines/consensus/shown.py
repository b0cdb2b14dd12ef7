"""What every routine about consensus checks needs: the check, who may vote on it, and how it is said."""

from datetime import date, datetime

from bot.errors import NotFound, OutOfDate
from bot.messages.consensus.cards import card, closed
from bot.messages.consensus.words import STATES, Sheet
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.consensus import LAPSES_AFTER, TIME_TO_ANSWER, CheckState, ConsensusCheck
from bot.model.decisions_questions import SMALLEST_NAMED_TEAM
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation, Role
from bot.model.publishing import FEWEST
from bot.permissions import may
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.standing import roles_at
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

NO_SUCH = "I do not find this consensus check."
A_SMALL_TEAM = "A small team"


class AboutCheck(Question):
    """One check."""

    check: str


class OneCheck(Command):
    """Something that needs no more than the check."""

    check: str


async def found(check_id: str, work: UnitOfWork) -> ConsensusCheck:
    check = await work.consensus.find(check_id)
    if check is None:
        raise NotFound(NO_SUCH)
    return check


async def standing_in(check_id: str, state: CheckState, work: UnitOfWork) -> ConsensusCheck:
    """The check, while it is in that state; raises `OutOfDate` with how it stands otherwise."""
    check = await found(check_id, work)
    if check.state is not state:
        raise OutOfDate(moved_on(check))
    return check


def moved_on(check: ConsensusCheck) -> str:
    return f"{check.label} has moved on. It stands at: {STATES[check.state]}."


async def standing(check: ConsensusCheck, actor: Actor, work: UnitOfWork) -> tuple[Relation, ...]:
    """What this person is to it: who opened it, or who leads the meeting that is on."""
    found: list[Relation] = [Relation.AUTHOR] if check.opened_by == actor.person_id else []
    if check.meeting is not None:
        found += await roles_at(check.meeting, actor, work)
    return tuple(found)


def eligible(check: ConsensusCheck, roster: Roster) -> list[str]:
    """Those who may vote and are still there to do so."""
    return [person for person in check.voters if may(roster.actor(person), "vote")]


def members(roster: Roster) -> tuple[str, ...]:
    return tuple(person.id for person in roster.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER))


def leaders(roster: Roster) -> set[str]:
    return {person.id for person in roster.holders(Role.SCHOOL_LEADER)}


async def fewest(work: UnitOfWork) -> int:
    return max(FEWEST, (await work.settings.now()).k)


async def sheet(check: ConsensusCheck, sees: Viewer, work: UnitOfWork) -> Sheet:
    """The check with all that is said around it. Of votes there is only how many are in."""
    able = eligible(check, sees.roster) if check.voters else list(members(sees.roster))
    if check.state is CheckState.PRESSURE:
        cast = await work.consensus.taps(check.id)
    else:
        cast = sum(vote.person in able for vote in await work.consensus.votes(check.id))
    decision = await work.decisions.find(check.decision) if check.decision else None
    leader = sees.roster.first_of(Role.SCHOOL_LEADER)
    return Sheet(
        check,
        {team: name_of(team, sees.roster) for team in check.teams},
        sees.calendar.zone,
        leader=leader.name if leader else "",
        cast=cast,
        eligible=len(able),
        fewest=await fewest(work),
        said=tuple(
            (speaker(team, sees.roster), words) for team, words in await work.consensus.said(check.id)
        ),
        label=decision.label if decision else "",
    )


def name_of(team: str, roster: Roster) -> str:
    found = roster.team(team)
    return found.name if found else team


def speaker(team: str, roster: Roster) -> str:
    """A team beside what one of it said: a small one is not named."""
    return name_of(team, roster) if len(roster.members(team)) >= SMALLEST_NAMED_TEAM else A_SMALL_TEAM


def opening(calendar: SchoolCalendar, now: datetime) -> datetime:
    return calendar.opening(now) or now


def lapse(state: CheckState, sees: Viewer) -> datetime:
    """When it is parked by itself in this state."""
    days = LAPSES_AFTER[state]
    try:
        return sees.calendar.morning_of(sees.calendar.shift(sees.today, days))
    except NoSchoolAhead:
        return sees.now + days * A_DAY


def bell(sees: Viewer) -> datetime:
    """When a vote, or a question to teams, ends that begins now: 48 hours on, in contract hours."""
    return opening(sees.calendar, sees.now + TIME_TO_ANSWER)


def move(check: ConsensusCheck, state: CheckState, sees: Viewer) -> None:
    """Let it stand at this; raises `OutOfDate` when it cannot."""
    until = lapse(state, sees) if state in LAPSES_AFTER else None
    if not check.become(state, until):
        raise OutOfDate(moved_on(check))


async def meeting_now(work: UnitOfWork) -> date | None:
    """The day of the meeting that runs; None while none does."""
    run = await work.live.running()
    return run.day if run else None


async def post(check: ConsensusCheck, step: str, sees: Viewer, work: UnitOfWork, *, under: str = "") -> None:
    """Show the ILT how it stands now: in the meeting's thread while one runs, else in contract hours."""
    day = await meeting_now(work)
    live = day is not None and day == check.meeting
    await work.outbox.post(
        Audience.ilt(),
        card(await sheet(check, sees, work)),
        key=key(check, step),
        due_at=sees.now if live else opening(sees.calendar, sees.now),
        thread=key_of(day, "agenda") if live and day else (key(check, under) if under else None),
        reason=f"consensus:{check.id}/{check.state}/{check.round}",
        if_unknown="again",
    )


async def result(check: ConsensusCheck, sees: Viewer, work: UnitOfWork) -> None:
    """Take the buttons off the cards of the round, and say below the last what it came to."""
    step = f"vote/{check.round}"
    for card_key in await shown_as(check, work):
        await work.outbox.edit(card_key, closed(check), edit=f"{check.state}", due_at=sees.now)
        step = card_key.removeprefix(key(check, ""))
    await post(check, f"{check.state}/{check.round}/{sees.now:%m%d%H%M}", sees, work, under=step)


async def shown_as(check: ConsensusCheck, work: UnitOfWork) -> list[str]:
    """The keys of the cards of this round, the newest last: one more for each time it was resumed."""
    first = key(check, f"vote/{check.round}/")
    letters = await work.outbox.standing(first)
    return sorted({one.key for one in letters if "/" not in one.key.removeprefix(first)})


def key(check: ConsensusCheck, step: str) -> str:
    return f"consensus/{check.id}/{step}"


async def still_so(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether a card is still worth sending: the check stands where it stood."""
    check_id, state, number = what.split("/")
    check = await work.consensus.find(check_id)
    return check is not None and (check.state.value, str(check.round)) == (state, number)
