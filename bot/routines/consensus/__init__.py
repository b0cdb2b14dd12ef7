"""Consensus checks: from the voices of teams to a decision, and the faculty's vote where it is needed."""

from bot.routines.consensus.by_clock import REASONS as REASONS
from bot.routines.consensus.by_clock import due as due
from bot.routines.consensus.by_clock import home as home
from bot.routines.consensus.by_clock import left_the_ilt as left_the_ilt
