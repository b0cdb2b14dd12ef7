"""The walkthrough windows of the school file."""

from collections.abc import Sequence
from itertools import combinations

from bot.content.look_fors import look_fors
from bot.errors import Refusal
from bot.model.everybody import Roster
from bot.model.people import in_words
from bot.model.walkthroughs import Window
from bot.routines.school_file import WindowSection
from storage.unit_of_work import UnitOfWork


async def establish(sections: Sequence[WindowSection], *, work: UnitOfWork, roster: Roster) -> list[str]:
    """Make the windows what the file says, and say what that changed.

    A window that is no longer in the file goes, unless somebody has visited in it. Raises `Refusal`
    for a set the bot does not have, for dates in the wrong order, for two windows that look for the
    same things on one day, and for changed dates of a window that is closed.
    """
    known = {window.key: window for window in await work.walkthroughs.windows()}
    changes: list[str] = []
    for place, section in enumerate(sections):
        _check(section, f"walkthroughs[{place}]")
        window = known.pop(section.key, None)
        if window is None:
            work.walkthroughs.add(_settle(_new(section, work.school), section))
            changes.append(f"New walkthrough window: {section.key}.")
        elif _differs(window, section):
            _check_closed(window, section, f"walkthroughs[{place}]")
            _settle(window, section)
            changes.append(f"Walkthrough window {section.key} changed.")
    changes += await _removed(list(known.values()), work)
    await work.flush()
    _check_overlaps(
        [(place, section.key) for place, section in enumerate(sections)], await work.walkthroughs.windows()
    )
    return changes


async def exported(work: UnitOfWork, roster: Roster) -> tuple[WindowSection, ...]:
    """The windows as the school file writes them."""
    return tuple(
        WindowSection(
            key=window.key,
            look_fors=window.look_fors,
            strategy=window.strategy,
            opens=window.opens,
            closes=window.closes,
            goal=window.goal,
        )
        for window in await work.walkthroughs.windows()
    )


def _new(section: WindowSection, school: str) -> Window:
    return Window(
        school=school,
        key=section.key,
        look_fors=section.look_fors,
        opens=section.opens,
        closes=section.closes,
    )


def _differs(window: Window, section: WindowSection) -> bool:
    return _said(window) != _said(section)


def _said(window: Window | WindowSection) -> tuple[object, ...]:
    return window.look_fors, window.strategy, window.opens, window.closes, window.goal


def _settle(window: Window, section: WindowSection) -> Window:
    window.look_fors, window.strategy, window.goal = section.look_fors, section.strategy, section.goal
    window.opens, window.closes = section.opens, section.closes
    return window


def _check(section: WindowSection, place: str) -> None:
    sets = [found.key for found in look_fors().sets]
    if section.look_fors not in sets:
        field = f"{place}.look_fors"
        raise Refusal(
            f"{field}: there is no set {section.look_fors}. Choose {in_words(sets, 'or')}.", field=field
        )
    if section.closes < section.opens:
        field = f"{place}.closes"
        raise Refusal(
            f"{field}: the window closes before it opens. Correct one of the two dates.", field=field
        )


def _check_closed(window: Window, section: WindowSection, place: str) -> None:
    """A closed window no longer knows who visited, so it can neither grow nor look for something else."""
    fixed = (window.look_fors, window.opens, window.closes)
    if window.is_closed and fixed != (section.look_fors, section.opens, section.closes):
        raise Refusal(
            f"{place}: this window is closed. Keep its dates and look-fors, and add a new window instead.",
            field=place,
        )


def _check_overlaps(places: Sequence[tuple[int, str]], windows: Sequence[Window]) -> None:
    index = {key: place for place, key in places}
    for one, other in combinations(windows, 2):
        if one.overlaps(other):
            later = max(one, other, key=lambda window: index.get(window.key, -1))
            field = f"walkthroughs[{index.get(later.key, 0)}].opens"
            raise Refusal(
                f"{field}: {one.key} and {other.key} look for the same things on the same days. "
                "Let one close before the other opens.",
                field=field,
            )


async def _removed(windows: Sequence[Window], work: UnitOfWork) -> list[str]:
    counted = await work.walkthroughs.counted()
    changes: list[str] = []
    for window in windows:
        if counted.get(window.id):
            changes.append(
                f"Walkthrough window {window.key} stays: it holds visits. Put it back into the file."
            )
        else:
            await work.walkthroughs.drop(window)
            changes.append(f"Walkthrough window {window.key} removed.")
    return changes
