"""PD sessions, and how the school's work hangs together."""

from typing import Any

from bot.messages import pd as wording
from bot.routines.pd import mapping, planning
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="pd",
        help="See PD sessions, and what the next one could rest on",
        usage="pd",
        command=Nothing,
        routine=planning.see,
        reply=wording.sessions,
    ),
    Interaction(
        verb="plan-pd",
        help="Plan a PD session",
        command=planning.PlanPd,
        routine=planning.plan,
        asking=Asking(Nothing, planning.prepare, wording.plan),
        reply=wording.sessions,
        keeps_draft=True,
    ),
    Interaction(
        verb="pd-feedback",
        help="Note what people said of a PD session",
        command=planning.PdFeedback,
        routine=planning.keep_feedback,
        asking=Asking(planning.AboutSession, planning.prepare_feedback, wording.feedback),
        reply=wording.sessions,
    ),
    Interaction(
        verb="discuss-pd",
        help="Put PD design on the ILT's agenda",
        command=planning.DiscussPd,
        routine=planning.discuss,
        reply=wording.on_the_agenda,
    ),
    Interaction(
        verb="map",
        help="See how strategies, problems, look-fors and PD hang together",
        usage="map",
        command=Nothing,
        routine=mapping.see,
        reply=wording.coherence,
    ),
    Interaction(
        verb="link-pd",
        help="Link a PD session to a strategy",
        command=mapping.LinkPd,
        routine=mapping.link,
        asking=Asking(planning.AboutSession, mapping.prepare_link, wording.link),
        reply=wording.coherence,
    ),
    Interaction(
        verb="let-go-pd",
        help="Let a PD session stand alone",
        command=mapping.LetGoPd,
        routine=mapping.let_go,
        reply=wording.coherence,
    ),
)
