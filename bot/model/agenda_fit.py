"""Making an agenda fit: what was brought gives minutes, what stands on every agenda never does."""

from collections.abc import Mapping

from bot.model.agenda import Agenda

SHORTEST, STEP = 3, 5
"""No item is trimmed below the shortest; meetings end on a step."""


def fitted(agenda: Agenda) -> Mapping[str, int]:
    """The minutes that items have after fitting, by their ids; only of those that give any.

    Each gives in proportion to what it has above the shortest. When all together have too little to
    give, all of it is given, and the agenda is still too long.
    """
    room = {line.item: max(0, line.minutes - SHORTEST) for line in agenda.items if line.item}
    whole = sum(room.values())
    give = min(agenda.over, whole)
    if not give:
        return {}
    gives = {item: give * has // whole for item, has in room.items()}
    left = give - sum(gives.values())
    for item in sorted(room, key=lambda one: give * room[one] % whole, reverse=True)[:left]:
        gives[item] += 1
    minutes = {line.item: line.minutes for line in agenda.items if line.item}
    return {item: minutes[item] - taken for item, taken in gives.items() if taken}


def left_over(agenda: Agenda) -> int:
    """By how many minutes the agenda is too long even after fitting."""
    minutes = {line.item: line.minutes for line in agenda.items if line.item}
    given = sum(minutes[item] - new for item, new in fitted(agenda).items())
    return max(0, agenda.over - given)


def shorter(agenda: Agenda) -> int:
    """The length of a meeting that ends when this agenda is done, in steps of five minutes."""
    return min(agenda.length, -(-agenda.minutes // STEP) * STEP)
