"""Where everybody starts: `/ilt` alone, and Home."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.messages.home import HomeShare, Section, Waiting
from bot.messages.start import HelpGroup, HelpLine
from bot.model.people import Actor, Person, Relation
from bot.model.settings import RoutineName
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.purposes import sorted_by_purpose
from bot.routines.requests import Question
from bot.routines.timetable import Timetable
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

Share = Callable[..., Awaitable[HomeShare]]

FIRST_FOR: tuple[tuple[Relation, tuple[str, ...]], ...] = (
    (Relation.TRIAGER, ("inputs", "decide", "agenda", "walk", "input")),
    (Relation.SCHOOL_LEADER, ("checkin", "decide", "agenda", "walk", "cycle")),
    (Relation.LEAD, ("input", "walk", "checkin", "cycle", "agenda")),
    (Relation.ILT_MEMBER, ("input", "walk", "add-item", "agenda", "decide")),
    (Relation.REP, ("input", "inputs", "agenda", "add-item", "decisions")),
    (Relation.STAFF, ("input", "status", "decisions", "agenda", "help")),
    (Relation.GUEST, ("input", "status", "decisions", "agenda", "help")),
)
"""The five things offered first, by the most particular thing a person is to the school."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one person sees when they open the bot: what waits, what they can do, and the rest."""

    person: Person | None
    offers: tuple[str, ...]
    waiting: tuple[Waiting, ...]
    sections: tuple[Section, ...]
    quiet_since: datetime | None = None


class OpenMenu(Question):
    """`/ilt` alone."""


class OpenHome(Question):
    """The Home tab."""


class ShowAllOfHome(Question):
    """The Home that somebody looks at, from now on with everything on it."""


class Start:
    """The start page, made of what every noun has to say to the person; `timetable` is what lies ahead."""

    def __init__(self, shares: Sequence[Share], timetable: Timetable | None = None) -> None:
        self._shares = tuple(shares)
        self.timetable = timetable or Timetable(())

    async def menu(self, question: OpenMenu, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Page:
        """What this person can do now, and what waits for them."""
        permit(actor, "menu")
        return await self._page(await viewer(actor, work=work, clock=clock), work)

    async def home(self, question: OpenHome, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Page:
        """The same, with everything this person may look at, most important first."""
        permit(actor, "home")
        return await self._page(await viewer(actor, work=work, clock=clock), work)

    async def whole(self, question: ShowAllOfHome, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
        """Ask whether they may; whoever shows a Home draws it again by itself."""
        permit(actor, "home")

    async def _page(self, eyes: Viewer, work: UnitOfWork) -> Page:
        settings = await work.settings.now()
        shares = [await share(eyes, work=work) for share in self._shares]
        sections = [section for share in shares for section in share.sections]
        return Page(
            eyes.person,
            five_things(eyes.actor) if settings.live else before_all(eyes.actor),
            tuple(line for share in shares for line in share.waiting),
            tuple(sorted(sections, key=lambda section: section.rank)),
            settings.quiet_since,
        )


def while_on(routine: RoutineName, share: Share) -> Share:
    """The same share of Home, and nothing of it where the routine is switched off."""

    async def shown(eyes: Viewer, *, work: UnitOfWork) -> HomeShare:
        return HomeShare() if routine in eyes.actor.off else await share(eyes, work=work)

    return shown


def before_all(actor: Actor) -> tuple[str, ...]:
    """What is offered while the school is still being set up."""
    return ("setup", "help") if may(actor, "setup") else ("help",)


def five_things(actor: Actor) -> tuple[str, ...]:
    """The verbs offered first to this person; always ones they may use."""
    for relation, verbs in FIRST_FOR:
        if actor.is_any(relation):
            return tuple(verb for verb in verbs if may(actor, verb)) or ("help",)
    return ("help",)


class AskForHelp(Question):
    """`/ilt help`."""


@dataclass(frozen=True, slots=True)
class Helped:
    """One verb that can be typed after `/ilt`."""

    verb: str
    usage: str
    help: str


class Helper:
    """Lists what can be typed, by what it is for; what a person may not use is not listed."""

    def __init__(self, verbs: Sequence[Helped]) -> None:
        self._verbs = tuple(verbs)

    async def help(
        self, question: AskForHelp, *, actor: Actor, work: UnitOfWork, clock: Clock
    ) -> tuple[HelpGroup, ...]:
        permit(actor, "help")
        usable = {one.verb: one for one in self._verbs if may(actor, one.verb)}
        return tuple(
            HelpGroup(title, tuple(HelpLine(usable[verb].usage, usable[verb].help) for verb in found))
            for title, found in sorted_by_purpose(usable)
        )
