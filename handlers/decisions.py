"""Decisions: recording, reading, asking, answering."""

from typing import Any

from bot.messages.decisions import correcting, handover, recording, register, reviewing
from bot.messages.decisions import questions as asking
from bot.routines import decisions
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

DECIDE = Interaction(
    verb="decide",
    help="Record what the ILT decided; each team hears of it the next school morning",
    usage="decide [what was decided]",
    text_fills="statement",
    asking=Asking(Nothing, decisions.prepare, recording.form),
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
)
