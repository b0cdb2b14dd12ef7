"""`/ilt` alone and `/ilt help`: what a person can do, without having to remember a command."""

from collections.abc import Sequence
from typing import Any

from bot.messages import start as wording
from bot.messages.vocabulary import Message
from bot.routines import start as routines
from bot.routines.start import Page
from handlers.interactions import Interaction

MENU_HELP = "What waits for you, and what you can do"
HOME_HELP = "Show all of Home"
HELP_HELP = "Everything you can type, by what it is for"


def first_name(page: Page) -> str:
    return page.person.name.partition(" ")[0] if page.person else "there"


def menu_message(page: Page) -> Message:
    return wording.menu(first_name(page), page.offers, page.waiting, page.quiet_since)


def home_message(page: Page, *, whole: bool = False) -> Message:
    """What the Home tab shows: first what is most important, or (`whole`) everything at once."""
    shown = page.offers, page.waiting, page.sections, page.quiet_since
    return wording.home(first_name(page), *shown, whole=whole)


def interactions(
    start: routines.Start, others: Sequence[Interaction[Any, Any]]
) -> tuple[Interaction[Any, Any], ...]:
    """The menu, and the help that lists all the `others`."""
    lines = tuple(routines.Helped(one.verb, one.usage, one.help) for one in others if one.usage is not None)
    itself = (routines.Helped("menu", "", MENU_HELP), routines.Helped("help", "help", HELP_HELP))
    helper = routines.Helper((*itself, *lines))
    return (
        Interaction(
            verb="menu",
            help=MENU_HELP,
            command=routines.OpenMenu,
            routine=start.menu,
            reply=menu_message,
            usage="",
        ),
        Interaction(
            verb=wording.WHOLE,
            help=HOME_HELP,
            command=routines.ShowAllOfHome,
            routine=start.whole,
            reply=lambda _: None,
        ),
        Interaction(
            verb="help",
            help=HELP_HELP,
            command=routines.AskForHelp,
            routine=helper.help,
            reply=wording.helping,
            usage="help",
        ),
    )
