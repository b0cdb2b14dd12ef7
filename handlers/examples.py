"""The library of look-fors, with examples of each."""

from typing import Any

from bot.messages import examples as wording
from bot.routines import examples
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="find",
        help="Find a look-for and what it looks like",
        usage="find [word]",
        text_fills="search",
        command=examples.FindLookFors,
        routine=examples.find,
        reply=wording.library,
    ),
    Interaction(
        verb="add-example",
        help="Add an example of a look-for",
        command=examples.AddExample,
        routine=examples.add,
        asking=Asking(examples.AboutLookFor, examples.prepare, wording.add),
        reply=wording.library,
    ),
    Interaction(
        verb="drop-example",
        help="Take an example out",
        command=examples.DropExample,
        routine=examples.drop,
        reply=wording.library,
    ),
    Interaction(
        verb="reword-look-for",
        help="Say a look-for anew, with a reason",
        command=examples.RewordLookFor,
        routine=examples.reword,
        asking=Asking(examples.AboutLookFor, examples.prepare_rewording, wording.reword),
        reply=wording.library,
    ),
)
