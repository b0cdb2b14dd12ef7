"""Problems of practice: framing, checking, planning, trying, ending."""

from dataclasses import replace
from typing import Any

from bot.messages.problems import forms, framing, register, words
from bot.routines import problems
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

PROBLEM = Interaction(
    verb="problem",
    help="Frame a problem of practice: one sentence, four questions, one plan",
    usage="problem [one sentence]",
    text_fills="statement",
    asking=Asking(Nothing, problems.prepare, forms.frame),
    command=problems.FrameProblem,
    routine=problems.frame,
    reply=framing.framed,
    keeps_draft=True,
)

POP = replace(PROBLEM, verb="pop", help="The short word for /ilt problem", usage="pop [one sentence]")

PROBLEMS = Interaction(
    verb="problems",
    help="Read problems of practice; add a number or a word to find one",
    usage="problems [number or word]",
    text_fills="search",
    command=problems.FindProblems,
    routine=problems.look_up,
    reply=register.register,
)

CHANGE = Interaction(
    verb="change-problem",
    help="Answer the four questions about a problem of practice",
    asking=Asking(problems.AboutProblem, problems.prepare_change, forms.change),
    command=problems.ChangeProblem,
    routine=problems.change,
    reply=framing.framed,
    keeps_draft=True,
)

PLAN = Interaction(
    verb="plan-problem",
    help="Plan what to try for a problem of practice",
    asking=Asking(problems.AboutProblem, problems.prepare_plan, forms.plan),
    command=problems.PlanProblem,
    routine=problems.plan,
    reply=register.planned,
    keeps_draft=True,
)

START = Interaction(
    verb="start-problem",
    help="Start what was planned for a problem of practice",
    command=problems.StartProblem,
    routine=problems.start,
    reply=register.started,
)

REFRAME = Interaction(
    verb="reframe-problem",
    help="Frame a problem of practice anew",
    asking=Asking(problems.AboutProblem, problems.prepare_reframing, forms.reframe),
    command=problems.ReframeProblem,
    routine=problems.reframe,
    reply=framing.framed,
)

END = Interaction(
    verb="end-problem",
    help="Say what became of a problem of practice",
    asking=Asking(problems.AboutProblem, problems.prepare_end, forms.end),
    command=problems.EndProblem,
    routine=problems.end,
    reply=register.ended,
)

DISCUSS = Interaction(
    verb="discuss-problem",
    help="Put a problem of practice on the ILT's agenda",
    command=problems.DiscussProblem,
    routine=problems.discuss,
    reply=words.on_the_agenda,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    PROBLEM,
    POP,
    PROBLEMS,
    CHANGE,
    PLAN,
    START,
    REFRAME,
    END,
    DISCUSS,
)
