"""The roles of the meetings ahead."""

from typing import Any

from bot.messages.roles import page, swaps
from bot.routines import roles
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

ROLES = Interaction(
    verb="roles",
    help="See who does what at the next ILT meetings",
    usage="roles",
    command=Nothing,
    routine=roles.look,
    reply=page.page,
)

SWAP = Interaction(
    verb="swap-role",
    help="Ask somebody to swap a meeting role",
    asking=Asking(roles.AboutRole, roles.prepare, swaps.form),
    command=roles.AskSwap,
    routine=roles.ask,
    reply=swaps.became,
)

ACCEPT = Interaction(
    verb="accept-swap",
    help="Take a meeting role in a swap",
    command=roles.TakeRole,
    routine=roles.accept,
    reply=swaps.became,
)

DECLINE = Interaction(
    verb="decline-swap",
    help="Say not this time to a swap",
    command=roles.TakeRole,
    routine=roles.decline,
    reply=swaps.stays,
)

VOLUNTEER = Interaction(
    verb="volunteer",
    help="Take a meeting role, or offer to",
    command=roles.TakeRole,
    routine=roles.volunteer,
    reply=swaps.became,
)

LET_TAKE = Interaction(
    verb="let-take",
    help="Let somebody have your meeting role who offered to take it",
    command=roles.TakeRole,
    routine=roles.let_take,
    reply=swaps.became,
)

KEEP = Interaction(
    verb="keep-role",
    help="Keep a meeting role that somebody offered to take",
    command=roles.TakeRole,
    routine=roles.keep,
    reply=swaps.stays,
)

FACILITATION = Interaction(
    verb="set-facilitation",
    help="Say how many meetings administrators facilitate at most",
    asking=Asking(Nothing, roles.prepare_facilitation, page.cap_form),
    command=roles.SetFacilitation,
    routine=roles.set_facilitation,
    reply=page.cap_saved,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    ROLES,
    SWAP,
    ACCEPT,
    DECLINE,
    VOLUNTEER,
    LET_TAKE,
    KEEP,
    FACILITATION,
)
