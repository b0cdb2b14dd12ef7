"""How often the bot writes: what it holds together, and what each person wishes."""

from bot.routines.courtesy.pacing import LetGo as LetGo
from bot.routines.courtesy.pacing import let_go as let_go
from bot.routines.courtesy.wishing import PauseMessages as PauseMessages
from bot.routines.courtesy.wishing import Resume as Resume
from bot.routines.courtesy.wishing import SeePreferences as SeePreferences
from bot.routines.courtesy.wishing import SetPreferences as SetPreferences
from bot.routines.courtesy.wishing import Wishes as Wishes
from bot.routines.courtesy.wishing import home as home
from bot.routines.courtesy.wishing import pause as pause
from bot.routines.courtesy.wishing import prefer as prefer
from bot.routines.courtesy.wishing import resume as resume
from bot.routines.courtesy.wishing import see as see
