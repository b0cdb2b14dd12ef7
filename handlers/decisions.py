"""Decisions: recording, reading, asking, answering."""

from typing import Any

from bot.messages.decisions import (
    asking_first,
    correcting,
    costing,
    first_steps,
    handover,
    passing_on,
    reassigning,
    recording,
    register,
    reviewing,
    supporting,
    weighing,
)
from bot.messages.decisions import questions as asking
from bot.routines import decisions
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

DECIDE = Interaction(
    verb="decide",
    help="Record what the ILT decided; each team hears of it the next school morning",
    usage="decide [what was decided]",
    text_fills="statement",
    asking=Asking(decisions.AboutDeciding, decisions.prepare, recording.form),
    command=decisions.RecordDecision,
    routine=decisions.record,
    reply=recording.recorded,
    keeps_draft=True,
)

WITHDRAW = Interaction(
    verb="withdraw-decision",
    help="Take a decision back before it goes out",
    command=decisions.WithdrawDecision,
    routine=decisions.withdraw,
    reply=recording.withdrawn,
)

DECISIONS = Interaction(
    verb="decisions",
    help="Read what the ILT decided; add a number or a word to find one",
    usage="decisions [number or word]",
    text_fills="search",
    command=decisions.FindDecisions,
    routine=decisions.look_up,
    reply=register.register,
)

GOT_IT = Interaction(
    verb="got-it",
    help="Say that you have read a decision",
    command=decisions.NoteReading,
    routine=decisions.note_reading,
    reply=register.thanks,
)

ASK = Interaction(
    verb="ask",
    help="Ask the ILT about a decision",
    asking=Asking(decisions.AboutDecision, decisions.ASK.prepare, asking.form),
    command=decisions.PutQuestion,
    routine=decisions.ASK.put,
    reply=asking.put,
)

CONCERN = Interaction(
    verb="concern",
    help="Raise a concern about a decision",
    asking=Asking(decisions.AboutDecision, decisions.CONCERN.prepare, asking.form),
    command=decisions.PutQuestion,
    routine=decisions.CONCERN.put,
    reply=asking.put,
)

ANSWER = Interaction(
    verb="answer-question",
    help="Answer a question about a decision",
    asking=Asking(decisions.AboutQuestion, decisions.prepare_answer, asking.answer_form),
    command=decisions.AnswerQuestion,
    routine=decisions.answer,
    reply=asking.answered,
    repaint=asking.answered_card,
)

CORRECT = Interaction(
    verb="correct-decision",
    help="Correct the words of a decision, in every post about it",
    asking=Asking(decisions.DecisionToCorrect, decisions.prepare_correction, correcting.form),
    command=decisions.CorrectDecision,
    routine=decisions.correct,
    reply=correcting.corrected,
    keeps_draft=True,
)

RESTORE = Interaction(
    verb="restore-decision",
    help="Undo that a decision was withdrawn",
    command=decisions.RestoreDecision,
    routine=decisions.restore,
    reply=recording.recorded,
)

REVIEW = Interaction(
    verb="review-decision",
    help="Say what becomes of a decision: keep, adjust, pause, reverse or expire",
    asking=Asking(decisions.DecisionToReview, decisions.prepare_review, reviewing.form),
    command=decisions.ReviewDecision,
    routine=decisions.review_decision,
    reply=reviewing.reviewed,
    repaint=reviewing.card_done,
    keeps_draft=True,
)

HANDOVER = Interaction(
    verb="handover",
    help="Read what is handed on when somebody else leads: decisions, open loops, next dates",
    usage="handover",
    command=Nothing,
    routine=decisions.hand_over,
    reply=handover.message,
)

WEIGH = Interaction(
    verb="weigh-decision",
    help="Write down which other options were weighed, and whose need is behind a decision",
    asking=Asking(decisions.DecisionToWeigh, decisions.prepare_weighing, weighing.form),
    command=decisions.WeighDecision,
    routine=decisions.weigh,
    reply=weighing.noted,
)

NOTHING_THERE = Interaction(
    verb="nothing-there",
    help="Say that there is nothing to write about it",
    command=decisions.NothingThere,
    routine=decisions.say_nothing_there,
    reply=weighing.noted,
)

COST = Interaction(
    verb="cost-decision",
    help="Say how many minutes a decision takes from a team, and what stops for it",
    asking=Asking(decisions.DecisionToCost, decisions.prepare_cost, costing.form),
    command=decisions.CostDecision,
    routine=decisions.cost,
    reply=costing.costed,
)

GIVE_AND_DROP = Interaction(
    verb="give-and-drop",
    help="See how many minutes a month decisions take from each team, and free",
    command=Nothing,
    routine=decisions.give_and_drop,
    reply=costing.ledger,
)

SUPPORT = Interaction(
    verb="support-decision",
    help="Plan the support for a decision, and who stands for it",
    asking=Asking(decisions.DecisionToSupport, decisions.prepare_support, supporting.form),
    command=decisions.SupportDecision,
    routine=decisions.support,
    reply=supporting.planned,
)

CONFIRM_SUPPORT = Interaction(
    verb="confirm-support",
    help="Say that the support for a decision is there",
    command=decisions.AnswerForSupport,
    routine=decisions.confirm_support,
    reply=supporting.answered,
)

MISS_SUPPORT = Interaction(
    verb="miss-support",
    help="Say that the support for a decision is not there",
    command=decisions.AnswerForSupport,
    routine=decisions.miss_support,
    reply=supporting.answered,
)

PLAN_RELAY = Interaction(
    verb="plan-relay",
    help="Say who passes a decision on, also to those whom no channel reaches",
    asking=Asking(decisions.RelayToPlan, decisions.prepare_plan, passing_on.form),
    command=decisions.PlanRelay,
    routine=decisions.plan_relay,
    reply=passing_on.planned,
)

FIRST_STEP = Interaction(
    verb="first-step",
    help="Write what you do first about a decision",
    asking=Asking(decisions.StepToTake, decisions.prepare_step, first_steps.form),
    command=decisions.TakeFirstStep,
    routine=decisions.take_first_step,
    reply=first_steps.stepped,
)

REASSIGN = Interaction(
    verb="reassign-decision",
    help="Let somebody else take on a decision",
    asking=Asking(decisions.WhatToReassign, decisions.prepare_reassigning, reassigning.form),
    command=decisions.Reassign,
    routine=decisions.reassign,
    reply=reassigning.reassigned,
)

ADD_QUESTION = Interaction(
    verb="add-question",
    help="Let the post about a decision end with a question to the team",
    command=decisions.AddQuestion,
    routine=decisions.add_question,
    reply=asking_first.asks,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    DECIDE,
    DECISIONS,
    WITHDRAW,
    CORRECT,
    RESTORE,
    REVIEW,
    GOT_IT,
    ASK,
    CONCERN,
    ANSWER,
    HANDOVER,
    WEIGH,
    NOTHING_THERE,
    COST,
    GIVE_AND_DROP,
    SUPPORT,
    CONFIRM_SUPPORT,
    MISS_SUPPORT,
    PLAN_RELAY,
    FIRST_STEP,
    REASSIGN,
    ADD_QUESTION,
)
