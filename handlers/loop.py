"""You said, we did."""

from typing import Any

from bot.messages.staff_input import bridge as bridge_words
from bot.messages.staff_input import loop as wording
from bot.routines.requests import Nothing
from bot.routines.staff_input import bridge, loop
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="said",
        help="Tell all staff what became of their input",
        usage="said",
        command=Nothing,
        routine=loop.page,
        reply=wording.page,
    ),
    Interaction(
        verb="bridge",
        help="See what came up from teams and what went down to them",
        command=Nothing,
        routine=bridge.look,
        reply=bridge_words.for_ilt,
    ),
    Interaction(
        verb="word-said",
        help="Put an input and what was done into words for all staff",
        command=loop.WordSaid,
        routine=loop.word,
        asking=Asking(loop.AboutSaid, loop.before_wording, wording.form),
        reply=wording.kept,
    ),
    Interaction(
        verb="post-said",
        help="Post what was said and done for all staff",
        command=loop.PostSaid,
        routine=loop.post,
        reply=wording.posted,
    ),
    Interaction(
        verb="take-back-said",
        help="Take a post about what was said and done back",
        command=loop.TakeBackSaid,
        routine=loop.take_back,
        reply=wording.taken_back,
    ),
)
