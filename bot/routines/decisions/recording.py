"""Recording a decision, and taking it back before staff hear of it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.consensus.prefill import MITIGATION
from bot.messages.dates import day
from bot.messages.decisions import recording as wording
from bot.messages.decisions.costing import MINUTES
from bot.messages.decisions.recording import CHANGE, STATEMENT, STOPS, STUDENTS, WHY, Desk, Recorded
from bot.messages.decisions.words import shortened
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import Authority, Decision, DecisionState, relay_moment, usual_review, usual_start
from bot.model.decisions_life import next_review
from bot.model.everybody import Roster
from bot.model.people import Actor, Person, Relation, Role
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.consensus import ratifying
from bot.routines.consensus.recording import adopted, basis, passed
from bot.routines.decisions import asking_first, first_steps, sources
from bot.routines.decisions.shown import found, opening, telling
from bot.routines.initiatives.looking import asks_so_far
from bot.routines.meetings.standing import require_to_record
from bot.routines.requests import Command, Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

Change = Annotated[str, Field(max_length=CHANGE)]
NO_DAYS = (
    "The school calendar has no school day after today, so this could not go out. "
    "Ask the office to add the next school year, then record it again."
)


class RecordDecision(Command):
    statement: Annotated[str, Field(min_length=1, max_length=STATEMENT)]
    students: Annotated[str, Field(max_length=STUDENTS)] = ""
    why: Annotated[str, Field(min_length=1, max_length=WHY)]
    teams: Annotated[tuple[str, ...], Field(min_length=1)]
    changes: dict[str, Change] = Field(default_factory=dict)
    change: Change = ""
    stops: Annotated[str, Field(max_length=STOPS)] = ""
    starts_on: date
    helper: str
    authority: Authority = Authority.ILT
    review_on: date | None = None
    inputs: tuple[str, ...] = ()
    from_trend: bool = False
    replaces: str | None = None
    minutes: Annotated[int | None, Field(ge=-MINUTES, le=MINUTES)] = None
    check: str | None = None
    mitigation: Annotated[str, Field(max_length=MITIGATION)] = ""


class AboutDeciding(Question):
    """What the form for a new decision offers; with `check`, of a consensus check that passed."""

    check: str | None = None


class WithdrawDecision(Command):
    decision: str


class RestoreDecision(Command):
    """Undo a withdrawal, for ten minutes."""

    decision: str


async def prepare(question: AboutDeciding, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    """What the form for a new decision offers, on this day."""
    permit(actor, "decide")
    await require_to_record(actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    try:
        relay_at = sees.calendar.relay_after(sees.now)
    except NoSchoolAhead as error:
        raise Refusal(NO_DAYS) from error
    return Desk(
        teams={team.key: team.name for team in sees.roster.teams},
        helpers={person.id: person.name for person in helpers(sees.roster)},
        inputs=await sources.linkable_inputs(work),
        replaceable=await replaceable(work),
        has_trend=await sources.trend(work, sees.now) is not None,
        starts_on=usual_start(sees.calendar, sees.today),
        review_on=usual_review(sees.calendar, sees.today),
        relay_at=relay_at,
        zone=sees.calendar.zone,
        passed=await passed(question.check, actor, work),
        asks=await asks_so_far(work),
        today=sees.today,
    )


def helpers(roster: Roster) -> list[Person]:
    return roster.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER)


async def replaceable(work: UnitOfWork) -> Mapping[str, str]:
    """The decisions that stand and that no other is about to replace, by id."""
    taken = {one.replaces for one in await work.decisions.to_come()}
    standing = [one for one in await work.decisions.standing() if one.id not in taken]
    return {one.id: f"{one.label} {shortened(one.statement, 12, 70)}" for one in standing}


async def record(command: RecordDecision, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Recorded:
    """Keep the decision. It goes out by itself, the next school morning, to each team it touches."""
    permit(actor, "decide")
    await require_to_record(actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    came = await passed(command.check, actor, work)
    check_dates(command, sees.calendar, sees.today)
    await check_links(command, sees.roster, work)
    teams = chosen_teams(command, sees.roster)
    decision = Decision(
        school=work.school,
        number=await work.numbers.next("decision"),
        decided_by=actor.person_id,
        decided_at=sees.now,
        **command.model_dump(exclude={"teams", "changes", "check", "mitigation"}),
        teams=teams,
        changes={key: command.changes[key] for key in teams if command.changes.get(key)},
        window=await sources.trend(work, sees.now) if command.from_trend else None,
        sponsor=leader.id if (leader := sees.roster.first_of(Role.SCHOOL_LEADER)) else None,
    )
    for key in decision.untold():
        team = sees.roster.team(key)
        name = team.name if team else key
        raise Refusal(
            f"Say what changes for {name}, or fill in what changes in general.", field=f"changes.{key}"
        )
    decision.review_on = decision.review_on or next_review(sees.calendar, decision.starts_on)
    if relay_moment(decision, sees.calendar) is None:
        raise Refusal(NO_DAYS)
    decision.basis = basis(came, command.authority, command.mitigation) if came else None
    work.decisions.add(decision)
    await ratifying.put_before(decision, sees, work)
    if came:
        await adopted(came.check, decision, sees, work)
    return await recorded(decision, sees, work)


def chosen_teams(command: RecordDecision, roster: Roster) -> tuple[str, ...]:
    """The teams it touches, each once, in the school's order."""
    known = [team.key for team in roster.teams]
    if not set(command.teams) <= set(known):
        raise Refusal("One of these teams is no longer there. Please choose again.", field="teams")
    return tuple(key for key in known if key in command.teams)


