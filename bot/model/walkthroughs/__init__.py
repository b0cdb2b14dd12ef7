"""Walkthroughs: what to look for, windows to look in, visits, and the trend they show together."""

from bot.model.walkthroughs.content import Band as Band
from bot.model.walkthroughs.content import Choice as Choice
from bot.model.walkthroughs.content import LookFor as LookFor
from bot.model.walkthroughs.content import LookForContent as LookForContent
from bot.model.walkthroughs.content import LookForSet as LookForSet
from bot.model.walkthroughs.trends import Change as Change
from bot.model.walkthroughs.trends import Counts as Counts
from bot.model.walkthroughs.trends import Line as Line
from bot.model.walkthroughs.trends import Snapshot as Snapshot
from bot.model.walkthroughs.visits import FirstVisit as FirstVisit
from bot.model.walkthroughs.visits import Mark as Mark
from bot.model.walkthroughs.visits import NotesProblem as NotesProblem
from bot.model.walkthroughs.visits import Visit as Visit
from bot.model.walkthroughs.windows import Trend as Trend
from bot.model.walkthroughs.windows import Window as Window
