"""Who speaks for whom: the seats of the ILT, and the teams they speak for."""

from bot.routines.seats.by_clock import REASONS as REASONS
from bot.routines.seats.by_clock import due as due
from bot.routines.seats.setup import clear_out as clear_out
from bot.routines.seats.setup import establish as establish
from bot.routines.seats.setup import exported as exported
from bot.routines.seats.setup import exported_voices as exported_voices
from bot.routines.seats.who import home as home
