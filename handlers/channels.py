"""`/ilt channels`, and the buttons that mend a channel."""

from typing import Any

from bot.messages.channels import choosing as wording
from bot.messages.channels import listing
from bot.routines.channels import choosing
from bot.routines.channels.listing import SeeChannels, see
from handlers.interactions import Asking, Interaction

CHANNELS = Interaction(
    verb="channels",
    help="See how each team's channel is, and mend it",
    usage="channels",
    command=SeeChannels,
    routine=see,
    reply=listing.listing,
)

MAP_CHANNEL = Interaction(
    verb="map-channel",
    help="Give a team another channel",
    asking=Asking(question=choosing.WhereElse, routine=choosing.where_else, form=wording.choose),
    command=choosing.MapChannel,
    routine=choosing.map_channel,
    reply=wording.mapped,
)

LEAD_INSTEAD = Interaction(
    verb="lead-instead",
    help="Send a team's posts to its lead instead of its channel",
    command=choosing.AboutChannel,
    routine=choosing.lead_instead,
    reply=wording.to_the_lead,
)

POST_IN_CHANNEL = Interaction(
    verb="post-in-channel",
    help="Post in a team's channel again",
    command=choosing.AboutChannel,
    routine=choosing.post_again,
    reply=wording.again,
)

ALLOW_EXTERNAL = Interaction(
    verb="allow-external",
    help="Let open posts go to a channel that others read too",
    command=choosing.AboutChannel,
    routine=choosing.allow_external,
    reply=wording.allowed,
)

INVITE_BACK = Interaction(
    verb="invite-back",
    help="See how to invite the bot back to a channel",
    command=choosing.HowToInvite,
    routine=choosing.how_to_invite,
    reply=wording.how_to_invite,
)

POST_FOR_ME = Interaction(
    verb="post-for-me",
    help="Copy what the channel could not get",
    command=choosing.PostForMe,
    routine=choosing.post_for_me,
    reply=wording.to_post,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    CHANNELS,
    MAP_CHANNEL,
    LEAD_INSTEAD,
    POST_IN_CHANNEL,
    ALLOW_EXTERNAL,
    INVITE_BACK,
    POST_FOR_ME,
)
