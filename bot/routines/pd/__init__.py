"""What the adults learn, what that rests on, and how the school's work hangs together."""

from bot.routines.pd.by_clock import REASONS as REASONS
from bot.routines.pd.by_clock import due as due
from bot.routines.pd.by_clock import home as home
