"""What there is to see of the walkthroughs: open windows, and the trend of each."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.content.look_fors import look_fors
from bot.messages import walkthroughs as wording
from bot.messages.home import HomeShare
from bot.messages.walkthroughs.visits import VisitSheet
from bot.model.look_for_words import worded, worded_during
from bot.model.meetings import Meeting
from bot.model.walkthroughs import LookForSet, Trend, Window
from bot.model.walkthroughs.trends import publish
from bot.permissions import may
from bot.routines import meetings
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


def shipped(window: Window) -> LookForSet:
    """The window's set as it ships. A set that the bot no longer ships is a mistake of the program."""
    found = look_fors().set_of(window.look_fors)
    if found is None:
        raise LookupError(f"There is no look-for set {window.look_fors}.")
    return found


async def looked_for(window: Window, work: UnitOfWork, today: date) -> LookForSet:
    """The window's set in the words that hold now, or held when it closed."""
    return worded(shipped(window), await work.examples.words(), min(today, window.closes))


async def looked_for_in_all(window: Window, work: UnitOfWork) -> LookForSet:
    """The window's set with every wording that held while it was open, so that none is mixed with another."""
    return worded_during(shipped(window), await work.examples.words(), window.opens, window.closes)


def open_on(windows: Sequence[Window], today: date) -> list[Window]:
    return [window for window in windows if window.is_open(today)]


def next_after(windows: Sequence[Window], today: date) -> Window | None:
    return next((window for window in windows if window.opens > today), None)


async def visit_sheet(
    windows: Sequence[Window], chosen: Window, *, work: UnitOfWork, today: date
) -> VisitSheet:
    content, roster = look_fors(), await work.people.roster()
    return VisitSheet(
        open=tuple([(window, await looked_for(window, work, today)) for window in windows]),
        chosen=chosen,
        looked_for=await looked_for(chosen, work, today),
        bands=content.bands_of(team.name for team in roster.teams),
        subjects=content.subjects,
        segments=content.segments,
        examples=await work.examples.all(),
    )


async def refresh(window: Window, *, work: UnitOfWork, day: date) -> bool:
    """Publish what the visits show by now, as far as it may be shown, and say whether that is news."""
    content, roster = look_fors(), await work.people.roster()
    visits = await work.walkthroughs.visits(window.id)
    taught = {band.key for band in content.bands_of(team.name for team in roster.teams)}
    bands = [band.key for band in content.bands if band.key in taught | {visit.band for visit in visits}]
    fresh = publish(
        visits,
        look_fors=(await looked_for_in_all(window, work)).codes,
        bands=bands,
        day=day,
        before=window.published,
        fewest=(await work.settings.now()).k,
    )
    window.published = fresh or window.published
    return fresh is not None


async def trend_of(window: Window, *, work: UnitOfWork) -> Trend | None:
    """The trend of a window as it was last published; None when nothing was."""
    if window.published is None:
        return None
    earlier = [one for one in await work.walkthroughs.windows() if window.follows(one) and one.published]
    before = earlier[-1] if earlier else None
    shown = {key for line in window.published.lines for key in (*line.bands, *line.withheld)}
    return Trend(
        window=window,
        looked_for=await looked_for_in_all(window, work),
        shown=window.published,
        before=before.published if before else None,
        before_closed=before.closes if before else None,
        bands=tuple(band for band in look_fors().bands if band.key in shown),
    )


async def meeting_ahead(work: UnitOfWork, now: datetime) -> Meeting | None:
    return await meetings.next_meeting(work, now)


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The open windows, for whoever may walk."""
    if not may(viewer.actor, "walk"):
        return HomeShare()
    opened = open_on(await work.walkthroughs.windows(), viewer.today)
    if not opened:
        return HomeShare()
    counted = await work.walkthroughs.counted()
    shown = [
        (window, await looked_for(window, work, viewer.today), counted.get(window.id, 0)) for window in opened
    ]
    return HomeShare(sections=(wording.section(shown, viewer.today),))
