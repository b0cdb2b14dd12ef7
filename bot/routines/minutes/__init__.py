"""What remains of a meeting: its minutes, what was said about its agenda, and how it closed."""

from bot.routines.minutes.by_clock import REASONS as REASONS
from bot.routines.minutes.by_clock import due as due
from bot.routines.minutes.home import home as home
