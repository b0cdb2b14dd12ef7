"""What holds at a school now, since when, and what held before."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.errors import Refusal
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.model.settings import RoutineName
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from bot.routines.school_export import export
from bot.routines.school_file import SchoolFile
from bot.routines.settings.switching import switch
from storage.settings import Version as Version
from storage.unit_of_work import UnitOfWork

VERSIONS_SHOWN = 15


class SeeSettings(Question):
    """`/ilt settings`."""


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """The school as it stands; `version` is the latest, None when nobody ever changed anything."""

    file: SchoolFile
    roster: Roster
    version: Version | None
    on: frozenset[RoutineName]
    live: bool
    k: int
    safety_contact: str
    may_change_privacy: bool


async def see(question: SeeSettings, *, actor: Actor, work: UnitOfWork, clock: Clock) -> SettingsPage:
    """Show everything that can be changed, with what holds now."""
    permit(actor, "settings")
    await _require_live(work)
    return await page(actor, work, clock)


async def page(actor: Actor, work: UnitOfWork, clock: Clock) -> SettingsPage:
    settings, history = await work.settings.now(), await work.settings.history(limit=1)
    return SettingsPage(
        await export(Nothing(), actor=actor, work=work, clock=clock),
        await work.people.roster(),
        history[0] if history else None,
        settings.on,
        settings.live,
        settings.k,
        settings.safety_contact,
        may(actor, "set-privacy"),
    )


async def _require_live(work: UnitOfWork) -> None:
    if not (await work.settings.now()).live:
        raise Refusal("Your school is still being set up. Type /ilt setup to go on with it.")


class SeeHistory(Question):
    """What was changed, by whom and when."""


@dataclass(frozen=True, slots=True)
class History:
    versions: Sequence[Version]
    roster: Roster


async def history(question: SeeHistory, *, actor: Actor, work: UnitOfWork, clock: Clock) -> History:
    """List the latest versions, newest first."""
    permit(actor, "settings-history")
    return History(await work.settings.history(VERSIONS_SHOWN), await work.people.roster())


class SwitchRoutine(Command):
    routine: RoutineName
    to: bool


@dataclass(frozen=True, slots=True)
class RoutineSwitched:
    routine: RoutineName
    is_on: bool
    changed: bool


async def switch_routine(
    command: SwitchRoutine, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> RoutineSwitched:
    """Switch one routine on, and introduce it once; or off, so that nobody sees it any more."""
    permit(actor, "switch-routine")
    await _require_live(work)
    settings = await work.settings.now()
    wanted = settings.on | {command.routine} if command.to else settings.on - {command.routine}
    switched = await switch(wanted, work=work, by=actor.person_id, now=clock.now())
    return RoutineSwitched(command.routine, command.to, bool(switched.on or switched.off))


def name_of(version: Version, roster: Roster) -> str:
    """Who made a version, as the school knows them."""
    unseen = {"operator": "the command line", "clock": "ILT Bot"}
    return unseen.get(version.changed_by) or roster.name(version.changed_by)
