"""What staff are asked to do: the load on each team, and the initiatives in their stages."""

from bot.routines.initiatives.looking import REASONS as REASONS
from bot.routines.initiatives.looking import due as due
from bot.routines.initiatives.looking import home as home
