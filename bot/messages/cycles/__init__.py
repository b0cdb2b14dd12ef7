"""How the bot words learning cycles. All of it is between the two."""

from bot.messages.cycles.forms import open_form as open_form
from bot.messages.cycles.forms import time_form as time_form
from bot.messages.cycles.opening import agreed as agreed
from bot.messages.cycles.opening import agreed_reply as agreed_reply
from bot.messages.cycles.opening import declined as declined
from bot.messages.cycles.opening import declined_reply as declined_reply
from bot.messages.cycles.opening import partner_left as partner_left
from bot.messages.cycles.opening import proposal as proposal
from bot.messages.cycles.opening import proposed as proposed
from bot.messages.cycles.opening import unanswered as unanswered
from bot.messages.cycles.phases import asked_reply as asked_reply
from bot.messages.cycles.phases import asks_for_time as asks_for_time
from bot.messages.cycles.phases import closed as closed
from bot.messages.cycles.phases import date_answered as date_answered
from bot.messages.cycles.phases import date_reply as date_reply
from bot.messages.cycles.phases import finished_reply as finished_reply
from bot.messages.cycles.phases import reminder as reminder
from bot.messages.cycles.phases import snoozed_reply as snoozed_reply
from bot.messages.cycles.showing import share as share
from bot.messages.cycles.showing import shown as shown
from bot.messages.cycles.view import CycleView as CycleView
from bot.messages.cycles.view import PhaseView as PhaseView
