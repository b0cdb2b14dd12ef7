"""Being away, without a reason: nothing reaches one, and what one would do falls to others."""

from bot.routines.away.by_clock import REASONS as REASONS
from bot.routines.away.by_clock import back_at as back_at
from bot.routines.away.by_clock import due as due
from bot.routines.away.saying import home as home
