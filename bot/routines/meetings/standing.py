"""What somebody is to one meeting by its roles: the one place that says so."""

from datetime import date

from bot.errors import NotPermitted
from bot.messages.meetings.agenda import ROLE_NAMES
from bot.model.people import Actor, Relation
from bot.model.rotation import MeetingRole
from storage.unit_of_work import UnitOfWork

RELATIONS = {
    MeetingRole.FACILITATOR: Relation.FACILITATOR,
    MeetingRole.RECORDER: Relation.RECORDER,
    MeetingRole.RELAY_LEAD: Relation.RELAY_LEAD,
}
RECORDING = (MeetingRole.RECORDER, MeetingRole.RELAY_LEAD)
LEADERS = (Relation.SCHOOL_LEADER, Relation.ACTING_LEADER)


async def roles_at(day: date, actor: Actor, work: UnitOfWork) -> tuple[Relation, ...]:
    """What this person is to the meeting of a day."""
    holders = await work.meetings.roles(day)
    return tuple(
        RELATIONS[role]
        for role, holder in holders.items()
        if role in RELATIONS and holder.person == actor.person_id
    )


async def require_to_record(actor: Actor, work: UnitOfWork) -> None:
    """Raise `NotPermitted` for whoever is none of those who record what a meeting that runs decides.

    While none runs, or nobody is its recorder or relay lead, anybody of the ILT records.
    """
    run = await work.live.running()
    if run is None or actor.is_any(*LEADERS):
        return
    holders = await work.meetings.roles(run.day)
    recording = {role: holders[role].person for role in RECORDING if role in holders}
    if not recording or actor.person_id in recording.values():
        return
    roster = await work.people.roster()
    named = ", ".join(f"{ROLE_NAMES[role]}: {roster.name(person)}" for role, person in recording.items())
    raise NotPermitted(
        "While the meeting runs, its recorder, its relay lead or the school leader records decisions. "
        f"{named}. Tell one of them."
    )
