"""Reading the trend, putting it on the agenda, and asking how it is computed."""

from datetime import datetime
from typing import Literal

from bot.errors import NotFound
from bot.messages import walkthroughs as wording
from bot.messages.vocabulary import Message
from bot.messages.walkthroughs.trends import Overview, WindowView
from bot.model.agenda_items import Focus, Provenance, Suggestion
from bot.model.meetings import Meeting
from bot.model.people import Actor
from bot.model.walkthroughs import Trend, Window
from bot.model.walkthroughs.visits import rooms_seen
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines import meetings
from bot.routines.requests import Command, Question
from bot.routines.walkthroughs.sheets import looked_for_in_all, meeting_ahead, next_after, open_on, trend_of
from storage.unit_of_work import UnitOfWork

FRESH_FOR = 10
"""School days for which a published trend stands on the next agenda by itself."""

AGENDA_MINUTES = 10


class SeeTrends(Question):
    """What the walkthroughs show."""


async def see(question: SeeTrends, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Overview:
    """The open windows' trends as they were published, else that of the last window that closed."""
    permit(actor, "trends")
    now = clock.now()
    today = (await work.calendar.whole()).today(now)
    windows = await work.walkthroughs.windows()
    past = [window for window in windows if window.closes < today]
    shown = open_on(windows, today) or past[-1:]
    views = [await _view(window, actor, work) for window in shown]
    return Overview(tuple(views), await meeting_ahead(work, now), next_after(windows, today))


async def _view(window: Window, actor: Actor, work: UnitOfWork) -> WindowView:
    visits = await work.walkthroughs.visits(window.id)
    return WindowView(
        window=window,
        looked_for=await looked_for_in_all(window, work),
        trend=await trend_of(window, work=work),
        count=len(visits),
        rooms=0 if window.is_closed else rooms_seen(visits),
        own=tuple(visit for visit in visits if visit.observer == actor.person_id),
    )


class DiscussTrend(Command):
    window: str


async def discuss(command: DiscussTrend, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Meeting:
    """Put the trend on the next agenda that is still open; once, however often it is asked."""
    permit(actor, "discuss-trend")
    trend = await _published(command.window, work)
    return await meetings.put_on_agenda(_suggestion(trend), work=work, now=clock.now())


class HowComputed(Question):
    """How a figure on a message is computed."""

    figure: Literal["trend"]
    window: str


async def how_computed(question: HowComputed, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Message:
    """The formulas; with the counts behind the figures for those who may see the trend."""
    permit(actor, "how-computed")
    window = await work.walkthroughs.window(question.window)
    if window is None or not may(actor, "trends"):
        return wording.how_computed(None, None)
    return wording.how_computed(window.published, await looked_for_in_all(window, work))


async def trend_for_agenda(work: UnitOfWork, now: datetime) -> Suggestion | None:
    """The newest trend, when it was published in the last ten school days; None when there is none."""
    calendar = await work.calendar.whole()
    since = calendar.shift(calendar.today(now), -FRESH_FOR)
    published = [
        (window.published.day, window)
        for window in await work.walkthroughs.windows()
        if window.published and window.published.day >= since
    ]
    if not published:
        return None
    _, newest = max(published, key=lambda dated: dated[0])
    return _suggestion(await _published(newest.id, work))


async def _published(window_id: str, work: UnitOfWork) -> Trend:
    window = await work.walkthroughs.window(window_id)
    trend = await trend_of(window, work=work) if window else None
    if trend is None:
        raise NotFound("There is no trend of this window. /ilt trends shows what there is.")
    return trend


def _suggestion(trend: Trend) -> Suggestion:
    return Suggestion(
        title=f"Walkthrough trend: {trend.looked_for.name}",
        provenance=Provenance.TREND,
        source=trend.window.id,
        minutes=AGENDA_MINUTES,
        detail=wording.in_brief(trend),
        label=f"{trend.shown.visits} visits",
        focus=Focus.STUDENT,
        strategy=trend.window.strategy,
    )
