"""How learning cycles are asked for."""

from typing import Any

from bot.messages import cycles as wording
from bot.routines import cycles
from handlers.interactions import Asking, Interaction

CYCLE = Interaction(
    verb="cycle",
    help="Your learning cycles, and opening another",
    command=cycles.SeeCycles,
    routine=cycles.see,
    reply=wording.shown,
    usage="cycle",
)

OPEN_CYCLE = Interaction(
    verb="open-cycle",
    help="Open a learning cycle with somebody",
    command=cycles.OpenCycle,
    routine=cycles.propose,
    reply=wording.proposed,
    asking=Asking(cycles.OpenCycleForm, cycles.open_form, wording.open_form),
    keeps_draft=True,
)

AGREE_CYCLE = Interaction(
    verb="agree-cycle",
    help="Agree to a learning cycle",
    command=cycles.AgreeToCycle,
    routine=cycles.agree,
    reply=wording.agreed_reply,
    repaint=wording.agreed_reply,
)

DECLINE_CYCLE = Interaction(
    verb="decline-cycle",
    help="Say no to a learning cycle, take it back, or end it",
    command=cycles.DeclineCycle,
    routine=cycles.decline,
    reply=wording.declined_reply,
    repaint=wording.declined_reply,
)

FINISH_PHASE = Interaction(
    verb="finish-phase",
    help="Mark a phase of a learning cycle done",
    command=cycles.FinishPhase,
    routine=cycles.finish,
    reply=wording.finished_reply,
    repaint=wording.finished_reply,
)

SNOOZE_PHASE = Interaction(
    verb="snooze-phase",
    help="Be reminded again on the next school morning",
    command=cycles.SnoozePhase,
    routine=cycles.snooze,
    reply=wording.snoozed_reply,
    repaint=wording.snoozed_reply,
)

NEED_TIME = Interaction(
    verb="need-time",
    help="Ask for another day",
    command=cycles.AskForTime,
    routine=cycles.ask_for_time,
    reply=wording.asked_reply,
    repaint=wording.asked_reply,
    asking=Asking(cycles.OpenTimeForm, cycles.time_form, wording.time_form),
)

AGREE_DATE = Interaction(
    verb="agree-date",
    help="Agree to another day, or keep the one there is",
    command=cycles.AnswerDate,
    routine=cycles.answer_date,
    reply=wording.date_reply,
    repaint=wording.date_reply,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    CYCLE,
    OPEN_CYCLE,
    AGREE_CYCLE,
    DECLINE_CYCLE,
    FINISH_PHASE,
    SNOOZE_PHASE,
    NEED_TIME,
    AGREE_DATE,
)
