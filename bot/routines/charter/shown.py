"""What every routine about the charter needs: the version itself, and the times as they stand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from bot.errors import NotFound, OutOfDate
from bot.messages.charter.words import Preview, Times
from bot.model.cadence import Cadence
from bot.model.charter import Charter, CharterState
from bot.model.everybody import Roster
from bot.model.meeting_plan import Plan
from bot.model.people import Actor, Relation, Role
from bot.model.staff_input import offer_days
from bot.routines.meetings.suggestions import plan_of
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

SHOWN = 3
FAR = timedelta(days=150)
NO_SUCH = "I do not find this version. /ilt charter shows what holds."
MOVED_ON = "{label} has moved on since you saw it. Look again: /ilt charter"


async def found(charter_id: str, *states: CharterState, work: UnitOfWork) -> Charter:
    """The version, in one of these states; raises `NotFound`, or `OutOfDate` when it has moved on."""
    one = await work.charters.find(charter_id)
    if one is None:
        raise NotFound(NO_SUCH)
    if one.state not in states:
        raise OutOfDate(MOVED_ON.format(label=one.label))
    return one


def standing(one: Charter, actor: Actor) -> tuple[Relation, ...]:
    """What this person is to it."""
    return (Relation.AUTHOR,) if one.drafted_by == actor.person_id else ()


def answers_for(one: Charter, roster: Roster) -> str | None:
    """Whom comments go to: whoever wrote the draft, or the school leader once they are gone."""
    author = roster.person(one.drafted_by)
    if author is not None and author.active:
        return author.id
    leader = roster.first_of(Role.SCHOOL_LEADER, Role.DEPUTY)
    return leader.id if leader else None


async def cadence_now(work: UnitOfWork) -> Cadence:
    """When the bot speaks as things stand, with a charter or without one."""
    series, settings = await work.meetings.series(), await work.settings.now()
    if series is None:
        return Cadence(sharing=settings.sharing)
    return Cadence(
        call_at=series.call_at,
        draft_at=series.draft_at,
        publish_at=series.publish_at,
        sharing=settings.sharing,
    )


async def preview_of(cadence: Cadence, sees: Viewer, work: UnitOfWork) -> Preview:
    """The next three moments of everything that this times, beside what holds now (R-025)."""
    plan = await plan_of(work)
    now = moments(await cadence_now(work), plan, sees.now)
    then = moments(cadence, plan, sees.now)
    return Preview(tuple(Times(what, now[what], then[what]) for what in then), plan.calendar.zone)


def moments(cadence: Cadence, plan: Plan, now: datetime) -> dict[str, tuple[datetime, ...]]:
    """What happens when: three moments ahead for each thing, soonest first."""
    sharing = cadence.sharing
    calendar = replace(plan.calendar, relay_same_day=sharing.relay_same_day, relay_at=sharing.relay_at)
    found: dict[str, tuple[datetime, ...]] = {}
    if plan.series is not None:
        series = replace(
            plan.series, call_at=cadence.call_at, draft_at=cadence.draft_at, publish_at=cadence.publish_at
        )
        timed = replace(plan, series=series, calendar=calendar)
        held = list(islice(timed.ahead(now), SHOWN * 2))
        around = [timed.moments(one) for one in held]
        found = {
            "Call for items": _ahead((one.call for one in around), now),
            "Draft agenda": _ahead((one.draft for one in around), now),
            "Agenda": _ahead((one.publish for one in around), now),
            "Decisions reach staff": _ahead((calendar.relay_after(one.ends_at) for one in held), now),
        }
    today = calendar.today(now)
    days = offer_days(calendar, today, today + FAR, sharing.digest_weeks)
    mornings = (calendar.morning_of(day) for day in days)
    return {**found, "“You said, we did”": _ahead(mornings, now)}


def _ahead(moments: Iterable[datetime], now: datetime) -> tuple[datetime, ...]:
    return tuple(islice((one for one in moments if one > now), SHOWN))
