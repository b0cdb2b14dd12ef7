"""Making an agenda worth its minutes: finishing it, fitting it, and what the time could be for instead."""

from bot.routines.agendas.by_clock import REASONS as REASONS
from bot.routines.agendas.by_clock import due as due
from bot.routines.agendas.looking import home as home
