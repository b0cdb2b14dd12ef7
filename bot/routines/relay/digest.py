"""The School Improvement Team's digest: drafted monthly, approved by the school leader, posted (R-104)."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated

from pydantic import Field

from bot.errors import NotFound
from bot.messages.decisions.passing_on import beyond
from bot.messages.home import Waiting
from bot.messages.relay import digest as wording
from bot.messages.relay.digest import WORDS, Approved, Delta
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import PUBLIC
from bot.model.decisions_record import Beyond
from bot.model.people import Actor, Role
from bot.model.relay_ways import DigestWay
from bot.model.relaying import DocumentState, TeamDigest
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.decisions.shown import opening
from bot.routines.documents import open_at
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

GONE = "There is no digest of this month."
A_MONTH = timedelta(days=31)


class AboutDigest(Question):
    month: date


class ApproveDigest(Command):
    month: date
    words: Annotated[str, Field(min_length=1, max_length=WORDS)]


async def due(work: UnitOfWork, after: datetime, until: datetime) -> list[Due]:
    """On the first school day of each month, where the school wants it, a draft for the school leader."""
    if (await work.settings.now()).relay.digest is DigestWay.OFF:
        return []
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    leader = roster.first_of(Role.SCHOOL_LEADER)
    if leader is None:
        return []
    found: list[Due] = []
    month = calendar.today(after).replace(day=1)
    while month <= calendar.today(until):
        at = first_morning(month, calendar)
        if at is not None and after < at <= until:
            found.append(
                Due(
                    key=f"relay/digest/{month}/draft",
                    at=at,
                    what="Digest for the School Improvement Team",
                    why="the first school day of the month",
                    audience=Audience.person(leader.id),
                    act=partial(_draft, month, at, calendar, work),
                    reason=f"team-digest:{month}",
                )
            )
        month = (month + A_MONTH).replace(day=1)
    return found


def first_morning(month: date, calendar: SchoolCalendar) -> datetime | None:
    """None for a month without a school day."""
    try:
        day = calendar.on_or_after(month)
    except NoSchoolAhead:
        return None
    return calendar.morning_of(day) if day.month == month.month else None


async def _draft(month: date, at: datetime, calendar: SchoolCalendar, work: UnitOfWork) -> Message:
    kept = await work.relay.digest(month)
    if kept is None:
        active = await work.strategies.active()
        kept = TeamDigest(
            school=work.school,
            month=month,
            words=wording.words(await delta(month, at, calendar, work)),
            strategies={one.key: one.status for one in active},
            made_at=at,
        )
        work.relay.add(kept)
    return wording.card(kept)


async def delta(month: date, at: datetime, calendar: SchoolCalendar, work: UnitOfWork) -> Delta:
    """What is new since the last digest, or in the last month where there is none."""
    last = await work.relay.last_digest(month)
    since = last.made_at if last else at - A_MONTH
    first, before = calendar.today(since), last.strategies if last else {}
    public = [one for one in await work.decisions.register() if one.state in PUBLIC and one.relayed_at]
    told = await work.relay.told_beyond(beyond(Beyond.FAMILIES))
    approved = {one.decision for one in await work.relay.families() if one.state is DocumentState.APPROVED}
    touched = [one for one in public if one.id in told]
    return Delta(
        since=first,
        decided=[one for one in public if one.relayed_at and one.relayed_at > since],
        changed=[one for one in public if one.news_on is not None and one.news_on >= first],
        strategies=[one for one in await work.strategies.active() if before.get(one.key) != one.status],
        asks=[
            f"{one.label}: {one.what}"
            for one in await work.asks.all()
            if one.is_open and one.asked_on >= first
        ],
        families=(sum(one.id in approved for one in touched), len(touched)),
    )


async def prepare(question: AboutDigest, *, actor: Actor, work: UnitOfWork, clock: Clock) -> TeamDigest:
    return await _kept(question.month, actor, work)


async def _kept(month: date, actor: Actor, work: UnitOfWork) -> TeamDigest:
    permit(actor, "approve-digest")
    kept = await work.relay.digest(month)
    if kept is None:
        raise NotFound(GONE)
    return kept


async def approve(command: ApproveDigest, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Approved:
    """Keep the words. Where the team has a channel they are posted there; once more, it changes that post."""
    kept = await _kept(command.month, actor, work)
    sees = await viewer(actor, work=work, clock=clock)
    kept.words, kept.state = command.words, DocumentState.APPROVED
    kept.approved_by, kept.approved_on = actor.person_id, sees.today
    ways = (await work.settings.now()).relay
    team = sees.roster.team(ways.digest_team) if ways.digest is DigestWay.CHANNEL else None
    if team is not None:
        key, at = f"relay/digest/{kept.month}/post", opening(sees.calendar, sees.now)
        said = wording.document(kept)
        if not await work.outbox.post_if_new(Audience.team(team.key), said, key=key, due_at=at):
            await work.outbox.edit(key, said, edit=sees.now.isoformat(), due_at=at)
    path = await open_at(f"digest/{kept.month}", actor, work, clock)
    return Approved(kept, team.name if team else "", path)


async def made(name: str, work: UnitOfWork) -> Message:
    """The approved digest of a month, as a document."""
    kept = await work.relay.digest(date.fromisoformat(name))
    if kept is None or kept.state is not DocumentState.APPROVED:
        raise NotFound(GONE)
    return wording.document(kept)


async def still_a_draft(month: str, work: UnitOfWork, clock: Clock) -> bool:
    kept = await work.relay.digest(date.fromisoformat(month))
    return kept is not None and kept.state is DocumentState.DRAFT


async def waiting(sees: Viewer, work: UnitOfWork) -> list[Waiting]:
    if not may(sees.actor, "approve-digest"):
        return []
    kept = await work.relay.digest(sees.today.replace(day=1))
    return [wording.waiting(kept)] if kept is not None and kept.state is DocumentState.DRAFT else []
