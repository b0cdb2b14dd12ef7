"""What is said about the strategies."""

from collections.abc import Sequence

from bot.messages.home import Rank, Section
from bot.messages.vocabulary import bold, bullets, text
from bot.model.strategies import Strategy


def section(strategies: Sequence[Strategy]) -> Section:
    """On everybody's Home: what the school works on, and where each stands."""
    lines = (text(bold(one.name), f": {one.status}" if one.status else "") for one in strategies)
    return Section(Rank.GOALS, "What our school works on", (bullets(*lines),))
