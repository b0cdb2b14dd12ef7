"""The ILT's meetings: what is put on an agenda, what happens by the clock, who does what."""

from bot.routines.meetings.suggestions import agenda_day as agenda_day
from bot.routines.meetings.suggestions import next_meeting as next_meeting
from bot.routines.meetings.suggestions import put_on_agenda as put_on_agenda
from bot.routines.meetings.suggestions import take_off as take_off
