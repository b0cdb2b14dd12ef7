"""What every routine about commitments needs: the commitment itself, for whoever may speak of it."""

from collections.abc import Iterable
from datetime import date

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.commitments.words import Known
from bot.model.commitments import Commitment
from bot.model.everybody import Roster
from bot.model.people import Actor, Relation, Role
from bot.model.staff_input import names_in
from bot.permissions import permit
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

NO_SUCH = "I do not find this any more. /ilt commitments lists what is open."
OVER = "This is over already. /ilt commitments lists what is open."


def opening_key(day: date) -> str:
    """The key of what a meeting opens with; it answers whoever pressed Start."""
    return f"meeting/{day.isoformat()}/live/promised/answer"


def on_the_ilt(roster: Roster) -> dict[str, str]:
    """The names of the people who can say that they will do something, by id."""
    people = [*roster.holders(Role.ILT_MEMBER), *roster.holders(Role.SCHOOL_LEADER)]
    return {person.id: person.name for person in people}


def standing(one: Commitment, actor: Actor, roster: Roster) -> tuple[Relation, ...]:
    """An owner speaks of it; when no owner is on the ILT any more, the school leader does."""
    is_left = not set(one.owners) & set(on_the_ilt(roster))
    mine = actor.person_id in one.owners or (is_left and actor.is_any(Relation.SCHOOL_LEADER))
    return (Relation.AUTHOR,) if mine else ()


async def open_one(commitment_id: str, verb: str, sees: Viewer, work: UnitOfWork) -> Commitment:
    """The commitment, for an owner; raises `OutOfDate` when it is over."""
    one = await work.commitments.find(commitment_id)
    if one is None:
        raise NotFound(NO_SUCH)
    permit(sees.actor, verb, *standing(one, sees.actor, sees.roster))
    if not one.is_open:
        raise OutOfDate(OVER)
    return one


def known(roster: Roster, found: Iterable[Commitment]) -> Known:
    texts = {one.id: one.text for one in found if one.is_open}
    return Known({person.id: person.name for person in roster.people}, texts)


def name_nobody_else(field: str, words: str, roster: Roster) -> None:
    """Raise `Refusal` where a text names somebody who is not on the ILT (R-027)."""
    ours = set(on_the_ilt(roster).values())
    named = next((name for name in names_in(roster, words) if name not in ours), None)
    if named is not None:
        raise Refusal(f"This names {named}, who is not on the ILT. Name the team instead.", field=field)
