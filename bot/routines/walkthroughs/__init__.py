"""Walkthroughs: recording visits, and telling the ILT what they show together."""

from bot.routines.walkthroughs.by_clock import REASONS as REASONS
from bot.routines.walkthroughs.by_clock import due as due
from bot.routines.walkthroughs.setup import establish as establish
from bot.routines.walkthroughs.setup import exported as exported
from bot.routines.walkthroughs.sheets import home as home
from bot.routines.walkthroughs.trends import DiscussTrend as DiscussTrend
from bot.routines.walkthroughs.trends import HowComputed as HowComputed
from bot.routines.walkthroughs.trends import SeeTrends as SeeTrends
from bot.routines.walkthroughs.trends import discuss as discuss
from bot.routines.walkthroughs.trends import how_computed as how_computed
from bot.routines.walkthroughs.trends import see as see
from bot.routines.walkthroughs.trends import trend_for_agenda as trend_for_agenda
from bot.routines.walkthroughs.visits import OpenVisit as OpenVisit
from bot.routines.walkthroughs.visits import RecordVisit as RecordVisit
from bot.routines.walkthroughs.visits import open_visit as open_visit
from bot.routines.walkthroughs.visits import record as record
