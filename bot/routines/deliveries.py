"""What became of the bot's messages, for who looks after it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

from bot.messages import deliveries as wording
from bot.messages.home import HomeShare
from bot.model.channels import admin_of
from bot.model.deliveries import LOST, MISSED, Fate, Missed, Report, Tracked
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.letters import SOMEBODY, whom
from bot.routines.requests import Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

A_WEEK = 7
ON_A_PAGE = 20
ITS_READERS = "its readers"


class SeeDeliveries(Question):
    """The messages of so many days; of those that did not arrive, only some fates when these are named."""

    days: Annotated[int, Field(ge=1, le=366)] = A_WEEK
    fates: tuple[Fate, ...] = MISSED
    most: Annotated[int, Field(ge=1, le=10_000)] = ON_A_PAGE


async def see(question: SeeDeliveries, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Report:
    """How many messages met which fate, and each that did not arrive as it was meant to."""
    permit(actor, "deliveries")
    sees = await viewer(actor, work=work, clock=clock)
    found = await work.deliveries.since(sees.now - timedelta(days=question.days))
    return await _report(found, question, sees, work)


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """What was lost in the last week, on the Home of who looks after the bot, or else leads the school."""
    admin = admin_of(viewer.roster)
    is_theirs = admin is not None and admin.id == viewer.actor.person_id
    if not (is_theirs or viewer.actor.is_any(Relation.BOT_ADMIN)):
        return HomeShare()
    lost = await work.deliveries.troubled(viewer.now - timedelta(days=A_WEEK))
    asked = SeeDeliveries(fates=LOST, most=wording.ON_HOME)
    return wording.share(await _report(lost, asked, viewer, work), LOST)


async def _report(found: Sequence[Tracked], asked: SeeDeliveries, sees: Viewer, work: UnitOfWork) -> Report:
    missed = [one for one in found if one.fate(sees.now) in asked.fates]
    missed.sort(key=lambda one: one.meant_for, reverse=True)
    listed = missed[: asked.most]
    named = await work.deliveries.for_all_to_know([one.id for one in listed if one.id])
    return Report(
        asked.days,
        _counted(found, sees.now),
        [Missed(one, one.fate(sees.now), _whom(one, named, sees.roster)) for one in listed],
        len(missed) - len(listed),
        sees.now,
        sees.calendar.zone,
    )


def _counted(found: Sequence[Tracked], now: datetime) -> dict[str, Counter[Fate]]:
    counts: dict[str, Counter[Fate]] = defaultdict(Counter)
    for one in found:
        counts[one.what][one.fate(now)] += 1
    return dict(counts)


def _whom(letter: Tracked, named: Collection[str], roster: Roster) -> str:
    """Whom a message was for; of a private one only that it was for one person."""
    if letter.audience is None:
        return ITS_READERS
    is_secret = letter.audience.person_id is not None and letter.id not in named
    return whom(roster, SOMEBODY.key if is_secret else letter.audience.key)
