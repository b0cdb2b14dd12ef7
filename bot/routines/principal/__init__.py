"""What a school leader plans and sees for themself alone."""

from bot.routines.principal.by_clock import REASONS as REASONS
from bot.routines.principal.by_clock import due as due
from bot.routines.principal.weeks import home as home
