"""The bot's own dates for other calendars: what everybody at the school may know, nothing of two people."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from secrets import token_urlsafe

from bot.messages.calendar.words import said
from bot.model.calendar_changes import entry_of
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

BACK, AHEAD = timedelta(days=60), timedelta(days=200)


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One date: from a moment to a moment, or the whole of a day."""

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A school's dates; `as_of` is the midnight they are told at, so that a day's feed stays the same."""

    name: str
    as_of: datetime
    events: tuple[FeedEvent, ...]


class ReadFeed(Question):
    """The dates that whoever knows the secret address may read."""


class SeeAddress(Command):
    """Where the school's dates can be subscribed to; the first to ask opens it."""


class RenewAddress(Command):
    """A new address; whoever knew the old one reads nothing more."""


async def address(command: SeeAddress, *, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
    """The path of the feed."""
    permit(actor, "calendar-address")
    token = await work.calendar.feed()
    return path(token) if token else await _open(work)


async def renew(command: RenewAddress, *, actor: Actor, work: UnitOfWork, clock: Clock) -> str:
    """The path of the feed from now on."""
    permit(actor, "renew-address")
    return await _open(work)


async def _open(work: UnitOfWork) -> str:
    token = token_urlsafe(32)
    await work.calendar.open_feed(token)
    return path(token)


def path(token: str) -> str:
    return f"/calendar/{token}.ics"


async def dates(question: ReadFeed, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Feed:
    """Meetings, the dates of decisions that went out, and days that are not ordinary. The door looks at the
    secret; here the actor is the clock, which knows no person."""
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    today = calendar.today(clock.now())
    first, last = today - BACK, today + AHEAD
    found = [
        FeedEvent(f"day-{one.day}", said(entry_of(one)), one.day)
        for one in await work.calendar.days()
        if first <= one.day <= last
    ]
    plan = await plan_of(work)
    found += [
        FeedEvent(f"meeting-{one.day}", one.title, one.starts_at, one.ends_at)
        for one in plan.held(first, last)
    ]
    for decision in await work.decisions.standing():
        if decision.is_public and decision.relayed_at is not None:
            found.append(
                FeedEvent(f"{decision.label}-starts", f"{decision.label} starts", decision.starts_on)
            )
            if decision.review_on is not None:
                review = FeedEvent(
                    f"{decision.label}-review", f"Review of {decision.label}", decision.review_on
                )
                found.append(review)
    return Feed(roster.school.name, calendar.at(today, calendar.opens.min), tuple(found))
