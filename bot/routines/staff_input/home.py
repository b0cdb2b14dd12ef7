"""What staff input adds to somebody's Home."""

from bot.messages.home import HomeShare
from bot.messages.staff_input import home as wording
from bot.model.staff_input import Mode, StaffInput, carrier, owner
from bot.permissions import may
from bot.routines.staff_input import loop, triage_board
from bot.routines.staff_input.showing import show
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

SHOWN = 5


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """What waits for this person's answer, what they said and what became of it, and what their team said."""
    person = viewer.actor.person_id
    own = await work.inputs.from_person(person)
    unsettled = [one for one in await work.inputs.unsettled() if one.author != person]
    owed = [one for one in unsettled if one.awaits_outcome(viewer.today) and _owes(one, viewer)]
    team = [one for one in unsettled if one not in owed and _speaks_for(one, viewer)]
    nameless = await _nameless(viewer, work) if may(viewer.actor, "anonymous") else 0
    to_tell = await loop.waiting(viewer, work=work) if _tells(viewer) else 0
    return wording.share(
        nameless=nameless,
        to_tell=to_tell,
        to_answer=[show(one, viewer) for one in owed],
        mine=[show(one, viewer) for one in own[:SHOWN]],
        team=[show(one, viewer) for one in team[-SHOWN:]],
        board=await triage_board.columns(viewer, work) if may(viewer.actor, "bridge") else (),
        answers=may(viewer.actor, "inputs"),
    )


async def _nameless(viewer: Viewer, work: UnitOfWork) -> int:
    """How many anonymous inputs wait for a word from whoever answers first; nothing to anybody else."""
    if not _tells(viewer):
        return 0
    return sum(one.awaits_outcome(viewer.today) for one in await work.anonymous.unsettled())


def _tells(viewer: Viewer) -> bool:
    """Whether this person is whoever answers first, and so writes for all staff."""
    reader = viewer.roster.triager()
    return reader is not None and reader.id == viewer.actor.person_id and may(viewer.actor, "said")


def _owes(given: StaffInput, viewer: Viewer) -> bool:
    owes = owner(given, viewer.roster)
    return owes is not None and owes.id == viewer.actor.person_id


def _speaks_for(given: StaffInput, viewer: Viewer) -> bool:
    """Whether it is a named input of somebody whose team this person speaks for."""
    speaks = carrier(given, viewer.roster)
    return given.mode is Mode.NAMED and speaks is not None and speaks.id == viewer.actor.person_id