def check_dates(command: RecordDecision, calendar: SchoolCalendar, today: date) -> None:
    """It starts on a school day that is not past, and is reviewed on one after that."""
    if command.starts_on < today:
        sentence = f"{day(command.starts_on)} has passed. {next_one(calendar, today)}"
        raise Refusal(sentence, field="starts_on")
    if not calendar.is_school_day(command.starts_on):
        sentence = f"There is no school on {day(command.starts_on)}. {next_one(calendar, command.starts_on)}"
        raise Refusal(sentence, field="starts_on")
    review = command.review_on
    if review is None:
        return
    if review <= command.starts_on:
        raise Refusal(f"Choose a review date after the start on {day(command.starts_on)}.", field="review_on")
    if not calendar.is_school_day(review):
        sentence = f"There is no school on {day(review)}. {next_one(calendar, review)}"
        raise Refusal(sentence, field="review_on")


def next_one(calendar: SchoolCalendar, after: date) -> str:
    try:
        return f"The next school day is {day(calendar.on_or_after(after))}."
    except NoSchoolAhead:
        return "The school calendar has no school day after that. Choose an earlier date."


async def check_links(command: RecordDecision, roster: Roster, work: UnitOfWork) -> None:
    """Whom it names, what it rests on and what it replaces are still there to be chosen."""
    if command.helper not in {person.id for person in helpers(roster)}:
        raise Refusal("Choose somebody on the ILT, so that people know whom to ask.", field="helper")
    if command.inputs and not set(command.inputs) <= set(await sources.linkable_inputs(work)):
        raise Refusal("One of these inputs is no longer open. Please choose again.", field="inputs")
    if command.replaces and command.replaces not in await replaceable(work):
        raise Refusal(
            "That decision no longer stands, or another one already replaces it. Please choose again.",
            field="replaces",
        )


async def recorded(decision: Decision, sees: Viewer, work: UnitOfWork) -> Recorded:
    told = await telling(decision, sees.roster, work)
    speakers = {
        team.key: sees.roster.speaker_for(team.key)
        for team in sees.roster.teams
        if team.key in decision.teams and not team.channel
    }
    return Recorded(
        telling=told,
        relay_at=sees.calendar.relay_after(sees.now),
        zone=sees.calendar.zone,
        all_staff=told.all_teams and bool(sees.roster.school.all_staff_channel),
        through={key: person.name if person else "nobody yet" for key, person in speakers.items()},
        poll=await work.consensus.poll(decision.id),
        tallies=await asking_first.hints(decision, sees, work),
    )


async def withdraw(command: WithdrawDecision, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Decision:
    """Take it back before staff hear of it, and tell whoever recorded it when somebody else did."""
    decision = await found(command.decision, actor=actor, work=work)
    is_author = decision.decided_by == actor.person_id
    permit(actor, "withdraw-decision", *([Relation.AUTHOR] if is_author else []))
    if not decision.withdraw(clock.now()):
        raise OutOfDate(too_late(decision))
    await ratifying.taken_back(decision, work, clock.now())
    sees = await viewer(actor, work=work, clock=clock)
    await first_steps.say_anew(decision, sees, work)
    if not is_author:
        await work.outbox.post(
            Audience.person(decision.decided_by),
            wording.withdrawn_by_another(decision, sees.roster.name(actor.person_id)),
            key=f"decision/{decision.id}/withdrawn",
            due_at=opening(sees.calendar, sees.now),
        )
    return decision


async def restore(command: RestoreDecision, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Recorded:
    """Bring back what was withdrawn less than ten minutes ago; it goes out as it was going to."""
    decision = await found(command.decision, actor=actor, work=work)
    permit(actor, "restore-decision", *([Relation.AUTHOR] if decision.decided_by == actor.person_id else []))
    if not decision.restore(clock.now()):
        raise OutOfDate(wording.TOO_LATE_TO_RESTORE)
    sees = await viewer(actor, work=work, clock=clock)
    await ratifying.taken_up(decision, sees, work)
    await first_steps.say_anew(decision, sees, work)
    return await recorded(decision, sees, work)


def too_late(decision: Decision) -> str:
    if decision.state is DecisionState.WITHDRAWN:
        return f"{decision.label} is withdrawn already."
    return (
        f"{decision.label} has gone out to staff, so it cannot be withdrawn. "
        "Record a new decision that replaces it: /ilt decide"
    )
