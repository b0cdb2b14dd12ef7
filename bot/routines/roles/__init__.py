"""The roles of the meetings ahead: seen by the ILT, swapped by one tap, taken by whoever volunteers."""

from bot.routines.roles.looking import SetFacilitation as SetFacilitation
from bot.routines.roles.looking import home as home
from bot.routines.roles.looking import look as look
from bot.routines.roles.looking import prepare_facilitation as prepare_facilitation
from bot.routines.roles.looking import set_facilitation as set_facilitation
from bot.routines.roles.swapping import AboutRole as AboutRole
from bot.routines.roles.swapping import AskSwap as AskSwap
from bot.routines.roles.swapping import TakeRole as TakeRole
from bot.routines.roles.swapping import accept as accept
from bot.routines.roles.swapping import ask as ask
from bot.routines.roles.swapping import decline as decline
from bot.routines.roles.swapping import keep as keep
from bot.routines.roles.swapping import let_take as let_take
from bot.routines.roles.swapping import prepare as prepare
from bot.routines.roles.swapping import volunteer as volunteer
