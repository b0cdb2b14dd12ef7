"""The buttons of a meeting that runs: Start, Next, Park, Extend, Add now, End."""

from typing import Any

from bot.messages.live import forms, replies
from bot.messages.live import lot as lot_wording
from bot.messages.live import questions as questions_wording
from bot.routines.live import adding, asking, ending, going, lot, parking, questions, starting
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction


def _nothing(_: object) -> None:
    """What is shown in place of the message is answer enough."""


START = Interaction(
    verb="start-meeting",
    help="Start the meeting",
    command=starting.StartMeeting,
    routine=starting.start,
    reply=replies.started,
)

NEXT = Interaction(
    verb="next-item",
    help="Go on to the next agenda item",
    command=going.NextItem,
    routine=going.go_on,
    reply=replies.went,
)

EXTEND_ITEM = Interaction(
    verb="extend-item",
    help="Give an agenda item five minutes more",
    command=going.ExtendItem,
    routine=going.extend,
    reply=replies.extended,
)

EXTEND_MEETING = Interaction(
    verb="extend-meeting",
    help="Let the meeting go on for five minutes",
    command=going.ExtendMeeting,
    routine=going.extend_meeting,
    reply=replies.extended,
)

PARK = Interaction(
    verb="park-item",
    help="Park an agenda item, or a question of it",
    asking=Asking(parking.AboutLine, parking.before_parking, forms.park),
    command=parking.ParkItem,
    routine=parking.park,
    reply=replies.put_off,
)

GROUP = Interaction(
    verb="give-to-group",
    help="Give an agenda item to a small group",
    asking=Asking(parking.AboutLine, parking.before_giving, forms.group),
    command=parking.GiveToGroup,
    routine=parking.give,
    reply=replies.put_off,
)

ADD_NOW = Interaction(
    verb="add-now",
    help="Add something while the meeting runs",
    asking=Asking(adding.WhereItGoes, adding.before_adding, forms.add),
    command=adding.AddNow,
    routine=adding.add,
    reply=replies.added,
)

OTHER_QUESTIONS = Interaction(
    verb="other-questions",
    help="See other questions for the item at hand",
    command=asking.OtherQuestions,
    routine=asking.others,
    reply=_nothing,
    repaint=lambda message: message,
)

END = Interaction(
    verb="end-meeting",
    help="End the meeting",
    asking=Asking(ending.BeforeEnding, ending.before_ending, forms.end),
    command=ending.EndMeeting,
    routine=ending.end,
    reply=replies.ended,
)

PARKING_LOT = Interaction(
    verb="parking-lot",
    help="See what is parked",
    command=Nothing,
    routine=lot.look,
    reply=lot_wording.listed,
)

SETTLE_PARKED = Interaction(
    verb="settle-parked",
    help="Say that something parked is resolved",
    command=lot.SettleParked,
    routine=lot.settle,
    reply=lot_wording.left,
)

DROP_PARKED = Interaction(
    verb="drop-parked",
    help="Drop something that is parked",
    asking=Asking(lot.AboutParked, lot.before_dropping, lot_wording.drop),
    command=lot.DropParked,
    routine=lot.drop,
    reply=lot_wording.left,
)

SET_QUESTIONS = Interaction(
    verb="set-questions",
    help="Change the questions that a facilitator is offered",
    asking=Asking(Nothing, questions.before, questions_wording.form),
    command=questions.SetQuestions,
    routine=questions.change,
    reply=questions_wording.saved,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    START,
    NEXT,
    EXTEND_ITEM,
    EXTEND_MEETING,
    PARK,
    GROUP,
    ADD_NOW,
    OTHER_QUESTIONS,
    END,
    PARKING_LOT,
    SETTLE_PARKED,
    DROP_PARKED,
    SET_QUESTIONS,
)
