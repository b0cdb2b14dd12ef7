"""Adding to the agenda, and saying that there is nothing to add."""

from dataclasses import replace
from datetime import date, datetime

from bot.errors import Refusal
from bot.messages.meetings.forms import Added, Adding
from bot.model.agenda_items import AgendaItem, Provenance, served
from bot.model.everybody import Roster
from bot.model.language import kinder
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting
from bot.model.people import Actor, Seat, Team
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.elsewhere import offer_to_team
from bot.routines.meetings.said import (
    SaidOfItem,
    name_nobody,
    offers,
    require_prepared,
    suggested,
    write,
)
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.suggestions import NO_MEETING, keep, plan_of
from bot.routines.requests import Question
from storage.unit_of_work import UnitOfWork


class WhereItGoes(Question):
    """Which meeting a new item would be for."""


class AddItem(SaidOfItem):
    """A new item; with `only_team` it is about that team alone and goes to its lead."""

    for_team: bool = False
    only_team: str | None = None


class NothingToAdd(Question):
    """Nothing this time. It is a question, so nothing can be kept of it."""


async def where_it_goes(question: WhereItGoes, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Adding:
    """Say where an item would go; a `Refusal` when no meeting is planned."""
    permit(actor, "add-item")
    plan, roster = await plan_of(work), await work.people.roster()
    where = _where(plan, spoken_for(roster, actor.person_id), clock.now())
    return replace(where, offers=await offers(work))


async def add(command: AddItem, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Added:
    """Put an item on the next agenda that is not published yet, for oneself or for one's team."""
    permit(actor, "add-item")
    now = clock.now()
    plan, roster = await plan_of(work), await work.people.roster()
    team = spoken_for(roster, actor.person_id) if command.for_team else None
    where = _where(plan, team, now)
    require_prepared(command)
    name_nobody(command, roster)
    meeting = keep(where.meeting, work, plan)
    item = _new(command, meeting, team, actor, work.school, now)
    await write(item, command, work, plan.calendar.today(now))
    work.meetings.add(item)
    of_team = await offer_to_team(item, command.only_team, roster, plan, work, now)
    await work.flush()
    hint = kinder(item.title) if (await work.settings.now()).language_hints else None
    return Added(item, await sheet_of(meeting, plan, roster, work, now), where.missed, hint, of_team)


def _new(
    command: AddItem, meeting: Meeting, team: Team | None, actor: Actor, school: str, now: datetime
) -> AgendaItem:
    """An item with what its words suggest, before what its author says of it."""
    kind = suggested(f"{command.title} {command.detail}")
    return AgendaItem(
        school=school,
        day=meeting.day,
        title=command.title,
        minutes=command.minutes,
        provenance=Provenance.TEAM if team else Provenance.MEMBER,
        added_at=now,
        label=team.name if team else "",
        by=actor.person_id,
        kind=kind,
        focus=served(kind, command.outcome),
    )


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
