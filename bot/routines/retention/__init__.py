"""How long things are kept, what is held, and what was deleted."""

from bot.routines.retention.holds import LiftHold as LiftHold
from bot.routines.retention.holds import PlaceHold as PlaceHold
from bot.routines.retention.holds import lift as lift
from bot.routines.retention.holds import place as place
from bot.routines.retention.holds import see as see
from bot.routines.retention.policy import KeepShared as KeepShared
from bot.routines.retention.policy import keep_shared as keep_shared
from bot.routines.retention.purging import Purge as Purge
from bot.routines.retention.purging import purge as purge
