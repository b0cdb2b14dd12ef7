"""The meeting itself: started, led from item to item, and ended, in one thread."""

from bot.routines.live.by_clock import REASONS as REASONS
from bot.routines.live.by_clock import due as due
from bot.routines.live.looking import home as home
