"""How walkthroughs are asked for."""

from typing import Any

from bot.messages import walkthroughs as wording
from bot.messages.vocabulary import Message
from bot.routines import walkthroughs
from handlers.interactions import Asking, Interaction


def as_it_is(message: Message) -> Message:
    return message


WALK = Interaction(
    verb="walk",
    help="Record a walkthrough visit: patterns, not people",
    command=walkthroughs.RecordVisit,
    routine=walkthroughs.record,
    reply=wording.thanks,
    asking=Asking(walkthroughs.OpenVisit, walkthroughs.open_visit, wording.form),
    usage="walk",
    keeps_draft=True,
)

TRENDS = Interaction(
    verb="trends",
    help="See what the walkthroughs show together",
    command=walkthroughs.SeeTrends,
    routine=walkthroughs.see,
    reply=wording.overview,
    usage="trends",
)

DISCUSS_TREND = Interaction(
    verb="discuss-trend",
    help="Put a trend on the ILT's agenda",
    command=walkthroughs.DiscussTrend,
    routine=walkthroughs.discuss,
    reply=wording.on_the_agenda,
)

HOW_COMPUTED = Interaction(
    verb="how-computed",
    help="How a figure is computed, and what is left out",
    command=walkthroughs.HowComputed,
    routine=walkthroughs.how_computed,
    reply=as_it_is,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (WALK, TRENDS, DISCUSS_TREND, HOW_COMPUTED)
