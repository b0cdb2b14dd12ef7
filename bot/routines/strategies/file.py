"""The strategies in the school file."""

from collections.abc import Iterable, Sequence

from bot.errors import Refusal
from bot.model.everybody import Roster
from bot.model.strategies import MOST_ACTIVE, Strategy
from bot.routines.school_file import StrategySection
from storage.unit_of_work import UnitOfWork

TOO_MANY = (
    f"A school works on {MOST_ACTIVE} strategies at a time. For one more the ILT agrees first: /ilt check"
)


async def establish(sections: Sequence[StrategySection], *, work: UnitOfWork, roster: Roster) -> list[str]:
    """Make the active strategies what the file says; one that is not named any more rests.

    Beyond three, only those may be named that are active already.
    """
    known = {strategy.key: strategy for strategy in await work.strategies.ever()}
    working = {key for key, strategy in known.items() if strategy.active}
    if len(sections) > MOST_ACTIVE and not {section.key for section in sections} <= working:
        raise Refusal(TOO_MANY)
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
