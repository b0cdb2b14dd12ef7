"""The faculty's vote on a decision that needs it (R-093): who has voted is kept apart from how."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.consensus import ratifying as wording
from bot.messages.consensus.ratifying import Poll
from bot.messages.decisions.words import Telling
from bot.messages.home import Waiting
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import Decision, DecisionState
from bot.model.everybody import Roster
from bot.model.people import Actor, Person, Relation
from bot.model.ratification import DAYS_TO_RATIFY, Ballot, Ratification, RatificationState
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.charter.in_force import protocol_in_force
from bot.routines.consensus.shown import fewest, opening
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due, not_before
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NO_DAYS = "The school calendar ends before the faculty could vote on it. Add the next school year first."


class AboutPoll(Question):
    decision: str

    @property
    def is_logged_by_name(self) -> bool:
        return False


class Ratify(Command):
    """Who votes how is kept nowhere."""

    decision: str
    ballot: Ballot

    @property
    def is_logged_by_name(self) -> bool:
        return False


async def put_before(decision: Decision, sees: Viewer, work: UnitOfWork) -> Ratification | None:
    """Let a decision that the faculty ratifies await their vote, from the next school morning on; None for
    any other. It must not start before the vote is over."""
    if not decision.propose():
        return None
    opens, closes = span(sees.calendar, sees.now)
    if decision.starts_on <= sees.calendar.today(closes):
        raise Refusal(wording.too_soon(sees.calendar.today(closes)), field="starts_on")
    check = await work.consensus.find(decision.basis.check) if decision.basis else None
    protocol = check.protocol if check else (await protocol_in_force(work)).protocol
    poll = Ratification(
        school=work.school,
        decision=decision.id,
        opens_at=opens,
        closes_at=closes,
        share=protocol.ratify_share,
    )
    work.consensus.add_poll(poll)
    return poll


def span(calendar: SchoolCalendar, now: datetime) -> tuple[datetime, datetime]:
    """From the next school morning to the end of the fifth school day; a `Refusal` without these days."""
    try:
        opens = calendar.next_morning(now)
        last = calendar.shift(calendar.today(opens), DAYS_TO_RATIFY - 1)
    except NoSchoolAhead as error:
        raise Refusal(NO_DAYS) from error
    return opens, calendar.at(last, calendar.closes_on(last))


async def taken_back(decision: Decision, work: UnitOfWork, now: datetime) -> None:
    """A decision was withdrawn: nobody votes on it any more."""
    poll = await work.consensus.poll(decision.id)
    if poll is not None and poll.state is RatificationState.OPEN:
        poll.drop()
        await work.consensus.forget_ratifiers(poll.id)
        await rewrite(decision, wording.withdrawn(decision), f"withdrawn-{now:%H%M%S}", work, now)


async def taken_up(decision: Decision, sees: Viewer, work: UnitOfWork) -> None:
    """The same decision was brought back in time. Nobody can tell who had voted, so all are asked again."""
    poll = await work.consensus.poll(decision.id)
    if poll is not None and poll.state is RatificationState.DROPPED:
        poll.state = RatificationState.OPEN
        asked = wording.asked(Poll(Telling(decision, sees.roster), poll, sees.calendar.zone))
        await rewrite(decision, asked, f"again-{sees.now:%H%M%S}", work, sees.now)


def faculty(roster: Roster) -> list[Person]:
    """Everybody who may vote on it: whoever works here."""
    return [person for person in roster.people if Relation.STAFF in roster.relations(person.id)]


async def prepare(question: AboutPoll, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Poll:
    permit(actor, "ratify")
    sees = await viewer(actor, work=work, clock=clock)
    decision, poll = await open_poll(question.decision, sees, work)
    if await work.consensus.has_ratified(poll.id, actor.person_id):
        raise OutOfDate(wording.HAS_VOTED)
    return Poll(Telling(decision, sees.roster), poll, sees.calendar.zone)


async def ratify(command: Ratify, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Poll:
    """Count the ballot; once for each person, and nobody can tell afterwards which it was."""
    permit(actor, "ratify")
    sees = await viewer(actor, work=work, clock=clock)
    decision, poll = await open_poll(command.decision, sees, work)
    if not await work.consensus.ratified_by(poll.id, actor.person_id):
        raise OutOfDate(wording.HAS_VOTED)
    poll.cast_one(command.ballot)
    return Poll(Telling(decision, sees.roster), poll, sees.calendar.zone)


async def open_poll(decision_id: str, sees: Viewer, work: UnitOfWork) -> tuple[Decision, Ratification]:
    """The decision and its vote, while it is open."""
    poll, decision = await work.consensus.poll(decision_id), await work.decisions.find(decision_id)
    if poll is None or decision is None or (not decision.is_public and not poll.is_open(sees.now)):
        raise NotFound(wording.NO_SUCH)
    if not poll.is_open(sees.now):
        raise OutOfDate(wording.CLOSED)
    return decision, poll


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """For each vote its post to all staff, and its end."""
    polls = await work.consensus.open_polls()
    if not polls:
        return ()
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    found: list[Due] = []
    for poll in polls:
        decision = await work.decisions.find(poll.decision)
        if decision is None or decision.state is not DecisionState.AWAITING:
            continue
        found += [_asked(decision, poll, place, roster, calendar, work) for place in places(roster)]
        found.append(_closed(decision, poll, calendar, work, after, until))
    return found


def places(roster: Roster) -> list[Audience]:
    """Where it is asked: in the channel of all staff, else of each person."""
    if roster.school.all_staff_channel:
        return [Audience.all_staff()]
    return [Audience.person(person.id) for person in faculty(roster)]


def key(decision: Decision, place: Audience) -> str:
    return f"ratification/{decision.id}/asked/{place.key}"


def _asked(
    decision: Decision,
    poll: Ratification,
    place: Audience,
    roster: Roster,
    calendar: SchoolCalendar,
    work: UnitOfWork,
) -> Due:
    async def act() -> Message | None:
        decision.proposed_at = decision.proposed_at or poll.opens_at
        return wording.asked(Poll(Telling(decision, roster), poll, calendar.zone))

    return Due(
        key=key(decision, place),
        at=poll.opens_at,
        what=f"Vote of the faculty on {decision.label}",
        why="the first school morning after it was recorded",
        audience=place,
        act=act,
        stale_at=poll.closes_at,
        reason=f"ratification:{decision.id}",
        if_unknown="again",
    )


def _closed(
    decision: Decision,
    poll: Ratification,
    calendar: SchoolCalendar,
    work: UnitOfWork,
    after: datetime,
    now: datetime,
) -> Due:
    return Due(
        key=f"ratification/{decision.id}/closes",
        at=not_before(poll.closes_at, after),
        what=f"The vote of the faculty on {decision.label} closes",
        why="the end of the fifth school day",
        audience=Audience.all_staff(),
        act=_close(decision, poll, calendar, work, now),
        speaks=False,
    )


def _close(
    decision: Decision, poll: Ratification, calendar: SchoolCalendar, work: UnitOfWork, now: datetime
) -> Callable[[], Awaitable[Message | None]]:
    async def act() -> None:
        await close(decision, poll, calendar, work, now)

    return act


async def close(
    decision: Decision, poll: Ratification, calendar: SchoolCalendar, work: UnitOfWork, now: datetime
) -> None:
    """Count it: ratified, it goes out the next school morning; else it is returned and nothing goes out."""
    roster = await work.people.roster()
    ratified = poll.yes * 100 >= poll.share * (poll.yes + poll.no) and poll.yes > 0
    poll.close(ratified=ratified, eligible=len(faculty(roster)))
    await work.consensus.forget_ratifiers(poll.id)
    moved = decision.ratify(poll.closes_at) if ratified else decision.send_back()
    if not moved:
        return
    ended = wording.ended(decision, poll, is_shown=poll.is_shown(await fewest(work)))
    at = opening(calendar, now)
    await rewrite(decision, ended, poll.state.value, work, at)
    for place in places(roster):
        await work.outbox.post(
            place,
            wording.news(decision, poll, is_shown=poll.is_shown(await fewest(work))),
            key=f"ratification/{decision.id}/news/{place.key}",
            due_at=at,
            thread=key(decision, place),
            if_unknown="again",
        )
    await work.outbox.post(
        Audience.ilt(),
        ended,
        key=f"ratification/{decision.id}/ilt",
        due_at=at,
        if_unknown="again",
    )


async def rewrite(decision: Decision, message: Message, edit: str, work: UnitOfWork, at: datetime) -> None:
    """Let every post that asked for votes say what became of it."""
    prefix = f"ratification/{decision.id}/asked/"
    letters = {one.key for one in await work.outbox.standing(prefix)}
    for letter in sorted(one for one in letters if "/" not in one.removeprefix(prefix)):
        await work.outbox.edit(letter, message, edit=edit, due_at=at)


async def still_awaits(decision_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the faculty is still asked about it."""
    decision = await work.decisions.find(decision_id)
    return decision is not None and decision.state is DecisionState.AWAITING


async def waiting(sees: Viewer, work: UnitOfWork) -> Sequence[Waiting]:
    """The votes that are open to this person and that they have not cast."""
    if not may(sees.actor, "ratify"):
        return ()
    found: list[Waiting] = []
    for poll in await work.consensus.open_polls():
        decision = await work.decisions.find(poll.decision)
        voted = await work.consensus.has_ratified(poll.id, sees.actor.person_id)
        if decision is not None and poll.is_open(sees.now) and not voted:
            found.append(wording.waits(Poll(Telling(decision, sees.roster), poll, sees.calendar.zone)))
    return found
