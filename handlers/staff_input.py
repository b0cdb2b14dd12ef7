"""Giving staff input, seeing what became of it, and answering it."""

from typing import Any

from bot.messages.staff_input import giving, triage
from bot.routines import staff_input
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="input",
        help="Tell the ILT what you see, and hear what became of it",
        usage="input [what you see]",
        text_fills="see",
        command=staff_input.GiveInput,
        routine=staff_input.give,
        asking=Asking(Nothing, staff_input.opening, giving.form),
        reply=giving.given,
    ),
    Interaction(
        verb="status",
        help="See what became of your input",
        usage="status [number]",
        text_fills="number",
        command=staff_input.ShowStatus,
        routine=staff_input.status,
        reply=giving.mine,
    ),
    Interaction(
        verb="withdraw-input",
        help="Take back an input, with its words",
        command=staff_input.WithdrawInput,
        routine=staff_input.withdraw,
        reply=giving.withdrawn,
        repaint=giving.repainted,
    ),
    Interaction(
        verb="inputs",
        help="See the staff input that waits for an answer",
        usage="inputs",
        command=Nothing,
        routine=staff_input.board,
        reply=triage.board,
    ),
    Interaction(
        verb="answer-input",
        help="Answer a staff input",
        command=staff_input.AnswerInput,
        routine=staff_input.answer,
        asking=Asking(staff_input.AboutInput, staff_input.before_answering, triage.answer_form),
        reply=triage.settled,
        repaint=triage.repainted,
    ),
    Interaction(
        verb="place-input",
        help="Put a staff input on the next agenda",
        command=staff_input.PlaceInput,
        routine=staff_input.place,
        reply=triage.settled,
        repaint=triage.repainted,
    ),
    Interaction(
        verb="decline-input",
        help="Say not now to a staff input, with a reason",
        command=staff_input.DeclineInput,
        routine=staff_input.decline,
        asking=Asking(staff_input.AboutInput, staff_input.before_declining, triage.decline_form),
        reply=triage.settled,
        repaint=triage.repainted,
    ),
    Interaction(
        verb="pass-on-input",
        help="Pass on a staff input for your team, without the name",
        command=staff_input.PassOnInput,
        routine=staff_input.pass_on,
        asking=Asking(staff_input.AboutInput, staff_input.before_passing_on, triage.pass_on_form),
        reply=triage.settled,
        repaint=triage.repainted,
    ),
)
