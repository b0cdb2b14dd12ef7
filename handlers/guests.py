"""Guests of one meeting."""

from typing import Any

from bot.messages import guests as wording
from bot.routines.guests import inviting
from handlers.interactions import Asking, Interaction

INVITE = Interaction(
    verb="invite-guest",
    help="Invite a guest for one agenda item",
    asking=Asking(inviting.AboutGuests, inviting.prepare, wording.form),
    command=inviting.InviteGuest,
    routine=inviting.invite,
    reply=wording.invited,
)

ANSWER = Interaction(
    verb="answer-guest",
    help="Say whether you come as a guest",
    command=inviting.AnswerGuest,
    routine=inviting.answer,
    reply=wording.answered,
)

WITHDRAW = Interaction(
    verb="withdraw-guest",
    help="Take a guest's invitation back",
    command=inviting.WithdrawGuest,
    routine=inviting.withdraw,
    reply=wording.withdrawn,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (INVITE, ANSWER, WITHDRAW)
