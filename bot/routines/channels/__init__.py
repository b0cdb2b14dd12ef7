"""The channels: looked at, mended by whoever may, and told what they missed."""

from bot.routines.channels.breaking import refused as refused
from bot.routines.channels.breaking import still_broken
from bot.routines.channels.catching_up import CatchUp as CatchUp
from bot.routines.channels.catching_up import Reasons as Reasons
from bot.routines.channels.catching_up import due as due
from bot.routines.channels.catching_up import still_mended
from bot.routines.channels.choosing import AboutChannel as AboutChannel
from bot.routines.channels.choosing import HowToInvite as HowToInvite
from bot.routines.channels.choosing import MapChannel as MapChannel
from bot.routines.channels.choosing import PostForMe as PostForMe
from bot.routines.channels.choosing import WhereElse as WhereElse
from bot.routines.channels.choosing import allow_external as allow_external
from bot.routines.channels.choosing import how_to_invite as how_to_invite
from bot.routines.channels.choosing import lead_instead as lead_instead
from bot.routines.channels.choosing import map_channel as map_channel
from bot.routines.channels.choosing import post_again as post_again
from bot.routines.channels.choosing import post_for_me as post_for_me
from bot.routines.channels.choosing import where_else as where_else
from bot.routines.channels.listing import SeeChannels as SeeChannels
from bot.routines.channels.listing import home as home
from bot.routines.channels.listing import see as see
from bot.routines.channels.looking import Look as Look
from bot.routines.channels.looking import Where as Where
from bot.routines.channels.looking import look as look
from bot.routines.channels.looking import where as where

REASONS = {"channel-broken": still_broken, "channel-mended": still_mended}
