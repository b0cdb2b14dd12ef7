"""Adding to the agenda, and saying that there is nothing to add."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from bot.errors import Refusal
from bot.messages.meetings.forms import DETAIL, LONGEST, SHORTEST, TITLE, Added, Adding
from bot.model.language import kinder
from bot.model.meetings import AgendaItem, Outcome, Plan, Provenance
from bot.model.people import Actor, Roster, Seat, Team
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.suggestions import NO_MEETING, keep, plan_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

Title = Annotated[str, Field(min_length=1, max_length=TITLE)]
Minutes = Annotated[int, Field(ge=SHORTEST, le=LONGEST)]
Detail = Annotated[str, Field(max_length=DETAIL)]


class WhereItGoes(Question):
    """Which meeting a new item would be for."""


class AddItem(Command):
    title: Title
    outcome: Outcome = Outcome.DISCUSS
    minutes: Minutes = 5
    detail: Detail = ""
    for_team: bool = False


class NothingToAdd(Question):
    """Nothing this time. It is a question, so nothing can be kept of it."""


async def where_it_goes(question: WhereItGoes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Adding:
    """Say where an item would go; a `Refusal` when no meeting is planned."""
    permit(actor, "add-item")
    plan, roster = await plan_of(work), await work.people.roster()
    return _where(plan, spoken_for(roster, actor.person_id), clock.now())


async def add(command: AddItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Added:
    """Put an item on the next agenda that is not published yet, for oneself or for one's team."""
    permit(actor, "add-item")
    now = clock.now()
    plan, roster = await plan_of(work), await work.people.roster()
    team = spoken_for(roster, actor.person_id) if command.for_team else None
    where = _where(plan, team, now)
    meeting = keep(where.meeting, work, plan)
    item = AgendaItem(
        school=work.school,
        day=meeting.day,
        title=command.title,
        minutes=command.minutes,
        provenance=Provenance.TEAM if team else Provenance.MEMBER,
        added_at=now,
        outcome=command.outcome,
        label=team.name if team else "",
        detail=command.detail,
        by=actor.person_id,
    )
    work.meetings.add(item)
    await work.flush()
    hint = kinder(item.title) if (await work.settings.now()).language_hints else None
    return Added(item, await sheet_of(meeting, plan, roster, work, now), where.missed, hint)


async def nothing_to_add(question: NothingToAdd, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """Thank them. Nothing is kept, not even that they answered."""
    permit(actor, "nothing-to-add")


def spoken_for(roster: Roster, person_id: str) -> Team | None:
    """The team this person is rep or lead of."""
    keys = {
        seat.team for seat in roster.memberships if seat.person == person_id and seat.seat is not Seat.MEMBER
    }
    return next((team for team in roster.teams if team.key in keys), None)


def _where(plan: Plan, team: Team | None, now: datetime) -> Adding:
    meeting = plan.next_unpublished(now)
    if meeting is None:
        raise Refusal(NO_MEETING)
    return Adding(
        meeting,
        plan.calendar.zone,
        plan.moments(meeting).publish,
        team=team,
        missed=_missed(plan, meeting.day, now),
    )


def _missed(plan: Plan, day: date, now: datetime) -> date | None:
    """The meeting ahead whose agenda is out already."""
    sooner = plan.next(now)
    return sooner.day if sooner and sooner.day < day else None
