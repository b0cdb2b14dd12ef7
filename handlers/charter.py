"""The charter: read, written in four short forms, proposed, adopted and signed."""

from typing import Any

from bot.messages.charter import forms, page
from bot.messages.charter import support as support_words
from bot.messages.charter import trust as trust_words
from bot.routines import charter
from bot.routines.charter import support, trust
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

CHARTER = Interaction(
    verb="charter",
    help="Read the ILT's charter: what it is for and how it works",
    usage="charter",
    command=charter.SeeCharter,
    routine=charter.see,
    reply=page.page,
)

WRITING: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="write-charter",
        help="Write the charter: purpose, mission, goals and norms",
        asking=Asking(Nothing, charter.prepare, forms.purpose),
        command=charter.WritePurpose,
        routine=charter.write_purpose,
        reply=page.written,
        keeps_draft=True,
    ),
    Interaction(
        verb="charter-ways",
        help="Write the charter: ways of working",
        asking=Asking(Nothing, charter.prepare, forms.ways),
        command=charter.WriteWays,
        routine=charter.write_ways,
        reply=page.written,
        keeps_draft=True,
    ),
    Interaction(
        verb="charter-times",
        help="Write the charter: communication, and when I write",
        asking=Asking(Nothing, charter.prepare, forms.timing),
        command=charter.WriteTimes,
        routine=charter.write_times,
        reply=page.written,
    ),
    Interaction(
        verb="charter-deciding",
        help="Write the charter: how the ILT decides",
        asking=Asking(Nothing, charter.prepare, forms.deciding),
        command=charter.WriteDeciding,
        routine=charter.write_deciding,
        reply=page.written,
    ),
)

ADOPTING: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="propose-charter",
        help="Put a draft of the charter before the ILT",
        command=charter.ProposeCharter,
        routine=charter.propose,
        reply=page.proposed,
    ),
    Interaction(
        verb="take-back-charter",
        help="Make a proposed charter a draft again",
        command=charter.TakeBackCharter,
        routine=charter.take_back,
        reply=page.taken_back,
    ),
    Interaction(
        verb="drop-charter",
        help="Drop a draft of the charter",
        command=charter.DropCharter,
        routine=charter.drop,
        reply=page.dropped,
    ),
    Interaction(
        verb="comment-charter",
        help="Say what should change in a proposed charter",
        asking=Asking(charter.AboutCharter, charter.before_comment, forms.comment),
        command=charter.CommentOnCharter,
        routine=charter.comment,
        reply=page.commented,
        keeps_draft=True,
    ),
    Interaction(
        verb="adopt-charter",
        help="Adopt a proposed charter",
        asking=Asking(charter.AboutCharter, charter.before_adopting, forms.adopt),
        command=charter.AdoptCharter,
        routine=charter.adopt,
        reply=page.adopted,
    ),
    Interaction(
        verb="sign-charter",
        help="Sign the charter",
        command=charter.SignCharter,
        routine=charter.sign,
        reply=page.signed,
    ),
)

TRUST = Interaction(
    verb="answer-trust",
    help="Answer the ILT's question about trust, without a name",
    asking=Asking(trust.OpenTrust, trust.prepare, trust_words.form),
    command=trust.AnswerTrust,
    routine=trust.answer,
    reply=trust_words.thanks,
)

SUPPORT = Interaction(
    verb="set-support",
    help="Confirm what the ILT needs: room, time, cover and pay",
    asking=Asking(Nothing, support.checklist, support_words.form),
    command=support.ConfirmSupport,
    routine=support.confirm,
    reply=support_words.saved,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (CHARTER, *WRITING, *ADOPTING, TRUST, SUPPORT)
