"""The ILT's meetings: what is put on an agenda, what happens by the clock, who does what."""

from bot.routines.meetings.by_clock import REASONS as REASONS
from bot.routines.meetings.by_clock import due as due
from bot.routines.meetings.leaving import pass_roles_on as pass_roles_on
from bot.routines.meetings.looking import home as home
from bot.routines.meetings.setup import establish as establish
from bot.routines.meetings.setup import exported as exported
from bot.routines.meetings.suggestions import agenda_day as agenda_day
from bot.routines.meetings.suggestions import next_meeting as next_meeting
from bot.routines.meetings.suggestions import put_on_agenda as put_on_agenda
from bot.routines.meetings.suggestions import take_off as take_off
