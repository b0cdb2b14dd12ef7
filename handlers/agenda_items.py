"""What agenda items say: what is about one team, data, hard issues, and the lists to tag with."""

from typing import Any

from bot.messages.agenda_items import routing
from bot.routines import agenda_items
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="route-input",
        help="Give a staff input to the one team it is about",
        command=agenda_items.RouteInput,
        routine=agenda_items.route,
        asking=Asking(agenda_items.AboutInput, agenda_items.before_routing, routing.form),
        reply=routing.routed,
        repaint=routing.routed,
    ),
    Interaction(
        verb="route-anonymous",
        help="Give an anonymous input to the one team it is about",
        command=agenda_items.RouteInput,
        routine=agenda_items.route_anonymous,
        asking=Asking(agenda_items.AboutInput, agenda_items.before_routing_anonymous, routing.form),
        reply=routing.routed,
    ),
    Interaction(
        verb="take-up",
        help="Take up something that is about your team",
        command=agenda_items.AboutThing,
        routine=agenda_items.take_up,
        reply=routing.taken_up,
        repaint=routing.taken_up,
    ),
    Interaction(
        verb="give-back",
        help="Say that something is about more than your team",
        command=agenda_items.AboutThing,
        routine=agenda_items.give_back,
        reply=routing.given_back,
        repaint=routing.given_back,
    ),
)
