"""What agenda items say: what is about one team, data, hard issues, and the lists to tag with."""

from typing import Any

from bot.messages.agenda_items import data, hard, routing, shares, tags
from bot.messages.vocabulary import Message
from bot.routines import agenda_items
from bot.routines.meetings.items import WhereItGoes
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction


def shaped(done: agenda_items.Shaped) -> Message:
    return shares.shaped(done.title, done.sheet.agenda, is_memo=done.is_memo)


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
    Interaction(
        verb="add-learning",
        help="Put time for adults to learn on the agenda",
        command=agenda_items.AddLearning,
        routine=agenda_items.add_learning,
        reply=shaped,
    ),
    Interaction(
        verb="to-memo",
        help="Move an agenda item to the memo",
        command=agenda_items.ToMemo,
        routine=agenda_items.to_memo,
        reply=shaped,
    ),
    Interaction(
        verb="add-hard",
        help="Put a hard issue on the agenda",
        command=agenda_items.AddHard,
        routine=agenda_items.add_hard,
        reply=hard.dealt,
    ),
    Interaction(
        verb="park-hard",
        help="Leave a hard issue for now, with a reason",
        command=agenda_items.ParkHard,
        routine=agenda_items.park_hard,
        asking=Asking(agenda_items.AboutHard, agenda_items.before_parking, hard.park),
        reply=hard.dealt,
    ),
    Interaction(
        verb="close-hard",
        help="Let a hard issue go, with a reason",
        command=agenda_items.CloseHard,
        routine=agenda_items.close_hard,
        asking=Asking(agenda_items.AboutHard, agenda_items.before_closing, hard.close),
        reply=hard.dealt,
    ),
    Interaction(
        verb="bring-data",
        help="Bring figures to the next ILT meeting",
        usage="bring-data [question]",
        text_fills="title",
        command=agenda_items.BringData,
        routine=agenda_items.bring,
        asking=Asking(WhereItGoes, agenda_items.before_data, data.form),
        reply=data.added,
    ),
    Interaction(
        verb="coverage",
        help="See which of the district's components have no work yet",
        usage="coverage",
        command=Nothing,
        routine=agenda_items.coverage,
        reply=tags.coverage,
    ),
    Interaction(
        verb="set-tags",
        help="Change the lists your school tags with",
        command=agenda_items.SetTags,
        routine=agenda_items.set_tags,
        asking=Asking(Nothing, agenda_items.before_tags, tags.lists),
        reply=tags.saved,
    ),
    Interaction(
        verb="tag-strategies",
        help="Say what each strategy is work on",
        command=agenda_items.TagStrategies,
        routine=agenda_items.tag_strategies,
        asking=Asking(Nothing, agenda_items.before_tagging, tags.strategies),
        reply=tags.coverage,
    ),
)
