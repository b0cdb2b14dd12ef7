"""The seats of the ILT, and teams."""

from bot.model.people import Relation as R
from bot.permissions.relations import AUTHOR, STAFF, Permission

SEAT_KEEPERS = frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER, R.DEPUTY, R.BOT_ADMIN})

TABLE: tuple[Permission, ...] = (
    Permission("who", "see who speaks for whom", STAFF),
    Permission("seats", "look after the seats of the ILT", SEAT_KEEPERS),
    Permission("invite-rep", "invite somebody to the ILT", SEAT_KEEPERS),
    Permission("withdraw-invitation", "take an invitation to the ILT back", SEAT_KEEPERS),
    Permission("accept-seat", "accept this seat", AUTHOR),
    Permission("decline-seat", "say not now to this seat", AUTHOR),
    Permission("my-perspective", "write the perspective they bring", frozenset({R.ILT_MEMBER})),
    Permission("edit-seat", "change a seat of the ILT", SEAT_KEEPERS),
    Permission("extend-seat", "extend a seat of the ILT", SEAT_KEEPERS),
    Permission("end-seat", "end a seat of the ILT", SEAT_KEEPERS),
    Permission("voice-settings", "change how seats and grades are called", SEAT_KEEPERS),
    Permission("name-acting-leader", "name an acting leader", SEAT_KEEPERS),
    Permission("end-acting-leader", "end the acting leadership", SEAT_KEEPERS),
    Permission("nominate", "suggest a colleague for the ILT", frozenset({R.STAFF})),
    Permission("allow-suggestion", "allow this suggestion", AUTHOR),
    Permission("refuse-suggestion", "refuse this suggestion", AUTHOR),
    Permission("suggestions", "read suggestions for the ILT", frozenset({R.SCHOOL_LEADER, R.ACTING_LEADER})),
    Permission("log-team-meeting", "note that this team met", AUTHOR),
    Permission("plan-team-meeting", "plan a meeting of this team", AUTHOR),
    Permission("retire-team", "retire this team", AUTHOR),
    Permission("restore-team", "bring a team back", SEAT_KEEPERS),
)
