"""The strategies: what the school works on, how it changes, and what staff are told of it."""

from bot.routines.strategies.file import establish as establish
from bot.routines.strategies.file import exported as exported
from bot.routines.strategies.goals import REASONS as REASONS
from bot.routines.strategies.goals import due as due
from bot.routines.strategies.looking import home as home
