"""`/ilt calendar`, "no school tomorrow", and what a meeting that lost its day needs."""

from typing import Any

from bot.messages.calendar import address, rebooking, shown
from bot.messages.calendar import changes as wording
from bot.messages.forms import Form
from bot.messages.vocabulary import Message
from bot.routines.calendar import changing, closing, displaced, feed, importing, seeing
from handlers.interactions import Asking, Interaction, Values

CALENDAR = Interaction(
    verb="calendar",
    help="See the school calendar, and change it if that is yours to do",
    usage="calendar",
    command=seeing.SeeCalendar,
    routine=seeing.see,
    reply=shown.calendar,
)

CLOSE_SCHOOL = Interaction(
    verb="close-school",
    help="No school: everything due waits for the next school morning",
    command=closing.CloseSchool,
    routine=closing.close_school,
    reply=wording.followed,
)

PLAN_DAYS = Interaction(
    verb="plan-days",
    help="Change days of the school calendar",
    command=changing.PlanDays,
    routine=changing.plan_days,
    reply=wording.preview,
    asking=Asking(
        question=changing.OpenDays,
        routine=changing.before_planning,
        form=lambda today, given: wording.days_form(today),
    ),
)

IMPORT = Interaction(
    verb="import-calendar",
    help="Import days of the school calendar from a CSV or ICS file",
    command=importing.ImportCalendar,
    routine=importing.import_calendar,
    reply=wording.preview,
    asking=Asking(
        question=importing.OpenImport,
        routine=importing.before_importing,
        form=lambda nothing, given: wording.import_form(),
    ),
)

APPLY = Interaction(
    verb="apply-calendar",
    help="Make the change you have seen",
    command=changing.ApplyChange,
    routine=changing.apply_change,
    reply=wording.followed,
)

UNDO = Interaction(
    verb="undo-calendar",
    help="Take a change of the calendar back, within ten minutes",
    command=changing.UndoChange,
    routine=changing.undo,
    reply=wording.undone,
    repaint=wording.undone,
)


def rebooking_form(found: displaced.Displaced, given: Values) -> Form:
    return rebooking.form(found.meeting, found.calendar, found.suggested, lost=found.lost)


def moved_or_skipped(done: displaced.Displaced) -> Message:
    return rebooking.done(done.meeting, done.suggested, done.calendar.zone, done.protected)


REBOOK = Interaction(
    verb="rebook-meeting",
    help="Move a meeting or skip it, and say why",
    command=displaced.RebookMeeting,
    routine=displaced.rebook,
    reply=moved_or_skipped,
    asking=Asking(displaced.OpenRebooking, displaced.before_rebooking, rebooking_form),
)

SKIP = Interaction(
    verb="skip-meeting",
    help="Skip a meeting that lost its day",
    command=displaced.SkipMeeting,
    routine=displaced.skip,
    reply=moved_or_skipped,
)

ADDRESS = Interaction(
    verb="calendar-address",
    help="Where the school's dates can be subscribed to",
    command=feed.SeeAddress,
    routine=feed.address,
    reply=address.shown,
)

RENEW_ADDRESS = Interaction(
    verb="renew-address",
    help="Give the school's dates a new address",
    command=feed.RenewAddress,
    routine=feed.renew,
    reply=address.shown,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    CALENDAR,
    CLOSE_SCHOOL,
    PLAN_DAYS,
    IMPORT,
    APPLY,
    UNDO,
    REBOOK,
    SKIP,
    ADDRESS,
    RENEW_ADDRESS,
)
