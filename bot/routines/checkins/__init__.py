"""1:1 check-ins of leaders and leads: seen, moved and prepared by the two of each pair alone."""

from bot.routines.checkins.leaving import end_for as end_for
from bot.routines.checkins.pages import AddTopic as AddTopic
from bot.routines.checkins.pages import OneCheckIn as OneCheckIn
from bot.routines.checkins.pages import add_topic as add_topic
from bot.routines.checkins.pages import before_adding as before_adding
from bot.routines.checkins.pages import home as home
from bot.routines.checkins.pages import mine as mine
from bot.routines.checkins.reminders import REASONS as REASONS
from bot.routines.checkins.reminders import due as due
from bot.routines.checkins.setup import establish as establish
from bot.routines.checkins.setup import exported as exported
from bot.routines.checkins.times import MoveCheckIn as MoveCheckIn
from bot.routines.checkins.times import SkipCheckIn as SkipCheckIn
from bot.routines.checkins.times import before_moving as before_moving
from bot.routines.checkins.times import move as move
from bot.routines.checkins.times import skip as skip
