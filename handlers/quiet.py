"""`/ilt quiet`, and what is looked through when it is lifted."""

from typing import Any
from zoneinfo import ZoneInfo

from bot.messages import dates
from bot.messages import quiet as wording
from bot.messages.vocabulary import Message
from bot.routines import quiet
from bot.routines.timetable import Timetable
from handlers.interactions import Interaction


def standing(found: quiet.Standing) -> Message:
    """Quiet, or what is left to look through, or the offer to go quiet."""
    if found.quiet_since is not None:
        return wording.quiet(dates.moment(found.quiet_since, ZoneInfo(found.calendar_zone)))
    return review(found) if found.lines else wording.offer()


def review(found: quiet.Standing) -> Message:
    lines = [wording.HeldBack(one.what, one.whom, one.count, one.mark) for one in found.lines]
    return wording.review(lines, found.sent, found.dropped)


def interactions(timetable: Timetable) -> tuple[Interaction[Any, Any], ...]:
    """Going quiet, lifting it, and sending or dropping what was held back."""
    routines = quiet.Quiet(timetable)
    return (
        Interaction(
            verb="quiet",
            help="For a hard day: stop everything ILT Bot starts by itself",
            usage="quiet",
            command=quiet.SeeQuiet,
            routine=routines.see,
            reply=standing,
        ),
        Interaction(
            verb="go-quiet",
            help="Stop everything ILT Bot starts by itself",
            command=quiet.GoQuiet,
            routine=routines.begin,
            reply=standing,
        ),
        Interaction(
            verb="lift-quiet",
            help="Let ILT Bot begin again",
            command=quiet.LiftQuiet,
            routine=routines.lift,
            reply=review,
        ),
        Interaction(
            verb="send-held",
            help="Send what was held back",
            command=quiet.SendHeld,
            routine=routines.send,
            reply=review,
        ),
        Interaction(
            verb="drop-held",
            help="Drop what was held back",
            command=quiet.DropHeld,
            routine=routines.drop,
            reply=review,
        ),
    )
