"""Consensus checks: voices, pressure test, vote, concerns, and the faculty's vote."""

from typing import Any

from bot.messages.consensus import cards, forms, ratifying, told, voices
from bot.routines.consensus import ending, opening, voting
from bot.routines.consensus import ratifying as faculty
from bot.routines.consensus.shown import AboutCheck, OneCheck
from handlers.interactions import Asking, Interaction

CHECK = Interaction(
    verb="check",
    help="Open a consensus check on a proposal",
    usage="check [proposal]",
    text_fills="proposal",
    asking=Asking(opening.AboutOpening, opening.prepare, forms.opening),
    command=opening.OpenCheck,
    routine=opening.open_check,
    reply=cards.card,
    keeps_draft=True,
)

SEE = Interaction(
    verb="see-check",
    help="See how a consensus check stands",
    command=AboutCheck,
    routine=ending.see,
    reply=cards.card,
)

ASK_VOICES = Interaction(
    verb="ask-voices",
    help="Ask the teams that a proposal touches before the vote",
    command=OneCheck,
    routine=opening.ask_voices,
    reply=cards.card,
)

SKIP_VOICES = Interaction(
    verb="skip-voices",
    help="Go on without asking every team, with a reason",
    asking=Asking(AboutCheck, opening.prepare_skip, forms.skipping),
    command=opening.SkipVoices,
    routine=opening.skip_voices,
    reply=told.done,
)

GIVE_VOICE = Interaction(
    verb="give-voice",
    help="Say what a proposal would mean for you",
    asking=Asking(opening.AboutVoice, opening.prepare_voice, forms.speaking),
    command=opening.GiveVoice,
    routine=opening.give_voice,
    reply=voices.thanks,
)

NAME_RISK = Interaction(
    verb="name-risk",
    help="Name the biggest risk of a proposal",
    asking=Asking(voting.AboutVote, voting.prepare_risk, forms.tapping),
    command=voting.NameRisk,
    routine=voting.name_risk,
    reply=told.noted,
    repaint=told.repainted,
)

OPEN_VOTE = Interaction(
    verb="open-vote",
    help="Open the vote on a proposal",
    asking=Asking(AboutCheck, voting.prepare_open, forms.mitigating),
    command=voting.OpenVote,
    routine=voting.open_vote,
    reply=told.done,
)

VOTE = Interaction(
    verb="vote",
    help="Vote on a proposal, in private",
    asking=Asking(voting.AboutVote, voting.prepare_vote, forms.voting),
    command=voting.CastVote,
    routine=voting.vote,
    reply=told.voted,
    repaint=told.repainted,
)

CLOSE_VOTE = Interaction(
    verb="close-vote",
    help="Close a vote and see what it came to",
    command=OneCheck,
    routine=voting.close_vote,
    reply=told.done,
)

RESUME_VOTE = Interaction(
    verb="resume-vote",
    help="Give a vote 48 hours more",
    command=OneCheck,
    routine=voting.resume,
    reply=told.done,
)

ADD_CONCERN = Interaction(
    verb="add-concern",
    help="Say what would make a proposal work, without your name",
    asking=Asking(voting.AboutVote, ending.prepare_concern, forms.hearing),
    command=ending.AddConcern,
    routine=ending.add_concern,
    reply=told.noted,
    repaint=told.repainted,
)

VOTE_AGAIN = Interaction(
    verb="vote-again",
    help="Open the next round of a vote",
    asking=Asking(AboutCheck, ending.prepare_again, forms.again),
    command=ending.VoteAgain,
    routine=ending.vote_again,
    reply=told.done,
)

DECIDE_WITH_REASON = Interaction(
    verb="decide-with-reason",
    help="Decide where the ILT did not reach consensus, and say why",
    asking=Asking(AboutCheck, ending.prepare_deciding, forms.deciding),
    command=ending.DecideWithReason,
    routine=ending.decide_with_reason,
    reply=cards.card,
)

SUPERMAJORITY = Interaction(
    verb="take-supermajority",
    help="Adopt what enough members can live with",
    command=OneCheck,
    routine=ending.take_supermajority,
    reply=told.done,
)

PARK = Interaction(
    verb="park-check",
    help="Park a consensus check",
    command=OneCheck,
    routine=ending.park,
    reply=told.done,
)

RATIFY = Interaction(
    verb="ratify",
    help="Vote on a proposed decision, in private",
    asking=Asking(faculty.AboutPoll, faculty.prepare, ratifying.form),
    command=faculty.Ratify,
    routine=faculty.ratify,
    reply=ratifying.thanks,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    CHECK,
    SEE,
    ASK_VOICES,
    SKIP_VOICES,
    GIVE_VOICE,
    NAME_RISK,
    OPEN_VOTE,
    VOTE,
    CLOSE_VOTE,
    RESUME_VOTE,
    ADD_CONCERN,
    VOTE_AGAIN,
    DECIDE_WITH_REASON,
    SUPERMAJORITY,
    PARK,
    RATIFY,
)
