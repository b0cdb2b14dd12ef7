"""Quiet: everything the bot starts stops until it is lifted; what was due meanwhile is looked through."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b

from bot.errors import OutOfDate
from bot.messages import quiet as wording
from bot.messages.home import HomeShare
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.model.settings import Held
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.letters import whom
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due, Timetable
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

QUIET = "quiet"


class SeeQuiet(Question):
    """`/ilt quiet`."""


class GoQuiet(Command):
    """Let everything that the bot starts stop."""


class LiftQuiet(Command):
    """Let the bot begin again; what was due meanwhile waits for somebody to look through it."""


class SendHeld(Command):
    """Send what was held back: one line of the list, or all of it."""

    line: str | None = None


class DropHeld(Command):
    """Never send what was held back: one line of the list, or all of it."""

    line: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Messages of one kind that were held back: their keys, and the line they are told apart by."""

    what: str
    whom: str
    due: tuple[Due, ...]
    letters: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.due) + len(self.letters)

    @property
    def mark(self) -> str:
        """Twelve letters that stand for exactly these messages."""
        keys = sorted((*(one.key for one in self.due), *self.letters))
        return blake2b(" ".join(keys).encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the school is quiet, since when, and what is left to look through afterwards."""

    quiet_since: datetime | None
    lines: tuple[Line, ...]
    calendar_zone: str
    sent: int = 0
    dropped: int = 0


class Quiet:
    """Quiet needs to know what everything would have said."""

    def __init__(self, timetable: Timetable) -> None:
        self._timetable = timetable

    async def see(self, question: SeeQuiet, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Standing:
        permit(actor, "quiet")
        return await self._standing(work, clock.now())

    async def begin(self, command: GoQuiet, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Standing:
        """Stop now. What people do themselves still works, and is answered."""
        permit(actor, "go-quiet")
        settings, now = await work.settings.now(), clock.now()
        if settings.quiet_since is None:
            await work.outbox.hold_back(now)
            after = replace(settings, quiet_since=now)
            await work.settings.change(after, by=actor.person_id, at=now, about=("Quiet.",))
        return await self._standing(work, now)

    async def lift(self, command: LiftQuiet, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Standing:
        """Begin again with what is due from now on; nothing that was due before goes by itself."""
        permit(actor, "lift-quiet")
        settings, now = await work.settings.now(), clock.now()
        if settings.quiet_since is not None:
            since = settings.held.since if settings.held else settings.quiet_since - A_DAY
            after = replace(settings, quiet_since=None, held=Held(since, now))
            await work.settings.change(after, by=actor.person_id, at=now, about=("Quiet is lifted.",))
        return await self._standing(work, now)

    async def send(self, command: SendHeld, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Standing:
        """Send these now; who looks through the list has decided that it is the moment."""
        permit(actor, "send-held")
        now = clock.now()
        chosen = await self._chosen(command.line, work, now)
        await work.outbox.release([key for line in chosen for key in line.letters], now)
        for line in chosen:
            for due in line.due:
                await self._timetable.do_held(due, work=work, now=now)
        left = await self._standing(work, now)
        return replace(left, sent=sum(line.count for line in chosen))

    async def drop(self, command: DropHeld, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Standing:
        """Let these go unsaid for good."""
        permit(actor, "drop-held")
        now = clock.now()
        chosen = await self._chosen(command.line, work, now)
        await work.outbox.drop([key for line in chosen for key in line.letters], QUIET, now)
        for line in chosen:
            for due in line.due:
                await self._timetable.drop_held(due, work=work, now=now)
        left = await self._standing(work, now)
        return replace(left, dropped=sum(line.count for line in chosen))

    async def home(self, viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
        """For whoever can lift it: that the school is quiet, or that something is left to look through."""
        if not may(viewer.actor, "quiet"):
            return HomeShare()
        settings = await work.settings.now()
        if settings.quiet_since is not None:
            return HomeShare(waiting=(wording.is_quiet(),))
        if settings.held is None or not (await self._standing(work, viewer.now)).lines:
            return HomeShare()
        return HomeShare(waiting=(wording.is_left(),))

    async def _chosen(self, mark: str | None, work: UnitOfWork, now: datetime) -> Sequence[Line]:
        lines = (await self._standing(work, now)).lines
        chosen = [line for line in lines if mark in (None, line.mark)]
        if mark is not None and not chosen:
            raise OutOfDate("This list has changed since. Type /ilt quiet to see what is left.")
        return chosen

    async def _standing(self, work: UnitOfWork, now: datetime) -> Standing:
        settings, roster = await work.settings.now(), await work.people.roster()
        zone = roster.school.zone
        if settings.is_silent:
            return Standing(settings.quiet_since, (), zone)
        found: dict[tuple[str, str], Line] = {}
        for due in await self._timetable.held(work=work, now=now):
            _put(found, due.what, _to(due.audience, roster), Line("", "", (due,), ()))
        for letter in await work.outbox.held():
            if letter.stale_at is None or letter.stale_at > now:
                what = "A private message" if letter.private else letter.summary
                _put(found, what, _to(letter.audience, roster), Line("", "", (), (letter.key,)))
        return Standing(None, tuple(found.values()), zone)


def _put(found: dict[tuple[str, str], Line], what: str, to: str, more: Line) -> None:
    before = found.get((what, to), Line(what, to, (), ()))
    found[what, to] = replace(before, due=before.due + more.due, letters=before.letters + more.letters)


def _to(audience: Audience, roster: Roster) -> str:
    """Of a message to one person, not to whom: what two people share is no business of a third."""
    return "one person each" if audience.person_id else whom(roster, audience.key)
