"""Giving staff input, seeing what became of it, and answering it."""

from typing import Any

from bot.messages.staff_input import anonymous, batches, giving, triage
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
        routine=staff_input.hand_in,
        asking=Asking(Nothing, staff_input.opening, giving.form),
        reply=giving.given,
        closing=giving.last_page,
    ),
    Interaction(
        verb="status",
        help="See what became of your input",
        usage="status [number or code]",
        text_fills="number",
        command=staff_input.ShowStatus,
        routine=staff_input.look,
        reply=giving.found,
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
    Interaction(
        verb="add-to-anonymous",
        help="Add something to what you said without a name",
        command=staff_input.AddToAnonymous,
        routine=staff_input.add,
        asking=Asking(staff_input.AboutCode, staff_input.before_adding, anonymous.add_form),
        reply=anonymous.added,
    ),
    Interaction(
        verb="withdraw-anonymous",
        help="Take back what you said without a name",
        command=staff_input.WithdrawAnonymous,
        routine=staff_input.take_back,
        reply=anonymous.withdrawn,
    ),
    Interaction(
        verb="anonymous",
        help="See the anonymous input that waits for an answer",
        usage="anonymous",
        command=Nothing,
        routine=staff_input.anonymous_board,
        reply=batches.board,
    ),
    Interaction(
        verb="answer-anonymous",
        help="Answer an anonymous input, or ask about it, where all staff read it",
        command=staff_input.AnswerAnonymous,
        routine=staff_input.publish,
        asking=Asking(staff_input.AboutAnonymous, staff_input.before_publishing, batches.answer_form),
        reply=batches.settled,
    ),
    Interaction(
        verb="place-anonymous",
        help="Put an anonymous input on the next agenda",
        command=staff_input.PlaceAnonymous,
        routine=staff_input.place_anonymous,
        asking=Asking(staff_input.AboutAnonymous, staff_input.before_naming, batches.place_form),
        reply=batches.settled,
    ),
    Interaction(
        verb="decline-anonymous",
        help="Say not now to an anonymous input, with a reason",
        command=staff_input.DeclineAnonymous,
        routine=staff_input.decline_anonymous,
        asking=Asking(staff_input.AboutAnonymous, staff_input.before_saying_not_now, batches.decline_form),
        reply=batches.settled,
    ),
)
