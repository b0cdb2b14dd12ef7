"""The strategies: their part of the school file, and what everybody sees of them."""

from collections.abc import Iterable, Sequence

from bot.messages import strategies as wording
from bot.messages.home import HomeShare
from bot.model.people import Relation, Roster
from bot.model.strategies import Strategy
from bot.routines.school_file import StrategySection
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def establish(sections: Sequence[StrategySection], *, work: UnitOfWork, roster: Roster) -> list[str]:
    """Make the active strategies what the file says; one that is not named any more rests."""
    known = {strategy.key: strategy for strategy in await work.strategies.ever()}
    changes: list[str] = []
    for position, section in enumerate(sections):
        strategy = known.pop(section.key, None)
        if strategy is None:
            strategy = Strategy(school=work.school, key=section.key, name=section.name)
            work.strategies.add(strategy)
            changes.append(f"New strategy: {section.name}.")
        elif (strategy.name, strategy.status, strategy.active) != (section.name, section.status, True):
            changes.append(f"Strategy changed: {section.name}.")
        strategy.name, strategy.status = section.name, section.status
        strategy.position, strategy.active = position, True
    return changes + _at_rest(known.values())


def _at_rest(strategies: Iterable[Strategy]) -> list[str]:
    ending = [strategy for strategy in strategies if strategy.active]
    for strategy in ending:
        strategy.active = False
    return [f"Strategy ended: {strategy.name}." for strategy in ending]


async def exported(work: UnitOfWork, roster: Roster) -> tuple[StrategySection, ...]:
    """The active strategies as a school file says them."""
    active = await work.strategies.active()
    return tuple(StrategySection(key=one.key, name=one.name, status=one.status) for one in active)


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """What the school works on, for everybody who works there."""
    active = await work.strategies.active()
    if not active or viewer.actor.is_any(Relation.STRANGER):
        return HomeShare()
    return HomeShare(sections=(wording.section(active),))
