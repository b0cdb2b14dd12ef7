"""Decisions: recorded by the ILT, passed on to every team they touch, and asked about."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from bot.ports import Clock
from bot.routines.decisions import relay, review_days, waiting
from bot.routines.decisions.correcting import CorrectDecision as CorrectDecision
from bot.routines.decisions.correcting import DecisionToCorrect as DecisionToCorrect
from bot.routines.decisions.correcting import correct as correct
from bot.routines.decisions.correcting import prepare_correction as prepare_correction
from bot.routines.decisions.handing_over import hand_over as hand_over
from bot.routines.decisions.questions import ASK as ASK
from bot.routines.decisions.questions import CONCERN as CONCERN
from bot.routines.decisions.questions import AboutDecision as AboutDecision
from bot.routines.decisions.questions import AboutQuestion as AboutQuestion
from bot.routines.decisions.questions import AnswerQuestion as AnswerQuestion
from bot.routines.decisions.questions import PutQuestion as PutQuestion
from bot.routines.decisions.questions import answer as answer
from bot.routines.decisions.questions import prepare_answer as prepare_answer
from bot.routines.decisions.recording import RecordDecision as RecordDecision
from bot.routines.decisions.recording import RestoreDecision as RestoreDecision
from bot.routines.decisions.recording import WithdrawDecision as WithdrawDecision
from bot.routines.decisions.recording import prepare as prepare
from bot.routines.decisions.recording import record as record
from bot.routines.decisions.recording import restore as restore
from bot.routines.decisions.recording import withdraw as withdraw
from bot.routines.decisions.register import FindDecisions as FindDecisions
from bot.routines.decisions.register import NoteReading as NoteReading
from bot.routines.decisions.register import look_up as look_up
from bot.routines.decisions.register import note_reading as note_reading
from bot.routines.decisions.reviewing import DecisionToReview as DecisionToReview
from bot.routines.decisions.reviewing import ReviewDecision as ReviewDecision
from bot.routines.decisions.reviewing import prepare_review as prepare_review
from bot.routines.decisions.reviewing import review_decision as review_decision
from bot.routines.decisions.waiting import home as home
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "decision": relay.still_stands,
    "decision-review": review_days.still_unreviewed,
    "question": waiting.still_open,
    "questions-waiting": waiting.still_waiting,
}


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """What decisions do by the clock: go out to the teams, come up for review, and mention open questions."""
    sources = (relay.due, review_days.due, waiting.due)
    return [one for source in sources for one in await source(work, after, until)]
