"""Evidence threads: looking at one, and asking once where a decision has no follow-up."""

from bot.routines.threads.by_clock import REASONS as REASONS
from bot.routines.threads.by_clock import due as due
from bot.routines.threads.by_clock import home as home
from bot.routines.threads.collecting import CollectEvidence as CollectEvidence
from bot.routines.threads.collecting import collect as collect
from bot.routines.threads.looking import ShowThread as ShowThread
from bot.routines.threads.looking import show as show
