"""Decisions: recorded by the ILT, passed on to every team they touch, and asked about."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from bot.ports import Clock
from bot.routines.decisions import first_steps, relay, review_days, supporting, waiting
from bot.routines.decisions.asking_first import AddQuestion as AddQuestion
from bot.routines.decisions.asking_first import add_question as add_question
from bot.routines.decisions.correcting import CorrectDecision as CorrectDecision
from bot.routines.decisions.correcting import DecisionToCorrect as DecisionToCorrect
from bot.routines.decisions.correcting import correct as correct
from bot.routines.decisions.correcting import prepare_correction as prepare_correction
from bot.routines.decisions.costing import CostDecision as CostDecision
from bot.routines.decisions.costing import DecisionToCost as DecisionToCost
from bot.routines.decisions.costing import cost as cost
from bot.routines.decisions.costing import give_and_drop as give_and_drop
from bot.routines.decisions.costing import prepare_cost as prepare_cost
from bot.routines.decisions.first_steps import StepToTake as StepToTake
from bot.routines.decisions.first_steps import TakeFirstStep as TakeFirstStep
from bot.routines.decisions.first_steps import prepare_step as prepare_step
from bot.routines.decisions.first_steps import take_first_step as take_first_step
from bot.routines.decisions.handing_over import hand_over as hand_over
from bot.routines.decisions.passing_on import PlanRelay as PlanRelay
from bot.routines.decisions.passing_on import RelayToPlan as RelayToPlan
from bot.routines.decisions.passing_on import plan_relay as plan_relay
from bot.routines.decisions.passing_on import prepare_plan as prepare_plan
from bot.routines.decisions.questions import ASK as ASK
from bot.routines.decisions.questions import CONCERN as CONCERN
from bot.routines.decisions.questions import AboutDecision as AboutDecision
from bot.routines.decisions.questions import AboutQuestion as AboutQuestion
from bot.routines.decisions.questions import AnswerQuestion as AnswerQuestion
from bot.routines.decisions.questions import PutQuestion as PutQuestion
from bot.routines.decisions.questions import answer as answer
from bot.routines.decisions.questions import prepare_answer as prepare_answer
from bot.routines.decisions.reassigning import Reassign as Reassign
from bot.routines.decisions.reassigning import WhatToReassign as WhatToReassign
from bot.routines.decisions.reassigning import prepare_reassigning as prepare_reassigning
from bot.routines.decisions.reassigning import reassign as reassign
from bot.routines.decisions.recording import AboutDeciding as AboutDeciding
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
from bot.routines.decisions.supporting import AnswerForSupport as AnswerForSupport
from bot.routines.decisions.supporting import DecisionToSupport as DecisionToSupport
from bot.routines.decisions.supporting import SupportDecision as SupportDecision
from bot.routines.decisions.supporting import confirm_support as confirm_support
from bot.routines.decisions.supporting import miss_support as miss_support
from bot.routines.decisions.supporting import prepare_support as prepare_support
from bot.routines.decisions.supporting import support as support
from bot.routines.decisions.waiting import home as home
from bot.routines.decisions.weighing import DecisionToWeigh as DecisionToWeigh
from bot.routines.decisions.weighing import NothingThere as NothingThere
from bot.routines.decisions.weighing import WeighDecision as WeighDecision
from bot.routines.decisions.weighing import prepare_weighing as prepare_weighing
from bot.routines.decisions.weighing import say_nothing_there as say_nothing_there
from bot.routines.decisions.weighing import weigh as weigh
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "decision": relay.still_stands,
    "decision-adopted": first_steps.still_adopted,
    "decision-review": review_days.still_unreviewed,
    "decision-sponsor": supporting.still_the_sponsor,
    "decision-support": supporting.still_to_ask,
    "first-step": first_steps.still_unwritten,
    "question": waiting.still_open,
    "questions-waiting": waiting.still_waiting,
}


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """What decisions do by the clock: go out to the ILT and the teams, ask whoever stands for their support,
    come up for review, and mention open questions."""
    sources = (relay.due, first_steps.due, supporting.due, review_days.due, waiting.due)
    return [one for source in sources for one in await source(work, after, until)]
