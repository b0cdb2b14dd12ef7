"""Learning cycles: proposing and agreeing, phases and their days, and what is reminded of."""

from bot.routines.cycles.by_clock import REASONS as REASONS
from bot.routines.cycles.by_clock import due as due
from bot.routines.cycles.leaving import end_for as end_for
from bot.routines.cycles.opening import AgreeToCycle as AgreeToCycle
from bot.routines.cycles.opening import DeclineCycle as DeclineCycle
from bot.routines.cycles.opening import OpenCycle as OpenCycle
from bot.routines.cycles.opening import OpenCycleForm as OpenCycleForm
from bot.routines.cycles.opening import agree as agree
from bot.routines.cycles.opening import decline as decline
from bot.routines.cycles.opening import open_form as open_form
from bot.routines.cycles.opening import propose as propose
from bot.routines.cycles.phases import AnswerDate as AnswerDate
from bot.routines.cycles.phases import AskForTime as AskForTime
from bot.routines.cycles.phases import FinishPhase as FinishPhase
from bot.routines.cycles.phases import OpenTimeForm as OpenTimeForm
from bot.routines.cycles.phases import SnoozePhase as SnoozePhase
from bot.routines.cycles.phases import answer_date as answer_date
from bot.routines.cycles.phases import ask_for_time as ask_for_time
from bot.routines.cycles.phases import finish as finish
from bot.routines.cycles.phases import snooze as snooze
from bot.routines.cycles.phases import time_form as time_form
from bot.routines.cycles.sheets import SeeCycles as SeeCycles
from bot.routines.cycles.sheets import home as home
from bot.routines.cycles.sheets import see as see
