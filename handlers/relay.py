"""What follows a relay: how it goes, help, office hours, talks in the teams."""

from typing import Any

from bot.messages.decisions import questions as asking
from bot.messages.relay import digest as digest_words
from bot.messages.relay import families as families_words
from bot.messages.relay import going as going_words
from bot.messages.relay import helping as helping_words
from bot.messages.relay import hours as hours_words
from bot.messages.relay import kit as kit_words
from bot.messages.relay import ways as ways_words
from bot.routines.relay import digest, families, going, helping, hours, kit, ways
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

HOW_IT_GOES = Interaction(
    verb="how-it-goes",
    help="Say how it goes with a decision, without your name",
    command=going.SayHowItGoes,
    routine=going.say,
    reply=going_words.thanks,
)

NEED_HELP = Interaction(
    verb="need-help",
    help="Ask for help with a decision, and choose who hears of it",
    asking=Asking(helping.AboutHelp, helping.prepare, helping_words.form),
    command=helping.AskForHelp,
    routine=helping.ask,
    reply=helping_words.asked,
)

HELP_QUEUE = Interaction(
    verb="help-queue",
    help="See who asked you for help with a decision",
    command=Nothing,
    routine=helping.queue,
    reply=helping_words.queue,
)

SETTLE_HELP = Interaction(
    verb="settle-help",
    help="Say that somebody has been helped",
    command=helping.SettleHelp,
    routine=helping.settle,
    reply=helping_words.settled,
)

OFFER_HOURS = Interaction(
    verb="offer-hours",
    help="Offer office hours about a decision",
    asking=Asking(hours.HoursAbout, hours.prepare_offer, hours_words.form),
    command=hours.OfferHours,
    routine=hours.offer,
    reply=hours_words.offered,
)

BOOK_HOURS = Interaction(
    verb="book-hours",
    help="Book a time with the coach",
    asking=Asking(hours.HoursAbout, hours.prepare_booking, hours_words.booking),
    command=hours.BookHours,
    routine=hours.book,
    reply=hours_words.booked,
)

CANCEL_SLOT = Interaction(
    verb="cancel-slot",
    help="Call a time with the coach off",
    command=hours.CancelSlot,
    routine=hours.cancel,
    reply=hours_words.cancelled,
)

DISCUSSED = Interaction(
    verb="discussed",
    help="Say that you talked with your team about what was decided",
    asking=Asking(kit.AboutTalk, kit.prepare, kit_words.form),
    command=kit.NoteTalk,
    routine=kit.discussed,
    reply=kit_words.discussed,
)

THEY_ASKED = Interaction(
    verb="they-asked",
    help="Bring what your team asked to the ILT",
    asking=Asking(kit.AboutTalk, kit.prepare_asking, kit_words.asking),
    command=kit.BringQuestion,
    routine=kit.they_asked,
    reply=asking.put,
)

APPROVE_FAMILY = Interaction(
    verb="approve-family",
    help="Read what families may read about a decision, and approve it",
    asking=Asking(families.AboutFamilies, families.prepare, families_words.form),
    command=families.ApproveForFamilies,
    routine=families.approve,
    reply=families_words.approved,
    repaint=families_words.card_done,
)

APPROVE_DIGEST = Interaction(
    verb="approve-digest",
    help="Read the digest for the School Improvement Team, and approve it",
    asking=Asking(digest.AboutDigest, digest.prepare, digest_words.form),
    command=digest.ApproveDigest,
    routine=digest.approve,
    reply=digest_words.approved,
    repaint=digest_words.card_done,
)

SET_RELAY = Interaction(
    verb="set-relay",
    help="Say who approves what families read, and how the School Improvement Team is told",
    asking=Asking(Nothing, ways.prepare, ways_words.form),
    command=ways.SetRelay,
    routine=ways.set_relay,
    reply=ways_words.saved,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    HOW_IT_GOES,
    NEED_HELP,
    HELP_QUEUE,
    SETTLE_HELP,
    OFFER_HOURS,
    BOOK_HOURS,
    CANCEL_SLOT,
    DISCUSSED,
    THEY_ASKED,
    APPROVE_FAMILY,
    APPROVE_DIGEST,
    SET_RELAY,
)
