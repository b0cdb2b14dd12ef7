"""Channels and days: where the bot posts, the school calendar, who is away."""

from bot.model.people import Relation as R
from bot.model.settings import RoutineName as Of
from bot.permissions.relations import CHANNEL_KEEPERS, STAFF, Permission

CALENDAR_KEEPERS = frozenset({R.SCHOOL_LEADER, R.DEPUTY, R.BOT_ADMIN})

TABLE: tuple[Permission, ...] = (
    Permission("channels", "see how the channels are", CHANNEL_KEEPERS),
    Permission("map-channel", "choose another channel", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("lead-instead", "send the posts to the lead", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("post-in-channel", "post in the channel again", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("invite-back", "see how to invite the bot back", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("allow-external", "let open posts go to a channel that others read", CHANNEL_KEEPERS),
    Permission("post-for-me", "copy what the channel could not get", CHANNEL_KEEPERS | {R.CARRIER}),
    Permission("calendar", "see the school calendar", STAFF),
    Permission("close-school", "close the school for a day", frozenset({R.SCHOOL_LEADER, R.DEPUTY})),
    Permission("plan-days", "change the school calendar", CALENDAR_KEEPERS),
    Permission("import-calendar", "import a calendar", CALENDAR_KEEPERS),
    Permission("apply-calendar", "change the school calendar", CALENDAR_KEEPERS),
    Permission("undo-calendar", "take back a change of the calendar", CALENDAR_KEEPERS),
    Permission("calendar-address", "see the calendar's address", CALENDAR_KEEPERS),
    Permission("renew-address", "renew the calendar's address", CALENDAR_KEEPERS),
    Permission(
        "rebook-meeting",
        "give this meeting a new time",
        frozenset({R.FACILITATOR, R.SCHOOL_LEADER}),
        Of.MEETINGS,
    ),
    Permission("skip-meeting", "skip this meeting", frozenset({R.FACILITATOR, R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("away", "say that they are away", STAFF),
    Permission("back", "say that they are back", STAFF),
)
