"""1:1 check-ins: seeing, preparing, moving and skipping one's own."""

from typing import Any

from bot.messages import checkins as wording
from bot.routines import checkins
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="checkin",
        help="See your next 1:1 check-ins",
        usage="checkin",
        command=Nothing,
        routine=checkins.mine,
        reply=wording.mine,
    ),
    Interaction(
        verb="add-topic",
        help="Add a topic to a 1:1",
        command=checkins.AddTopic,
        routine=checkins.add_topic,
        asking=Asking(checkins.OneCheckIn, checkins.before_adding, wording.topic_form),
        reply=wording.topic_added,
    ),
    Interaction(
        verb="move-checkin",
        help="Move a 1:1 to another time",
        command=checkins.MoveCheckIn,
        routine=checkins.move,
        asking=Asking(checkins.OneCheckIn, checkins.before_moving, wording.move_form),
        reply=wording.moved,
    ),
    Interaction(
        verb="skip-checkin",
        help="Skip a 1:1",
        command=checkins.SkipCheckIn,
        routine=checkins.skip,
        reply=wording.skipped,
    ),
)
