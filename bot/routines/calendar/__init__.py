"""The school's calendar: seeing it, changing it, and what follows from a change."""

from bot.routines.calendar.by_clock import REASONS as REASONS
from bot.routines.calendar.by_clock import due as due
from bot.routines.calendar.seeing import home as home
